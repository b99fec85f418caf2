//! What is known of the screen.

/// Whether there is room for two columns: the same bound as in `style/`.
pub(crate) fn is_wide() -> bool {
    matches("(min-width: 56.25em)")
}

/// Whether fingers do what elsewhere a mouse does, so that a keyboard is most likely drawn over the page.
pub(crate) fn is_touched() -> bool {
    matches("(hover: none)")
}

/// Whether a media query is true of this screen.
fn matches(query: &str) -> bool {
    let asked = web_sys::window().and_then(|window| window.match_media(query).ok()?);
    asked.is_some_and(|answer| answer.matches())
}
