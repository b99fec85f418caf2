//! The thesaurus as the search uses it: the words of every member, one word or several.

use super::{
    buckets::{self, Buckets},
    index_of, phonetic,
    query_term::{Kind, QueryTerm},
};
use crate::domain::{
    stem::{self, Language, Start, Stemmed},
    text,
    thesaurus::Thesaurus,
};
use std::{cell::OnceCell, ops::Range};

/// A word or a phrase that stands for a concept.
#[derive(Debug)]
pub(super) struct Member {
    /// The place of the concept.
    pub(super) concept: usize,
    pub(super) language: Language,
    /// The places of its words.
    pub(super) words: Range<usize>,
}

/// A word of a member.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) word: Stemmed,
    /// The place of the member.
    member: usize,
}

/// Every member of every concept.
#[derive(Debug, Default)]
pub(super) struct ThesaurusIndex {
    /// The words of all members, one after the other.
    words: Vec<Known>,
    members: Vec<Member>,
    /// By the place of the concept: its members, and the topics it belongs to.
    concepts: Vec<(Range<usize>, Vec<String>)>,
    /// Words by their start.
    starts: Buckets,
    /// Words in Cyrillic letters with their sound, and by how they begin to sound; made when first asked for.
    sounds: OnceCell<(Vec<(String, usize)>, Buckets)>,
}

impl ThesaurusIndex {
    pub(super) fn new(thesaurus: &Thesaurus) -> Self {
        let mut index = Self::default();
        for (place, concept) in thesaurus.concepts().enumerate() {
            let first = index.members.len();
            for (language, phrase) in concept.words() {
                let member = index.members.len();
                let from = index.words.len();
                for word in text::parts(phrase, b' ') {
                    let word = Stemmed::new(word.to_owned());
                    let start = buckets::of_start(word.start());
                    index.starts.add(start, index_of(index.words.len()));
                    index.words.push(Known { word, member });
                }
                let words = from..index.words.len();
                index.members.push(Member { concept: place, language, words });
            }
            let topics = concept.topics().map(str::to_owned).collect();
            index.concepts.push((first..index.members.len(), topics));
        }
        index
    }

    /// Whether any member has one of these words, in any form.
    pub(super) fn knows(&self, words: &[Stemmed]) -> bool {
        words.iter().any(|word| {
            self.with(word.start()).any(|known| {
                let member = self.members.get(known.member);
                member.is_some_and(|member| word.is_form_of(&known.word, member.language))
            })
        })
    }

    /// Whether any member has a word that begins so.
    pub(super) fn knows_beginning(&self, beginning: &str) -> bool {
        let mut words = self.with(stem::start(beginning));
        words.any(|known| known.word.text().starts_with(beginning))
    }

    /// Whether any member has just this word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.with(stem::start(word)).any(|known| known.word.text() == word)
    }

    /// Whether this word alone stands for a concept.
    pub(super) fn means(&self, word: &str) -> bool {
        let mut members = self.beginning_with(stem::start(word));
        members.any(|member| matches!(self.words_of(member), [one] if one.word.text() == word))
    }

    /// The words with this start, and perhaps others.
    fn with(&self, start: Start) -> impl Iterator<Item = &Known> {
        self.starts.of(buckets::of_start(start)).filter_map(|place| self.words.get(place as usize))
    }

    /// The members of which the first word has this start, and perhaps others.
    fn beginning_with(&self, start: Start) -> impl Iterator<Item = &Member> {
        self.starts.of(buckets::of_start(start)).filter_map(|place| {
            let member = self.members.get(self.words.get(place as usize)?.member)?;
            (member.words.start == place as usize).then_some(member)
        })
    }

    /// The words in Cyrillic letters that may have a stem that sounds so: a stem is what a word begins with, but for its
    /// last letter.
    pub(super) fn sounding(&self, key: &str) -> impl Iterator<Item = &Stemmed> {
        let number = |key: &str| buckets::of_start(stem::start(key));
        let (sounds, starts) = self.sounds.get_or_init(|| {
            let mut sounds = Vec::new();
            let mut starts = Buckets::default();
            for (place, Known { word, .. }) in self.words.iter().enumerate() {
                if text::is_cyrillic(word.text()) {
                    let key = phonetic::key(word.text());
                    starts.add(number(&key), index_of(sounds.len()));
                    sounds.push((key, place));
                }
            }
            (sounds, starts)
        });
        let mut begin = key.to_owned();
        begin.pop();
        let alike = starts.of(number(key)).filter_map(|at| sounds.get(at as usize));
        let alike = alike.filter(move |(sound, _)| sound.starts_with(&begin));
        alike.filter_map(|(_, place)| self.words.get(*place)).map(|known| &known.word)
    }

    /// Every word of every member; one that stands in several comes several times.
    pub(super) fn words(&self) -> impl Iterator<Item = &Stemmed> {
        self.words.iter().map(|known| &known.word)
    }

    /// The words of a member.
    pub(super) fn words_of(&self, member: &Member) -> &[Known] {
        self.words.get(member.words.clone()).unwrap_or_default()
    }

    /// The members that the words of a query stand for from a place on, each with how many words it takes; one for each
    /// concept and length. Where one is written just so, those that only share a stem with it are left out: сель is a
    /// mudflow, not a village.
    pub(super) fn at(&self, asked: &[QueryTerm], from: usize) -> Vec<(usize, &Member)> {
        let here = asked.get(from..).unwrap_or_default();
        let mut found: Vec<(Match, &Member)> = Vec::new();
        let mut look = |member| {
            let is = matches(here, self.words_of(member), member.language);
            found.extend(is.map(|is| (is, member)));
        };
        let Some(first) = here.first() else { return Vec::new() };
        let mut starts: Vec<Start> = first.words.iter().map(Stemmed::start).collect();
        starts.dedup();
        starts.into_iter().flat_map(|start| self.beginning_with(start)).for_each(&mut look);
        let is_exact = |length: usize| {
            found.iter().any(|(is, member)| is.exact && member.words.len() == length)
        };
        let mut kept: Vec<(usize, &Member)> = Vec::new();
        for (is, member) in &found {
            let length = member.words.len();
            let known = |(_, kept): &(usize, &Member)| {
                kept.concept == member.concept && kept.words.len() == length
            };
            if (is.exact || !is_exact(length)) && !kept.iter().any(known) {
                kept.push((is.taken, *member));
            }
        }
        kept
    }

    /// How many concepts there are.
    pub(super) fn concepts(&self) -> usize {
        self.concepts.len()
    }

    /// The members of a concept.
    pub(super) fn members(&self, concept: usize) -> &[Member] {
        let own = self.concepts.get(concept).map(|(own, _)| own.clone()).unwrap_or_default();
        self.members.get(own).unwrap_or_default()
    }

    /// The topics that a concept belongs to.
    pub(super) fn topics(&self, concept: usize) -> &[String] {
        self.concepts.get(concept).map_or(&[], |(_, topics)| topics)
    }
}

/// How a query begins with a member.
struct Match {
    /// Whether it is written just so.
    exact: bool,
    /// How many words of the query it takes.
    taken: usize,
}

/// Whether the query begins with the words of a member. Little words in between do not matter ("share the water"), and
/// by themselves stand for nothing.
fn matches(asked: &[QueryTerm], words: &[Known], language: Language) -> Option<Match> {
    let mut exact = true;
    let mut telling = false;
    let mut rest = asked.iter().enumerate();
    let mut taken = 0;
    for Known { word: known, .. } in words {
        let same = |asked: &QueryTerm| asked.words.iter().any(|word| word.is_same(known));
        let is = |asked: &QueryTerm| {
            same(asked)
                || asked.beginning().is_some_and(|begin| known.text().starts_with(begin))
                || !asked.is(Kind::Name) && stands_for(&asked.words, known, language)
        };
        let (at, asked) = rest.find(|(_, asked)| !asked.is(Kind::Little) || is(asked))?;
        if !is(asked) || asked.is(Kind::Little) && at > 0 && taken == 0 {
            return None;
        }
        exact &= same(asked);
        telling |= !asked.is(Kind::Little);
        taken = at + 1;
    }
    telling.then_some(Match { exact, taken })
}

/// Whether one of these words is a form of a word of the thesaurus.
fn stands_for(words: &[Stemmed], known: &Stemmed, language: Language) -> bool {
    words.iter().any(|word| word.is_form_of(known, language))
}
