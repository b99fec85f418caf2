//! The reading edition: plain pages for phones without WebAssembly, browsers without scripts, search engines and link
//! previews. Written from the same screens as the app, when a release is built.
//!
//! Refuses: scripts, and anything a page without one cannot do.

use super::{Desk, Place, case, check, difficulties, factors, glossary, parts::tunduk};
use crate::domain::{
    case::CaseStudy,
    checklist::options::{Depth, Stage},
    library::Library,
    route::{Route, Step},
    words::key,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The folder of the edition, beside the app.
pub const FOLDER: &str = "read";

/// Where the app is, seen from the edition.
const APP: &str = "../";

/// Every page: its file in [`FOLDER`], and its text. `style`: the file of the style sheet, there too.
pub fn edition(library: &Library, style: &str) -> Vec<(String, String)> {
    let desk = Desk { library, wide: true, query: "", still: true, place: Place::Site };
    let mut pages: Vec<Page> = vec![Page {
        route: Route::home(),
        title: key::TITLE_BROWSE.text().to_owned(),
        description: key::HTML_DESCRIPTION.text().to_owned(),
        body: cover(library),
    }];
    let titled = |route, title: &str, body: String| Page {
        route,
        title: key::TITLE_PAGE.with(&[("page", title)]),
        description: title.to_owned(),
        body,
    };
    for one in library.corpus.cases() {
        let body = case::page(desk, &one.slug, &Route::home());
        pages.push(Page {
            description: one.summary.clone(),
            ..titled(Route::case(&one.slug), &one.title, body)
        });
    }
    pages.push(titled(
        Route::Glossary { at: None },
        key::GLOSSARY_TITLE.text(),
        glossary::page(desk),
    ));
    pages.push(titled(
        Route::Difficulties { at: None },
        key::DIFFICULTIES_TITLE.text(),
        difficulties::page(desk, None),
    ));
    pages.push(titled(
        Route::Factors { at: None },
        key::FACTORS_TITLE.text(),
        factors::page(desk, None),
    ));
    for stage in Stage::ALL {
        for depth in Depth::ALL {
            let route = Route::Check(Step::Paper(*stage, *depth));
            let body = check::paper(desk, *stage, *depth);
            pages.push(titled(route, key::PAPER_TITLE.text(), body));
        }
    }
    pages.iter().map(|page| (address(&page.route), page.document(style))).collect()
}

struct Page {
    route: Route,
    title: String,
    description: String,
    body: String,
}

impl Page {
    fn document(&self, style: &str) -> String {
        let body = with_files(&self.body, "", APP);
        let kind = if matches!(self.route, Route::Case { .. }) { "article" } else { "website" };
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy"
                        content="default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    meta name="description" content=(self.description);
                    meta property="og:title" content=(self.title);
                    meta property="og:description" content=(self.description);
                    meta property="og:type" content=(kind);
                    meta property="og:site_name" content=(key::APP_NAME.text());
                    meta property="og:locale" content="en";
                    link rel="icon" href="../icons/tunduk.svg" type="image/svg+xml";
                    link rel="stylesheet" href=(style);
                }
                body {
                    a .skip href="#main" { (key::FRAME_SKIP.text()) }
                    header .top {
                        div .top__bar {
                            a .top__name href="index.html" { (tunduk()) span { (key::APP_NAME.text()) } }
                            nav .top__nav aria-label=(key::FRAME_NAV.text()) {
                                @for (route, label) in navigation() {
                                    a href=(address(&route)) aria-current=[(route == self.route).then_some("page")] { (label) }
                                }
                            }
                        }
                        div .felt aria-hidden="true" {}
                    }
                    main #main .main tabindex="-1" {
                        p .notice { (key::READ_EDITION.text()) " " a href="../" { (key::READ_TO_APP.text()) } }
                        (PreEscaped(body))
                    }
                    footer .foot {
                        div .felt aria-hidden="true" {}
                        p { (key::FOOT_DATE.text()) }
                    }
                }
            }
        }
        .into_string()
    }
}

fn navigation() -> [(Route, &'static str); 4] {
    [
        (Route::home(), key::NAV_CASES.text()),
        (Route::Difficulties { at: None }, key::NAV_DIFFICULTIES.text()),
        (Route::Check(Step::Paper(Stage::Together, Depth::Quick)), key::NAV_CHECK.text()),
        (Route::Glossary { at: None }, key::NAV_GLOSSARY.text()),
    ]
}

/// Every case with its place and what was gained.
fn cover(library: &Library) -> String {
    let cases = library.corpus.cases();
    let oblast = |case: &CaseStudy| {
        let place = case.places.first();
        place.map_or("", |place| library.vocabulary.label(&["oblast"], &place.oblast)).to_owned()
    };
    let card = |case: &CaseStudy| -> Markup {
        html! {
            li .card data-oblast=[case.places.first().map(|place| &place.oblast)] {
                p .card__place { (oblast(case)) }
                h2 .card__title { a href=(address(&Route::case(&case.slug))) { (case.title) } }
                p .card__text { (case.summary) }
                p .card__org { (case.organisation.name) }
            }
        }
    };
    html! {
        section .page {
            h1 #heading { (key::BROWSE_TITLE.text()) }
            p .lead { (key::BROWSE_LEAD.with(&[("n", &cases.len().to_string())])) }
            ul .cards { @for case in cases { (card(case)) } }
        }
    }
    .into_string()
}

/// Where a page of the app is found from a page of the edition: a file of it, or the app itself.
fn address(route: &Route) -> String {
    let place = |file: &str, at: &Option<String>| {
        at.as_ref().map_or_else(|| file.to_owned(), |at| [file, "#", at].concat())
    };
    match route {
        _ if *route == Route::home() => "index.html".to_owned(),
        Route::Case { slug, at, .. } => place(&[slug, ".html"].concat(), at),
        Route::Glossary { at } => place("glossary.html", at),
        Route::Difficulties { at } => place("difficulties.html", at),
        Route::Factors { at } => place("factors.html", at),
        Route::Check(Step::Paper(stage, depth)) => {
            ["form-", stage.id(), "-", depth.id(), ".html"].concat()
        }
        other => [APP, &other.address()].concat(),
    }
}

/// The same text with every link of the app leading to a file of the edition in `folder`, or into the app at `app`.
pub(super) fn with_files(text: &str, folder: &str, app: &str) -> String {
    const LINK: &str = "href=\"#";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(LINK) {
        let (fragment, after) = after.split_once('"').unwrap_or((after, ""));
        let route = Route::parse(&fragment.replace("&amp;", "&"));
        let leads = match route {
            // A place on this very page.
            Route::NotFound(_) => ["#", fragment].concat(),
            route => match address(&route).strip_prefix(APP) {
                Some(address) => [app, address].concat(),
                None => [folder, &address(&route)].concat(),
            }
            .replace('&', "&amp;"),
        };
        out.extend([before, "href=\"", &leads, "\""]);
        rest = after;
    }
    out.push_str(rest);
    out
}
