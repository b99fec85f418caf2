//! The editor's notes on a case.

use super::context::use_case;
use crate::{
    components::{
        rich_text::{RichText, SeenTerms},
        use_messages,
        view::each,
    },
    domain::case::{Block, Section},
    i18n::key,
};
use leptos::prelude::*;

/// The editor's notes on a block or another part of the case, in plain sight beside it.
#[component]
pub(super) fn NotesAbout(
    /// The id of the block, or of the part.
    id: &'static str,
) -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let figures = case.study.block(id).map(|block| &block.figures);
    let is_about = |note: &&Block| {
        let on_figure = figures.is_some_and(|all| all.iter().any(|figure| figure.id == note.about));
        note.about == id || on_figure
    };
    each(case.study.section(Section::Notes).filter(is_about), |note| {
        let text = case.explained(&note.text, &SeenTerms::default());
        view! {
            <p id=note.id.as_str() class="note">
                <strong>{messages.text(key::NOTE_LABEL)} ":"</strong>
                " "
                <RichText html=text/>
            </p>
        }
    })
}
