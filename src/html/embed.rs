//! Ashar on somebody else's page: what a partner chooses there, and the code that comes of it.
//!
//! The page is written once, so that the keyboard stays where it is; what a choice changes in it is told by [`news`] and
//! [`sayings`].

use super::{
    Act, Desk,
    parts::{button, heading, link},
};
use crate::domain::{
    colour::{Colour, Shades},
    embed::Theme,
    route::Route,
    snippet::{
        Accent, HEIGHTS, Height, Keeps, Offer, PRESETS, Place, RELEASE, Turned, View, Wish, turned,
    },
    vocabulary::Facet,
    words::{Key, key},
};
use maud::{Markup, html};

/// The text field of the colour, and the one that shows colours to choose from.
pub const ACCENT: &str = "embed-accent";
/// See [`ACCENT`].
pub const PICKER: &str = "embed-picker";
/// The field for another height.
pub const OTHER: &str = "embed-other";
/// The choice between the present release and the one of any day.
pub const RELEASES: &str = "embed-releases";
/// Where the preview is, or the button that shows it.
pub const PREVIEW: &str = "embed-preview";
/// The heading of the preview.
pub const PREVIEW_TITLE: &str = "embed-preview-title";
/// The frame of the preview.
pub const FRAME: &str = "embed-frame";
/// How wide a phone is, in CSS pixels, as the width of a frame.
pub const NARROW: &str = "360";
/// How wide a frame is that fills its place.
pub const WIDE: &str = "100%";

const ELEMENT: &str = "embed-code-element";
const PLAIN_FRAME: &str = "embed-code-frame";
const COUNT: &str = "embed-count";
const KEPT: &str = "embed-kept";
const SAID: &str = "embed-said";
const ACCENT_SAID: &str = "embed-accent-said";
const OTHER_SAID: &str = "embed-other-said";

/// The places that belong to one choice, and the choice.
const ONLY: [(&str, View); 3] =
    [("embed-case", View::Case), ("embed-filters", View::Browse), ("embed-search", View::Search)];

/// Where a height is typed.
const OTHER_FIELD: &str = "embed-other-field";

/// Ashar's own colour, for the field that must show one.
const OWN: Colour = Colour([0x8e, 0x2b, 0x20]);

/// What changes with a choice at once: what is shown, by id, and what stands where, as HTML.
pub fn news(desk: Desk<'_>, offer: &Offer) -> (Vec<(&'static str, bool)>, Vec<Said>) {
    let wish = &offer.wish;
    let mut shown: Vec<_> = ONLY.into_iter().map(|(id, view)| (id, wish.view == view)).collect();
    shown.push((OTHER_FIELD, is_other(wish)));
    let (base, title) = (offer.base(), title(desk, wish));
    let text = |text: &str| html! { (text) }.into_string();
    let said = vec![
        (ELEMENT, text(&wish.element(&base, &title))),
        (PLAIN_FRAME, text(&wish.frame(&base, &title))),
        (COUNT, text(&count(desk, wish))),
        (KEPT, text(&kept(offer))),
    ];
    (shown, said)
}

/// The id of an element, and what stands in it.
pub type Said = (&'static str, String);

/// What is said of a choice once the person has stopped typing.
pub fn sayings(desk: Desk<'_>, offer: &Offer) -> Vec<Said> {
    let wish = &offer.wish;
    let unclear = if wish.height() == Height::Unclear && !wish.other.is_empty() {
        height_fault()
    } else {
        String::new()
    };
    vec![
        (ACCENT_SAID, colours(wish).into_string()),
        (OTHER_SAID, html! { (unclear) }.into_string()),
        (SAID, html! { (sum(desk, offer)) }.into_string()),
    ]
}

fn height_fault() -> String {
    let (least, most) = HEIGHTS;
    key::EMBED_HEIGHT_FAULT.with(&[("least", &least.to_string()), ("most", &most.to_string())])
}

fn is_other(wish: &Wish) -> bool {
    wish.size == "other"
}

fn view_label(view: View) -> Key {
    match view {
        View::Check => key::EMBED_CHECK,
        View::Browse => key::EMBED_BROWSE,
        View::Case => key::EMBED_CASE,
        View::Glossary => key::EMBED_GLOSSARY,
        View::Search => key::EMBED_SEARCH,
    }
}

fn theme_label(theme: Theme) -> Key {
    match theme {
        Theme::Auto => key::EMBED_THEME_AUTO,
        Theme::Light => key::EMBED_THEME_LIGHT,
        Theme::Dark => key::EMBED_THEME_DARK,
    }
}

/// What a screen reader calls the frame.
pub fn title(desk: Desk<'_>, wish: &Wish) -> String {
    let case = desk.library.corpus.case(&wish.case).filter(|_| wish.view == View::Case);
    let query =
        Some(wish.query.trim()).filter(|query| wish.view == View::Search && !query.is_empty());
    let page = match (case, query) {
        (Some(case), _) => case.title.clone(),
        (None, Some(query)) => key::EMBED_SEARCHED.with(&[("query", query)]),
        (None, None) => view_label(wish.view).text().to_owned(),
    };
    key::TITLE_PAGE.with(&[("page", &page)])
}

/// How many cases the filters leave.
fn count(desk: Desk<'_>, wish: &Wish) -> String {
    let selection = wish.selection();
    if wish.view != View::Browse || selection.is_empty() {
        return String::new();
    }
    let cases = desk.library.corpus.cases();
    match cases.iter().filter(|case| selection.admits(case)).count() {
        0 => key::EMBED_NO_CASE.text().to_owned(),
        some => key::EMBED_COUNT.of(some),
    }
}

/// What became of the wish for a release that stays.
fn kept(offer: &Offer) -> String {
    match offer.keeps {
        Keeps::Unasked => String::new(),
        Keeps::Asking => key::EMBED_KEPT_ASKING.text().to_owned(),
        Keeps::Yes => key::EMBED_KEPT_YES.with(&[("version", RELEASE)]),
        Keeps::No => key::EMBED_KEPT_NO.text().to_owned(),
        Keeps::Unreached => key::EMBED_KEPT_UNREACHED.text().to_owned(),
    }
}

/// Everything that was chosen, in a line.
fn sum(desk: Desk<'_>, offer: &Offer) -> String {
    let wish = &offer.wish;
    let height = match wish.height() {
        Height::Fixed(pixels) => key::EMBED_PIXELS.with(&[("n", &pixels.to_string())]),
        Height::Auto | Height::Unclear => key::EMBED_HEIGHT_AUTO.text().to_owned(),
    };
    let release = if offer.is_frozen() {
        key::EMBED_FROZEN.with(&[("version", RELEASE)])
    } else if let Some(release) = &offer.place.release {
        key::EMBED_FROZEN.with(&[("version", release)])
    } else {
        key::EMBED_CURRENT.text().to_owned()
    };
    let colour = match wish.accent() {
        Accent::Given(colour) => ["#", &colour.hex()].concat(),
        Accent::Own | Accent::Unclear => String::new(),
    };
    let title = title(desk, wish);
    let all = [&*title, theme_label(wish.theme).text(), &colour, &height, &release];
    let all: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
    key::EMBED_SUM.with(&[("all", &all.join(" · "))])
}

/// What becomes of the colour, in words and drawn, for each theme that readers may see.
fn colours(wish: &Wish) -> Markup {
    let colour = match wish.accent() {
        Accent::Own => return html! {},
        Accent::Unclear => return html! { p .field__fault { (key::EMBED_ACCENT_FAULT.text()) } },
        Accent::Given(colour) => colour,
    };
    let hex = |colour: Colour| ["#", &colour.hex()].concat();
    let said = |turned: Turned| match turned {
        Turned::Kept => key::EMBED_COLOUR_KEPT.with(&[("colour", &hex(colour))]),
        Turned::Darker(used) => key::EMBED_COLOUR_DARKER.with(&[("colour", &hex(used))]),
        Turned::Lighter(used) => key::EMBED_COLOUR_LIGHTER.with(&[("colour", &hex(used))]),
    };
    let [light, dark] = turned(colour);
    let [light_shades, dark_shades] = Shades::of(colour);
    let both = [
        (Theme::Light, key::EMBED_ON_LIGHT, light, light_shades, ("#faf5ea", "#2b221c")),
        (Theme::Dark, key::EMBED_ON_DARK, dark, dark_shades, ("#1d1916", "#f3ebdd")),
    ];
    html! {
        @for (theme, where_, turned, shades, page) in both {
            @if wish.theme == Theme::Auto || wish.theme == theme {
                p .embed__shade {
                    (drawn(shades, page))
                    span { strong { (where_.text()) } " " (said(turned)) }
                }
            }
        }
    }
}

/// A page as small as a stamp: the band at its head, a line of text, and a button.
fn drawn(shades: Shades, (ground, ink): (&str, &str)) -> Markup {
    let hex = |colour: Colour| ["#", &colour.hex()].concat();
    html! {
        svg viewBox="0 0 72 54" width="72" height="54" aria-hidden="true" focusable="false" {
            rect width="72" height="54" rx="4" fill=(ground) {}
            path d="M0 14V4Q0 0 4 0H68Q72 0 72 4V14Z" fill=(hex(shades.band)) {}
            path d="M8 22H60" stroke=(ink) stroke-width="3" {}
            rect x="8" y="30" width="40" height="16" rx="4" fill=(hex(shades.strong)) {}
            path d="M16 38H40" stroke=(hex(shades.ink)) stroke-width="3" {}
        }
    }
}

/// The page.
pub fn page(desk: Desk<'_>, offer: &Offer) -> String {
    let sayings = sayings(desk, offer);
    let said =
        |id: &str| sayings.iter().find(|(known, _)| *known == id).map_or("", |(_, text)| text);
    html! {
        section {
            div .hero .prose {
                (heading(key::EMBED_TITLE.text()))
                p .lead { (key::EMBED_LEAD.text()) }
            }
            div .browse .embed {
                div {
                    (what(desk, &offer.wish))
                    (look(&offer.wish, said(ACCENT_SAID)))
                    (size(&offer.wish, said(OTHER_SAID)))
                    (release(offer))
                }
                div .embed__out {
                    (code(desk, offer, said(SAID)))
                    section {
                        h2 id=(PREVIEW_TITLE) { (key::EMBED_PREVIEW_TITLE.text()) }
                        div id=(PREVIEW) {
                            p { (key::EMBED_PREVIEW_HINT.text()) }
                            (button(Act::Preview, "button--plain", key::EMBED_PREVIEW_SHOW))
                        }
                    }
                }
            }
            div .hero .prose { (good_to_know()) (own_copy()) }
        }
    }
    .into_string()
}

/// The page in the one file, which lies on nobody's host.
pub fn page_in_one_file() -> String {
    html! {
        section .page .prose {
            (heading(key::EMBED_TITLE.text()))
            p .notice { (key::EMBED_ONE_FILE.text()) }
            (good_to_know())
            (own_copy())
        }
    }
    .into_string()
}

/// One of several things to choose from, each with a hint that may be empty.
fn choice(name: &str, id: &str, chosen: bool, label: &str, hint: &str) -> Markup {
    html! {
        label .answer {
            input type="radio" id={ "embed-" (name) "-" (id) } name=(name) value=(id)
                data-act=(Act::Choose.id()) checked[chosen];
            span .answer__label { (label) }
            @if !hint.is_empty() { span .answer__meaning { (hint) } }
        }
    }
}

/// A closed list to choose from, with its label: the id, the label and whether it is chosen, of each.
fn select<'a>(
    name: &str,
    label: &str,
    all: impl Iterator<Item = (&'a str, &'a str, bool)>,
) -> Markup {
    html! {
        label for={ "embed-field-" (name) } { (label) }
        (options(name, None, all))
    }
}

/// The list itself. `hint`: the id of what is said of it.
fn options<'a>(
    name: &str,
    hint: Option<&str>,
    all: impl Iterator<Item = (&'a str, &'a str, bool)>,
) -> Markup {
    html! {
        select id={ "embed-field-" (name) } name=(name) aria-describedby=[hint] data-act=(Act::Choose.id()) {
            @for (id, label, chosen) in all {
                option value=(id) selected[chosen] { (label) }
            }
        }
    }
}

fn what(desk: Desk<'_>, wish: &Wish) -> Markup {
    let hint = |view: View| match view {
        View::Check => key::EMBED_CHECK_HINT.text(),
        View::Browse => key::EMBED_BROWSE_HINT.text(),
        View::Search => key::EMBED_SEARCH_HINT.text(),
        View::Case | View::Glossary => "",
    };
    let [(case, _), (filters, _), (search, _)] = ONLY;
    let hidden = |view: View| wish.view != view;
    let cases = desk.library.corpus.cases().iter();
    html! {
        fieldset .answers .answers--setup {
            legend { (key::EMBED_WHAT.text()) }
            @for view in View::ALL {
                (choice("view", view.id(), wish.view == view, view_label(view).text(), hint(view)))
            }
            div .field id=(case) hidden[hidden(View::Case)] {
                (select("case", key::EMBED_WHICH_CASE.text(),
                    cases.map(|case| (&*case.slug, &*case.title, case.slug == wish.case))))
            }
            div id=(filters) hidden[hidden(View::Browse)] {
                @for (facet, chosen) in [(Facet::Topic, &wish.topic), (Facet::Oblast, &wish.oblast)] {
                    @if let Some(words) = desk.library.vocabulary.facet(facet) {
                        div .field {
                            (select(facet.id(), &words.label,
                                [("", key::EMBED_ANY.text(), false)].into_iter().chain(
                                    desk.library.values_in_use(facet)
                                        .map(|(_, value)| (&*value.id, &*value.label, value.id == *chosen)))))
                        }
                    }
                }
                p .small id=(COUNT) role="status" { (count(desk, wish)) }
            }
            div .field id=(search) hidden[hidden(View::Search)] {
                label for="embed-query" { (key::EMBED_QUERY.text()) }
                input id="embed-query" type="text" name="query" maxlength="200" autocomplete="off"
                    data-act=(Act::Choose.id()) value=(wish.query);
            }
        }
    }
}

fn look(wish: &Wish, said: &str) -> Markup {
    let picked = match wish.accent() {
        Accent::Given(colour) => colour,
        Accent::Own | Accent::Unclear => OWN,
    };
    let themes = Theme::ALL.into_iter();
    html! {
        fieldset .answers--setup {
            legend { (key::EMBED_LOOK.text()) }
            div .field {
                (select("theme", key::EMBED_THEME.text(),
                    themes.map(|theme| (theme.id(), theme_label(theme).text(), theme == wish.theme))))
            }
            div .field {
                label for=(ACCENT) { (key::EMBED_ACCENT.text()) }
                p .field__hint id="embed-accent-hint" { (key::EMBED_ACCENT_HINT.text()) }
                div .embed__colour {
                    input id=(ACCENT) type="text" name="accent" maxlength="40" autocomplete="off" spellcheck="false"
                        aria-describedby={ "embed-accent-hint " (ACCENT_SAID) } data-act=(Act::Choose.id()) value=(wish.accent);
                    input id=(PICKER) type="color" name="accent" aria-label=(key::EMBED_ACCENT_PICK.text())
                        data-act=(Act::Choose.id()) value={ "#" (picked.hex()) };
                }
                div id=(ACCENT_SAID) role="status" { (maud::PreEscaped(said)) }
            }
        }
    }
}

fn size(wish: &Wish, said: &str) -> Markup {
    let label = |id: &str, pixels: usize| {
        let label = match id {
            "phone" => key::EMBED_SIZE_PHONE,
            "column" => key::EMBED_SIZE_COLUMN,
            _ => key::EMBED_SIZE_PAGE,
        };
        label.with(&[("n", &pixels.to_string())])
    };
    let mut all = vec![("auto", key::EMBED_SIZE_AUTO.text().to_owned())];
    all.extend(PRESETS.iter().map(|(id, pixels)| (*id, label(id, *pixels))));
    all.push(("other", key::EMBED_SIZE_OTHER.text().to_owned()));
    let (least, most) = HEIGHTS;
    html! {
        fieldset .answers--setup {
            legend { (key::EMBED_SIZE.text()) }
            div .field {
                label for="embed-field-size" { (key::EMBED_HEIGHT.text()) }
                p .field__hint id="embed-size-hint" { (key::EMBED_SIZE_HINT.text()) }
                (options("size", Some("embed-size-hint"),
                    all.iter().map(|(id, label)| (*id, &**label, wish.size == *id))))
            }
            div .field id=(OTHER_FIELD) hidden[!is_other(wish)] {
                label for=(OTHER) { (key::EMBED_OTHER.text()) }
                input id=(OTHER) type="number" inputmode="numeric" min=(least.to_string()) max=(most.to_string()) step="1" name="other"
                    aria-describedby=(OTHER_SAID) data-act=(Act::Choose.id()) value=(wish.other);
                p .field__fault id=(OTHER_SAID) role="status" { (maud::PreEscaped(said)) }
            }
        }
    }
}

fn release(offer: &Offer) -> Markup {
    html! {
        fieldset .answers .answers--setup {
            legend { (key::EMBED_RELEASE.text()) }
            @if let Some(release) = &offer.place.release {
                p .notice { (key::EMBED_HERE_KEPT.with(&[("version", release)])) }
            } @else {
                div id=(RELEASES) { (maud::PreEscaped(releases(offer))) }
                p .small id=(KEPT) role="status" { (kept(offer)) }
            }
        }
    }
}

/// The choice between the present release and the one of any day.
pub fn releases(offer: &Offer) -> String {
    let frozen = offer.wish.frozen;
    let version = [("version", RELEASE)];
    html! {
        (choice("release", "current", !frozen, key::EMBED_CURRENT.text(), key::EMBED_CURRENT_HINT.text()))
        @if offer.keeps != Keeps::No {
            (choice("release", "frozen", frozen, &key::EMBED_FROZEN.with(&version), &key::EMBED_FROZEN_HINT.with(&version)))
        }
    }
    .into_string()
}

/// The choice that is left where the host keeps no releases.
pub const CURRENT: &str = "embed-release-current";
/// The other one.
pub const FROZEN: &str = "embed-release-frozen";

fn code(desk: Desk<'_>, offer: &Offer, said: &str) -> Markup {
    let (base, title) = (offer.base(), title(desk, &offer.wish));
    let field = |id: &str, title: Key, hint: Key, code: &str| {
        html! {
            section .field {
                label for=(id) { (title.text()) }
                p .field__hint id={ (id) "-hint" } { (hint.text()) }
                textarea id=(id) rows="6" readonly spellcheck="false" aria-describedby={ (id) "-hint" } { (code) }
                p .embed__copy {
                    button .button type="button" data-act=(Act::Copy.id()) data-from=(id)
                        aria-describedby={ (id) "-hint" } { (key::EMBED_COPY.text()) }
                    " " span .case__said role="status" {}
                }
            }
        }
    };
    html! {
        section {
            h2 { (key::EMBED_CODE.text()) }
            p .notice id=(SAID) role="status" { (maud::PreEscaped(said)) }
            (field(ELEMENT, key::EMBED_ELEMENT, key::EMBED_ELEMENT_HINT, &offer.wish.element(&base, &title)))
            (field(PLAIN_FRAME, key::EMBED_FRAME, key::EMBED_FRAME_HINT, &offer.wish.frame(&base, &title)))
        }
    }
}

/// The preview, once somebody has asked for it.
pub fn preview(narrow: bool) -> String {
    html! {
        fieldset .answers {
            legend .field__hint { (key::EMBED_WIDTH.text()) }
            div .answers__pair {
                (choice("width", "phone", narrow, key::EMBED_WIDTH_PHONE.text(), ""))
                (choice("width", "full", !narrow, key::EMBED_WIDTH_FULL.text(), ""))
            }
        }
        p .field__hint { (key::EMBED_PREVIEW_HERE.text()) }
        div id=(FRAME_PLACE) {}
    }
    .into_string()
}

/// Where the frame of the preview goes: it is written anew whenever its address changes, so that going back does not lead
/// through all that was tried.
pub const FRAME_PLACE: &str = "embed-frame-place";

/// The frame of the preview.
pub fn preview_frame(address: &str, height: usize, narrow: bool) -> String {
    let width = if narrow { NARROW } else { WIDE };
    html! {
        iframe id=(FRAME) src=(address) title=(key::EMBED_PREVIEW_FRAME.text()) width=(width) height=(height.to_string()) {}
    }
    .into_string()
}

fn good_to_know() -> Markup {
    let parts = [
        (key::EMBED_COST_TITLE, key::EMBED_COST),
        (key::EMBED_PRIVATE_TITLE, key::EMBED_PRIVATE),
        (key::EMBED_ANSWERS_TITLE, key::EMBED_ANSWERS),
    ];
    html! {
        @for (title, text) in &parts {
            h2 { (title.text()) }
            p { (text.text()) }
        }
    }
}

fn own_copy() -> Markup {
    let steps = [
        key::EMBED_STEP_UNPACK,
        key::EMBED_STEP_PUT,
        key::EMBED_STEP_TYPE,
        key::EMBED_STEP_NAMES,
        key::EMBED_STEP_PASTE,
    ];
    html! {
        h2 #embed-own { (key::EMBED_OWN_TITLE.text()) }
        p { (key::EMBED_OWN.text()) }
        ol { @for step in &steps { li { (step.text()) } } }
        p .ways { (link(&Route::About, key::ABOUT_TITLE.text())) }
    }
}

/// What the screen begins with: the check, and the first case for whoever wants one.
pub fn first(desk: Desk<'_>, address: &str) -> Offer {
    let case = desk.library.corpus.cases().first().map(|case| case.slug.clone());
    Offer {
        wish: Wish { case: case.unwrap_or_default(), ..Wish::default() },
        place: Place::of(address),
        keeps: Keeps::default(),
    }
}
