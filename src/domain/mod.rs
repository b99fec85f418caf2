//! What Ashar knows and decides, in plain Rust.
//!
//! Refuses: clocks, randomness, browsers, files at run time, and anything that is HTML. Text comes in
//! from `data/` through the build script; sentences for people come from [`words`].

pub mod address;
mod bundle;
pub mod calendar;
pub mod case;
pub mod check_word;
pub mod checklist;
pub mod colour;
pub mod contribution;
pub mod corpus;
pub mod dataset;
pub mod date;
pub mod embed;
pub mod excerpt;
pub mod family;
pub mod filter;
pub mod glossary;
pub mod keyboard;
pub mod keyed;
pub mod late;
pub mod library;
pub mod likeness;
pub mod listing;
pub mod node;
pub mod number;
pub mod order;
pub mod part;
pub mod read;
pub mod route;
pub mod saved;
pub mod search;
pub mod snippet;
pub mod stem;
pub mod table;
pub mod text;
pub mod thesaurus;
pub mod vocabulary;

// Screens that are not components yet find the texts here.
pub use crate::i18n::compiled as words;
