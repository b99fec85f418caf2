//! What a person has done, and what follows from it: contexts with signals and memos. No rules and no browser calls of its
//! own: rules come from `domain`, and the few services it asks for from `browser`.

pub(crate) mod app;
pub(crate) mod assessments;
pub mod browse;
pub mod dialogs;
pub(crate) mod language;
pub(crate) mod memo;
pub mod render;
