//! The chunks of the app that a phone fetches by themselves, each when it is first needed: most people come to read cases,
//! and pay for every byte.

use super::data_files;

/// A chunk beside the list with its filters and search, which every visit begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The texts of the cases, and every page beside the list that most people need. Every visit fetches them, after the list.
    Cases,
    /// The readiness check, and what its dimensions stand for.
    Check,
    /// About the app, with the data to take along.
    About,
    /// The words of like meaning for the search.
    Words,
    /// The code that shows the app on somebody else's page.
    Embed,
}

impl Chunk {
    /// All chunks.
    pub const ALL: [Self; 5] = [Self::Cases, Self::Check, Self::About, Self::Words, Self::Embed];

    /// What its file and the worker that keeps it call it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Check => "check",
            Self::About => "about",
            Self::Words => "words",
            Self::Embed => "embed",
        }
    }
}

impl Chunk {
    /// Whether it shows texts of the interface that not every visit needs.
    pub fn shows_more_messages(self) -> bool {
        matches!(self, Self::Check | Self::About | Self::Embed)
    }

    /// The data file that it shows, which it is not there without.
    pub fn data(self) -> Option<&'static str> {
        match self {
            Self::Cases => Some(data_files::CASES),
            Self::Check => Some(data_files::CHECK),
            Self::About => Some(data_files::GUIDE),
            Self::Words => Some(data_files::THESAURUS),
            Self::Embed => None,
        }
    }
}

/// How far a chunk has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChunkState {
    /// Nobody has needed it.
    #[default]
    NotLoaded,
    /// It is being fetched.
    Loading,
    /// It could not be fetched.
    Failed,
    /// It is there.
    Loaded,
}

/// How far each chunk has come.
#[derive(Clone, Debug, Default)]
pub struct Chunks([ChunkState; Chunk::ALL.len()]);

impl Chunks {
    /// How far this chunk has come.
    pub fn get(&self, chunk: Chunk) -> ChunkState {
        self.0.get(chunk as usize).copied().unwrap_or_default()
    }

    /// How far a screen has come that needs these chunks: as far as the chunk that is furthest away, and no further at all where
    /// one has failed.
    pub fn all(&self, needed: &[Chunk]) -> ChunkState {
        let states = || needed.iter().map(|chunk| self.get(*chunk));
        if states().any(|state| state == ChunkState::Failed) {
            ChunkState::Failed
        } else if states().all(|state| state == ChunkState::Loaded) {
            ChunkState::Loaded
        } else {
            ChunkState::Loading
        }
    }

    /// Notes how far a chunk has come.
    pub fn set(&mut self, chunk: Chunk, state: ChunkState) {
        if let Some(known) = self.0.get_mut(chunk as usize) {
            *known = state;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Chunk, ChunkState, Chunks};

    #[test]
    fn a_screen_that_needs_no_part_can_always_be_shown() {
        assert_eq!(Chunks::default().all(&[]), ChunkState::Loaded);
    }

    #[test]
    fn what_is_noted_of_one_part_says_nothing_of_the_others() {
        for chunk in Chunk::ALL {
            let mut chunks = Chunks::default();
            chunks.set(chunk, ChunkState::Loaded);
            for other in Chunk::ALL {
                let known = if other == chunk { ChunkState::Loaded } else { ChunkState::NotLoaded };
                assert_eq!(chunks.get(other), known);
            }
        }
    }

    #[test]
    fn a_screen_waits_for_all_its_parts_and_fails_with_any() {
        let needed = [Chunk::Cases, Chunk::Check];
        let mut chunks = Chunks::default();
        assert_eq!(chunks.all(&needed), ChunkState::Loading);
        chunks.set(Chunk::Cases, ChunkState::Loaded);
        assert_eq!(chunks.all(&needed), ChunkState::Loading);
        chunks.set(Chunk::Check, ChunkState::Loaded);
        assert_eq!(chunks.all(&needed), ChunkState::Loaded);
        chunks.set(Chunk::Cases, ChunkState::Failed);
        assert_eq!(chunks.all(&needed), ChunkState::Failed);
    }
}
