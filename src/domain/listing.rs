//! The list of cases: what an address asks for, and everything that follows from it.

use super::{
    filter::Selection,
    library::Library,
    search::{Found, Hit},
    text,
    vocabulary::Facet,
};

/// The list as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// What was typed into the search box.
    pub query: String,
    /// The chosen filter values that there are.
    pub selection: Selection,
    /// Whether the query asks for anything; if not, every case is shown.
    pub asks: bool,
    /// What the search knew when it was asked ([`Library::knows`]).
    pub knew: (bool, bool),
    /// What the query finds, before the filters.
    pub found: Found,
    /// What is left of it by the filters.
    pub shown: Vec<Hit>,
    /// How many cases each value would leave, filter by filter ([`Facet::ALL`]) and value by value.
    pub counts: Vec<Vec<usize>>,
}

impl Listing {
    /// The list for a query and the filter values of an address. `before`: the list that was shown until now, whose
    /// search is not done again when only the filters have changed.
    pub fn of(library: &Library, query: &str, asked: &Selection, before: Option<&Self>) -> Self {
        let (selection, _) = asked.clone().known(&library.vocabulary);
        let knew = library.knows();
        let (found, asks) = match before {
            // An empty query is what a list begins with, before anything was looked for.
            Some(before) if before.query == query && before.knew == knew && !query.is_empty() => {
                (before.found.clone(), before.asks)
            }
            // Nothing is asked, and the search need not be ready.
            _ if query.is_empty() => (library.everything(), false),
            _ => match library.find(query) {
                Some(found) => (found, true),
                None => (library.everything(), false),
            },
        };
        let shown = library.filtered(&found, &selection);
        let cases = library.cases_of(&found);
        let counts = Facet::ALL.into_iter().map(|facet| {
            let values = library.vocabulary.facet(facet).map_or(&[][..], |list| &list.values);
            selection.counts(&cases, facet, values)
        });
        let counts = counts.collect();
        // A list that asks for nothing is the same whatever the search knows.
        let knew = if asks { knew } else { Default::default() };
        Self { query: query.to_owned(), selection, asks, knew, found, shown, counts }
    }

    /// What of the query was understood otherwise, as it was typed: mistyped words, or all of it.
    pub fn mistyped(&self) -> Vec<&str> {
        if self.found.retyped.is_some() {
            return vec![self.query.trim()];
        }
        let words = self.found.corrected.iter();
        words.map(|(typed, _)| text::as_written(&self.query, typed)).collect()
    }

    /// The query with its mistyped words as they were understood.
    pub fn corrected_query(&self) -> String {
        if let Some(meant) = &self.found.retyped {
            return meant.clone();
        }
        let mut meant = String::new();
        let mut at = 0;
        for token in text::tokens(&self.query) {
            let right = self.found.corrected.iter().find(|(typed, _)| *typed == token.word);
            if let (Some((_, right)), Some(before)) = (right, self.query.get(at..token.range.start))
            {
                meant.push_str(before);
                meant.push_str(right);
                at = token.range.end;
            }
        }
        meant.push_str(self.query.get(at..).unwrap_or_default());
        meant
    }

    /// How many cases a value would leave; `at` is its place in the filter's word list.
    pub fn count(&self, facet: Facet, at: usize) -> usize {
        self.counts.get(facet as usize).and_then(|counts| counts.get(at)).copied().unwrap_or(0)
    }

    /// How many values of a filter are chosen.
    pub fn chosen(&self, facet: Facet) -> usize {
        self.selection.iter().filter(|(known, _)| *known == facet).count()
    }
}
