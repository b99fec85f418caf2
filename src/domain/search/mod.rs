//! Full-text search over all cases.
//!
//! Every word of every case stands in one dictionary. A query becomes terms; each term knows the dictionary words
//! that answer it and in which [`Way`]: the word itself, another form of it, a beginning while it is typed, a name
//! spelt otherwise, or, only where nothing else is found, a word that is a typing mistake away. Cases with all the query's terms come first; a long question is content with most of them.
//! Ranking is BM25 by field (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
//! weighted fields", 2004). The order is total: score, then the book's order.
//!
//! Refuses: synonyms and other languages than the texts' (not built yet), and anything that depends on a clock.

mod query;
mod sound;
mod spelling;
mod terms;

use super::{
    case::CaseStudy,
    corpus::Corpus,
    order,
    text::{self, Token},
    vocabulary::{Facet, Vocabulary},
};
use std::{collections::BTreeMap, ops::Range};
use terms::Term;

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
    /// The summary.
    Summary,
    /// Any other text.
    Block,
}

/// How a word of a case answers a word of the query, the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// A typing mistake or two away.
    Corrected,
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

/// The numbers that decide the order of hits. Turning a weight up makes a word in that field count
/// more; zero makes the field silent. Range of weights: 0 to 10.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// Weight of each [`Field`], in its order.
    pub fields: [f32; 6],
    /// How soon repeating a word stops helping: 0 counts a word once however often it stands there,
    /// 10 lets repetition count almost fully. Usual range 0.5 to 2.
    pub saturation: f32,
    /// How much long texts are held back: 0 not at all, 1 in full proportion to their length.
    pub length: f32,
    /// What a word counts that answers in each [`Way`], in its order: 0 silences the way, 1 makes it as good as
    /// the word itself.
    pub ways: [f32; 6],
    /// What two neighbouring query words add where they also stand side by side in the text, as a share
    /// of their own worth: 0 nothing, 1 doubles them.
    pub neighbours: f32,
    /// How much of a long question's weight a case must have to be shown beside one that has more, 0 to 1:
    /// 0 shows every case with any of its words, 1 only the fullest.
    pub enough: f32,
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            fields: [6.0, 6.0, 5.0, 4.0, 3.0, 1.0],
            saturation: 1.2,
            length: 0.3,
            ways: [0.3, 0.5, 0.6, 0.7, 0.8, 1.0],
            neighbours: 0.3,
            enough: 0.6,
        }
    }
}

/// A question of more terms than this need not be answered in full.
const SHORT: usize = 3;

/// So many hits are shown with the place that answers best; the others open at their beginning.
const EXPLAINED: usize = 100;

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

/// A text of a case, indexed.
#[derive(Debug)]
struct Passage {
    field: Field,
    /// The block's id, `summary`, `organisation`, or empty for names and labels that are no block.
    block: String,
    part: Part,
    /// Dictionary places of its words, with their bytes in the original.
    words: Vec<(u32, Range<usize>)>,
}

#[derive(Debug)]
struct Indexed {
    slug: String,
    passages: Vec<Passage>,
    /// How many words each field has.
    lengths: [usize; 6],
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Posting {
    case: u32,
    passage: u32,
    at: u32,
}

/// The searchable form of the corpus.
#[derive(Debug)]
pub struct Index {
    /// Folded word → its place; sorted, so that words with one beginning stand together.
    dictionary: BTreeMap<String, u32>,
    /// Stem → the places of the words that share it.
    families: BTreeMap<String, Vec<u32>>,
    /// How a name sounds → the places of its spellings.
    names: BTreeMap<String, Vec<u32>>,
    /// By place: where the word stands.
    postings: Vec<Vec<Posting>>,
    cases: Vec<Indexed>,
    /// Mean number of words of each field.
    means: [f32; 6],
    stopwords: Vec<String>,
    ranking: Ranking,
}

/// A case that answers the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The case.
    pub slug: String,
    /// How well it answers; comparable only within one query.
    pub score: f32,
    /// The block that answers best: a block id, `summary` or `organisation`; empty where only the
    /// title or a label of the case matches.
    pub block: String,
    /// Which text of that block.
    pub part: Part,
    /// The bytes of that text that match, in order, whole words; none for a label, beside which the
    /// block's own text is shown.
    pub marks: Vec<Range<usize>>,
    /// Words of the query that stand otherwise in that text.
    pub because: Vec<Because>,
}

/// Why a text answers a word that does not stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The word as it was typed, folded.
    pub typed: String,
    /// What stands in the text instead.
    pub found: String,
    /// How the two belong together.
    pub way: Way,
}

impl Hit {
    /// The text to show beside the case's title: the one that [`Hit::marks`] are about.
    pub fn text<'a>(&self, case: &'a CaseStudy) -> &'a str {
        match (case.block(&self.block), self.part) {
            (Some(block), Part::Met) => block.met.as_deref().unwrap_or(&block.text),
            (Some(block), _) => &block.text,
            (None, _) if self.block == "organisation" => &case.organisation.text,
            (None, _) => &case.summary,
        }
    }

    /// The part of the case to open; `None` for its beginning.
    pub fn at(&self) -> Option<&str> {
        Some(self.block.as_str()).filter(|block| !["", "summary"].contains(block))
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
}

impl Index {
    /// Indexes every case. `stopwords` are little words that a query does without.
    pub fn build(
        corpus: &Corpus,
        vocabulary: &Vocabulary,
        stopwords: Vec<String>,
        ranking: Ranking,
    ) -> Self {
        let mut index = Self {
            dictionary: BTreeMap::new(),
            families: BTreeMap::new(),
            names: BTreeMap::new(),
            postings: Vec::new(),
            cases: Vec::new(),
            means: [0.0; 6],
            stopwords,
            ranking,
        };
        for case in corpus.cases() {
            index.add(case, vocabulary);
        }
        for field in 0..6 {
            let sum: usize = index.cases.iter().filter_map(|case| case.lengths.get(field)).sum();
            if let Some(mean) = index.means.get_mut(field) {
                *mean = float(sum) / float(index.cases.len().max(1));
            }
        }
        index
    }

    fn add(&mut self, case: &CaseStudy, vocabulary: &Vocabulary) {
        self.cases.push(Indexed { slug: case.slug.clone(), passages: Vec::new(), lengths: [0; 6] });
        let mut put = |field, block: &str, part, text: &str| self.put(field, block, part, text);
        put(Field::Title, "", Part::Label, &case.title);
        put(Field::Organisation, "", Part::Label, &case.organisation.name);
        for spelling in &case.organisation.spellings {
            put(Field::Organisation, "", Part::Label, spelling);
        }
        for place in &case.places {
            put(Field::Place, "", Part::Label, vocabulary.label(&["oblast"], &place.oblast));
            let names = place.rayon.iter().chain(&place.settlement).chain(&place.spellings);
            names.for_each(|name| put(Field::Place, "", Part::Label, name));
        }
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Oblast) {
            let mut values = case.values(facet);
            order::sort(&mut values, Ord::cmp);
            values.dedup();
            for value in values {
                put(Field::Topic, "", Part::Label, vocabulary.label(&[facet.id()], value));
            }
        }
        put(Field::Summary, "summary", Part::Text, &case.summary);
        put(Field::Block, "organisation", Part::Text, &case.organisation.text);
        for block in &case.blocks {
            put(Field::Block, &block.id, Part::Text, &block.text);
            put(Field::Block, &block.id, Part::Label, &block.name);
            put(Field::Block, &block.id, Part::Label, &block.role);
            if let Some(met) = &block.met {
                put(Field::Block, &block.id, Part::Met, met);
            }
        }
    }

    /// Indexes one text of the case that is being added.
    fn put(&mut self, field: Field, block: &str, part: Part, text: &str) {
        let case = index_of(self.cases.len().saturating_sub(1));
        let passage = index_of(self.cases.last().map_or(0, |case| case.passages.len()));
        let mut words = Vec::new();
        for (at, token) in text::tokens(text).into_iter().enumerate() {
            let place = self.place(&token);
            let name = matches!(field, Field::Organisation | Field::Place)
                || at > 0 && begins_with_capital(text, &token.range);
            if name {
                let spellings = self.names.entry(sound::key(&token.word)).or_default();
                if !spellings.contains(&place) {
                    spellings.push(place);
                }
            }
            if let Some(postings) = self.postings.get_mut(place as usize) {
                postings.push(Posting { case, passage, at: index_of(at) });
            }
            words.push((place, token.range));
        }
        if let Some(indexed) = self.cases.last_mut() {
            if let Some(length) = indexed.lengths.get_mut(field as usize) {
                *length += words.len();
            }
            indexed.passages.push(Passage { field, block: block.to_owned(), part, words });
        }
    }

    /// The dictionary place of a word, new or known.
    fn place(&mut self, token: &Token) -> u32 {
        if let Some(place) = self.dictionary.get(&token.word) {
            return *place;
        }
        let place = index_of(self.postings.len());
        self.dictionary.insert(token.word.clone(), place);
        self.postings.push(Vec::new());
        self.families.entry(text::stem(&token.word)).or_default().push(place);
        place
    }

    /// Whether a query asks for anything: an empty one, or one of little words and marks only, does not.
    pub fn asks(&self, query: &str) -> bool {
        !self.terms(query).0.is_empty()
    }

    /// The words of any text that answer the query, as bytes of the text, whole words, in order.
    pub fn marks(&self, query: &str, text: &str) -> Vec<Range<usize>> {
        let (terms, _) = self.terms(query);
        let tokens = text::tokens(text);
        let words = tokens.into_iter().filter_map(|token| {
            let place = self.dictionary.get(&token.word)?;
            Some((*place, token.range))
        });
        let passage = Passage {
            field: Field::Block,
            block: String::new(),
            part: Part::Text,
            words: words.collect(),
        };
        marks(&terms, &passage)
    }

    /// Searches. A query that does not ask for anything finds nothing.
    pub fn search(&self, query: &str) -> Found {
        let (terms, corrected) = self.terms(query);
        if terms.is_empty() {
            return Found::default();
        }
        let answers: Vec<Vec<[f32; 6]>> = terms.iter().map(|term| self.answers(term)).collect();
        let weights: Vec<f32> = answers.iter().map(|answers| rarity(answers)).collect();
        let whole: f32 = weights.iter().sum();
        let mut scored: Vec<(f32, f32, &Indexed)> = Vec::new();
        for (place, case) in self.cases.iter().enumerate() {
            let mut covered = 0.0;
            let mut score = 0.0;
            for (answers, weight) in answers.iter().zip(&weights) {
                let worth = answers.get(place).map_or(0.0, |fields| self.worth(case, fields));
                if worth > 0.0 {
                    covered += weight;
                    score += weight * worth / (self.ranking.saturation + worth);
                }
            }
            if covered > 0.0 {
                let share = if whole > 0.0 { covered / whole } else { 0.0 };
                score += self.side_by_side(case, &terms, &weights);
                scored.push((score * share * share, share, case));
            }
        }
        // Anything that lacks even the least telling term has less than this.
        let full = 1.0 - 0.5 * smallest_share(&weights, whole);
        let best = scored.iter().map(|(_, share, _)| *share).fold(0.0, f32::max);
        let partial = best < full;
        let least = match (terms.len() > SHORT, partial) {
            (true, _) => best * self.ranking.enough,
            (false, true) => 0.0,
            (false, false) => full,
        };
        // Sums in another order differ in the last digits.
        scored.retain(|(_, share, _)| *share + 1e-4 >= least);
        order::sort(&mut scored, |a, b| b.0.total_cmp(&a.0));
        let hits = scored.into_iter().enumerate().map(|(place, (score, _, case))| {
            let mut hit = Hit {
                slug: case.slug.clone(),
                score,
                block: String::new(),
                part: Part::default(),
                marks: Vec::new(),
                because: Vec::new(),
            };
            if place < EXPLAINED {
                self.explain(&mut hit, case, &terms, &weights);
            }
            hit
        });
        Found { hits: hits.collect(), partial, corrected }
    }

    fn quality(&self, way: Way) -> f32 {
        self.ranking.ways.get(way as usize).copied().unwrap_or(0.0)
    }

    /// How well each case answers a term in each field: the sum over the words that answer it, each by its way.
    fn answers(&self, term: &Term) -> Vec<[f32; 6]> {
        let mut answers = vec![[0.0_f32; 6]; self.cases.len()];
        let mut add = |posting: &Posting, way: Way, passage: &Passage| {
            let fields = answers.get_mut(posting.case as usize);
            if let Some(sum) = fields.and_then(|fields| fields.get_mut(passage.field as usize)) {
                *sum += self.quality(way);
            }
        };
        for (word, way) in &term.words {
            for posting in self.postings.get(*word as usize).into_iter().flatten() {
                if let Some(passage) = self.passage(posting) {
                    add(posting, *way, passage);
                }
            }
        }
        for (phrase, way) in &term.phrases {
            let firsts = phrase.first().into_iter().flatten();
            for posting in firsts.filter_map(|word| self.postings.get(*word as usize)).flatten() {
                if let Some(passage) = self.passage(posting)
                    && stands_at(passage, posting.at as usize, phrase)
                {
                    add(posting, *way, passage);
                }
            }
        }
        answers
    }

    fn passage(&self, posting: &Posting) -> Option<&Passage> {
        self.cases.get(posting.case as usize)?.passages.get(posting.passage as usize)
    }

    /// What a term's answers in the fields of a case are worth together.
    fn worth(&self, case: &Indexed, answers: &[f32; 6]) -> f32 {
        let fields = answers.iter().zip(&self.ranking.fields).zip(&case.lengths).zip(&self.means);
        fields
            .map(|(((sum, weight), length), mean)| {
                let share = float(*length) / mean.max(1.0);
                let held_back = 1.0 - self.ranking.length + self.ranking.length * share;
                weight * sum / held_back
            })
            .sum()
    }

    /// What a case earns by having neighbouring query words side by side, each pair once, where it
    /// weighs most.
    fn side_by_side(&self, case: &Indexed, terms: &[Term], weights: &[f32]) -> f32 {
        let mut earned = 0.0;
        let firsts = terms.iter().zip(weights);
        for ((first, rarity), (second, other)) in firsts.clone().zip(firsts.skip(1)) {
            let mut best = 0.0_f32;
            for passage in &case.passages {
                let mut pairs = passage.words.iter().zip(passage.words.iter().skip(1));
                if pairs.any(|((a, _), (b, _))| first.has(*a) && second.has(*b)) {
                    let field = passage.field as usize;
                    best = best.max(self.ranking.fields.get(field).copied().unwrap_or(0.0));
                }
            }
            let share = best / (self.ranking.saturation + best);
            earned += self.ranking.neighbours * (rarity + other) * share;
        }
        earned
    }

    /// Finds the passage with text of its own that answers best, its matching words, and why they match.
    /// A case that matches by its title or labels alone shows its summary.
    fn explain(&self, hit: &mut Hit, case: &Indexed, terms: &[Term], weights: &[f32]) {
        let mut best: Option<(f32, &Passage)> = None;
        for passage in case.passages.iter().filter(|passage| !passage.block.is_empty()) {
            let values = terms.iter().zip(weights).map(|(term, rarity)| {
                let ways = term.places(passage).into_iter().map(|(_, _, way)| self.quality(way));
                rarity * ways.fold(0.0_f32, f32::max)
            });
            let value: f32 = values.sum();
            // Only a better one replaces: of equals the earlier, so the summary before its details.
            if best.is_none_or(|(known, _)| value > known) {
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
            let places = term.places(passage);
            let surest = places.iter().map(|(_, _, way)| *way).max();
            if surest == Some(Way::Name) {
                let first = places.iter().find(|(_, _, way)| Some(*way) == surest);
                let found = first.map(|(from, to, _)| self.said(passage, *from, *to));
                let because = |found| Because { typed: term.typed.clone(), found, way: Way::Name };
                hit.because.extend(found.map(because));
            }
        }
    }

    /// The words of a passage from one place to another, as they stand in the dictionary.
    fn said(&self, passage: &Passage, from: usize, to: usize) -> String {
        let places = passage.words.iter().take(to).skip(from);
        let words = places.filter_map(|(place, _)| self.word(*place));
        words.collect::<Vec<_>>().join(" ")
    }

    fn word(&self, place: u32) -> Option<&str> {
        self.dictionary.iter().find(|(_, known)| **known == place).map(|(word, _)| word.as_str())
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

/// Whether a passage has the words of a phrase at this place, each in one of its forms.
fn stands_at(passage: &Passage, at: usize, phrase: &[Vec<u32>]) -> bool {
    let here = passage.words.get(at..at + phrase.len());
    here.is_some_and(|here| here.iter().zip(phrase).all(|((word, _), forms)| forms.contains(word)))
}

fn begins_with_capital(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
}

/// How much a term tells: the fewer cases have it, the more (inverse document frequency).
fn rarity(answers: &[[f32; 6]]) -> f32 {
    let all = float(answers.len());
    let with = answers.iter().filter(|fields| fields.iter().any(|sum| *sum > 0.0)).count();
    let with = float(with);
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

/// The share of the whole that the least telling term has.
fn smallest_share(weights: &[f32], whole: f32) -> f32 {
    let least = weights.iter().copied().fold(f32::MAX, f32::min);
    if whole > 0.0 { least / whole } else { 1.0 }
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
