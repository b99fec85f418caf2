//! A bar that repeats a number.

use leptos::prelude::*;

/// A bar as long as its share of the whole. It only repeats the number beside it, so that it is hidden from screen readers.
#[component]
pub(crate) fn Bar(
    /// The share, 0 to 1.
    share: f64,
) -> impl IntoView {
    // Tenths of a percent, in whole numbers: as short in the page as it is exact enough for a screen.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    let thousandths = (share.clamp(0.0, 1.0) * 1000.0) as u32;
    // The least amount is still to be seen; nothing is nothing.
    let thousandths = if share > 0.0 { thousandths.max(4) } else { 0 };
    view! {
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width=thousandths.to_string() height="10"></rect>
        </svg>
    }
}
