//! The questionnaire, from `data/checklist.json`: content that people edit without Rust.

use serde::Deserialize;

/// A word list entry of the check: an id and what people read.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Never changes meaning.
    pub id: String,
    /// The short English name.
    pub label: String,
}

/// One answer of the scale.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Degree {
    /// `0` to `3`, `?` or `-`; stands in saved answers.
    pub id: String,
    /// The short English name.
    pub label: String,
    /// What must be true to choose it.
    pub meaning: String,
}

/// A statement to be answered.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The dimension's id and a number.
    pub id: String,
    /// The statement.
    pub text: String,
    /// What could be shown for it.
    pub example: String,
}

/// One side of a partnership's readiness.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
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
    /// A step for this week that costs nothing.
    pub week: String,
}

/// A warning sign that is not scored.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Never changes meaning.
    pub id: String,
    /// The statement, answered with yes or no.
    pub text: String,
    /// What one can do.
    pub advice: String,
}

/// An overall band.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct OverallText {
    /// The band's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it means for the next weeks.
    pub text: String,
}

/// The whole questionnaire.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
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
    /// Reads `checklist.json` and checks what the scoring relies on.
    ///
    /// # Errors
    /// A sentence naming the field and the mend.
    pub fn parse(json: &str) -> Result<Self, String> {
        let list: Self = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let ids = |found: Vec<&String>, expected: &[&str], field: &str| {
            let same = found.iter().map(|id| id.as_str()).eq(expected.iter().copied());
            same.then_some(()).ok_or_else(|| {
                format!("{field}: the ids must be {}, in this order", expected.join(", "))
            })
        };
        ids(list.scale.iter().map(|d| &d.id).collect(), &["0", "1", "2", "3", "?", "-"], "scale")?;
        ids(
            list.bands.iter().map(|band| &band.id).collect(),
            &["start-here", "taking-shape", "works"],
            "bands",
        )?;
        ids(
            list.overall.iter().map(|band| &band.id).collect(),
            &["prepare-first", "start-small", "ready-to-sign", "ready-to-widen"],
            "overall",
        )?;
        let mut seen: Vec<&str> = Vec::new();
        for dimension in &list.dimensions {
            if !list.groups.iter().any(|group| group.id == dimension.group) {
                return Err(format!("{}: no group {:?}; use one of `groups`", dimension.id, dimension.group));
            }
            if dimension.items.is_empty() {
                return Err(format!("{}: has no item; write at least the first", dimension.id));
            }
            let items = dimension.items.iter().map(|item| item.id.as_str());
            for id in items.chain(std::iter::once(dimension.id.as_str())) {
                if seen.contains(&id) {
                    return Err(format!("{id}: the id stands twice; rename one"));
                }
                seen.push(id);
            }
        }
        for capped in super::outcome::CAPPING {
            if !seen.contains(&capped) {
                return Err(format!("dimensions: {capped:?} is missing, and the result depends on it"));
            }
        }
        Ok(list)
    }

    /// The statements of the quick check with their dimensions, in the order they are asked.
    pub fn quick(&self) -> impl Iterator<Item = (&Dimension, &Item)> {
        self.dimensions
            .iter()
            .filter_map(|dimension| dimension.items.first().map(|item| (dimension, item)))
    }

    /// The statement with this number of the quick check, from 1.
    pub fn question(&self, number: usize) -> Option<(&Dimension, &Item)> {
        self.quick().nth(number.checked_sub(1)?)
    }

    /// The name of a group.
    pub fn group(&self, id: &str) -> &str {
        self.groups.iter().find(|group| group.id == id).map_or("", |group| &group.label)
    }
}
