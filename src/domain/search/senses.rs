//! The thesaurus as the search uses it: the words of every member, one word or several.

use super::{
    asked::{Asked, Kind},
    buckets::{self, Buckets},
    index_of, sound,
};
use crate::domain::{
    stem::{self, Language, Start, Stemmed},
    text,
    thesaurus::{Concept, Thesaurus},
};
use std::{cell::OnceCell, ops::Range};

/// A word or a phrase that stands for a concept.
#[derive(Debug)]
pub(super) struct Member {
    /// The place of the concept.
    pub(super) concept: usize,
    pub(super) language: Language,
    pub(super) words: Vec<Stemmed>,
}

/// Every member of every concept.
#[derive(Debug, Default)]
pub(super) struct Senses {
    members: Vec<Member>,
    /// By the place of the concept: its members, and the topics it belongs to.
    concepts: Vec<(Range<usize>, Vec<String>)>,
    /// Members by the start of their first word, and of each other one.
    firsts: Buckets,
    others: Buckets,
    /// Members with words in Cyrillic letters, by how the words begin to sound; made when first asked for.
    sounds: OnceCell<Buckets>,
}

impl Senses {
    pub(super) fn new(thesaurus: &Thesaurus) -> Self {
        let mut senses = Self::default();
        for (concept, Concept { words, topics }) in thesaurus.concepts().enumerate() {
            let from = senses.members.len();
            for (language, phrase) in words {
                let place = index_of(senses.members.len());
                let words = phrase.split([' ', '-']).map(|word| Stemmed::new(word.to_owned()));
                let words: Vec<Stemmed> = words.collect();
                for (number, word) in words.iter().enumerate() {
                    let start = buckets::of_start(word.start());
                    let list = if number == 0 { &mut senses.firsts } else { &mut senses.others };
                    list.add(start, place);
                }
                senses.members.push(Member { concept, language, words });
            }
            let topics = topics.into_iter().map(str::to_owned).collect();
            senses.concepts.push((from..senses.members.len(), topics));
        }
        senses
    }

    /// Whether any member has one of these words, in any form.
    pub(super) fn knows(&self, words: &[Stemmed]) -> bool {
        words.iter().any(|word| {
            self.with(word.start()).any(|member| {
                member.words.iter().any(|known| word.is_form_of(known, member.language))
            })
        })
    }

    /// Whether any member has a word that begins so.
    pub(super) fn knows_beginning(&self, beginning: &str) -> bool {
        self.has_word(beginning, |word| word.text().starts_with(beginning))
    }

    /// Whether any member has just this word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.has_word(word, |known| known.text() == word)
    }

    /// Whether this word alone stands for a concept.
    pub(super) fn means(&self, word: &str) -> bool {
        let is = |member: &Member| matches!(member.words.as_slice(), [one] if one.text() == word);
        self.beginning_with(stem::start(word)).any(is)
    }

    /// Whether any member has such a word, which has the same start.
    fn has_word(&self, word: &str, is: impl Fn(&Stemmed) -> bool) -> bool {
        self.with(stem::start(word)).any(|member| member.words.iter().any(&is))
    }

    /// The members of which the first word has this start.
    fn beginning_with(&self, start: Start) -> impl Iterator<Item = &Member> {
        let places = self.firsts.of(buckets::of_start(start)).iter();
        places.filter_map(|place| self.members.get(*place as usize))
    }

    /// The members of which any word has this start.
    fn with(&self, start: Start) -> impl Iterator<Item = &Member> {
        let others = self.others.of(buckets::of_start(start)).iter();
        let others = others.filter_map(|place| self.members.get(*place as usize));
        self.beginning_with(start).chain(others)
    }

    /// The words in Cyrillic letters that begin to sound like this, and perhaps others.
    pub(super) fn sounding(&self, key: &str) -> impl Iterator<Item = &Stemmed> {
        let number = |key: &str| buckets::of_start(stem::start(key));
        let sounds = self.sounds.get_or_init(|| {
            let mut sounds = Buckets::default();
            for (place, member) in self.members.iter().enumerate() {
                for word in member.words.iter().filter(|word| text::is_cyrillic(word.text())) {
                    sounds.add(number(&sound::key(word.text())), index_of(place));
                }
            }
            sounds
        });
        let members = sounds.of(number(key)).iter();
        members
            .filter_map(|place| self.members.get(*place as usize))
            .flat_map(|member| &member.words)
    }

    /// Every word of every member; one that stands in several comes several times.
    pub(super) fn words(&self) -> impl Iterator<Item = &Stemmed> {
        self.members.iter().flat_map(|member| &member.words)
    }

    /// The members that the words of a query stand for from a place on, each with how many words it takes; one for each
    /// concept and length. Where one is written just so, those that only share a stem with it are left out: сель is a
    /// mudflow, not a village.
    pub(super) fn at(&self, asked: &[Asked], from: usize) -> Vec<(usize, &Member)> {
        let here = asked.get(from..).unwrap_or_default();
        let mut found: Vec<(Match, &Member)> = Vec::new();
        let mut look = |member| found.extend(matches(here, member).map(|is| (is, member)));
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
fn matches(asked: &[Asked], member: &Member) -> Option<Match> {
    let mut exact = true;
    let mut telling = false;
    let mut rest = asked.iter().enumerate();
    let mut taken = 0;
    for known in &member.words {
        let same = |asked: &Asked| asked.words.iter().any(|word| word.is_same(known));
        let is = |asked: &Asked| {
            same(asked)
                || asked.beginning().is_some_and(|begin| known.text().starts_with(begin))
                || !asked.is(Kind::Name) && stands_for(&asked.words, known, member.language)
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
