//! How an obstacle was met, or that the book does not say so.

use super::prose;
use crate::domain::{case::Block, glossary::Seen, words::key};
use leptos::prelude::*;

/// The sentence below an obstacle.
pub(crate) fn met(block: &Block, seen: &mut Seen) -> AnyView {
    match &block.met {
        Some(met) => view! {
            <p class="block__met"><strong>{key::BLOCK_MET.text()}</strong>" "{prose::explained(met, seen)}</p>
        }
        .into_any(),
        None => view! { <p class="block__met block__met--not">{key::BLOCK_UNMET.text()}</p> }.into_any(),
    }
}
