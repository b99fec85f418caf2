//! The questionnaire, from `data/checklist.json`: content that people edit without Rust.

use crate::domain::{
    node::Node,
    read::{Fault, Faults, Fields},
};

/// A word list entry of the check: an id and what people read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Never changes meaning.
    pub id: String,
    /// The short English name.
    pub label: String,
}

/// One answer of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Degree {
    /// `0` to `3`, `?` or `-`; stands in saved answers.
    pub id: String,
    /// The short English name.
    pub label: String,
    /// What must be true to choose it.
    pub meaning: String,
}

/// A statement to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The dimension's id and a number.
    pub id: String,
    /// The statement.
    pub text: String,
    /// What could be shown for it.
    pub example: String,
}

/// One side of a partnership's readiness.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Never changes meaning.
    pub id: String,
    /// The statement, answered with yes or no.
    pub text: String,
    /// What one can do.
    pub advice: String,
}

/// An overall band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverallText {
    /// The band's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it means for the next weeks.
    pub text: String,
}

/// The whole questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Every fault, with its place and its mend.
    pub fn parse(json: &str) -> Result<Self, Vec<Fault>> {
        Self::read(Node::from_json(json)?)
    }

    /// Reads the questionnaire, as [`Checklist::parse`] does.
    pub(crate) fn read(list: Node) -> Result<Self, Vec<Fault>> {
        let faults = Faults::default();
        let mut file = Fields::file(list, &faults);
        let list = Self {
            version: file.whole("version"),
            groups: file.objects("groups").into_iter().map(named).collect(),
            scale: file.objects("scale").into_iter().map(degree).collect(),
            dimensions: file.objects("dimensions").into_iter().map(dimension).collect(),
            flags: file.objects("flags").into_iter().map(flag).collect(),
            bands: file.objects("bands").into_iter().map(named).collect(),
            overall: file.objects("overall").into_iter().map(overall).collect(),
        };
        file.end();
        faults.check(|faults| list.check(faults));
        faults.none_in(list)
    }

    fn check(&self, faults: &Faults) {
        let ids = |field: &str, found: Vec<&String>, expected: &[&str]| {
            if !found.iter().map(|id| id.as_str()).eq(expected.iter().copied()) {
                let mend = ["the ids must be, in this order: ", &expected.join(" ")].concat();
                faults.add(field, &mend);
            }
        };
        ids("scale", self.scale.iter().map(|d| &d.id).collect(), &["0", "1", "2", "3", "?", "-"]);
        ids(
            "bands",
            self.bands.iter().map(|band| &band.id).collect(),
            &["start-here", "taking-shape", "works"],
        );
        ids(
            "overall",
            self.overall.iter().map(|band| &band.id).collect(),
            &["prepare-first", "start-small", "ready-to-sign", "ready-to-widen"],
        );
        let mut seen: Vec<&str> = Vec::new();
        for dimension in &self.dimensions {
            if !self.groups.iter().any(|group| group.id == dimension.group) {
                faults.add(&dimension.id, "names a group that is not in `groups`; use one of them");
            }
            if dimension.items.is_empty() {
                faults.add(&dimension.id, "has no item; write at least the first");
            }
            let items = dimension.items.iter().map(|item| item.id.as_str());
            for id in items.chain(std::iter::once(dimension.id.as_str())) {
                if seen.contains(&id) {
                    faults.add(id, "stands twice; rename one");
                }
                seen.push(id);
            }
        }
        for capping in super::outcome::CAPPING {
            if !seen.contains(&capping) {
                faults.add(
                    "dimensions",
                    &["lacks ", capping, ", which the result depends on"].concat(),
                );
            }
        }
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

    /// The dimension with this id.
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The name of a group.
    pub fn group(&self, id: &str) -> &str {
        self.groups.iter().find(|group| group.id == id).map_or("", |group| &group.label)
    }
}

fn named(mut fields: Fields) -> Named {
    let named = Named { id: fields.text("id"), label: fields.text("label") };
    fields.end();
    named
}

fn degree(mut fields: Fields) -> Degree {
    let degree = Degree {
        id: fields.text("id"),
        label: fields.text("label"),
        meaning: fields.text("meaning"),
    };
    fields.end();
    degree
}

fn dimension(mut fields: Fields) -> Dimension {
    let dimension = Dimension {
        id: fields.text("id"),
        group: fields.text("group"),
        label: fields.text("label"),
        why: fields.text("why"),
        items: fields.objects("items").into_iter().map(item).collect(),
        read: fields.texts("read"),
        week: fields.text("week"),
    };
    fields.end();
    dimension
}

fn item(mut fields: Fields) -> Item {
    let item =
        Item { id: fields.text("id"), text: fields.text("text"), example: fields.text("example") };
    fields.end();
    item
}

fn flag(mut fields: Fields) -> Flag {
    let flag =
        Flag { id: fields.text("id"), text: fields.text("text"), advice: fields.text("advice") };
    fields.end();
    flag
}

fn overall(mut fields: Fields) -> OverallText {
    let overall = OverallText {
        id: fields.text("id"),
        label: fields.text("label"),
        text: fields.text("text"),
    };
    fields.end();
    overall
}
