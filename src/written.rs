//! Pieces that several pages use.

use crate::{
    browser::{control::Control, focus, frame, page},
    html::{Desk, Place},
    state::app::{App, use_app},
};
use leptos::prelude::*;

/// What pages are written with.
pub(crate) fn desk() -> Desk<'static> {
    desk_of(use_app())
}

/// The same outside of any screen.
pub(crate) fn desk_of(app: App) -> Desk<'static> {
    Desk { library: app.library, wide: page::is_wide(), query: "", still: false, place: place() }
}

/// Where the app stands.
fn place() -> Place {
    if page::is_one_file() {
        Place::File
    } else if frame::is_foreign() {
        Place::Guest
    } else {
        Place::Site
    }
}

/// A page that is written as HTML text.
pub(crate) fn written(html: String) -> AnyView {
    view! { <div inner_html=html></div> }.into_any()
}

/// What writes a part anew; boxed, so that a screen can choose among several and hand them to one view.
pub(crate) type Text = Box<dyn Fn() -> String + Send>;

/// A part that is written anew whenever what it reads has changed.
pub(crate) fn live(html: Text) -> impl IntoView {
    view! { <div inner_html=html></div> }
}

/// Moves the focus once what has changed is drawn, since what had it goes away.
pub(crate) fn then_focus(id: String) {
    request_animation_frame(move || {
        focus::focus(&id, false);
    });
}

/// Says what came of a tap. Emptied first, because a screen reader does not read out again what has not changed.
pub(crate) fn tell(control: Control, text: String) {
    control.say("");
    request_animation_frame(move || control.say(&text));
}
