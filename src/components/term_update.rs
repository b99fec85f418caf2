//! What became of a local term after 2006.

use super::rich_text::{RichText, use_text_renderer};
use crate::domain::glossary::Now;
use leptos::prelude::*;

/// What a term is called now or how it has changed, and who says so.
#[component]
pub(crate) fn TermUpdate(
    /// What has changed.
    now: &'static Now,
) -> impl IntoView {
    view! { <RichText html=use_text_renderer().since(now)/> }
}
