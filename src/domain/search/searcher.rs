//! The search as a whole.

use super::{
    Found, Ranking, expansion::Expander, explain, index::Index, keyboard_layout, parser::Parser,
    rank::Ranker, synonyms::Synonyms, terms::Question, thesaurus_index::ThesaurusIndex,
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
    ranking: Ranking,
}

impl Searcher {
    /// A searcher without cases. `stopwords`: words that a query does without.
    pub fn new(thesaurus: &Thesaurus, stopwords: Vec<String>, ranking: Ranking) -> Self {
        let thesaurus = ThesaurusIndex::new(thesaurus);
        let synonyms = Synonyms::new(&thesaurus);
        Self { index: Index::default(), thesaurus, synonyms, stopwords, ranking }
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
        Parser { index: &self.index, thesaurus: &self.thesaurus, stopwords: &self.stopwords }
    }

    /// Parses a query.
    pub fn question(&self, query: &str) -> Question {
        Expander { parser: self.parser(), synonyms: &self.synonyms }.question(query)
    }

    /// Searches. `None` for a query that does not ask for anything: an empty one, or one of stop words and marks only.
    pub fn search(&self, question: &Question) -> Option<Found> {
        Ranker { index: &self.index, ranking: &self.ranking }.search(question)
    }

    /// Searches for what the same keys write in the other layout of the keyboard, if that is words that the cases or the thesaurus
    /// have.
    pub fn search_retyped(&self, query: &str) -> Option<Found> {
        let meant = keyboard_layout::retyped(query).filter(|text| self.parser().knows_all(text))?;
        let found = self.search(&self.question(&meant)).filter(|found| !found.hits.is_empty())?;
        let corrected = vec![(query.trim().to_owned(), meant)];
        Some(Found { corrected, ..found })
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
