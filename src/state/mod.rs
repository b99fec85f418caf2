//! Reactive glue: what a person has done, and what follows from it. No rules and no browser calls of
//! its own: rules come from `domain`, and the few effects it asks for from `effects`.

pub(crate) mod app;
pub(crate) mod check;
