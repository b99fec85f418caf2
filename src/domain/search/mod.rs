//! Full-text search over all cases.
//!
//! Every word of every case stands in one dictionary with its stem. A query word matches dictionary
//! words that are equal, share its stem, or (the last word, while typing) begin with it. Cases with all
//! the query's words come first; only when there is none, those with some are offered, and marked so.
//! Ranking is BM25 by field (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
//! weighted fields", 2004). The order is total: score, then the book's order.
//!
//! Refuses: synonyms and typing mistakes (not built yet), and anything that depends on a clock.

use super::{
    case::CaseStudy,
    corpus::Corpus,
    order,
    text::{self, Token},
    vocabulary::{Facet, Vocabulary},
};
use std::collections::BTreeMap;

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
    /// What a word with the same stem counts beside the word itself, 0 to 1.
    pub stem: f32,
    /// What a word that only begins with the last query word counts, 0 to 1.
    pub prefix: f32,
    /// What two neighbouring query words add where they also stand side by side in the text, as a share
    /// of their own worth: 0 nothing, 1 doubles them.
    pub neighbours: f32,
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            fields: [6.0, 6.0, 5.0, 4.0, 3.0, 1.0],
            saturation: 1.2,
            length: 0.3,
            stem: 0.8,
            prefix: 0.5,
            neighbours: 0.3,
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

/// A text of a case, indexed.
#[derive(Debug)]
struct Passage {
    field: Field,
    /// The block's id, `summary`, `organisation`, or empty for names and labels that are no block.
    block: String,
    part: Part,
    /// Dictionary places of its words, with their bytes in the original.
    words: Vec<(u32, std::ops::Range<usize>)>,
}

#[derive(Debug)]
struct Indexed {
    slug: String,
    passages: Vec<Passage>,
    /// How many words each field has.
    lengths: [usize; 6],
}

/// The searchable form of the corpus.
#[derive(Debug)]
pub struct Index {
    /// Folded word → its place; sorted, so that words with one beginning stand together.
    dictionary: BTreeMap<String, u32>,
    /// Stem → its place in `families`.
    stems: BTreeMap<String, u32>,
    /// The places of the words that share a stem.
    families: Vec<Vec<u32>>,
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
    pub marks: Vec<std::ops::Range<usize>>,
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
}

/// How well each dictionary word, by its place, matches one word of the query: 0 (not) to 1.
struct Matches(Vec<f32>);

impl Matches {
    fn quality(&self, place: u32) -> f32 {
        usize::try_from(place).ok().and_then(|place| self.0.get(place)).copied().unwrap_or(0.0)
    }

    fn has(&self, place: u32) -> bool {
        self.quality(place) > 0.0
    }

    /// Notes how well a word matches; of several reasons the best counts.
    fn note(&mut self, place: u32, quality: f32) {
        let known = usize::try_from(place).ok().and_then(|place| self.0.get_mut(place));
        if let Some(known) = known {
            *known = known.max(quality);
        }
    }
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
            stems: BTreeMap::new(),
            families: Vec::new(),
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
        let mut indexed =
            Indexed { slug: case.slug.clone(), passages: Vec::new(), lengths: [0; 6] };
        let mut put = |field: Field, block: &str, part: Part, text: &str| {
            let words: Vec<_> = text::tokens(text)
                .into_iter()
                .map(|token| (self.place(&token), token.range))
                .collect();
            if let Some(length) = indexed.lengths.get_mut(field as usize) {
                *length += words.len();
            }
            indexed.passages.push(Passage { field, block: block.to_owned(), part, words });
        };
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
        self.cases.push(indexed);
    }

    /// The dictionary place of a word, new or known.
    fn place(&mut self, token: &Token) -> u32 {
        let (place, new) = number(&mut self.dictionary, token.word.clone());
        if new {
            let (family, new) = number(&mut self.stems, text::stem(&token.word));
            if new {
                self.families.push(Vec::new());
            }
            if let Some(family) = self.families.get_mut(family as usize) {
                family.push(place);
            }
        }
        place
    }

    /// Whether a query asks for anything: an empty one, or one of little words and marks only, does not.
    pub fn asks(&self, query: &str) -> bool {
        !self.content(query).is_empty()
    }

    /// The words of a query that count, each with whether it is still being typed: the last one, unless
    /// a blank or a mark stands behind it.
    fn content(&self, query: &str) -> Vec<(String, bool)> {
        let mut words: Vec<(String, bool)> = Vec::new();
        for token in text::tokens(query) {
            let unfinished = token.range.end == query.len();
            let known = words.iter().any(|(word, _)| *word == token.word);
            if !known && !self.stopwords.contains(&token.word) {
                words.push((token.word, unfinished));
            }
        }
        words
    }

    /// Searches. A query that does not ask for anything finds nothing.
    pub fn search(&self, query: &str) -> Found {
        let words = self.content(query);
        let wanted: Vec<Matches> =
            words.iter().map(|(word, unfinished)| self.matches(word, *unfinished)).collect();
        if wanted.is_empty() {
            return Found::default();
        }
        let weights = self.rarity(&wanted);
        let mut scored: Vec<(usize, f32, &Indexed)> = self
            .cases
            .iter()
            .map(|case| {
                let (covered, score) = self.score(case, &wanted, &weights);
                (covered, score, case)
            })
            .filter(|(covered, ..)| *covered > 0)
            .collect();
        let full = scored.iter().any(|(covered, ..)| *covered == wanted.len());
        if full {
            scored.retain(|(covered, ..)| *covered == wanted.len());
        }
        order::sort(&mut scored, |a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
        let hits = scored
            .into_iter()
            .map(|(_, score, case)| {
                let (block, part, marks) = best_passage(case, &wanted, &weights);
                Hit { slug: case.slug.clone(), score, block, part, marks }
            })
            .collect();
        Found { hits, partial: !full }
    }

    /// The dictionary words a query word stands for.
    fn matches(&self, word: &str, unfinished: bool) -> Matches {
        let mut found = Matches(vec![0.0; self.dictionary.len()]);
        if unfinished {
            let known = self.dictionary.range(word.to_owned()..);
            for (_, place) in known.take_while(|(known, _)| known.starts_with(word)) {
                found.note(*place, self.ranking.prefix);
            }
        }
        let family =
            self.stems.get(&text::stem(word)).and_then(|at| self.families.get(*at as usize));
        for place in family.into_iter().flatten() {
            found.note(*place, self.ranking.stem);
        }
        if let Some(place) = self.dictionary.get(word) {
            found.note(*place, 1.0);
        }
        found
    }

    /// How much each query word tells: rare words tell more (inverse document frequency).
    fn rarity(&self, wanted: &[Matches]) -> Vec<f32> {
        let all = float(self.cases.len());
        wanted
            .iter()
            .map(|matches| {
                let with = self.cases.iter().filter(|case| {
                    case.passages
                        .iter()
                        .any(|passage| passage.words.iter().any(|(place, _)| matches.has(*place)))
                });
                let with = float(with.count());
                (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
            })
            .collect()
    }

    /// How many query words a case has, and how well it answers them.
    fn score(&self, case: &Indexed, wanted: &[Matches], weights: &[f32]) -> (usize, f32) {
        let mut covered = 0;
        let mut score = 0.0;
        for (matches, rarity) in wanted.iter().zip(weights) {
            let mut frequency = 0.0;
            for passage in &case.passages {
                let field = passage.field as usize;
                let weight = self.ranking.fields.get(field).copied().unwrap_or(0.0);
                let length = float(case.lengths.get(field).copied().unwrap_or(0));
                let mean = self.means.get(field).copied().unwrap_or(1.0).max(1.0);
                let held_back = 1.0 - self.ranking.length + self.ranking.length * length / mean;
                let quality: f32 =
                    passage.words.iter().map(|(place, _)| matches.quality(*place)).sum();
                frequency += weight * quality / held_back;
            }
            if frequency > 0.0 {
                covered += 1;
                score += rarity * frequency / (self.ranking.saturation + frequency);
            }
        }
        (covered, score + self.side_by_side(case, wanted, weights))
    }

    /// What a case earns by having neighbouring query words side by side, each pair once, where it
    /// weighs most.
    fn side_by_side(&self, case: &Indexed, wanted: &[Matches], weights: &[f32]) -> f32 {
        let mut earned = 0.0;
        let firsts = wanted.iter().zip(weights);
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
}

/// The passage with text of its own that answers best, and its matching words. A case that matches by
/// its title or labels alone shows its summary.
fn best_passage(
    case: &Indexed,
    wanted: &[Matches],
    weights: &[f32],
) -> (String, Part, Vec<std::ops::Range<usize>>) {
    let mut best: Option<(f32, &Passage)> = None;
    for passage in case.passages.iter().filter(|passage| !passage.block.is_empty()) {
        let mut value = 0.0;
        for (matches, rarity) in wanted.iter().zip(weights) {
            let qualities = passage.words.iter().map(|(place, _)| matches.quality(*place));
            value += rarity * qualities.fold(0.0_f32, f32::max);
        }
        // Only a better one replaces: of equals the earlier, so the summary before its details.
        if best.is_none_or(|(known, _)| value > known) {
            best = Some((value, passage));
        }
    }
    best.map_or_else(Default::default, |(_, passage)| {
        let marks = passage
            .words
            .iter()
            .filter(|_| passage.part != Part::Label)
            .filter(|(place, _)| wanted.iter().any(|matches| matches.has(*place)))
            .map(|(_, range)| range.clone())
            .collect();
        (passage.block.clone(), passage.part, marks)
    })
}

/// The number of a word in a map that numbers words as they come, and whether it is new.
fn number(map: &mut BTreeMap<String, u32>, word: String) -> (u32, bool) {
    if let Some(number) = map.get(&word) {
        return (*number, false);
    }
    let number = u32::try_from(map.len()).unwrap_or(u32::MAX);
    map.insert(word, number);
    (number, true)
}

/// Counts of words and cases are far below the 16 million that a 32-bit float holds exactly.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn float(count: usize) -> f32 {
    count as f32
}
