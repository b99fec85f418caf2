//! What a person may have meant by a word that nobody knows: two words run together, a word in other letters, a
//! word mistyped.

use super::{
    keyboard_layout, names,
    parser::Parser,
    phonetic,
    query::Word,
    query_term::{Kind, QueryTerm},
    spelling::{self, Typed},
};
use crate::domain::{
    address,
    stem::{self, Stemmed},
    text,
};
use std::fmt::Debug;

/// Finds what was meant among what the cases and the thesaurus know. A trait, because the phone fetches what implements it
/// together with the thesaurus: until then words are looked for as they were typed.
pub(super) trait Correct: Debug + Sync {
    /// "roundtable" for "round table": one word typed that the texts or the thesaurus have in two.
    fn parted(&self, parser: Parser<'_>, word: &Word) -> Option<[QueryTerm; 2]>;

    /// A Russian or Kyrgyz word of the thesaurus in Latin letters, by how it sounds, beside what it is in Latin ones.
    fn in_cyrillic(&self, parser: Parser<'_>, word: &Word) -> Option<QueryTerm>;

    /// The nearest words of the texts and of the thesaurus, and the nearest names, within what is forgiven. The
    /// likeliest comes first: of the nearest the one that stands most often.
    ///
    /// `alone`: no other word of the query says what is meant; beside others less is forgiven, because a word that nobody
    /// knows may be right.
    fn corrected(&self, parser: Parser<'_>, word: &Word, alone: bool) -> Option<QueryTerm>;

    /// The whole query as it was meant, if that is words that the cases or the thesaurus have: as the same keys write it in the
    /// other layout of the keyboard, or as it was before it was encoded for an address.
    fn retyped(&self, parser: Parser<'_>, query: &str) -> Option<String>;
}

/// What a search does about words that nobody knows.
#[derive(Debug)]
pub(super) struct Corrector;

impl Correct for Corrector {
    fn parted(&self, parser: Parser<'_>, word: &Word) -> Option<[QueryTerm; 2]> {
        /// Shorter halves are endings, not words.
        const HALF: usize = 3;
        let letters = word.word.chars().count();
        let mut best: Option<(usize, [QueryTerm; 2])> = None;
        for (count, (at, _)) in word.word.char_indices().enumerate() {
            if count < HALF || letters - count < HALF {
                continue;
            }
            let (first, second) = word.word.split_at_checked(at)?;
            let halves = [
                QueryTerm::of(first, [first.to_owned()], false),
                QueryTerm::of(second, [second.to_owned()], word.unfinished),
            ];
            // Of several ways the one with the most even halves: endings are short.
            let uneven = count.abs_diff(letters - count);
            if best.as_ref().is_none_or(|(least, _)| uneven < *least)
                && halves.iter().all(|half| is_half(parser, half))
            {
                best = Some((uneven, halves));
            }
        }
        best.map(|(_, halves)| halves)
    }

    fn in_cyrillic(&self, parser: Parser<'_>, word: &Word) -> Option<QueryTerm> {
        if !word.word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        // "ts" may be one letter or two: detskii, litsei.
        let readings =
            [phonetic::cyrillic(&word.word), phonetic::cyrillic(&word.word.replace("ts", "t's"))];
        let stems = readings.iter().flat_map(|reading| stem::stems(reading));
        let keys: Vec<String> = stems.map(|(_, stem)| phonetic::key(&stem)).collect();
        let mut words: Vec<String> = Vec::new();
        for key in &keys {
            for known in parser.thesaurus.sounding(key) {
                let alike = known.stems().iter().any(|(_, stem)| phonetic::key(stem) == *key);
                if alike && !words.iter().any(|word| word == known.text()) {
                    words.push(known.text().to_owned());
                }
            }
        }
        if words.is_empty() && word.unfinished {
            let [begun, _] = readings;
            words.extend(parser.thesaurus.knows_beginning(&begun).then_some(begun));
        }
        if words.is_empty() {
            return None;
        }
        words.push(word.word.clone());
        Some(QueryTerm::of(&word.word, words, word.unfinished))
    }

    fn corrected(&self, parser: Parser<'_>, word: &Word, alone: bool) -> Option<QueryTerm> {
        /// Of more that are equally near the likeliest.
        const MOST: usize = 4;
        /// In words of so many letters the first one may be wrong, too.
        const SURE: usize = 6;
        let letters = word.word.chars().count();
        if spelling::forgiven(letters) == 0 || word.word.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        // A first letter is seldom mistyped, and a short word with another one is another word.
        let mut near = candidates(parser, word, alone, true);
        if near.is_empty() && letters >= SURE {
            near = candidates(parser, word, alone, false);
        }
        let least = near.iter().map(|(far, _, _)| *far).min()?;
        near.retain(|(far, _, _)| *far == least);
        near.sort_by(|a, b| b.1.cmp(&a.1).then(a.2.cmp(b.2)));
        let mut words: Vec<String> = Vec::new();
        for (_, _, known) in near {
            if words.len() < MOST && !words.iter().any(|word| word == known) {
                words.push(known.to_owned());
            }
        }
        let asked = QueryTerm::of(&word.word, words, word.unfinished);
        Some(QueryTerm { kind: Kind::Corrected, ..asked })
    }

    fn retyped(&self, parser: Parser<'_>, query: &str) -> Option<String> {
        let decoded = Some(address::decoded(query)).filter(|text| text != query);
        decoded.or_else(|| keyboard_layout::retyped(query)).filter(|text| parser.knows_all(text))
    }
}

/// Whether a part of a word is a word: a short one written just so, a long one in any form, but not a stem.
fn is_half(parser: Parser<'_>, half: &QueryTerm) -> bool {
    /// In shorter words a stem says little.
    const LONG: usize = 5;
    let is_long = half.typed.chars().count() >= LONG;
    let is_stem =
        || half.words.iter().flat_map(Stemmed::stems).any(|(_, stem)| *stem == half.typed);
    parser.index.known(&half.typed).is_some()
        || parser.thesaurus.has(&half.typed)
        || is_long
            && (parser.thesaurus.knows(&half.words)
                || half.words.iter().any(|word| parser.index.has_form(word)))
            && !is_stem()
        || text::is_cyrillic(&half.typed) && names::is_named(parser.index, &half.typed)
}

/// The words within what is forgiven, which begin with the same letter or do not: how far each is, how often it
/// stands, and the word. Little words are never meant.
fn candidates<'a>(
    parser: Parser<'a>,
    word: &Word,
    alone: bool,
    same_start: bool,
) -> Vec<(usize, usize, &'a str)> {
    /// An ending has no more letters than this.
    const ENDING: usize = 4;
    /// Shorter stems begin too many words.
    const STEM: usize = 5;
    /// Two mistakes in a shorter word make another one.
    const LONG: usize = 9;
    let forgiven = |part: &str| spelling::forgiven(part.chars().count());
    let most = forgiven(&word.word);
    let most = if alone || word.word.chars().count() > LONG { most } else { most.min(1) };
    let [first, _] = stem::start(&word.word);
    let begins = |known: &Stemmed| (known.start().first() == Some(&first)) == same_start;
    let mut near = Vec::new();
    let mut typed = Typed::new(&word.word, most, word.unfinished);
    for entry in parser.index.entries.iter().filter(|entry| begins(&entry.word)) {
        let far = typed.far_from(&entry.word);
        near.extend(far.map(|far| (far, entry.count, entry.word.text())));
    }
    // Also without the ending that it was typed with.
    let stems = stem::stems(&word.word).into_iter().map(|(_, stem)| stem);
    let mut stems: Vec<(usize, Typed)> = stems
        .filter(|stem| *stem != word.word && stem.chars().count() >= STEM)
        .map(|stem| {
            let most = spelling::forgiven(stem.chars().count().saturating_sub(1));
            (stem.len() + ENDING * 2, Typed::new(&stem, most, true))
        })
        .collect();
    for known in parser.thesaurus.words().filter(|known| begins(known)) {
        let begun = stems.iter_mut().filter(|(longest, _)| known.text().len() <= *longest);
        let begun = begun.filter_map(|(_, stem)| stem.far_from(known));
        let far = typed.far_from(known).into_iter().chain(begun).min();
        near.extend(far.map(|far| (far, 1, known.text())));
    }
    let key = phonetic::key(&word.word);
    let mut sounds = Typed::new(&key, forgiven(&key).min(most), false);
    let [first, _] = stem::start(&key);
    let begins = |known: &Stemmed| (known.start().first() == Some(&first)) == same_start;
    for (known, place) in parser.index.phonetic_names().iter().filter(|(known, _)| begins(known)) {
        let far = sounds.far_from(known).filter(|_| parser.index.is_name(*place));
        near.extend(far.map(|far| (far, parser.index.count(*place), parser.index.word(*place))));
    }
    near.retain(|(_, _, known)| !parser.stopwords.iter().any(|word| word == known));
    near
}
