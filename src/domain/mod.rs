//! What Ashar knows and decides, in plain Rust.
//!
//! Refuses: clocks, randomness, browsers and anything that is HTML. Data comes in as JSON (`data_files`), made natively from
//! `data/`, whose files only `data_files::write` and `validate` read; sentences for people come from [`crate::i18n`].

pub mod address;
pub mod assessment;
pub mod calendar;
pub mod case;
pub mod chunk;
pub mod colour;
pub mod contribution;
pub mod corpus;
pub mod data_error;
pub mod data_files;
pub mod dataset;
pub mod date;
pub mod deferred;
pub mod embed;
pub mod embed_options;
pub mod excerpt;
pub mod family;
pub mod filter;
pub mod glossary;
pub mod keyboard;
pub mod library;
pub mod likeness;
pub mod link_repair;
pub mod listing;
pub mod number;
pub mod route;
pub mod search;
pub mod stem;
pub mod table;
pub mod text;
pub mod thesaurus;
#[cfg(not(target_arch = "wasm32"))]
pub mod validate;
pub mod verification_code;
pub mod vocabulary;
