//! How the frame looks: light or dark, and the partner's colour.

use super::{context::use_builder, fields::SelectField, summary::theme_label};
use crate::{
    components::{use_messages, view::each},
    domain::{
        colour::{self, Colour, PageColours, Shades},
        embed::Theme,
        embed_options::{Accent, ContrastAdjustment, contrast_adjustments},
    },
    i18n::{Messages, key},
};
use leptos::prelude::*;

/// Theme and colour.
#[component]
pub(super) fn Look() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let themes = Theme::ALL.into_iter();
    view! {
        <fieldset class="answers--setup">
            <legend>{messages.text(key::EMBED_LOOK)}</legend>
            <div class="field">
                <SelectField
                    name="theme"
                    label=messages.text(key::EMBED_THEME)
                    options=themes
                        .map(|theme| (theme.id().to_owned(), messages.text(theme_label(theme)).to_owned()))
                        .collect()
                    selected=builder.initial().theme.id().to_owned()
                    on_choose=move |theme: String| builder.choose("theme", &theme)
                />
            </div>
            <ColourField/>
        </fieldset>
    }
}

/// The partner's colour, to be typed or picked: two fields for one value.
#[component]
fn ColourField() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let typed = builder.derived(|now| now.options.accent.clone());
    // The picker must show a colour; what cannot be read leaves it as it was.
    let accent = builder.derived(|now| now.options.accent());
    let picked = Memo::new(move |before: Option<&String>| match accent.get() {
        Accent::Given(colour) => hex(colour),
        Accent::Own | Accent::Unclear => before.cloned().unwrap_or_else(|| hex(colour::ACCENT)),
    });
    let unclear = builder.settled(|now| now.options.accent() == Accent::Unclear);
    let pick = move |event| {
        let picked = event_target_value(&event);
        builder.choose("accent", picked.trim_start_matches('#'));
    };
    view! {
        <div class="field">
            <label for="embed-accent">{messages.text(key::EMBED_ACCENT)}</label>
            <p class="field__hint" id="embed-accent-hint">{messages.text(key::EMBED_ACCENT_HINT)}</p>
            <div class="embed__colour">
                <input
                    id="embed-accent"
                    type="text"
                    name="accent"
                    maxlength="40"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="embed-accent-hint embed-accent-said"
                    aria-invalid=move || if unclear.get() { "true" } else { "false" }
                    value=typed.get_untracked()
                    prop:value=move || typed.get()
                    on:input=move |event| builder.choose("accent", &event_target_value(&event))
                />
                <input
                    id="embed-picker"
                    type="color"
                    name="accent"
                    aria-label=messages.text(key::EMBED_ACCENT_PICK)
                    value=picked.get_untracked()
                    prop:value=move || picked.get()
                    on:input=pick
                />
            </div>
            <ColourNotes/>
        </div>
    }
}

/// What becomes of the colour, in words and drawn, for each theme that readers may see.
#[component]
fn ColourNotes() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let look = builder.settled(|now| (now.options.accent(), now.options.theme));
    let notes = move || match look.get() {
        (Accent::Own, _) => ().into_any(),
        (Accent::Unclear, _) => {
            view! { <p class="field__fault">{messages.text(key::EMBED_ACCENT_FAULT)}</p> }
                .into_any()
        }
        (Accent::Given(colour), theme) => {
            let both = [Theme::Light, Theme::Dark].into_iter();
            let adjustments = contrast_adjustments(colour).into_iter().zip(Shades::of(colour));
            let both =
                both.zip(adjustments).map(|(of, (adjustment, shades))| (of, adjustment, shades));
            let shown = both.filter(|(of, ..)| theme == Theme::Auto || theme == *of);
            each(shown, |(of, adjustment, shades)| {
                let note = adjustment_note(messages, colour, adjustment);
                view! { <ColourNote theme=of note=note shades=shades/> }
            })
            .into_any()
        }
    };
    view! { <div id="embed-accent-said" role="status">{notes}</div> }
}

/// What becomes of the colour in one theme.
#[component]
fn ColourNote(
    /// The theme, light or dark.
    theme: Theme,
    /// What becomes of it, in words.
    note: String,
    /// The shades that it stands for.
    shades: Shades,
) -> impl IntoView {
    let (label, page) = match theme {
        Theme::Dark => (key::EMBED_ON_DARK, colour::DARK),
        Theme::Light | Theme::Auto => (key::EMBED_ON_LIGHT, colour::LIGHT),
    };
    view! {
        <p class="embed__shade">
            <PageThumbnail shades=shades page=page/>
            <span><strong>{use_messages().text(label)}</strong>" "{note}</span>
        </p>
    }
}

fn adjustment_note(messages: Messages, given: Colour, adjustment: ContrastAdjustment) -> String {
    let (note, used) = match adjustment {
        ContrastAdjustment::Kept => (key::EMBED_COLOUR_KEPT, given),
        ContrastAdjustment::Darker(used) => (key::EMBED_COLOUR_DARKER, used),
        ContrastAdjustment::Lighter(used) => (key::EMBED_COLOUR_LIGHTER, used),
    };
    messages.fill(note, &[("colour", &hex(used))])
}

/// A page as small as a stamp: the band at its head, a line of text, and a button.
#[component]
fn PageThumbnail(
    /// The shades of the partner's colour.
    shades: Shades,
    /// The colours of the page.
    page: PageColours,
) -> impl IntoView {
    view! {
        <svg viewBox="0 0 72 54" width="72" height="54" aria-hidden="true" focusable="false">
            <rect width="72" height="54" rx="4" fill=hex(page.surface)></rect>
            <path d="M0 14V4Q0 0 4 0H68Q72 0 72 4V14Z" fill=hex(shades.band)></path>
            <path d="M8 22H60" stroke=hex(page.ink) stroke-width="3"></path>
            <rect x="8" y="30" width="40" height="16" rx="4" fill=hex(shades.strong)></rect>
            <path d="M16 38H40" stroke=hex(shades.ink) stroke-width="3"></path>
        </svg>
    }
}

/// A colour as HTML writes it.
fn hex(colour: Colour) -> String {
    ["#", &colour.hex()].concat()
}
