//! Full-text search over all cases.
//!
//! Every word of every case stands in one dictionary (`index`). A query is parsed (`parser`): stop words go, mistyped ones
//! are corrected (`correction`), words run together are parted. What is left is expanded (`expansion`) into terms; each
//! knows the dictionary words that answer it and in which [`MatchKind`]: the word itself, another form of it, a beginning while it
//! is typed, a name spelt otherwise, another word for the same from the thesaurus (`synonyms`). Cases with all the query's
//! terms come first; a long question is content with most of them. Ranking (`rank`) is BM25 by field (Robertson, Zaragoza
//! and Taylor, "Simple BM25 extension to multiple weighted fields", 2004). The order is total: score, then the book's order.
//!
//! Corrections are done by a trait object, which the phone fetches later than the rest ([`Correction`]).
//!
//! [`Searcher`] holds all of this together; each step is a type of its own that borrows what it needs.
//!
//! Refuses: anything that depends on a clock or on earlier queries.

mod buckets;
mod correction;
mod expansion;
mod explain;
mod index;
mod keyboard_layout;
mod names;
mod parser;
mod phonetic;
mod query;
mod query_term;
mod rank;
mod searcher;
mod spelling;
mod synonyms;
mod terms;
mod thesaurus_index;

use super::case::CaseStudy;
pub use searcher::{Correction, Searcher};
use std::ops::Range;
pub use terms::Question;

/// The part of a case that a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The organisation's name and its other spellings.
    Organisation,
    /// Oblast, rayon, settlement and their spellings.
    Place,
    /// The names of the filter values the case has.
    Topic,
    /// The point and the summary.
    Summary,
    /// Any other text.
    Block,
    /// What is said of another case, or by the editor.
    Aside,
}

/// How many fields there are.
const FIELDS: usize = Field::Aside as usize + 1;

/// How a word of a case answers a word of the query, the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// A typing mistake or two away.
    Corrected,
    /// A word of a phrase by itself, or a name that is also a word: seldom what is meant.
    Near,
    /// It begins with what is being typed.
    Beginning,
    /// Another word for the same, in this or another language.
    Synonym,
    /// A name spelt otherwise, or in another alphabet.
    Name,
    /// Another form of the word.
    Form,
    /// The word itself.
    Same,
}

/// How many ways there are.
const MATCH_KINDS: usize = MatchKind::Same as usize + 1;

/// The numbers that decide the order of hits. Turning a weight up makes a word in that field count
/// more; zero makes the field silent. Range of weights: 0 to 10.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// Weight of each [`Field`], in its order.
    pub fields: [f32; FIELDS],
    /// How soon repeating a word stops helping: 0 counts a word once however often it stands there,
    /// 10 lets repetition count almost fully. Usual range 0.5 to 2.
    pub saturation: f32,
    /// How much long texts are held back: 0 not at all, 1 in full proportion to their length.
    pub length: f32,
    /// What a word counts that answers by each [`MatchKind`], in its order: 0 silences the kind, 1 makes it as good as
    /// the word itself.
    pub match_kinds: [f32; MATCH_KINDS],
    /// What a word counts that had to be corrected, beside others: 0 nothing, 1 as much as they.
    pub guess: f32,
    /// What less sure words add to a case that has surer ones: 0 nothing, 1 as if all were the word itself.
    pub company: f32,
    /// What two neighbouring query words add where they also stand side by side in the text, as a share
    /// of their own worth: 0 nothing, 1 doubles them.
    pub neighbours: f32,
    /// How much of a long question's weight a case must have to be shown beside one that has more, 0 to 1:
    /// 0 shows every case with any of its words, 1 only the fullest.
    pub enough: f32,
}

impl Ranking {
    /// What a way of answering counts.
    fn quality(&self, match_kind: MatchKind) -> f32 {
        self.match_kinds.get(match_kind as usize).copied().unwrap_or(0.0)
    }
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            fields: [6.0, 6.0, 5.0, 4.0, 3.0, 1.0, 0.2],
            saturation: 1.2,
            length: 0.3,
            match_kinds: [0.3, 0.3, 0.5, 0.6, 0.7, 0.8, 1.0],
            guess: 0.5,
            company: 0.1,
            neighbours: 0.3,
            enough: 0.6,
        }
    }
}

/// Which text of a block matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The text itself.
    #[default]
    Text,
    /// How an obstacle was met.
    Met,
    /// A name or role that stands above the text.
    Label,
}

/// A case that answers the query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// The case.
    pub slug: String,
    /// How well it answers; comparable only within one query.
    pub score: f32,
    /// The block that answers best: a block id, `point`, `summary` or `organisation`; empty where only the
    /// title or a label of the case matches.
    pub block: String,
    /// Which text of that block.
    pub part: Part,
    /// The bytes of that text that match, in order, whole words; none for a label, beside which the
    /// block's own text is shown.
    pub marks: Vec<Range<usize>>,
    /// Words of the query that stand otherwise in that text.
    pub reasons: Vec<MatchReason>,
}

/// Why a text answers a word that does not stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchReason {
    /// The word as it was typed, folded.
    pub typed: String,
    /// What stands in the text instead.
    pub found: String,
    /// How the two belong together.
    pub match_kind: MatchKind,
}

impl Hit {
    /// The text to show beside the case's title: the one that [`Hit::marks`] are about.
    pub fn text<'a>(&self, case: &'a CaseStudy) -> &'a str {
        match (case.block(&self.block), self.part) {
            (Some(block), Part::Met) => block.met.as_deref().unwrap_or(&block.text),
            (Some(block), _) => &block.text,
            (None, _) if self.block == "organisation" => &case.organisation.text,
            (None, _) if self.block == "summary" => &case.summary,
            (None, _) => &case.point.text,
        }
    }

    /// The part of the case to open; `None` for its beginning.
    pub fn at(&self) -> Option<&str> {
        Some(self.block.as_str()).filter(|block| !["", "point", "summary"].contains(block))
    }
}

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// Whether no case has all the words, so that these have only some.
    pub partial: bool,
    /// Words that stand nowhere, as they were typed, and what was looked for instead.
    pub corrected: Vec<(String, String)>,
    /// The query as it was meant, where it was typed in the other layout of the keyboard or copied out of an address, and that was
    /// looked for instead.
    pub retyped: Option<String>,
}

/// Places and counts fit into 32 bits: the texts have thousands of words, not thousands of millions.
fn index_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Counts of words and cases are far below the 16 million that a 32-bit float holds exactly.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn float(count: usize) -> f32 {
    count as f32
}
