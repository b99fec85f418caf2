//! The record of one case.
//!
//! A record is a few single fields and fifteen sections of blocks. What a block of a section must carry stands in one
//! table, [`Section::rule`]; validation, tests and screens all go by it.

use super::{date::When, number, vocabulary::Facet};
use serde::{Deserialize, Serialize};
use std::mem;

/// The sections of a record, in the order of `data/README.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Tools the partners used.
    #[default]
    Instruments,
    /// Who took part, and in which role.
    Partners,
    /// Who paid for what.
    Funders,
    /// What each side put in.
    Contributions,
    /// Place, people and trouble before the work began.
    Situation,
    /// Events in their order.
    Steps,
    /// Papers signed and bodies set up.
    Agreements,
    /// What got in the way, and how it was met.
    Obstacles,
    /// What changed, with figures.
    Results,
    /// Why it worked.
    Factors,
    /// What the partners learned.
    Lessons,
    /// What stays, and what was planned next.
    Lasts,
    /// What people of each side said, retold.
    Voices,
    /// Cases connected with this one.
    Related,
    /// Editor's notes on doubtful places.
    Notes,
}

/// What the blocks of one section carry besides `id`, `text` and `source`.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether a field belongs to the section"
)]
pub struct Rule {
    /// The field's name in the file.
    pub field: &'static str,
    /// Every block id of the section starts with this word.
    pub prefix: &'static str,
    /// The word lists that `kind` takes its value from; empty where there is no `kind`.
    pub kinds: &'static [&'static str],
    /// Whether a block has a `name`.
    pub name: bool,
    /// Whether a block has a `date` (which may be unknown).
    pub date: bool,
    /// Whether a block has a `side`.
    pub side: bool,
    /// Whether a block has an `amount` (which may be unknown).
    pub amount: bool,
    /// How few blocks a complete record has here.
    pub at_least: usize,
}

const PLAIN: Rule = Rule {
    field: "",
    prefix: "",
    kinds: &[],
    name: false,
    date: false,
    side: false,
    amount: false,
    at_least: 1,
};

impl Section {
    /// All sections.
    pub const ALL: [Self; 15] = [
        Self::Instruments,
        Self::Partners,
        Self::Funders,
        Self::Contributions,
        Self::Situation,
        Self::Steps,
        Self::Agreements,
        Self::Obstacles,
        Self::Results,
        Self::Factors,
        Self::Lessons,
        Self::Lasts,
        Self::Voices,
        Self::Related,
        Self::Notes,
    ];

    /// What its blocks carry.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Instruments => Rule {
                field: "instruments",
                prefix: "instrument",
                kinds: &["instrument"],
                at_least: 2,
                ..PLAIN
            },
            Self::Partners => Rule {
                field: "partners",
                prefix: "partner",
                kinds: &["partner", "partner-kind"],
                name: true,
                at_least: 2,
                ..PLAIN
            },
            Self::Funders => Rule {
                field: "funders",
                prefix: "funder",
                kinds: &["funder"],
                name: true,
                date: true,
                amount: true,
                at_least: 0,
                ..PLAIN
            },
            Self::Contributions => Rule {
                field: "contributions",
                prefix: "gave",
                kinds: &["contribution"],
                date: true,
                side: true,
                amount: true,
                ..PLAIN
            },
            Self::Situation => Rule { field: "situation", prefix: "situation", ..PLAIN },
            Self::Steps => {
                Rule { field: "steps", prefix: "step", date: true, at_least: 5, ..PLAIN }
            }
            Self::Agreements => Rule {
                field: "agreements",
                prefix: "paper",
                kinds: &["agreement"],
                name: true,
                date: true,
                at_least: 0,
                ..PLAIN
            },
            Self::Obstacles => {
                Rule { field: "obstacles", prefix: "obstacle", kinds: &["obstacle"], ..PLAIN }
            }
            Self::Results => Rule { field: "results", prefix: "result", at_least: 2, ..PLAIN },
            Self::Factors => Rule { field: "factors", prefix: "factor", at_least: 3, ..PLAIN },
            Self::Lessons => Rule { field: "lessons", prefix: "lesson", at_least: 2, ..PLAIN },
            Self::Lasts => Rule { field: "lasts", prefix: "lasts", ..PLAIN },
            Self::Voices => {
                Rule { field: "voices", prefix: "voice", side: true, at_least: 0, ..PLAIN }
            }
            Self::Related => Rule {
                field: "related",
                prefix: "related",
                kinds: &["relation"],
                at_least: 0,
                ..PLAIN
            },
            Self::Notes => Rule { field: "notes", prefix: "note", at_least: 0, ..PLAIN },
        }
    }
}

/// An amount of money or of something else that can be counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// How much.
    #[serde(serialize_with = "number::serialize")]
    pub value: f64,
    /// Of what: a currency as the book writes it (`som`, `US$`, `EUR`), or a counted thing.
    pub unit: String,
}

/// A number that tells of a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "FigureRecord", into = "FigureRecord")]
pub struct Figure {
    /// Unique in the case.
    pub id: String,
    /// What was counted.
    pub what: String,
    /// The unit; never empty.
    pub unit: String,
    /// One value, or before and after.
    pub reading: Reading,
}

/// How a figure is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// One count.
    One(f64),
    /// A count before the work and one after it.
    Change(f64, f64),
}

/// A figure as it stands in JSON.
#[derive(Serialize, Deserialize)]
struct FigureRecord {
    id: String,
    what: String,
    unit: String,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "number::serialize_known"
    )]
    value: Option<f64>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "number::serialize_known"
    )]
    before: Option<f64>,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "number::serialize_known"
    )]
    after: Option<f64>,
}

impl TryFrom<FigureRecord> for Figure {
    type Error = &'static str;

    fn try_from(record: FigureRecord) -> Result<Self, &'static str> {
        let FigureRecord { id, what, unit, value, before, after } = record;
        let reading = match (value, before, after) {
            (Some(value), None, None) => Reading::One(value),
            (None, Some(before), Some(after)) => Reading::Change(before, after),
            _ => return Err("needs either `value`, or `before` and `after`"),
        };
        Ok(Self { id, what, unit, reading })
    }
}

impl From<Figure> for FigureRecord {
    fn from(figure: Figure) -> Self {
        let Figure { id, what, unit, reading } = figure;
        let (value, before, after) = match reading {
            Reading::One(value) => (Some(value), None, None),
            Reading::Change(before, after) => (None, Some(before), Some(after)),
        };
        Self { id, what, unit, value, before, after }
    }
}

/// A piece of text that can be linked to, with the facts that belong to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Block {
    /// Unique in the case; addresses, search hits and scores point to it. Empty until the texts have come.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Where in the record it stands. Not part of the block in JSON, which stands in the list of its section.
    #[serde(skip)]
    pub section: Section,
    /// A value of the section's word list.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The name of a partner, funder or paper.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
    /// A value of the word list *side*.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub side: String,
    /// The public role of the person whose view is retold.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// How much, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The slug of a connected case.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub slug: String,
    /// The block an editor's note is about.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// What people read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How an obstacle was met, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<String>,
    /// Numbers that tell of a change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Ids of the dimensions of the readiness check that it illustrates, the most fitting first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<String>,
    /// Ids of blocks that are gone; links to them lead here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// The heading in the book under which the fact stands.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Why anyone should read a case: its idea, in a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// What people read.
    pub text: String,
    /// The heading in the book. Empty until the texts have come.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// The civil society organisation of the case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its short name.
    pub name: String,
    /// Other spellings and full names.
    pub spellings: Vec<String>,
    /// A value of the word list *legal-form*. Empty until the texts have come.
    pub legal_form: String,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founded: Option<When>,
    /// When it was registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<When>,
    /// What it is and does. Empty until the texts have come.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The heading in the book. Empty until the texts have come.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Where the work took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// A value of the filter *oblast*.
    pub oblast: String,
    /// The rayon's name without the word "rayon".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rayon: Option<String>,
    /// Village or town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<String>,
    /// Other spellings of any of them.
    pub spellings: Vec<String>,
}

/// One case. Read from a file of `data/` it is whole; made of its card alone ([`CaseCard`]), it lacks the texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Record", into = "Record")]
pub struct CaseStudy {
    /// Stands in addresses; never changes.
    pub slug: String,
    /// Place in the book, from 1; 0 until the texts have come.
    pub order: u32,
    /// What happened, in one line.
    pub title: String,
    /// Why anyone should read it.
    pub point: Point,
    /// Who, where, what was wrong, what was done and what came of it. Empty until the texts have come.
    pub summary: String,
    /// The book's heading for the case. Empty until the texts have come.
    pub source: String,
    /// The civil society organisation.
    pub organisation: Organisation,
    /// Where; the first place is the main one.
    pub places: Vec<Place>,
    /// The years the account covers.
    pub period: (When, When),
    /// Values of the filter *topic*, the most important first.
    pub topics: Vec<String>,
    /// Values of the filter *beneficiary*.
    pub beneficiaries: Vec<String>,
    /// The ids of the figures that tell most, the strongest first. Empty until the texts have come.
    pub numbers: Vec<String>,
    /// Every block, section by section.
    pub blocks: Vec<Block>,
}

/// A case as it stands in JSON: a list of blocks for each section.
#[derive(Serialize, Deserialize)]
struct Record {
    slug: String,
    order: u32,
    title: String,
    point: Point,
    summary: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
    organisation: Organisation,
    places: Vec<Place>,
    period: Period,
    topics: Vec<String>,
    beneficiaries: Vec<String>,
    numbers: Vec<String>,
    instruments: Vec<Block>,
    partners: Vec<Block>,
    funders: Vec<Block>,
    contributions: Vec<Block>,
    situation: Vec<Block>,
    steps: Vec<Block>,
    agreements: Vec<Block>,
    obstacles: Vec<Block>,
    results: Vec<Block>,
    factors: Vec<Block>,
    lessons: Vec<Block>,
    lasts: Vec<Block>,
    voices: Vec<Block>,
    related: Vec<Block>,
    notes: Vec<Block>,
}

#[derive(Serialize, Deserialize)]
struct Period {
    from: When,
    to: When,
}

impl From<Record> for CaseStudy {
    fn from(record: Record) -> Self {
        // In the order of `Section::ALL`.
        let sections = [
            record.instruments,
            record.partners,
            record.funders,
            record.contributions,
            record.situation,
            record.steps,
            record.agreements,
            record.obstacles,
            record.results,
            record.factors,
            record.lessons,
            record.lasts,
            record.voices,
            record.related,
            record.notes,
        ];
        Self {
            slug: record.slug,
            order: record.order,
            title: record.title,
            point: record.point,
            summary: record.summary,
            source: record.source,
            organisation: record.organisation,
            places: record.places,
            period: (record.period.from, record.period.to),
            topics: record.topics,
            beneficiaries: record.beneficiaries,
            numbers: record.numbers,
            blocks: in_sections(sections),
        }
    }
}

/// Blocks in one list, each with its section, from a list for each of [`Section::ALL`].
fn in_sections(lists: impl IntoIterator<Item = Vec<Block>>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (section, list) in Section::ALL.into_iter().zip(lists) {
        blocks.extend(list.into_iter().map(|block| Block { section, ..block }));
    }
    blocks
}

/// As much of a case as its card tells.
impl From<CaseCard> for CaseStudy {
    fn from(card: CaseCard) -> Self {
        let block = |Label(kind, name)| Block { kind, name, ..Block::default() };
        let blocks = |labels: Vec<Label>| labels.into_iter().map(block).collect();
        Self {
            slug: card.slug,
            order: 0,
            title: card.title,
            point: Point { text: card.point, source: String::new() },
            summary: String::new(),
            source: String::new(),
            organisation: Organisation {
                name: card.organisation,
                spellings: card.spellings,
                ..Organisation::default()
            },
            places: card.places,
            period: card.period,
            topics: card.topics,
            beneficiaries: card.beneficiaries,
            numbers: Vec::new(),
            blocks: in_sections(card.labels.into_iter().map(blocks)),
        }
    }
}

impl From<CaseStudy> for Record {
    fn from(case: CaseStudy) -> Self {
        let section = |section| case.section(section).cloned().collect();
        Self {
            instruments: section(Section::Instruments),
            partners: section(Section::Partners),
            funders: section(Section::Funders),
            contributions: section(Section::Contributions),
            situation: section(Section::Situation),
            steps: section(Section::Steps),
            agreements: section(Section::Agreements),
            obstacles: section(Section::Obstacles),
            results: section(Section::Results),
            factors: section(Section::Factors),
            lessons: section(Section::Lessons),
            lasts: section(Section::Lasts),
            voices: section(Section::Voices),
            related: section(Section::Related),
            notes: section(Section::Notes),
            slug: case.slug,
            order: case.order,
            title: case.title,
            point: case.point,
            summary: case.summary,
            source: case.source,
            organisation: case.organisation,
            places: case.places,
            period: Period { from: case.period.0, to: case.period.1 },
            topics: case.topics,
            beneficiaries: case.beneficiaries,
            numbers: case.numbers,
        }
    }
}

/// What cards, filters and a first search need of a case. The app fetches it first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseCard {
    slug: String,
    title: String,
    /// The text of its point.
    point: String,
    /// The name of the organisation.
    organisation: String,
    /// Its other spellings.
    spellings: Vec<String>,
    places: Vec<Place>,
    period: (When, When),
    topics: Vec<String>,
    beneficiaries: Vec<String>,
    /// The labels of the blocks, a list for each section of [`Section::ALL`].
    labels: Vec<Vec<Label>>,
}

/// The kind and the name of a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Label(String, String);

/// What else a reader of a case needs. The app fetches it later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseTexts {
    /// The case they belong to.
    slug: String,
    order: u32,
    summary: String,
    source: String,
    /// The heading in the book of its point.
    point_source: String,
    /// The ids of the figures that tell most.
    numbers: Vec<String>,
    /// Without its name and spellings.
    organisation: Organisation,
    /// The blocks without kind, name and source, a list for each section of [`Section::ALL`].
    blocks: Vec<Vec<Block>>,
    /// The headings in the book, each once.
    headings: Vec<String>,
    /// The place in `headings` of the source of each block, in their order.
    sources: Vec<usize>,
}

impl CaseStudy {
    /// Parts the case into what the app fetches first, and what it fetches later; nothing stands in both but the slug.
    /// [`CaseStudy::with_texts`] puts them together again.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn split(mut self) -> (CaseCard, CaseTexts) {
        let mut blocks = Section::ALL.map(|section| self.section(section).cloned().collect());
        let label =
            |block: &mut Block| Label(mem::take(&mut block.kind), mem::take(&mut block.name));
        let labels = |blocks: &mut Vec<Block>| blocks.iter_mut().map(label).collect();
        let card = CaseCard {
            slug: self.slug.clone(),
            title: self.title,
            point: self.point.text,
            organisation: mem::take(&mut self.organisation.name),
            spellings: mem::take(&mut self.organisation.spellings),
            places: self.places,
            period: self.period,
            topics: self.topics,
            beneficiaries: self.beneficiaries,
            labels: blocks.iter_mut().map(labels).collect(),
        };
        let mut headings = Vec::new();
        let heading = |block: &mut Block| {
            let source = mem::take(&mut block.source);
            headings.iter().position(|known| *known == source).unwrap_or_else(|| {
                headings.push(source);
                headings.len() - 1
            })
        };
        let sources = blocks.iter_mut().flatten().map(heading).collect();
        let Self { slug, order, summary, source, organisation, numbers, .. } = self;
        let blocks = blocks.into();
        let point_source = self.point.source;
        (
            card,
            CaseTexts {
                slug,
                order,
                summary,
                source,
                point_source,
                numbers,
                organisation,
                blocks,
                headings,
                sources,
            },
        )
    }

    /// The whole case; `None` where the texts are those of another case, or of another version of it.
    #[must_use]
    pub fn with_texts(mut self, texts: CaseTexts) -> Option<Self> {
        let blocks = in_sections(texts.blocks);
        let count = self.blocks.len();
        if texts.slug != self.slug || blocks.len() != count || texts.sources.len() != count {
            return None;
        }
        self.order = texts.order;
        self.summary = texts.summary;
        self.source = texts.source;
        self.point.source = texts.point_source;
        self.numbers = texts.numbers;
        let Organisation { name, spellings, .. } = self.organisation;
        self.organisation = Organisation { name, spellings, ..texts.organisation };
        for ((early, late), source) in self.blocks.iter_mut().zip(blocks).zip(texts.sources) {
            let Block { kind, name, .. } = mem::take(early);
            let source = texts.headings.get(source)?.clone();
            *early = Block { kind, name, source, ..late };
        }
        Some(self)
    }

    /// The blocks of one section, in their order.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.section == section)
    }

    /// The block that has this id, or that a link with the id of a block that is gone leads to.
    pub fn block(&self, id: &str) -> Option<&Block> {
        // Before the texts have come, the ids are not there either.
        let has = |block: &&Block| block.id == id && !id.is_empty();
        self.blocks.iter().find(has).or_else(|| {
            self.blocks.iter().find(|block| block.formerly.iter().any(|gone| gone == id))
        })
    }

    /// The figures that tell most, the strongest first.
    pub fn numbers(&self) -> impl Iterator<Item = &Figure> {
        self.numbers.iter().filter_map(|id| self.figure(id))
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.blocks.iter().flat_map(|block| &block.figures).find(|figure| figure.id == id)
    }

    /// The oblast of the main place.
    pub fn oblast(&self) -> Option<&str> {
        self.places.first().map(|place| place.oblast.as_str())
    }

    /// The values this case has in a filter; a value can stand there more than once.
    pub fn values(&self, facet: Facet) -> Vec<&str> {
        let kinds = |section| self.section(section).map(|block| block.kind.as_str()).collect();
        match facet {
            Facet::Oblast => self.places.iter().map(|place| place.oblast.as_str()).collect(),
            Facet::Topic => self.topics.iter().map(String::as_str).collect(),
            Facet::Beneficiary => self.beneficiaries.iter().map(String::as_str).collect(),
            Facet::Obstacle => kinds(Section::Obstacles),
            Facet::Instrument => kinds(Section::Instruments),
            Facet::Partner => kinds(Section::Partners),
            Facet::Funder => kinds(Section::Funders),
        }
    }

    /// How many words of text a reader gets.
    pub fn words(&self) -> usize {
        let count = |text: &str| text.split_whitespace().count();
        count(&self.title)
            + count(&self.point.text)
            + count(&self.summary)
            + count(&self.organisation.text)
            + self
                .blocks
                .iter()
                .map(|block| count(&block.text) + block.met.as_deref().map_or(0, count))
                .sum::<usize>()
    }
}
