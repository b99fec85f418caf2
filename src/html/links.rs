//! Links of pages that are written as text, for the editions that lie beside the app.

use crate::{domain::route::Route, state::render::RenderContext};

/// The same text with every link of the app as an edition has it.
pub(crate) fn in_edition(text: &str, context: RenderContext) -> String {
    const LINK: &str = "href=\"#";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(LINK) {
        let (fragment, after) = after.split_once('"').unwrap_or((after, ""));
        let leads = match Route::parse(&fragment.replace("&amp;", "&")) {
            // A place on this very page.
            Route::NotFound(_) => ["#", fragment].concat(),
            route => context.href(&route).replace('&', "&amp;"),
        };
        out.extend([before, "href=\"", &leads, "\""]);
        rest = after;
    }
    out.push_str(rest);
    out
}
