//! The searchable form of the cases: every word in one dictionary, with the places where it stands.

use super::{
    FIELDS, Field, Part,
    buckets::{self, Buckets},
    float, index_of, phonetic,
};
use crate::domain::{
    case::{CaseStudy, Section},
    stem::{self, Language, Start, Stemmed},
    text,
    vocabulary::{Facet, Vocabulary},
};
use std::{cell::OnceCell, ops::Range};

/// A word of the cases.
#[derive(Debug)]
pub(super) struct Entry {
    /// Folded, with its stems.
    pub(super) word: Stemmed,
    /// How often it stands.
    pub(super) count: usize,
    /// The link of where it stands last, see [`Index::stands`].
    last: u32,
    /// Where it stands, in order; made when it is first asked for, because few words ever are.
    postings: OnceCell<Vec<Posting>>,
    /// Whether it stands somewhere as a name, or as part of one.
    named: bool,
    /// Whether it stands somewhere in small letters, and so is a word like others.
    pub(super) common: bool,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) passage: u32,
    /// The number of the word in the passage.
    pub(super) at: u32,
}

/// A text of a case, indexed.
#[derive(Debug)]
pub(super) struct Passage {
    /// The place of its case.
    pub(super) case: u32,
    pub(super) field: Field,
    /// The block's id, `point`, `summary`, `organisation`, or empty for names and labels that are no block.
    pub(super) block: String,
    pub(super) part: Part,
    /// Dictionary places of its words, with their bytes in the original.
    pub(super) words: Vec<(u32, Range<usize>)>,
}

/// A case, indexed.
#[derive(Debug)]
pub(super) struct Indexed {
    pub(super) slug: String,
    /// Its passages.
    pub(super) passages: Range<usize>,
    /// How many words each field has.
    pub(super) lengths: [usize; FIELDS],
}

/// A word in any of its forms, or several such words side by side.
pub(super) type Row = Vec<Vec<u32>>;

/// The dictionary of all words of the cases, with where each stands.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The dictionary.
    pub(super) entries: Vec<Entry>,
    /// Where the words stand, in the order of the texts, each with the link of where the same word stood before: one row
    /// for all, where a list for each word would be moved again and again while it grows.
    stands: Vec<(Posting, u32)>,
    /// The places of the words in the dictionary, by the word and by its start.
    places: Buckets,
    starts: Buckets,
    /// How each name sounds, and its place; made when it is first asked for.
    phonetic_names: OnceCell<Vec<(Stemmed, u32)>>,
    pub(super) passages: Vec<Passage>,
    pub(super) cases: Vec<Indexed>,
    /// Number of words of each field in all cases.
    totals: [usize; FIELDS],
}

impl Index {
    /// Indexes one case more. Cases are added in the order in which equal hits are shown.
    pub(super) fn add(&mut self, case: &CaseStudy, vocabulary: &Vocabulary) {
        // What was made from the cases so far is no longer all.
        self.phonetic_names.take();
        let from = self.passages.len();
        self.cases.push(Indexed {
            slug: case.slug.clone(),
            passages: from..from,
            lengths: [0; FIELDS],
        });
        let mut put = |field, block: &str, part, text: &str| self.put(field, block, part, text);
        put(Field::Title, "", Part::Label, &case.title);
        put(Field::Organisation, "", Part::Label, &case.organisation.name);
        for spelling in &case.organisation.spellings {
            put(Field::Organisation, "", Part::Label, spelling);
        }
        for (number, place) in case.places.iter().enumerate() {
            // The first is the main one; the others say less about what the case is.
            let field = if number == 0 { Field::Place } else { Field::Block };
            put(field, "", Part::Label, vocabulary.label(&["oblast"], &place.oblast));
            let names = place.rayon.iter().chain(&place.settlement).chain(&place.spellings);
            names.for_each(|name| put(field, "", Part::Label, name));
        }
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Oblast) {
            let mut values = case.values(facet);
            values.sort_unstable();
            values.dedup();
            for value in values {
                put(Field::Topic, "", Part::Label, vocabulary.label(&[facet.id()], value));
            }
        }
        put(Field::Summary, "point", Part::Text, &case.point.text);
        put(Field::Summary, "summary", Part::Text, &case.summary);
        put(Field::Block, "organisation", Part::Text, &case.organisation.text);
        for block in &case.blocks {
            let field = match block.section {
                Section::Related | Section::Notes => Field::Aside,
                _ => Field::Block,
            };
            put(field, &block.id, Part::Text, &block.text);
            put(field, &block.id, Part::Label, &block.name);
            put(field, &block.id, Part::Label, &block.role);
            if let Some(met) = &block.met {
                put(field, &block.id, Part::Met, met);
            }
        }
        let to = self.passages.len();
        if let Some(case) = self.cases.last_mut() {
            case.passages.end = to;
            for (total, length) in self.totals.iter_mut().zip(case.lengths) {
                *total += length;
            }
        }
    }

    /// Indexes one text of the case that is being added.
    fn put(&mut self, field: Field, block: &str, part: Part, text: &str) {
        let passage = index_of(self.passages.len());
        let of_name = matches!(field, Field::Organisation | Field::Place);
        // A word and the blank behind it are seldom shorter.
        let mut words: Vec<(u32, Range<usize>)> = Vec::with_capacity(text.len() / 5);
        text::each_token(text, |word, range| {
            let at = index_of(words.len());
            let place = self.place(word);
            let capital = begins_with_capital(text, &range);
            self.note(place, Posting { passage, at }, of_name || at > 0 && capital, !capital);
            words.push((place, range));
        });
        if words.is_empty() {
            return;
        }
        let case = index_of(self.cases.len().saturating_sub(1));
        let lengths = self.cases.last_mut().map(|case| &mut case.lengths);
        if let Some(length) = lengths.and_then(|lengths| lengths.get_mut(field as usize)) {
            *length += words.len();
        }
        self.passages.push(Passage { case, field, block: block.to_owned(), part, words });
    }

    /// The dictionary place of a word, new or known.
    fn place(&mut self, word: &str) -> u32 {
        if let Some(place) = self.known(word) {
            return place;
        }
        let place = index_of(self.entries.len());
        self.places.add(buckets::of_word(word), place);
        let word = Stemmed::new(word.to_owned());
        self.starts.add(buckets::of_start(word.start()), place);
        self.entries.push(Entry {
            word,
            count: 0,
            last: u32::MAX,
            postings: OnceCell::new(),
            named: false,
            common: false,
        });
        place
    }

    /// Notes where a word stands.
    fn note(&mut self, place: u32, posting: Posting, is_name: bool, is_common: bool) {
        let Some(entry) = self.entries.get_mut(place as usize) else { return };
        entry.postings.take();
        entry.count += 1;
        let before = std::mem::replace(&mut entry.last, index_of(self.stands.len()));
        self.stands.push((posting, before));
        entry.common |= is_common && !is_name;
        entry.named |= is_name;
    }

    /// The place of a word, if the cases have it.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        self.places.of(buckets::of_word(word)).find(|place| self.word(*place) == word)
    }

    /// The places of the words that share a stem with a word, its own first.
    pub(super) fn forms(&self, word: &Stemmed) -> Vec<u32> {
        self.same_stem(word, |other| word.is_kin(other))
    }

    /// The places of the words that share a stem of one language with a word, its own first.
    pub(super) fn forms_in(&self, word: &Stemmed, language: Language) -> Vec<u32> {
        self.same_stem(word, |other| other.is_form_of(word, language))
    }

    fn same_stem(&self, word: &Stemmed, has_same: impl Fn(&Stemmed) -> bool) -> Vec<u32> {
        let own = self.known(word.text());
        let others = self.starting(word.start()).filter(|(_, entry)| has_same(&entry.word));
        let others = others.map(|(place, _)| place).filter(|place| Some(*place) != own);
        own.into_iter().chain(others).collect()
    }

    /// The words with this start, each with its place.
    fn starting(&self, start: Start) -> impl Iterator<Item = (u32, &Entry)> {
        let places = self.starts.of(buckets::of_start(start));
        places.filter_map(|place| Some((place, self.entries.get(place as usize)?)))
    }

    /// The words that begin so, each with its place.
    pub(super) fn beginning(&self, begin: &str) -> Vec<(u32, &Entry)> {
        let begins = |(_, entry): &(u32, &Entry)| entry.word.text().starts_with(begin);
        // A single digit is less than a start.
        if begin.chars().nth(1).is_none() {
            let all = self.entries.iter().enumerate();
            return all.map(|(place, entry)| (index_of(place), entry)).filter(begins).collect();
        }
        self.starting(stem::start(begin)).filter(begins).collect()
    }

    /// Whether the cases have a word in any form.
    pub(super) fn has_form(&self, word: &Stemmed) -> bool {
        self.known(word.text()).is_some()
            || self.starting(word.start()).any(|(_, entry)| word.is_kin(&entry.word))
    }

    /// How each name sounds, and its place.
    pub(super) fn phonetic_names(&self) -> &[(Stemmed, u32)] {
        self.phonetic_names.get_or_init(|| {
            let names = self.entries.iter().enumerate().filter(|(_, entry)| entry.named);
            let key = |entry: &Entry| Stemmed::new(phonetic::key(entry.word.text()));
            names.map(|(at, entry)| (key(entry), index_of(at))).collect()
        })
    }

    /// Where a word stands.
    pub(super) fn postings(&self, place: u32) -> &[Posting] {
        let Some(entry) = self.entries.get(place as usize) else { return &[] };
        entry.postings.get_or_init(|| {
            let stands = |link: u32| self.stands.get(link as usize);
            let back = std::iter::successors(stands(entry.last), |(_, before)| stands(*before));
            let mut postings: Vec<Posting> = Vec::with_capacity(entry.count);
            postings.extend(back.map(|(posting, _)| *posting));
            postings.reverse();
            postings
        })
    }

    /// How often a word stands.
    pub(super) fn count(&self, place: u32) -> usize {
        self.entries.get(place as usize).map_or(0, |entry| entry.count)
    }

    /// Mean number of words of a field.
    pub(super) fn usual_length(&self, field: usize) -> f32 {
        float(self.totals.get(field).copied().unwrap_or(0)) / float(self.cases.len().max(1))
    }

    /// Whether the word at a place is only ever a name.
    pub(super) fn is_name(&self, place: u32) -> bool {
        self.entries.get(place as usize).is_some_and(|entry| !entry.common)
    }

    /// The word at a place of the dictionary.
    pub(super) fn word(&self, place: u32) -> &str {
        self.entries.get(place as usize).map_or("", |entry| entry.word.text())
    }
}

fn begins_with_capital(text: &str, range: &Range<usize>) -> bool {
    match text.as_bytes().get(range.start) {
        // Most words begin with a plain letter.
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => text
            .get(range.clone())
            .and_then(|word| word.chars().next())
            .is_some_and(text::is_capital),
    }
}
