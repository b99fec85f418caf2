//! What is settled before the first item: the stage, how much is asked, who answers, and how.

use serde::{Deserialize, Serialize};

/// A closed list of choices, each with the id that is kept and stands on the screen's controls.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $choice:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
        pub enum $name { $($(#[$of])* #[serde(rename = $id)] $choice),+ }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &[Self] = &[$(Self::$choice),+];

            /// Never changes meaning.
            pub fn id(self) -> &'static str {
                match self { $(Self::$choice => $id),+ }
            }

            /// The choice with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.id() == id)
            }
        }
    };
}

choices! {
    /// Whether the two sides work together already; the wording follows it.
    Stage {
        /// Not yet.
        Before = "before",
        /// Already.
        Together = "together",
    }
}

choices! {
    /// How much is asked.
    #[derive(Default)]
    Depth {
        /// The first item of each dimension.
        #[default]
        Quick = "quick",
        /// Every item.
        Full = "full",
    }
}

choices! {
    /// Who answers.
    RespondentRole {
        /// A civil society organisation or initiative group.
        Group = "group",
        /// The government side: ayil okmot, city office, deputies.
        Office = "office",
        /// Residents.
        Residents = "residents",
    }
}

choices! {
    /// How the answers are given.
    #[derive(Default)]
    AnswerMode {
        /// By one person, or by several who agree.
        #[default]
        Single = "person",
        /// By raised hands in a hall.
        ShowOfHands = "hall",
    }
}

choices! {
    /// How much stands on one screen.
    #[derive(Default)]
    QuestionLayout {
        /// One item.
        #[default]
        OnePerPage = "item",
        /// All items of a group.
        Grouped = "part",
    }
}

/// What is settled before the first item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// What the person calls the check; may be empty.
    pub name: String,
    /// Whether the two sides work together already.
    pub stage: Option<Stage>,
    /// How much is asked.
    pub depth: Depth,
    /// Who answers.
    pub role: Option<RespondentRole>,
    /// How the answers are given.
    pub mode: AnswerMode,
    /// How much stands on one screen.
    pub layout: QuestionLayout,
}

impl Setup {
    /// The stage whose wording is used. A check begun without asking reads as among people who work together.
    pub fn stage(&self) -> Stage {
        self.stage.unwrap_or(Stage::Together)
    }

    /// Takes one choice, by the names and ids that stand on the screen's controls; what is none changes nothing.
    pub fn choose(&mut self, name: &str, value: &str) {
        match name {
            "name" => value.clone_into(&mut self.name),
            "stage" => self.stage = Stage::from_id(value).or(self.stage),
            "seat" => self.role = RespondentRole::from_id(value).or(self.role),
            "depth" => self.depth = Depth::from_id(value).unwrap_or(self.depth),
            "manner" => self.mode = AnswerMode::from_id(value).unwrap_or(self.mode),
            "pace" => self.layout = QuestionLayout::from_id(value).unwrap_or(self.layout),
            _ => {}
        }
    }

    /// Whether hands are counted.
    pub fn in_hall(&self) -> bool {
        self.mode == AnswerMode::ShowOfHands
    }

    /// What is missing and must be settled before the first item.
    pub fn validate(&self) -> Vec<ValidationError> {
        let stage = self.stage.is_none().then_some(ValidationError::MissingStage);
        let role = self.role.is_none().then_some(ValidationError::MissingRole);
        stage.into_iter().chain(role).collect()
    }
}

/// What is missing when an assessment is to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValidationError {
    /// Whether the two sides work together already.
    MissingStage,
    /// Who answers.
    MissingRole,
}
