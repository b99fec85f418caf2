//! The parts of the app that a phone fetches by themselves, each when it is first needed: most people come to read cases,
//! and pay for every byte.

/// A part beside the cases and their search, which every visit begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The readiness check, and what its dimensions stand for.
    Check,
    /// About the app, with the data to take along.
    About,
    /// The words of like meaning for the search.
    Words,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 3] = [Self::Check, Self::About, Self::Words];

    /// What its file and the worker that keeps it call it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::About => "about",
            Self::Words => "words",
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
pub struct Parts([State; 3]);

impl Parts {
    /// How far this part has come. A screen that needs none has all it needs.
    pub fn get(&self, part: Option<Part>) -> State {
        part.map_or(State::Here, |part| self.0.get(part as usize).copied().unwrap_or_default())
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
        assert_eq!(Parts::default().get(None), State::Here);
    }

    #[test]
    fn what_is_noted_of_one_part_says_nothing_of_the_others() {
        for part in Part::ALL {
            let mut parts = Parts::default();
            parts.set(part, State::Here);
            for other in Part::ALL {
                let known = if other == part { State::Here } else { State::Away };
                assert_eq!(parts.get(Some(other)), known);
            }
        }
    }
}
