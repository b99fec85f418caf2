//! Passing the address of the page on to somebody.

use super::{history, parent_frame};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What became of the address.
pub(crate) enum Shared {
    /// The phone's own way of sharing took it, or the person changed their mind there.
    Passed,
    /// It lies on the clipboard.
    Copied,
    /// The browser allows neither; the person can copy it by hand.
    Refused(String),
}

/// Hands on an address of the app, written from its `#` on: by the phone's own menu where there is one, or over the
/// clipboard.
pub(crate) async fn address(fragment: &str) -> Shared {
    let address = [&history::site(), fragment].concat();
    let Some(window) = web_sys::window() else { return Shared::Refused(address) };
    if parent_frame::is_foreign() {
        return Shared::Refused(address);
    }
    let navigator = window.navigator();
    let what = js_sys::Object::new();
    // Setting a field of a new object cannot fail.
    let _ = Reflect::set(&what, &"url".into(), &address.as_str().into());
    if let Some(menu) = ask(&navigator, "share", &what) {
        match JsFuture::from(menu).await {
            Ok(_) => return Shared::Passed,
            // Closed again by the person: that is an answer, too.
            Err(error) if name(&error).as_deref() == Some("AbortError") => return Shared::Passed,
            Err(_) => {}
        }
    }
    let Some(copying) = copy(&address) else { return Shared::Refused(address) };
    match copying.await {
        Ok(_) => Shared::Copied,
        Err(_) => Shared::Refused(address),
    }
}

/// Puts a text on the clipboard, unless the browser refuses, now or after a while: many do, above all in frames.
pub(crate) fn copy(text: &str) -> Option<JsFuture> {
    // Whoever has laid something over a frame would choose what is passed on, and when.
    if parent_frame::is_foreign() {
        return None;
    }
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    ask(&clipboard, "writeText", &text.into()).map(JsFuture::from)
}

/// Calls a method that old browsers and foreign frames may lack.
fn ask(of: &JsValue, method: &str, what: &JsValue) -> Option<Promise> {
    let method: Function = Reflect::get(of, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(of, what).ok()?.dyn_into().ok()
}

fn name(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"name".into()).ok()?.as_string()
}
