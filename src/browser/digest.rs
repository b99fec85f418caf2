//! What two copies of a file can be told apart by.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// The SHA-256 digest of the file that was just chosen in a field. `None` where none was, it cannot be read, or the browser
/// makes no digests here.
pub(crate) async fn of_file(event: &Event) -> Option<Vec<u8>> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    // The same file again must be noticed, too.
    field.set_value("");
    // By its name: where a page is not safe from listeners the browser leaves it out.
    let named = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let window = web_sys::window()?;
    let subtle = named(&named(window.as_ref(), "crypto")?, "subtle")?;
    let digest: Function = named(&subtle, "digest")?.dyn_into().ok()?;
    let promise: Promise =
        digest.call2(&subtle, &JsValue::from_str("SHA-256"), &bytes).ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec())
}
