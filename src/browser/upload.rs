//! A file that the person chooses.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// Bigger files hold no checks of ours: a full one has about five thousand bytes.
const BIGGEST: f64 = 2_000_000.0;

/// The text of the file that was just chosen in a field. `None` where none was, or it cannot be read.
pub(crate) async fn text(event: &Event) -> Option<String> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    if file.size() > BIGGEST {
        return None;
    }
    let text = JsFuture::from(file.text()).await.ok()?.as_string();
    // The same file again must be noticed, too.
    field.set_value("");
    text
}
