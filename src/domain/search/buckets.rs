//! Places of words by a number made from them: found at once, whatever else there is.
//!
//! Not the standard hash map: each kind of it is 2 kB to load, and here a bucket may hold strangers, because whoever
//! looks compares the words anyway.

use super::index_of;
use crate::domain::stem::Start;
use std::iter::successors;

/// Enough for the words of our cases; ten times as many only share their buckets.
const COUNT: usize = 1 << 12;

/// Beyond every link: there is no next one.
const NONE: u32 = u32::MAX;

/// Lists of places, all in one row and linked by hand: thousands of small lists would each ask for memory.
#[derive(Debug)]
pub(super) struct Buckets {
    /// The first and the last link of each list.
    ends: Vec<(u32, u32)>,
    /// A place, and the link after it.
    links: Vec<(u32, u32)>,
}

impl Default for Buckets {
    fn default() -> Self {
        Self { ends: vec![(NONE, NONE); COUNT], links: Vec::new() }
    }
}

impl Buckets {
    /// Adds a place under a number.
    pub(super) fn add(&mut self, number: usize, place: u32) {
        let link = index_of(self.links.len());
        self.links.push((place, NONE));
        let Some((first, last)) = self.ends.get_mut(number % COUNT) else { return };
        match self.links.get_mut(*last as usize) {
            Some((_, next)) => *next = link,
            None => *first = link,
        }
        *last = link;
    }

    /// The places under a number, in the order in which they were added, and perhaps others.
    pub(super) fn of(&self, number: usize) -> impl Iterator<Item = u32> {
        let link = |link: u32| self.links.get(link as usize);
        let first = self.ends.get(number % COUNT).and_then(|(first, _)| link(*first));
        successors(first, move |(_, next)| link(*next)).map(|(place, _)| *place)
    }
}

/// The number of a word (FNV-1a, 32 bits).
pub(super) fn of_word(word: &str) -> usize {
    let step = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    word.bytes().fold(0x811c_9dc5, step) as usize
}

/// The number of what a word begins with. Whatever is looked for in the dictionary or the thesaurus, a form of a word
/// or what it begins, begins like it.
pub(super) fn of_start([first, second]: Start) -> usize {
    (u32::from(first) * 64 + u32::from(second)) as usize
}
