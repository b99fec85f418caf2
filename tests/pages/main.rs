//! Protects what stands on the pages: every text of the records, every link, and HTML that no browser has to mend. The
//! components are drawn natively, as for the reading edition.

#![cfg(feature = "ssr")]
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

#[path = "../support/held.rs"]
mod held;
#[path = "../support/page.rs"]
mod page;
#[path = "../support/mod.rs"]
mod support;

mod about;
mod blocks;
mod cards;
mod case;
mod check_all;
mod check_question;
mod check_result;
mod check_screens;
mod check_setup;
mod difficulties;
mod embed_builder;
mod everywhere;
mod factors;
mod filters;
mod glossary;
mod marks;
mod not_found;
mod reader;
mod search;
mod shown;

use ashar::{i18n::Messages, static_site::Renderer};

/// Draws the screens as on a phone.
fn renderer() -> Renderer {
    Renderer::new(support::library(), Messages::english())
}
