//! Pages that only show, written as HTML text.
//!
//! A reader changes nothing on them, so they need no reactive view: the app puts the text into the page,
//! and a native tool can write it to a file. What a tap does there (explain a word, print, save a file) is
//! named by `data-act`, one of [`act`], and done by the app.

pub mod about;
pub mod cards;
pub mod case;
pub mod difficulties;
pub mod factors;
pub mod glossary;
pub mod not_found;
mod parts;
pub mod result;

pub use parts::place_line;

use crate::domain::library::Library;

/// What a page is written with.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The data.
    pub library: &'a Library,
    /// Whether folded parts stand open because there is room for them.
    pub wide: bool,
}

/// What a tap on a control of these pages asks for: the value of its `data-act`.
pub mod act {
    /// Opens and closes the explanation that follows the word.
    pub const TERM: &str = "term";
    /// Makes a file of the data, named by `data-file`, and offers it to keep.
    pub const SAVE: &str = "save";
    /// Prints the page.
    pub const PRINT: &str = "print";
    /// Passes the page's address on.
    pub const SHARE: &str = "share";
}

/// The sign of the app, as a drawing.
pub fn tunduk() -> String {
    parts::tunduk().into_string()
}
