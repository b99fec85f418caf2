//! A line that says what came of a tap, also to a screen reader.

use super::live_text::LiveRegion;
use leptos::prelude::*;

/// What such a line says. Copying it copies a handle.
#[derive(Clone, Copy)]
pub(crate) struct StatusText(RwSignal<String>);

impl StatusText {
    /// A line that says nothing yet.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Says something. Emptied first, because a screen reader does not read out again what has not changed.
    pub(crate) fn say(self, text: impl Into<String>) {
        let text = text.into();
        // The screen may be gone by the time that there is something to say.
        let _ = self.0.try_set(String::new());
        request_animation_frame(move || drop(self.0.try_set(text)));
    }
}

/// The line.
#[component]
pub(crate) fn Status(
    /// What it says.
    text: StatusText,
    /// Its class.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! { <LiveRegion text=text.0 class=class/> }
}
