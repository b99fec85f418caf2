//! Filtering by the seven facets: several values of one facet widen, several facets narrow.

use super::{
    case::CaseStudy,
    vocabulary::{Facet, Value, Vocabulary},
};
use std::cmp::Reverse;

/// The chosen values of every filter, without doubles, sorted by filter and value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: Vec<(Facet, String)>,
}

impl Selection {
    /// Whether nothing is chosen, so that every case passes.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// How many values are chosen.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// The chosen values, filter by filter in the order they are shown.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.chosen.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// Whether this value is chosen.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.iter().any(|known| known == (facet, value))
    }

    /// The selection with one value more.
    #[must_use]
    pub fn with(mut self, facet: Facet, value: &str) -> Self {
        if !self.has(facet, value) {
            let before = self.iter().take_while(|known| *known < (facet, value)).count();
            self.chosen.insert(before, (facet, value.to_owned()));
        }
        self
    }

    /// The selection with one value less.
    #[must_use]
    pub fn without(mut self, facet: Facet, value: &str) -> Self {
        self.chosen.retain(|(known, chosen)| *known != facet || chosen != value);
        self
    }

    /// The selection with this value turned over: chosen if it was not, and the other way round.
    #[must_use]
    pub fn toggled(self, facet: Facet, value: &str) -> Self {
        if self.has(facet, value) { self.without(facet, value) } else { self.with(facet, value) }
    }

    /// The selection with one filter left free.
    #[must_use]
    pub fn without_facet(mut self, facet: Facet) -> Self {
        self.chosen.retain(|(known, _)| *known != facet);
        self
    }

    /// The part that the vocabulary knows, and the values that it does not.
    pub fn known(self, vocabulary: &Vocabulary) -> (Self, Vec<String>) {
        let mut known = Self::default();
        let mut unknown = Vec::new();
        for (facet, value) in self.iter() {
            if vocabulary.facet(facet).is_some_and(|list| list.value(value).is_some()) {
                known = known.with(facet, value);
            } else {
                unknown.push(value.to_owned());
            }
        }
        (known, unknown)
    }

    /// Whether a case has, for every filter with chosen values, at least one of them.
    pub fn admits(&self, case: &CaseStudy) -> bool {
        self.chosen
            .iter()
            .all(|(facet, _)| case.values(*facet).into_iter().any(|value| self.has(*facet, value)))
    }

    /// How many of the cases would be left by each of these values of a filter, if it were chosen as well (or alone in its
    /// filter).
    ///
    /// Values of one filter widen, so the count is of the cases that have this value and pass all the
    /// other filters: what the value would add, whether or not its neighbours are chosen.
    pub fn counts(&self, cases: &[&CaseStudy], facet: Facet, values: &[Value]) -> Vec<usize> {
        let others = self.clone().without_facet(facet);
        let admitted = cases.iter().filter(|case| others.admits(case));
        let found: Vec<Vec<&str>> = admitted.map(|case| case.values(facet)).collect();
        let count = |value: &Value| {
            found.iter().filter(|values| values.contains(&value.id.as_str())).count()
        };
        values.iter().map(count).collect()
    }

    /// For an empty list: every chosen value that brings cases back when it is dropped, with how many,
    /// the most helpful first.
    pub fn ways_out(&self, cases: &[&CaseStudy]) -> Vec<(Facet, String, usize)> {
        let mut ways: Vec<_> = self
            .iter()
            .map(|(facet, value)| {
                let wider = self.clone().without(facet, value);
                let left = cases.iter().filter(|case| wider.admits(case)).count();
                (facet, value.to_owned(), left)
            })
            .filter(|(_, _, left)| *left > 0)
            .collect();
        // The selection gives them in a stable order, which equal ones keep.
        ways.sort_by_key(|(.., left)| Reverse(*left));
        ways
    }
}
