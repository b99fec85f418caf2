//! Pages that only show, written as HTML text.
//!
//! A reader changes nothing on them, so they need no reactive view: the app puts the text into the page,
//! and a native tool can write it to a file. What a tap does there (explain a word, print, save a file) is
//! named by `data-act`, one of [`act`], and done by the app.

pub mod about;
pub mod cards;
pub mod case;
pub mod check;
pub mod difficulties;
pub mod factors;
pub mod glossary;
pub mod not_found;
pub mod notice;
pub mod offline;
mod parts;
pub mod result;

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
    /// Takes the answer of the check that the control's name and value say.
    pub const ANSWER: &str = "answer";
    /// Takes the answer to a warning sign.
    pub const FLAG: &str = "flag";
    /// Offers the answers that could not be read as a file.
    pub const FETCH: &str = "fetch";
    /// Asks whether to erase the answers.
    pub const ERASE_ASK: &str = "erase-ask";
    /// Erases them.
    pub const ERASE_YES: &str = "erase-yes";
    /// Keeps them.
    pub const ERASE_NO: &str = "erase-no";
    /// Looks what is stored on the phone.
    pub const LOOK: &str = "look";
    /// Uses the version that waits.
    pub const UPDATE: &str = "update";
    /// Drops one filter value.
    pub const DROP: &str = "drop";
    /// Drops every filter.
    pub const DROP_ALL: &str = "drop-all";
    /// Empties the search box.
    pub const CLEAR_QUERY: &str = "clear-query";
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
