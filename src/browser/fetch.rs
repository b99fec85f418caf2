//! Fetching files of the app's own host, and what stands in the page in their place.

use super::dom;
use js_sys::Promise;
use std::future::Future;
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

#[wasm_bindgen]
extern "C" {
    /// The browser's own, called by its bare name: in the app as one file another one stands in its place
    /// (`xtask/one-file.js`).
    #[wasm_bindgen(catch)]
    fn fetch(address: &str, how: &RequestInit) -> Result<Promise, JsValue>;
}

/// Begins to fetch a file as text; the answer is waited for. `anew`: from the host, whatever the browser has kept of it.
/// `None`: it did not arrive.
pub(crate) fn text(address: &str, anew: bool) -> impl Future<Output = Option<String>> + use<> {
    let how = RequestInit::new();
    how.set_cache(if anew { RequestCache::Reload } else { RequestCache::Default });
    // Listened to from the beginning: a failure that nobody waits for is no fault of the page.
    let answer = fetch(address, &how).map(JsFuture::from);
    async move {
        let answer: Response = answer.ok()?.await.ok()?.dyn_into().ok()?;
        let text = answer.ok().then(|| answer.text())?.ok()?;
        JsFuture::from(text).await.ok()?.as_string()
    }
}

/// The text of the element with this id; `None` where there is none.
pub(crate) fn embedded(id: &str) -> Option<String> {
    dom::element(id)?.text_content()
}
