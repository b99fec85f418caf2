//! Cases that are like one another, and in what.

use super::{
    case::{CaseStudy, Section},
    corpus::Corpus,
    vocabulary::Facet,
};

/// How many cases at most are named as being like one.
const MOST: usize = 4;

/// What two cases can share. The trouble comes first: a reader looks for a problem before a tool.
const SHARED: [Facet; 3] = [Facet::Topic, Facet::Obstacle, Facet::Instrument];

/// How many shared values at most are named, and a value of how many cases is too common to be worth naming:
/// a third.
const NAMED: usize = 4;
const COMMON: usize = 3;

/// A case that is like another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness<'a> {
    /// The other case.
    pub case: &'a CaseStudy,
    /// What both have: filter and value, filter by filter, the rarest value of a filter first.
    pub shared: Vec<(Facet, &'a str)>,
}

/// The cases most like this one, without those that its record is connected with already.
///
/// A shared value counts the more, the fewer cases have it: 1 divided by their number; one that more than a
/// third of all cases have says nothing. Only cases with a shared topic are taken, because a shared tool
/// alone is no likeness.
pub fn like<'a>(corpus: &'a Corpus, case: &'a CaseStudy) -> Vec<Likeness<'a>> {
    let connected = |slug: &str| case.section(Section::Related).any(|block| block.slug == slug);
    let mut found: Vec<(f64, Likeness<'_>)> = Vec::new();
    for other in corpus.cases() {
        if other.slug == case.slug || connected(&other.slug) {
            continue;
        }
        let mut weight = 0.0;
        let mut shared = Vec::new();
        for facet in SHARED {
            let theirs = other.values(facet);
            let mut both: Vec<(&str, usize)> = Vec::new();
            for value in case.values(facet) {
                let cases = corpus.with_value(facet, value);
                let new = !both.iter().any(|(known, _)| *known == value);
                if new && theirs.contains(&value) && cases * COMMON <= corpus.cases().len() {
                    both.push((value, cases));
                }
            }
            both.sort_by_key(|(_, cases)| *cases);
            for (value, cases) in both {
                #[expect(clippy::cast_precision_loss, reason = "a few dozen cases")]
                let rarity = 1.0 / cases.max(1) as f64;
                weight += rarity;
                shared.push((facet, value));
            }
        }
        if shared.iter().any(|(facet, _)| *facet == Facet::Topic) {
            shared.truncate(NAMED);
            found.push((weight, Likeness { case: other, shared }));
        }
    }
    // Equal weights stay in the book's order.
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(MOST).map(|(_, likeness)| likeness).collect()
}
