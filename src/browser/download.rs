//! A text handed to the person as a file.

use wasm_bindgen::{JsCast as _, JsValue};

/// Offers `text` as a file of a media type to keep. Returns whether the browser took it.
pub(crate) fn file(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_some()
}

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document.create_element("a").ok()?.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address).ok()
}
