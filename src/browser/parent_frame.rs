//! The frame on a partner's page that the app may stand in: what that page has settled, and what both tell each other.
//!
//! The page around is a stranger. It is told nothing but sizes and places, and what it says is read by
//! `domain::embed`. What only a frame needs begins with [`begin`] and is fetched only there.

use super::dom;
use crate::domain::{
    colour::Shades,
    embed::{IncomingMessage, OutgoingMessage, Settings, Theme, VERSION},
};
use js_sys::{Function, JsString, Object, Reflect};
use std::{cell::Cell, sync::OnceLock};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{MessageEvent, ResizeObserver, Window};

/// The page around, once it can be told something.
struct ParentWindow {
    /// Tells it something.
    tell: fn(OutgoingMessage),
    /// What it has settled.
    settings: Settings,
}

static PARENT: OnceLock<ParentWindow> = OnceLock::new();

/// Whether the app stands in a frame.
pub(crate) fn is_framed() -> bool {
    dom::root().is_some_and(|root| root.has_attribute("data-framed"))
}

/// Whether the page around it is somebody else's, who may have laid something over it.
pub(crate) fn is_foreign() -> bool {
    // Merely asking for the document of a stranger's page throws.
    let reached = |top: Window| {
        Reflect::get(&top, &"document".into()).is_ok_and(|found| !found.is_undefined())
    };
    let top = web_sys::window().and_then(|window| window.top().ok().flatten());
    is_framed() && !top.is_some_and(reached)
}

fn around() -> Option<Window> {
    web_sys::window()?.parent().ok().flatten()
}

/// Tells the page around something, if there is one.
pub(crate) fn tell(told: OutgoingMessage) {
    if let Some(around) = PARENT.get() {
        (around.tell)(told);
    }
}

/// Puts a message to the page around; to anybody's page, since nothing is told that is anybody's secret.
fn post(told: OutgoingMessage) {
    let message = Object::new();
    let set = |name: &str, value: &JsValue| {
        // Setting a field of a new object cannot fail.
        let _ = Reflect::set(&message, &name.into(), value);
    };
    set("type", &told.kind().into());
    set("version", &VERSION.into());
    if let Some((name, value)) = told.carries() {
        set(name, &value.into());
    }
    if let Some(around) = around() {
        let host = PARENT.get().and_then(|around| around.settings.host.as_deref());
        // A page on a disk is of no origin that could be named.
        let to = host.filter(|host| *host != "null").unwrap_or("*");
        // Refused where what was given is no origin; then there is nobody to tell.
        let _ = around.post_message(&message, to);
    }
}

/// From now on the page around is told how high the content is, and is listened to.
pub(crate) fn begin() {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    let settings = Settings::parse(&search.unwrap_or_default());
    let accent = settings.accent;
    if PARENT.set(ParentWindow { tell: post, settings }).is_err() {
        // It has begun already.
        return;
    }
    if let Some(accent) = accent {
        for (shades, theme) in Shades::of(accent).into_iter().zip(["light", "dark"]) {
            let all = [
                ("strong", shades.strong),
                ("ink", shades.ink),
                ("soft", shades.soft),
                ("band", shades.band),
            ];
            for (name, colour) in all {
                dom::set_css_variable(
                    &["--accent-", name, "-", theme].concat(),
                    &["#", &colour.hex()].concat(),
                );
            }
        }
    }
    tell(OutgoingMessage::Ready);
    // Far from the window frames are not drawn, and nothing in them is said to have grown.
    tell_height(false);
    let grown = Closure::<dyn Fn()>::new(|| tell_height(false));
    if let (Some(root), Ok(observer)) =
        (dom::root(), ResizeObserver::new(grown.as_ref().unchecked_ref()))
    {
        observer.observe(&root);
    }
    grown.forget();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event| hear(&event));
    if let Some(window) = web_sys::window() {
        // Refused nowhere; without it the page around is not heard.
        let _ = window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
    }
    heard.forget();
}

/// Tells how high the content is, if that has changed. `again`: also if not.
fn tell_height(again: bool) {
    thread_local! { static LAST: Cell<u32> = const { Cell::new(0) }; }
    let Some(root) = dom::root() else { return };
    let height = whole(root.get_bounding_client_rect().height());
    // A frame that is not shown has no width, and what is in it no height that means something.
    let shown = root.client_width() > 0;
    if shown && (LAST.replace(height) != height || again) {
        tell(OutgoingMessage::Height(height));
    }
}

/// Does what the page around asks for: only that very page, only where the address of the frame names it.
fn hear(event: &MessageEvent) {
    let from_around =
        around().zip(event.source()).is_some_and(|(around, source)| Object::is(&around, &source));
    let host = PARENT.get().and_then(|around| around.settings.host.as_ref());
    if !from_around || host != Some(&event.origin()) {
        return;
    }
    let data = event.data();
    let field = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
    // No word of ours is longer, and a long one is not even read.
    let short = |text: &JsString| text.length() < 32;
    let text = |name: &str| {
        let text = field(name).dyn_into::<JsString>().ok().filter(short);
        text.map(String::from).unwrap_or_default()
    };
    let version = field("version").as_f64().unwrap_or_default();
    match IncomingMessage::read(&text("type"), version, &text("theme")) {
        Some(IncomingMessage::Hello) => {
            tell(OutgoingMessage::Ready);
            tell_height(true);
        }
        Some(IncomingMessage::Theme(theme)) => set_theme(theme),
        None => {}
    }
}

/// Shows the page light or dark: what `start.js` does with what the address says.
fn set_theme(theme: Theme) {
    let Some(window) = web_sys::window() else { return };
    let set: Option<Function> =
        Reflect::get(&window, &"asharTheme".into()).ok().and_then(|set| set.dyn_into().ok());
    if let Some(set) = set {
        // It throws nothing; without it the theme stays.
        let _ = set.call1(&JsValue::NULL, &theme.id().into());
    }
}

/// Whether the page around scrolls instead of the frame, which is as high as what is in it.
pub(crate) fn grows() -> bool {
    PARENT.get().is_some_and(|around| around.settings.grows)
}

/// Whether the app may take the focus: in a frame only once the person has come into it.
pub(crate) fn may_focus() -> bool {
    !is_framed() || dom::document().is_some_and(|document| document.has_focus().unwrap_or(false))
}

/// Has the page around bring a place into view, in CSS pixels from the top of the frame.
pub(super) fn ask_to_scroll(top: f64) {
    tell(OutgoingMessage::Scroll(whole(top)));
}

/// A number of pixels, rounded up.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
fn whole(pixels: f64) -> u32 {
    pixels.max(0.0).ceil() as u32
}
