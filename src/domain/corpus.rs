//! All cases, in the book's order.

use super::{
    case::{Block, CaseStudy},
    vocabulary::{Facet, Value, Vocabulary},
};
use std::cmp::Reverse;

/// Every case.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    cases: Vec<CaseStudy>,
}

impl Corpus {
    /// Puts cases into the book's order.
    pub fn new(mut cases: Vec<CaseStudy>) -> Self {
        cases.sort_by_key(|case| case.order);
        Self { cases }
    }

    /// All cases, in the book's order.
    pub fn cases(&self) -> &[CaseStudy] {
        &self.cases
    }

    /// The case with this slug.
    pub fn case(&self, slug: &str) -> Option<&CaseStudy> {
        self.cases.iter().find(|case| case.slug == slug)
    }

    /// The block that a reference such as `shazet#factor-open-assessment` points to.
    pub fn block(&self, reference: &str) -> Option<(&CaseStudy, &Block)> {
        let (slug, id) = reference.split_once('#')?;
        let case = self.case(slug)?;
        Some((case, case.block(id)?))
    }

    /// How many cases have this value in a filter.
    pub fn with_value(&self, facet: Facet, value: &str) -> usize {
        self.cases.iter().filter(|case| case.values(facet).contains(&value)).count()
    }

    /// The values of a filter that any case has, each with how many have it, the most common first;
    /// equal ones in the order of the word list.
    pub fn common<'a>(&self, facet: Facet, vocabulary: &'a Vocabulary) -> Vec<(&'a Value, usize)> {
        let mut values: Vec<(&Value, usize)> = vocabulary
            .facet(facet)
            .into_iter()
            .flat_map(|list| &list.values)
            .map(|value| (value, self.with_value(facet, &value.id)))
            .filter(|(_, count)| *count > 0)
            .collect();
        values.sort_by_key(|(_, count)| Reverse(*count));
        values
    }

    /// The cases that have a factor or lesson on this dimension.
    pub fn supporting(&self, dimension: &str) -> Vec<&CaseStudy> {
        let tagged = |block: &Block| block.dimensions.iter().any(|tag| tag == dimension);
        self.cases.iter().filter(|case| case.blocks.iter().any(tagged)).collect()
    }
}
