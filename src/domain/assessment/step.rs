//! The screens of the check, each with an id of its own. An id stands in saved checks, on controls and in addresses, and never
//! changes meaning.

use super::options::{Depth, Stage};

/// A screen of the readiness check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// What it is, how long it takes, what stays on the phone, and the checks there are.
    Start,
    /// What is settled before a new check.
    New,
    /// The same for the check at hand.
    Setup,
    /// The item of this number, from 1.
    Question(usize),
    /// All items of the group of this number, from 1.
    Part(usize),
    /// The red flags.
    Flags,
    /// All answers, to look over.
    Review,
    /// The result.
    Result,
    /// What was agreed to be done.
    Plan,
    /// What would go along to the app in full, from a frame in which answers cannot be kept.
    Carry,
    /// Answers that came along in the address, as text; nothing is kept of them until the person says so.
    Carried(String),
    /// The blank form to print.
    Paper(Stage, Depth),
}

impl Step {
    /// The step with this id; where it has parameters, with their defaults.
    pub fn from_id(id: &str) -> Option<Self> {
        let parts: Vec<&str> = id.split('/').filter(|part| !part.is_empty()).collect();
        Self::read(&parts, |_| None)
    }

    /// Reads the parts of an id. `parameter`: the value of the parameter with this name.
    pub(in crate::domain) fn read(
        parts: &[&str],
        parameter: impl Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
        Some(match parts {
            [] => Self::Start,
            ["new"] => Self::New,
            ["setup"] => Self::Setup,
            ["part", part] => Self::Part(number(part)?),
            ["flags"] => Self::Flags,
            ["answers"] => Self::Review,
            ["result"] => Self::Result,
            ["plan"] => Self::Plan,
            ["carry"] => Self::Carry,
            ["carried"] => Self::Carried(parameter("answers").unwrap_or_default()),
            ["paper"] => Self::Paper(
                parameter("stage").and_then(|id| Stage::from_id(&id)).unwrap_or(Stage::Together),
                parameter("depth").and_then(|id| Depth::from_id(&id)).unwrap_or(Depth::Quick),
            ),
            [question] => Self::Question(number(question)?),
            _ => return None,
        })
    }

    /// Its id, such as `7`, `part/2` or `flags`; empty for the first screen.
    pub fn id(&self) -> String {
        match self {
            Self::Question(number) => number.to_string(),
            Self::Part(number) => ["part/", &number.to_string()].concat(),
            Self::Start => String::new(),
            Self::New => "new".to_owned(),
            Self::Setup => "setup".to_owned(),
            Self::Flags => "flags".to_owned(),
            Self::Review => "answers".to_owned(),
            Self::Result => "result".to_owned(),
            Self::Plan => "plan".to_owned(),
            Self::Carry => "carry".to_owned(),
            Self::Carried(_) => "carried".to_owned(),
            Self::Paper(..) => "paper".to_owned(),
        }
    }

    /// What it holds besides its id, by name.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Carried(answers) => vec![("answers", answers.clone())],
            Self::Paper(stage, depth) => {
                vec![("stage", stage.id().to_owned()), ("depth", depth.id().to_owned())]
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Depth, Stage, Step};

    #[test]
    fn every_step_has_an_id_that_leads_back_to_it() {
        let steps = [
            (Step::Start, ""),
            (Step::New, "new"),
            (Step::Setup, "setup"),
            (Step::Question(7), "7"),
            (Step::Part(2), "part/2"),
            (Step::Flags, "flags"),
            (Step::Review, "answers"),
            (Step::Result, "result"),
            (Step::Plan, "plan"),
            (Step::Carry, "carry"),
            (Step::Carried(String::new()), "carried"),
            (Step::Paper(Stage::Together, Depth::Quick), "paper"),
        ];
        for (step, id) in steps {
            assert_eq!((step.id().as_str(), Step::from_id(id)), (id, Some(step)));
        }
    }

    #[test]
    fn what_is_no_id_is_no_step() {
        for text in
            ["0", "-1", "1.5", "seven", "part", "part/0", "part/x", "7/7", "paper?stage=before"]
        {
            assert_eq!(Step::from_id(text), None, "{text}");
        }
    }
}
