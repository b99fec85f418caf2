//! Places of words by a number made from them: found at once, whatever else there is.
//!
//! Not the standard hash map: each kind of it is 2 kB to load, and here a bucket may hold strangers, because whoever
//! looks compares the words anyway.

use crate::domain::stem::Start;

/// Enough for the words of our cases; ten times as many only share their buckets.
const COUNT: usize = 1 << 12;

/// Lists of places.
#[derive(Debug)]
pub(super) struct Buckets(Vec<Vec<u32>>);

impl Default for Buckets {
    fn default() -> Self {
        Self(vec![Vec::new(); COUNT])
    }
}

impl Buckets {
    /// Adds a place under a number.
    pub(super) fn add(&mut self, number: usize, place: u32) {
        if let Some(bucket) = self.0.get_mut(number % COUNT) {
            bucket.push(place);
        }
    }

    /// The places under a number, in the order in which they were added, and perhaps others.
    pub(super) fn of(&self, number: usize) -> &[u32] {
        self.0.get(number % COUNT).map_or(&[], Vec::as_slice)
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
