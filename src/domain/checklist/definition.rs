//! The questionnaire, from `data/checklist.json`: content that people edit without Rust.

use super::{
    check::{Depth, Stage},
    outcome::Band,
};
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
    /// The statement, for two sides that work together.
    pub text: String,
    /// The same, for two sides that do not yet.
    pub planned: String,
    /// What could be shown for it.
    pub example: String,
    /// The same for two sides that do not work together yet, where it differs.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stride {
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
pub enum Span {
    /// This week; it costs nothing.
    Week,
    /// This month.
    Month,
    /// This quarter.
    Quarter,
}

impl Span {
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
    /// What to do about it, in the order of [`Span::ALL`].
    pub steps: [Stride; 3],
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverallText {
    /// The band's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it means for the next weeks.
    pub text: String,
    /// Name and meaning for two sides that do not work together yet, where they differ.
    pub planned: Option<(String, String)>,
}

impl OverallText {
    /// Its name and what it means, at a stage.
    pub fn at(&self, stage: Stage) -> (&str, &str) {
        match (stage, &self.planned) {
            (Stage::Before, Some((label, text))) => (label, text),
            _ => (&self.label, &self.text),
        }
    }
}

/// The whole questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
        steps: {
            let mut steps = fields.object("steps");
            let strides = Span::ALL.map(|span| stride(steps.object(span.id())));
            steps.end();
            strides
        },
    };
    fields.end();
    dimension
}

fn item(mut fields: Fields) -> Item {
    let item = Item {
        id: fields.text("id"),
        text: fields.text("text"),
        planned: fields.text("planned"),
        example: fields.text("example"),
        planned_example: fields.maybe_text("planned_example"),
    };
    fields.end();
    item
}

fn stride(mut fields: Fields) -> Stride {
    let stride = Stride {
        text: fields.text("text"),
        by_group: fields.text("by_group"),
        by_office: fields.text("by_office"),
        read: fields.texts("read"),
    };
    fields.end();
    stride
}

fn flag(mut fields: Fields) -> Flag {
    let flag = Flag {
        id: fields.text("id"),
        text: fields.text("text"),
        advice: fields.text("advice"),
        read: fields.texts("read"),
    };
    fields.end();
    flag
}

fn overall(mut fields: Fields) -> OverallText {
    let overall = OverallText {
        id: fields.text("id"),
        label: fields.text("label"),
        text: fields.text("text"),
        planned: fields
            .has("planned")
            .then(|| (fields.text("planned_label"), fields.text("planned"))),
    };
    fields.end();
    overall
}
