//! Screens and parts of screens, written as HTML text.
//!
//! Text costs a fraction of a reactive view, and a native tool can write it to a file. The app puts it into
//! the page and writes it anew when what it shows has changed. What a tap does there (explain a word, take an
//! answer, print) is named by `data-act`, an [`Act`], and done by the app.

pub mod about;
pub mod case;
pub mod check;
pub mod difficulties;
pub mod embed;
pub mod factors;
pub mod frame;
pub mod glossary;
pub mod later;
pub(crate) mod links;
pub mod not_found;
pub mod notice;
pub mod offline;
mod parts;
pub mod reading;

use crate::domain::library::Library;
use std::ops::Range;

/// What a page is written with.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The data.
    pub library: &'a Library,
    /// Whether folded parts stand open because there is room for them.
    pub wide: bool,
    /// The search whose words are marked wherever they stand; empty for none.
    pub query: &'a str,
    /// Whether the page stands without script, so that nothing on it answers to a tap but links and folds.
    pub still: bool,
    /// Where the app stands.
    pub place: Place,
}

/// Where the app stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On a site of its own.
    Site,
    /// All in one file, with nothing beside it to lead to.
    File,
    /// In a frame on the page of somebody else, who may have laid something over it: nothing can be erased there by a tap, and
    /// nothing passed on.
    Guest,
}

impl Desk<'_> {
    /// Whether the page around learns how high this one is: then nothing may come or go with an answer.
    fn tells_height(&self) -> bool {
        self.place == Place::Guest
    }

    /// The bytes of a text to mark.
    fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.query.is_empty() { Vec::new() } else { self.library.marks(self.query, text) }
    }
}

/// What a tap on a control asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Opens and closes the explanation that follows the word.
    Term,
    /// Takes the answer of the check that the control's name and value say.
    Answer,
    /// Takes the answer to a warning sign.
    Flag,
    /// Takes why an answer is low.
    Why,
    /// Takes the number of raised hands.
    Hands,
    /// Shows one item, or a group of them, on a screen.
    Pace,
    /// Takes a choice of what is settled before a check, or for a partner's page.
    Choose,
    /// Begins a check.
    Begin,
    /// Goes to a field that something is said about.
    ToField,
    /// Takes up a check again.
    Open,
    /// Puts a step into the plan.
    Keep,
    /// Takes a field of the plan.
    Plan,
    /// Takes whether an action is done.
    Done,
    /// Takes the day to look again.
    Again,
    /// Compares with another check.
    Beside,
    /// Offers the check as JSON.
    FetchJson,
    /// Offers the check as a table.
    FetchCsv,
    /// Offers the days of the plan for a calendar.
    FetchCalendar,
    /// Reads checks from a file.
    ReadFile,
    /// Brings back what was erased.
    Undo,
    /// Forgets the answers that could not be read.
    DropAside,
    /// Prints one page of the result.
    PrintShort,
    /// Offers the answers that could not be read as a file.
    Fetch,
    /// Asks whether to erase the answers.
    EraseAsk,
    /// Erases them.
    EraseYes,
    /// Keeps them.
    EraseNo,
    /// Looks what is stored on the phone.
    Look,
    /// Stores every part of the app on the phone.
    KeepAll,
    /// Says the check word of a file.
    CheckWord,
    /// Puts the app on the home screen.
    Install,
    /// Does not, and is not asked again on this visit.
    InstallNo,
    /// Uses the version that waits.
    Update,
    /// Leaves the filters for the cases they leave.
    ShowCases,
    /// Leaves the head of the page for its content.
    Skip,
    /// Drops one filter value.
    Drop,
    /// Drops every filter.
    DropAll,
    /// Makes room for what is found: the box was touched.
    Search,
    /// Empties the search box.
    ClearQuery,
    /// Makes a file of the data, named by `data-file`, and offers it to keep.
    Save,
    /// Prints the page.
    Print,
    /// Fetches a part of the app again that did not arrive.
    FetchAgain,
    /// Passes the page's address on.
    Share,
    /// Takes the marks of a search away.
    Unmark,
    /// Opens the app in full, out of a frame.
    Full,
    /// Keeps the answers that came along in the address.
    TakeIn,
    /// Copies the code of the field named by `data-from`.
    Copy,
    /// Shows what a partner's page would show.
    Preview,
}

impl Act {
    /// All of them.
    const ALL: [Self; 47] = [
        Self::Term,
        Self::Answer,
        Self::Flag,
        Self::Why,
        Self::Hands,
        Self::Pace,
        Self::Choose,
        Self::Begin,
        Self::ToField,
        Self::Open,
        Self::Keep,
        Self::Plan,
        Self::Done,
        Self::Again,
        Self::Beside,
        Self::FetchJson,
        Self::FetchCsv,
        Self::FetchCalendar,
        Self::ReadFile,
        Self::Undo,
        Self::DropAside,
        Self::PrintShort,
        Self::Fetch,
        Self::EraseAsk,
        Self::EraseYes,
        Self::EraseNo,
        Self::Look,
        Self::KeepAll,
        Self::CheckWord,
        Self::Install,
        Self::InstallNo,
        Self::Update,
        Self::ShowCases,
        Self::Skip,
        Self::Drop,
        Self::DropAll,
        Self::Search,
        Self::ClearQuery,
        Self::Save,
        Self::Print,
        Self::FetchAgain,
        Self::Share,
        Self::Unmark,
        Self::Full,
        Self::TakeIn,
        Self::Copy,
        Self::Preview,
    ];

    /// The value of `data-act`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Answer => "answer",
            Self::Flag => "flag",
            Self::Why => "why",
            Self::Hands => "hands",
            Self::Pace => "pace",
            Self::Choose => "choose",
            Self::Begin => "begin",
            Self::ToField => "to-field",
            Self::Open => "open",
            Self::Keep => "keep",
            Self::Plan => "plan",
            Self::Done => "done",
            Self::Again => "again",
            Self::Beside => "beside",
            Self::FetchJson => "fetch-json",
            Self::FetchCsv => "fetch-csv",
            Self::FetchCalendar => "fetch-calendar",
            Self::ReadFile => "read-file",
            Self::Undo => "undo",
            Self::DropAside => "drop-aside",
            Self::PrintShort => "print-short",
            Self::Fetch => "fetch",
            Self::EraseAsk => "erase-ask",
            Self::EraseYes => "erase-yes",
            Self::EraseNo => "erase-no",
            Self::Look => "look",
            Self::KeepAll => "keep-all",
            Self::CheckWord => "check-word",
            Self::Install => "install",
            Self::InstallNo => "install-no",
            Self::Update => "update",
            Self::ShowCases => "show-cases",
            Self::Skip => "skip",
            Self::Drop => "drop",
            Self::DropAll => "drop-all",
            Self::Search => "search",
            Self::ClearQuery => "clear-query",
            Self::Save => "save",
            Self::Print => "print",
            Self::FetchAgain => "fetch-again",
            Self::Share => "share",
            Self::Unmark => "unmark",
            Self::Full => "full",
            Self::TakeIn => "take-in",
            Self::Copy => "copy",
            Self::Preview => "preview",
        }
    }

    /// The act with this value of `data-act`.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.id() == id)
    }
}
