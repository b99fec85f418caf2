//! What is typed.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// The name of a key, if it was pressed by itself: with none beside it, and not to choose or end a word that an
/// input method is putting together (Safari reports that last Enter as key 229 and no longer as composing).
pub(crate) fn alone(event: &Event) -> Option<String> {
    const COMPOSING: u32 = 229;
    let event: &KeyboardEvent = event.dyn_ref()?;
    let beside = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
    let composing = event.is_composing() || event.key_code() == COMPOSING;
    (!beside && !composing).then(|| event.key())
}

/// The field that was typed into or ticked: its id, its name, and what it now says.
pub(crate) fn field(event: &Event) -> Option<(String, String, String)> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Some((field.id(), field.name(), field.value()))
}
