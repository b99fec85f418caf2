//! Asking the host of the app, and no other one, whether it has a file.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether there is a file of a media type at an address; only its head is fetched. `None` where the host was not reached.
///
/// The type is asked because some hosts answer with their own page where they have nothing.
pub(crate) async fn has(address: &str, kind: &str) -> Option<bool> {
    let window = web_sys::window()?;
    let fetch: Function = get(&window, "fetch")?.dyn_into().ok()?;
    let how = Object::new();
    // Setting a field of a new object cannot fail.
    let _ = Reflect::set(&how, &"method".into(), &"HEAD".into());
    let promise: Promise = fetch.call2(&window, &address.into(), &how).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    if get(&answer, "ok")?.as_bool() != Some(true) {
        return Some(false);
    }
    let headers = get(&answer, "headers")?;
    let read: Function = get(&headers, "get")?.dyn_into().ok()?;
    let told = read.call1(&headers, &"content-type".into()).ok()?.as_string();
    Some(told.is_some_and(|told| told.contains(kind)))
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
