//! The search as a whole.

use super::{
    Found, Ranking,
    correction::{Correct, Corrector},
    expansion::Expander,
    explain,
    index::Index,
    parser::Parser,
    rank::Ranker,
    synonyms::Synonyms,
    terms::Question,
    thesaurus_index::ThesaurusIndex,
};
use crate::domain::{case::CaseStudy, thesaurus::Thesaurus, vocabulary::Vocabulary};
use std::ops::Range;

/// An index of cases, with what is needed to ask it.
///
/// A query is parsed into a [`Question`] once; searching and marking texts then go by that. A caller that marks many texts
/// keeps the question.
#[derive(Debug)]
pub struct Searcher {
    index: Index,
    thesaurus: ThesaurusIndex,
    synonyms: Synonyms,
    stopwords: Vec<String>,
    correction: Correction,
    ranking: Ranking,
}

/// What a search does about words that nobody knows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Correction(Option<&'static dyn Correct>);

impl Correction {
    /// Mistyped words are corrected, words run together parted, and what was typed in another alphabet or in another layout of
    /// the keyboard is understood. The default does nothing of that, so that who has no need of it need not have it.
    pub fn full() -> Self {
        Self(Some(&Corrector))
    }
}

impl Searcher {
    /// A searcher without cases. `stopwords`: words that a query does without.
    pub fn new(
        thesaurus: &Thesaurus,
        correction: Correction,
        stopwords: Vec<String>,
        ranking: Ranking,
    ) -> Self {
        let thesaurus = ThesaurusIndex::new(thesaurus);
        let synonyms = Synonyms::new(&thesaurus);
        Self { index: Index::default(), thesaurus, synonyms, stopwords, correction, ranking }
    }

    /// How many cases are indexed.
    pub fn len(&self) -> usize {
        self.index.cases.len()
    }

    /// Whether no case is indexed.
    pub fn is_empty(&self) -> bool {
        self.index.cases.is_empty()
    }

    /// Indexes one case more. Cases are added in the order in which equal hits are shown. Questions that were parsed before
    /// know nothing of its words.
    pub fn add(&mut self, case: &CaseStudy, vocabulary: &Vocabulary) {
        self.synonyms.clear();
        self.index.add(case, vocabulary);
    }

    fn parser(&self) -> Parser<'_> {
        Parser {
            index: &self.index,
            thesaurus: &self.thesaurus,
            stopwords: &self.stopwords,
            corrector: self.correction.0,
        }
    }

    /// Parses a query.
    pub fn question(&self, query: &str) -> Question {
        Expander { parser: self.parser(), synonyms: &self.synonyms }.question(query)
    }

    /// Searches. `None` for a query that does not ask for anything: an empty one, or one of stop words and marks only.
    pub fn search(&self, question: &Question) -> Option<Found> {
        Ranker { index: &self.index, ranking: &self.ranking }.search(question)
    }

    /// Searches for what a query means that was typed in the other layout of the keyboard, or copied out of an address.
    pub fn search_retyped(&self, query: &str) -> Option<Found> {
        let parser = self.parser();
        let meant = parser.corrected_by(|by| by.retyped(parser, query))?;
        let found = self.search(&self.question(&meant)).filter(|found| !found.hits.is_empty())?;
        Some(Found { retyped: Some(meant), ..found })
    }

    /// The words of any text that answer a query, as bytes of the text, whole words, in order.
    pub fn marks(&self, question: &Question, text: &str) -> Vec<Range<usize>> {
        explain::marks_in(&self.index, &question.terms, text)
    }

    /// The ids of the topics that the words of a query belong to or come near to, the nearest first.
    pub fn topics_near(&self, query: &str) -> Vec<String> {
        self.parser().topics_near(query)
    }
}
