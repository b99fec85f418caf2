//! What is typed.

use web_sys::KeyboardEvent;

/// The name of a key, if it was pressed by itself: with none beside it, and not to choose or end a word that an
/// input method is putting together (Safari reports that last Enter as key 229 and no longer as composing).
pub(crate) fn alone(event: &KeyboardEvent) -> Option<String> {
    const COMPOSING: u32 = 229;
    let beside = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
    let composing = event.is_composing() || event.key_code() == COMPOSING;
    (!beside && !composing).then(|| event.key())
}
