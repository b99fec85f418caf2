//! The parts of the app that a phone fetches by themselves, each when it is first needed: most people come to read cases,
//! and pay for every byte.

use super::data_files;

/// A part beside the list with its filters and search, which every visit begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The texts of the cases, and the pages that show them. Every visit fetches them, after the list.
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

impl Part {
    /// All parts.
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

impl Part {
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

/// How far a part has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nobody has needed it.
    #[default]
    Away,
    /// It is being fetched.
    Coming,
    /// It could not be fetched.
    Failed,
    /// It is there.
    Here,
}

/// How far each part has come.
#[derive(Clone, Debug, Default)]
pub struct Parts([State; Part::ALL.len()]);

impl Parts {
    /// How far this part has come.
    pub fn get(&self, part: Part) -> State {
        self.0.get(part as usize).copied().unwrap_or_default()
    }

    /// How far a screen has come that needs these parts: as far as the part that is furthest away, and no further at all where
    /// one has failed.
    pub fn all(&self, needed: &[Part]) -> State {
        let states = || needed.iter().map(|part| self.get(*part));
        if states().any(|state| state == State::Failed) {
            State::Failed
        } else if states().all(|state| state == State::Here) {
            State::Here
        } else {
            State::Coming
        }
    }

    /// Notes how far a part has come.
    pub fn set(&mut self, part: Part, state: State) {
        if let Some(known) = self.0.get_mut(part as usize) {
            *known = state;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Parts, State};

    #[test]
    fn a_screen_that_needs_no_part_can_always_be_shown() {
        assert_eq!(Parts::default().all(&[]), State::Here);
    }

    #[test]
    fn what_is_noted_of_one_part_says_nothing_of_the_others() {
        for part in Part::ALL {
            let mut parts = Parts::default();
            parts.set(part, State::Here);
            for other in Part::ALL {
                let known = if other == part { State::Here } else { State::Away };
                assert_eq!(parts.get(other), known);
            }
        }
    }

    #[test]
    fn a_screen_waits_for_all_its_parts_and_fails_with_any() {
        let needed = [Part::Cases, Part::Check];
        let mut parts = Parts::default();
        assert_eq!(parts.all(&needed), State::Coming);
        parts.set(Part::Cases, State::Here);
        assert_eq!(parts.all(&needed), State::Coming);
        parts.set(Part::Check, State::Here);
        assert_eq!(parts.all(&needed), State::Here);
        parts.set(Part::Cases, State::Failed);
        assert_eq!(parts.all(&needed), State::Failed);
    }
}
