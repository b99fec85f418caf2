//! The home screen: some browsers offer to put the app there, and tell once that they would.
//!
//! `start.js` catches that offer, which can come before the app has; here it is looked up, and taken.

use js_sys::{Function, Reflect};
use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::{JsCast as _, JsValue};

/// Where `start.js` puts the offer.
const OFFER: &str = "asharInstall";

/// Calls back when the browser would put the app on the home screen (`able`), and when it has (`done`).
pub(crate) fn watch(able: impl Fn() + 'static, done: impl Fn() + 'static) {
    if offer().is_some() {
        able();
    }
    window_event_listener_untyped("ashar-install", move |_| able());
    window_event_listener_untyped("appinstalled", move |_| done());
}

/// Lets the browser ask the person. An offer can be taken once.
pub(crate) fn ask() {
    let Some(offer) = offer() else { return };
    let prompt: Option<Function> = Reflect::get(&offer, &JsValue::from_str("prompt"))
        .ok()
        .and_then(|prompt| prompt.dyn_into().ok());
    if let (Some(prompt), Some(window)) = (prompt, web_sys::window()) {
        // What the person answers the browser tells by itself; a refusal changes nothing.
        let _ = prompt.call0(&offer);
        let _ = Reflect::delete_property(&window, &JsValue::from_str(OFFER));
    }
}

fn offer() -> Option<JsValue> {
    let offer = Reflect::get(web_sys::window()?.as_ref(), &JsValue::from_str(OFFER)).ok()?;
    (!offer.is_undefined()).then_some(offer)
}
