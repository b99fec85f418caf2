//! What was chosen, in words.

use crate::{
    domain::{
        corpus::Corpus,
        embed::Theme,
        embed_options::{Accent, EmbedBuilder, EmbedOptions, Height, RELEASE, View},
    },
    i18n::{Key, Messages, key},
};

/// What a screen is called.
pub(super) fn view_label(view: View) -> Key {
    match view {
        View::Check => key::EMBED_CHECK,
        View::Browse => key::EMBED_BROWSE,
        View::Case => key::EMBED_CASE,
        View::Glossary => key::EMBED_GLOSSARY,
        View::Search => key::EMBED_SEARCH,
    }
}

/// What a theme is called.
pub(super) fn theme_label(theme: Theme) -> Key {
    match theme {
        Theme::Auto => key::EMBED_THEME_AUTO,
        Theme::Light => key::EMBED_THEME_LIGHT,
        Theme::Dark => key::EMBED_THEME_DARK,
    }
}

/// What a screen reader calls the frame.
pub(super) fn title(messages: Messages, corpus: &Corpus, options: &EmbedOptions) -> String {
    let query = options.query.trim();
    let page = match options.view {
        View::Case => corpus.case(&options.case).map(|case| case.title.clone()),
        View::Search if !query.is_empty() => {
            Some(messages.fill(key::EMBED_SEARCHED, &[("query", query)]))
        }
        _ => None,
    };
    let page = page.unwrap_or_else(|| messages.text(view_label(options.view)).to_owned());
    messages.fill(key::TITLE_PAGE, &[("page", &page)])
}

/// Everything that was chosen, in a line.
pub(super) fn sum(messages: Messages, corpus: &Corpus, builder: &EmbedBuilder) -> String {
    let options = &builder.options;
    let height = match options.height() {
        Height::Fixed(pixels) => messages.fill(key::EMBED_PIXELS, &[("n", &pixels.to_string())]),
        Height::Auto | Height::Unclear => messages.text(key::EMBED_HEIGHT_AUTO).to_owned(),
    };
    let frozen = builder.deployment.release.as_deref();
    let release = match frozen.or_else(|| builder.is_frozen().then_some(RELEASE)) {
        Some(release) => messages.fill(key::EMBED_FROZEN, &[("version", release)]),
        None => messages.text(key::EMBED_CURRENT).to_owned(),
    };
    let colour = match options.accent() {
        Accent::Given(colour) => ["#", &colour.hex()].concat(),
        Accent::Own | Accent::Unclear => String::new(),
    };
    let title = title(messages, corpus, options);
    let all = [&*title, messages.text(theme_label(options.theme)), &colour, &height, &release];
    let all: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
    messages.fill(key::EMBED_SUM, &[("all", &all.join(" · "))])
}
