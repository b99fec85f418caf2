//! What stands in a text field whose content is stored at every letter.

use crate::state::memo::memo;
use leptos::prelude::*;

/// The text of the field: what is typed as long as it means what is stored, and what is stored once that has changed
/// elsewhere, such as in another tab. So nothing that is being typed is replaced by the form in which it is stored.
///
/// `means`: whether a typed text means a stored one.
pub(crate) fn field_text(
    typed: RwSignal<String>,
    stored: Signal<String>,
    means: fn(typed: &str, stored: &str) -> bool,
) -> Memo<String> {
    memo(move || {
        let (typed, stored) = (typed.get(), stored.get());
        if means(&typed, &stored) { typed } else { stored }
    })
}
