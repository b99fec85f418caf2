//! The list of cases as it stands in `index.html` before the app has loaded: readable, and with links that lead somewhere
//! without it. Written when a release is built, by the same screens.

use super::{Desk, Place, cards, frame, links};
use crate::{
    domain::{filter::Selection, library::Library, listing::Listing, words::key},
    state::render::{Edition, RenderContext},
};
use maud::{PreEscaped, html};

/// The search box of this page; the app takes over what was typed into it.
pub const BOX: &str = "search-early";

/// The page around the list, with the list. In one file nothing stands beside it, so that its links wait for the app.
pub fn page(library: &Library, place: Place) -> String {
    let desk = Desk { library, wide: false, query: "", still: true, place };
    let list = Listing::of(library, "", &Selection::default(), None);
    let text = html! {
        (PreEscaped(frame::head(Some(frame::Tab::Cases))))
        main .main {
            (PreEscaped(cards::hero(desk, "")))
            div .browse {
                details .filters { summary .filters__title { (key::FILTERS_TITLE.text()) } p { (key::HTML_WAITING.text()) } }
                (PreEscaped(cards::results(desk, &list)))
            }
        }
        (PreEscaped(frame::foot()))
    };
    let own = ["id=\"", cards::BOX, "\""].concat();
    let text = text.into_string().replace(&own, &["id=\"", BOX, "\""].concat());
    let context = RenderContext { edition: Edition::FirstPaint, ..RenderContext::default() };
    if place == Place::File { text } else { links::in_edition(&text, context) }
}
