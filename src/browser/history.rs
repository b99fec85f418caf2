//! The address behind `#`, the steps of the history, and the place that belongs to each.

use super::{details, scroll};
use leptos::prelude::{request_animation_frame, set_timeout};
use std::{cell::RefCell, time::Duration};
use wasm_bindgen::JsValue;

/// Reads the address.
pub(crate) fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Replaces the address without a new step in the history. Refused in some sandboxed frames, where the
/// page works on without an address.
pub(crate) fn replace(address: &str) -> bool {
    forget_address();
    history().is_some_and(|h| h.replace_state_with_url(&JsValue::NULL, "", Some(address)).is_ok())
}

/// Replaces the address as [`replace`] does, once what follows from it is painted: browsers take about as long for it as a search
/// does. Whatever leaves the page before that calls [`settle_address`].
pub(crate) fn replace_later(address: String) {
    if WAITING.replace(Some(address)).is_none() {
        request_animation_frame(|| set_timeout(settle_address, Duration::ZERO));
    }
}

/// Writes the address that [`replace_later`] has been given, if it is still waiting.
pub(crate) fn settle_address() {
    if let Some(address) = WAITING.take() {
        replace(&address);
    }
}

/// Forgets the address that [`replace_later`] has been given, because another one has come.
pub(crate) fn forget_address() {
    WAITING.set(None);
}

thread_local! {
    /// The address that is to be written soon.
    static WAITING: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Replaces the address, and leaves what is noted for the page.
pub(crate) fn amend(address: &str) {
    if let Some(history) = history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // Where it is refused, the address stays as it was followed.
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}

/// Adds a step to the history, so that "back" leads here.
pub(crate) fn push(address: &str) -> bool {
    settle_address();
    history().is_some_and(|h| h.push_state_with_url(&JsValue::NULL, "", Some(address)).is_ok())
}

/// The address of the app itself, without what stands behind it.
pub(crate) fn site() -> String {
    let location = web_sys::window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    let origin = part(web_sys::Location::protocol) + "//" + &part(web_sys::Location::host);
    origin + &part(web_sys::Location::pathname)
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}

/// Tells the browser that the app puts the scroll where it belongs: pages are drawn anew, so what the
/// browser remembers would be a place on another page.
pub(crate) fn own_scrolling() {
    if let Some(history) = history() {
        // Where it is refused, "back" lands somewhere on the right page.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Notes in the history how far this page is scrolled, and which folds stand open, for the day "back" leads here.
pub(crate) fn remember_place() {
    settle_address();
    if let Some(history) = history() {
        let mut note = vec![whole(scroll::position()).to_string()];
        note.extend(details::open());
        // Where it is refused, "back" leads to the top of the right page.
        let _ = history.replace_state(&JsValue::from_str(&note.join(" ")), "");
    }
}

/// What [`remember_place`] noted for this page: how far it was scrolled, in CSS pixels, and the ids of the open
/// folds; nothing on a page not yet left.
pub(crate) fn remembered_place() -> Option<(f64, Vec<String>)> {
    let note = history()?.state().ok()?.as_string()?;
    let mut parts = note.split(' ').map(str::to_owned);
    let top: u32 = parts.next()?.parse().ok()?;
    Some((f64::from(top), parts.collect()))
}

/// A number of pixels without its fraction: writing and reading fractions would cost a phone 20 kB.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
fn whole(pixels: f64) -> u32 {
    (pixels + 0.5) as u32
}
