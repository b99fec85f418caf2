//! Names that sound like a word.

use super::{index::Index, phonetic};
use crate::domain::{
    stem::{self, Stemmed},
    text,
};

/// The names that sound like a word, also without its Russian or Kyrgyz ending: Сузаке, Таласта, Чуйская.
pub(super) fn namesakes(index: &Index, word: &Stemmed) -> Vec<u32> {
    /// Shorter rows of sounds are too many names at once.
    const LEAST: usize = 2;
    let names = sounding(index, word.text(), LEAST);
    // A name as it stands needs no ending taken off, and Latin spellings have none.
    if !names.is_empty() || !text::is_cyrillic(word.text()) {
        return names;
    }
    let stems = word.stems().iter().map(|(_, stem)| stem.as_str());
    let adjectives = stems.clone().filter_map(|stem| stem.strip_suffix("ск"));
    let without_case = stem::without_case(word.text());
    let mut names = Vec::new();
    for spelling in adjectives.chain(stems).chain(without_case.as_deref()) {
        for name in sounding(index, spelling, LEAST + 1) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Whether a name sounds just like a word.
pub(super) fn is_named(index: &Index, word: &str) -> bool {
    /// Shorter words are too many things at once.
    const LEAST: usize = 3;
    !sounding(index, word, LEAST).is_empty()
}

/// The names that sound just so, if they have so many sounds.
fn sounding(index: &Index, spelling: &str, least: usize) -> Vec<u32> {
    let key = phonetic::key(spelling);
    let sounds = key.chars().count();
    // A name that is nothing but the same letters over and over is none.
    if sounds < least || sounds * 2 <= spelling.chars().count() {
        return Vec::new();
    }
    let same = index.phonetic_names().iter().filter(|(known, _)| known.text() == key);
    same.map(|(_, place)| *place).filter(|place| index.is_name(*place)).collect()
}
