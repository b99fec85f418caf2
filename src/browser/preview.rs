//! A frame of this page, and what it tells.

use super::dom;
use js_sys::{Object, Reflect};
use leptos::prelude::{WindowListenerHandle, window_event_listener_untyped};
use wasm_bindgen::JsValue;

/// Calls back with the type, version and height of every message that the frame with this id sends, until the handle is
/// removed. Whatever another window says is passed over; what is no message of ours is for the caller to tell.
pub(crate) fn listen(
    id: &'static str,
    act: impl Fn(&str, f64, f64) + 'static,
) -> WindowListenerHandle {
    window_event_listener_untyped("message", move |event| {
        let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
        let Some(frame) = dom::element(id) else { return };
        let inside = get(&frame, "contentWindow");
        if inside.is_falsy() || !Object::is(&inside, &get(&event, "source")) {
            return;
        }
        let data = get(&event, "data");
        let number = |name: &str| get(&data, name).as_f64().unwrap_or_default();
        let kind = get(&data, "type").as_string().unwrap_or_default();
        act(&kind, number("version"), number("height"));
    })
}
