//! The questionnaire, from `data/checklist.json`: content that people edit without Rust.

use super::{
    bands::Band,
    options::{Depth, Stage},
};
use serde::{Deserialize, Serialize};

/// A word list entry of the check: an id and what people read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Never changes meaning.
    pub id: String,
    /// The short name.
    pub label: String,
}

/// One answer of the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Degree {
    /// `0` to `3`, `?` or `-`; stands in saved answers.
    pub id: String,
    /// The short name.
    pub label: String,
    /// What must be true to choose it.
    pub meaning: String,
}

/// A statement to be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The dimension's id and a number.
    pub id: String,
    /// The statement, for two sides that work together.
    pub text: String,
    /// The same, for two sides that do not yet.
    pub planned: String,
    /// What could be shown for it.
    pub example: String,
    /// The same for two sides that do not work together yet, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_example: Option<String>,
}

impl Item {
    /// The statement for a stage.
    pub fn at(&self, stage: Stage) -> &str {
        match stage {
            Stage::Before => &self.planned,
            Stage::Together => &self.text,
        }
    }

    /// What could be shown for it at a stage.
    pub fn example_at(&self, stage: Stage) -> &str {
        match (stage, &self.planned_example) {
            (Stage::Before, Some(planned)) => planned,
            _ => &self.example,
        }
    }
}

/// Something to do about a weak dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// What is to be done.
    pub text: String,
    /// What the group or organisation does for it.
    pub by_group: String,
    /// What the office does for it.
    pub by_office: String,
    /// Blocks in which somebody did so, as `slug#block`.
    pub read: Vec<String>,
}

/// How far ahead a step looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Horizon {
    /// This week; it costs nothing.
    Week,
    /// This month.
    Month,
    /// This quarter.
    Quarter,
}

impl Horizon {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// Its name in `checklist.json` and on the screen's controls.
    pub fn id(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }
}

/// One side of a partnership's readiness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Never changes meaning; records are tagged with it.
    pub id: String,
    /// The group it belongs to.
    pub group: String,
    /// Its name.
    pub label: String,
    /// Why it matters.
    pub why: String,
    /// Its statements; the first belongs to the quick check.
    pub items: Vec<Item>,
    /// Blocks that show how others did it, as `slug#block`.
    pub read: Vec<String>,
    /// What to do about it, in the order of [`Horizon::ALL`].
    #[serde(with = "steps_by_horizon")]
    pub steps: [NextStep; 3],
}

impl Dimension {
    /// Its items that are asked: the first, or all.
    pub fn asked(&self, depth: Depth) -> &[Item] {
        match depth {
            Depth::Quick => self.items.get(..1).unwrap_or_default(),
            Depth::Full => &self.items,
        }
    }
}

/// A warning sign that is not scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// Never changes meaning.
    pub id: String,
    /// The statement, answered with yes or no.
    pub text: String,
    /// What one can do.
    pub advice: String,
    /// Blocks that bear on it, as `slug#block`.
    pub read: Vec<String>,
}

/// An overall band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverallText {
    /// The band's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it means for the next weeks.
    pub text: String,
    /// Its name for two sides that do not work together yet, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_label: Option<String>,
    /// What it means for them; there where the other name is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<String>,
}

impl OverallText {
    /// Its name and what it means, at a stage.
    pub fn at(&self, stage: Stage) -> (&str, &str) {
        match (stage, &self.planned_label, &self.planned) {
            (Stage::Before, Some(label), Some(text)) => (label, text),
            _ => (&self.label, &self.text),
        }
    }
}

/// The whole questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    /// Version of the question set; goes up when an item changes meaning.
    pub version: u32,
    /// Four groups of dimensions.
    pub groups: Vec<Named>,
    /// The answers, in the order they are shown.
    pub scale: Vec<Degree>,
    /// The dimensions, group by group.
    pub dimensions: Vec<Dimension>,
    /// The red flags.
    pub flags: Vec<Flag>,
    /// Names of the bands of a dimension, lowest first.
    pub bands: Vec<Named>,
    /// The overall bands, lowest first.
    pub overall: Vec<OverallText>,
}

impl Checklist {
    /// The items that are asked, with their dimensions, in order: the first of each dimension, or all.
    pub fn asked(&self, depth: Depth) -> Vec<(&Dimension, &Item)> {
        let mut asked = Vec::new();
        for dimension in &self.dimensions {
            asked.extend(dimension.asked(depth).iter().map(|item| (dimension, item)));
        }
        asked
    }

    /// Whether an item with this id is asked.
    pub fn knows(&self, item: &str) -> bool {
        self.dimensions.iter().flat_map(|dimension| &dimension.items).any(|known| known.id == item)
    }

    /// The dimension with this id.
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The group of this number, from 1.
    pub fn part(&self, number: usize) -> Option<&Named> {
        self.groups.get(number.checked_sub(1)?)
    }

    /// The number of the group that a dimension belongs to, from 1.
    pub fn part_of(&self, dimension: &Dimension) -> usize {
        let group = self.groups.iter().position(|group| group.id == dimension.group);
        group.unwrap_or(0) + 1
    }

    /// The name of a band of a dimension.
    pub fn band(&self, band: Band) -> &str {
        let named = self.bands.iter().find(|named| named.id == band.id());
        named.map_or("", |named| &named.label)
    }

    /// The name of a group.
    pub fn group(&self, id: &str) -> &str {
        self.groups.iter().find(|group| group.id == id).map_or("", |group| &group.label)
    }
}

/// The steps of a dimension as they stand in JSON: an object with a field for each horizon.
mod steps_by_horizon {
    use super::NextStep;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Steps<T> {
        week: T,
        month: T,
        quarter: T,
    }

    pub(super) fn serialize<S: Serializer>(
        steps: &[NextStep; 3],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let [week, month, quarter] = steps;
        Steps { week, month, quarter }.serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<[NextStep; 3], D::Error> {
        Steps::deserialize(from).map(|Steps { week, month, quarter }| [week, month, quarter])
    }
}
