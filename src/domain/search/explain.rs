//! Where a case answers, which words to mark, and why they match.

use super::{
    Field, Hit, MatchReason, Part, Ranking,
    index::{Index, Indexed, Passage},
    index_of,
    terms::{Answer, Term},
};
use crate::domain::text;
use std::ops::Range;

/// The words of any text that answer a query, as bytes of the text, whole words, in order.
pub(super) fn marks_in(index: &Index, terms: &[Term], text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    text::each_token(text, |word, range| {
        // A word that the cases lack still parts the words beside it.
        words.push((index.known(word).unwrap_or(u32::MAX), range));
    });
    let block = String::new();
    let passage = Passage { case: 0, field: Field::Block, block, part: Part::Text, words };
    marks(terms, &passage)
}

/// Says where a case answers, and why.
#[derive(Clone, Copy)]
pub(super) struct Explainer<'a> {
    pub(super) index: &'a Index,
    pub(super) ranking: &'a Ranking,
}

impl Explainer<'_> {
    /// Finds the passage with text of its own that answers best, its matching words, and why they match.
    /// A case that matches by its title or labels alone shows its point.
    pub(super) fn explain(self, hit: &mut Hit, case: &Indexed, terms: &[Term], weights: &[f32]) {
        let passages = self.index.passages.get(case.passages.clone()).unwrap_or_default();
        let first = index_of(case.passages.start);
        let mut values = vec![0.0_f32; passages.len()];
        for (term, rarity) in terms.iter().zip(weights) {
            let mut surest = vec![0.0_f32; passages.len()];
            let within = first..index_of(case.passages.end);
            term.each_place(self.index, within, |_, posting, answer| {
                if let Some(known) = surest.get_mut((posting.passage - first) as usize) {
                    *known = known.max(self.ranking.quality(answer.match_kind));
                }
            });
            for (value, surest) in values.iter_mut().zip(surest) {
                *value += rarity * surest;
            }
        }
        let mut best: Option<(f32, &Passage)> = None;
        for (mut value, passage) in values.into_iter().zip(passages) {
            // What is said of another case is shown only where nothing of its own says the same.
            if passage.field == Field::Aside {
                value /= 2.0;
            }
            // Only a better one replaces: of equals the earlier, so the summary before its details.
            if !passage.block.is_empty() && best.is_none_or(|(known, _)| value > known) {
                best = Some((value, passage));
            }
        }
        let Some((_, passage)) = best else { return };
        hit.block.clone_from(&passage.block);
        hit.part = passage.part;
        if passage.part == Part::Label {
            return;
        }
        hit.marks = marks(terms, passage);
        for term in terms {
            if let Some(reason) = self.reason(term, passage)
                && !hit.reasons.contains(&reason)
            {
                hit.reasons.push(reason);
            }
        }
    }

    /// Why a passage answers a term, if only by other words than were typed.
    fn reason(self, term: &Term, passage: &Passage) -> Option<MatchReason> {
        let places = term.places(passage);
        let surest = places.iter().map(|(_, _, answer)| answer.match_kind).max()?;
        // Of equally sure places the longest, which says most.
        let best = places.into_iter().filter(|(_, _, answer)| answer.match_kind == surest);
        let (from, to, Answer { reason, .. }) = best.max_by_key(|(from, to, _)| to - from)?;
        let (typed, match_kind) = term.reasons.get(reason?)?.clone();
        let found = self.said(passage, from, to);
        (found != typed).then_some(MatchReason { typed, found, match_kind })
    }

    /// The words of a passage from one place to another, as they stand in the dictionary.
    fn said(self, passage: &Passage, from: usize, to: usize) -> String {
        let words =
            passage.words.iter().take(to).skip(from).map(|(place, _)| self.index.word(*place));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The words of a passage that answer any of the terms.
fn marks(terms: &[Term], passage: &Passage) -> Vec<Range<usize>> {
    let mut marked = vec![false; passage.words.len()];
    for term in terms {
        for (from, to, _) in term.places(passage) {
            marked.iter_mut().take(to).skip(from).for_each(|mark| *mark = true);
        }
    }
    let words = passage.words.iter().zip(marked);
    words.filter(|(_, mark)| *mark).map(|((_, range), _)| range.clone()).collect()
}
