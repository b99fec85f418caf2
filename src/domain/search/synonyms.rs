//! The words of the cases that stand for each concept of the thesaurus.

use super::{
    index::{Index, Row},
    thesaurus_index::{Known, ThesaurusIndex},
};
use std::cell::OnceCell;

/// What answers each concept: rows of words, each word in any of its forms. Made when first asked for.
#[derive(Debug, Default)]
pub(super) struct Synonyms(Vec<OnceCell<Vec<Row>>>);

impl Synonyms {
    /// For a thesaurus, and an index that has just changed.
    pub(super) fn new(thesaurus: &ThesaurusIndex) -> Self {
        Self(vec![OnceCell::new(); thesaurus.concepts()])
    }

    /// Forgets everything, because the index has changed.
    pub(super) fn clear(&mut self) {
        self.0.iter_mut().for_each(|rows| drop(rows.take()));
    }

    /// What answers a concept.
    pub(super) fn rows(&self, index: &Index, thesaurus: &ThesaurusIndex, concept: usize) -> &[Row] {
        let Some(rows) = self.0.get(concept) else { return &[] };
        rows.get_or_init(|| {
            let rows = thesaurus.members(concept).iter().map(|member| {
                let forms = |known: &Known| index.forms_in(&known.word, member.language);
                thesaurus.words_of(member).iter().map(forms).collect::<Row>()
            });
            rows.filter(|row| row.iter().all(|forms| !forms.is_empty())).collect()
        })
    }
}
