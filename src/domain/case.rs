//! The record of one case: as received from a file, and as trusted.
//!
//! A record is a few single fields and fifteen sections of blocks. What a block of a section must
//! carry stands in one table, [`Section::rule`]; reader, tests and screens all go by it.

use super::{
    date::When,
    vocabulary::{Facet, Vocabulary},
};
use serde::Deserialize;

/// The sections of a record, in the order of `data/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Tools the partners used.
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
            Self::Steps => Rule { field: "steps", prefix: "step", date: true, at_least: 5, ..PLAIN },
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
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// How much.
    pub value: f64,
    /// Of what: a currency as the book writes it (`som`, `US$`, `EUR`), or a counted thing.
    pub unit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    id: String,
    what: String,
    unit: String,
    value: Option<f64>,
    before: Option<f64>,
    after: Option<f64>,
}

/// A number that tells of a change.
#[derive(Clone, Debug, PartialEq)]
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBlock {
    id: String,
    text: String,
    source: String,
    kind: Option<String>,
    name: Option<String>,
    date: Option<String>,
    side: Option<String>,
    role: Option<String>,
    amount: Option<Amount>,
    met: Option<String>,
    slug: Option<String>,
    about: Option<String>,
    figures: Option<Vec<RawFigure>>,
    dimensions: Option<Vec<String>>,
}

/// A piece of text that can be linked to, with the facts that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Unique in the case; addresses, search hits and scores point to it.
    pub id: String,
    /// Where in the record it stands.
    pub section: Section,
    /// What people read.
    pub text: String,
    /// The heading in the book under which the fact stands.
    pub source: String,
    /// A value of the section's word list.
    pub kind: String,
    /// The name of a partner, funder or paper.
    pub name: String,
    /// When, where it is known.
    pub date: Option<When>,
    /// A value of the word list *side*.
    pub side: String,
    /// The public role of the person whose view is retold.
    pub role: String,
    /// How much, where it is known.
    pub amount: Option<Amount>,
    /// How an obstacle was met, where it was.
    pub met: Option<String>,
    /// The slug of a connected case.
    pub slug: String,
    /// The block an editor's note is about.
    pub about: String,
    /// Numbers that tell of a change.
    pub figures: Vec<Figure>,
    /// Ids of the dimensions of the readiness check that it illustrates, the most fitting first.
    pub dimensions: Vec<String>,
}

/// The civil society organisation of the case.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its short name.
    pub name: String,
    /// Other spellings and full names.
    pub spellings: Vec<String>,
    /// A value of the word list *legal-form*.
    pub legal_form: String,
    /// When it began, as a date of [`When`].
    pub founded: Option<String>,
    /// When it was registered, as a date of [`When`].
    pub registered: Option<String>,
    /// What it is and does.
    pub text: String,
    /// The heading in the book.
    pub source: String,
}

/// Where the work took place.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// A value of the filter *oblast*.
    pub oblast: String,
    /// The rayon's name without the word "rayon".
    pub rayon: Option<String>,
    /// Village or town.
    pub settlement: Option<String>,
    /// Other spellings of any of them.
    pub spellings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPeriod {
    from: String,
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCase {
    slug: String,
    order: u32,
    title: String,
    summary: String,
    source: String,
    organisation: Organisation,
    places: Vec<Place>,
    period: RawPeriod,
    topics: Vec<String>,
    beneficiaries: Vec<String>,
    instruments: Vec<RawBlock>,
    partners: Vec<RawBlock>,
    funders: Vec<RawBlock>,
    contributions: Vec<RawBlock>,
    situation: Vec<RawBlock>,
    steps: Vec<RawBlock>,
    agreements: Vec<RawBlock>,
    obstacles: Vec<RawBlock>,
    results: Vec<RawBlock>,
    factors: Vec<RawBlock>,
    lessons: Vec<RawBlock>,
    lasts: Vec<RawBlock>,
    voices: Vec<RawBlock>,
    related: Vec<RawBlock>,
    notes: Vec<RawBlock>,
}

/// One case, checked: ids are unique, values are allowed, dates are dates.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseStudy {
    /// Stands in addresses; never changes.
    pub slug: String,
    /// Place in the book, from 1.
    pub order: u32,
    /// What happened, in one line.
    pub title: String,
    /// Who, where, what was wrong, what was done and what came of it.
    pub summary: String,
    /// The book's heading for the case.
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
    /// Every block, section by section.
    pub blocks: Vec<Block>,
}

/// What is wrong in a record: where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field or block.
    pub field: String,
    /// What is wrong and how to mend it.
    pub mend: String,
}

impl CaseStudy {
    /// Reads and checks one record.
    ///
    /// # Errors
    /// Everything that is wrong with it, so that an editor mends it in one go. A file that is not a
    /// record at all gives one fault.
    pub fn parse(json: &str, vocabulary: &Vocabulary) -> Result<Self, Vec<Fault>> {
        let raw: RawCase = serde_json::from_str(json).map_err(|error| {
            vec![Fault { field: "the whole file".into(), mend: error.to_string() }]
        })?;
        let mut check = Checker { vocabulary, faults: Vec::new(), ids: Vec::new() };
        let case = check.case(raw);
        match case {
            Some(case) if check.faults.is_empty() => Ok(case),
            _ => Err(check.faults),
        }
    }

    /// The blocks of one section, in their order.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.section == section)
    }

    /// The block with this id.
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
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
            + count(&self.summary)
            + count(&self.organisation.text)
            + self
                .blocks
                .iter()
                .map(|block| count(&block.text) + block.met.as_deref().map_or(0, count))
                .sum::<usize>()
    }
}

struct Checker<'a> {
    vocabulary: &'a Vocabulary,
    faults: Vec<Fault>,
    ids: Vec<String>,
}

impl Checker<'_> {
    fn fault(&mut self, field: &str, mend: impl Into<String>) {
        self.faults.push(Fault { field: field.to_owned(), mend: mend.into() });
    }

    fn filled(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(field, "is empty; write it, or use null where the format allows");
        }
    }

    fn allowed(&mut self, field: &str, lists: &[&str], value: &str) {
        let known = lists
            .iter()
            .filter_map(|list| self.vocabulary.list(list))
            .any(|list| list.value(value).is_some());
        if !known {
            self.fault(
                field,
                format!("{value:?} is no value of {} in facets.json; use one of them", lists.join(" or ")),
            );
        }
    }

    fn date(&mut self, field: &str, text: &str) -> Option<When> {
        match When::parse(text) {
            Ok(when) => Some(when),
            Err(bad) => {
                self.fault(field, bad.to_string());
                None
            }
        }
    }

    fn new_id(&mut self, field: &str, id: &str, prefix: &str) {
        let plain = id.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        let starts = id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'));
        if !plain || !starts {
            self.fault(field, format!("the id must be lower-case words with hyphens, like {prefix}-some-words"));
        }
        if self.ids.iter().any(|known| known == id) {
            self.fault(field, "the id stands twice in this case; rename one of the two");
        }
        self.ids.push(id.to_owned());
    }

    fn case(&mut self, raw: RawCase) -> Option<CaseStudy> {
        for (field, text) in [
            ("slug", &raw.slug),
            ("title", &raw.title),
            ("summary", &raw.summary),
            ("source", &raw.source),
            ("organisation.name", &raw.organisation.name),
            ("organisation.text", &raw.organisation.text),
            ("organisation.source", &raw.organisation.source),
        ] {
            self.filled(field, text);
        }
        self.allowed("organisation.legal_form", &["legal-form"], &raw.organisation.legal_form);
        for (field, date) in [
            ("organisation.founded", &raw.organisation.founded),
            ("organisation.registered", &raw.organisation.registered),
        ] {
            if let Some(date) = date {
                self.date(field, date);
            }
        }
        if raw.places.is_empty() {
            self.fault("places", "is empty; name at least the oblast");
        }
        for place in &raw.places {
            self.allowed("places.oblast", &["oblast"], &place.oblast);
        }
        let from = self.date("period.from", &raw.period.from);
        let to = self.date("period.to", &raw.period.to);
        if let (Some(from), Some(to)) = (from, to)
            && to.last_year() < from.from.year
        {
            self.fault("period", "ends before it begins; swap the two");
        }
        for (field, list, values) in
            [("topics", "topic", &raw.topics), ("beneficiaries", "beneficiary", &raw.beneficiaries)]
        {
            if values.is_empty() {
                self.fault(field, "is empty; give at least one value of facets.json");
            }
            for (place, value) in values.iter().enumerate() {
                self.allowed(field, &[list], value);
                if values.iter().take(place).any(|earlier| earlier == value) {
                    self.fault(field, format!("{value:?} stands twice; remove one"));
                }
            }
        }
        let mut blocks = Vec::new();
        for (section, raws) in [
            (Section::Instruments, raw.instruments),
            (Section::Partners, raw.partners),
            (Section::Funders, raw.funders),
            (Section::Contributions, raw.contributions),
            (Section::Situation, raw.situation),
            (Section::Steps, raw.steps),
            (Section::Agreements, raw.agreements),
            (Section::Obstacles, raw.obstacles),
            (Section::Results, raw.results),
            (Section::Factors, raw.factors),
            (Section::Lessons, raw.lessons),
            (Section::Lasts, raw.lasts),
            (Section::Voices, raw.voices),
            (Section::Related, raw.related),
            (Section::Notes, raw.notes),
        ] {
            let rule = section.rule();
            if raws.len() < rule.at_least {
                self.fault(
                    rule.field,
                    format!("has {} blocks; a record needs at least {}", raws.len(), rule.at_least),
                );
            }
            for raw in raws {
                blocks.push(self.block(section, raw));
            }
        }
        for block in blocks.iter().filter(|block| block.section == Section::Notes) {
            let known = ["title", "summary", "organisation"].contains(&block.about.as_str())
                || self.ids.contains(&block.about);
            if !known {
                let mend = format!("no block {:?} in this case; name the one it is about", block.about);
                self.fault(&format!("notes/{}.about", block.id), mend);
            }
        }
        Some(CaseStudy {
            slug: raw.slug,
            order: raw.order,
            title: raw.title,
            summary: raw.summary,
            source: raw.source,
            organisation: raw.organisation,
            places: raw.places,
            period: (from?, to?),
            topics: raw.topics,
            beneficiaries: raw.beneficiaries,
            blocks,
        })
    }

    /// A field that the section has must be filled; one that it has not must be absent.
    fn word(&mut self, at: &str, name: &str, has: bool, value: Option<String>) -> String {
        match (has, value) {
            (true, Some(value)) => {
                self.filled(&format!("{at}.{name}"), &value);
                value
            }
            (true, None) => {
                self.fault(&format!("{at}.{name}"), "is missing; fill it");
                String::new()
            }
            (false, Some(value)) => {
                self.fault(&format!("{at}.{name}"), "does not belong here; remove it");
                value
            }
            (false, None) => String::new(),
        }
    }

    fn block(&mut self, section: Section, raw: RawBlock) -> Block {
        let rule = section.rule();
        let at = format!("{}/{}", rule.field, raw.id);
        self.new_id(&at, &raw.id, rule.prefix);
        self.filled(&format!("{at}.text"), &raw.text);
        if raw.source.trim().is_empty() {
            self.fault(&format!("{at}.source"), "is empty; give the book's heading it stands under");
        }
        let kind = self.word(&at, "kind", !rule.kinds.is_empty(), raw.kind);
        if !kind.is_empty() {
            self.allowed(&format!("{at}.kind"), rule.kinds, &kind);
        }
        let name = self.word(&at, "name", rule.name, raw.name);
        let side = self.word(&at, "side", rule.side, raw.side);
        if !side.is_empty() {
            self.allowed(&format!("{at}.side"), &["side"], &side);
        }
        let role = self.word(&at, "role", section == Section::Voices, raw.role);
        let slug = self.word(&at, "slug", section == Section::Related, raw.slug);
        let about = self.word(&at, "about", section == Section::Notes, raw.about);
        for (field, has, filled) in [
            ("date", rule.date, raw.date.is_some()),
            ("amount", rule.amount, raw.amount.is_some()),
            ("met", section == Section::Obstacles, raw.met.is_some()),
        ] {
            if filled && !has {
                self.fault(&format!("{at}.{field}"), "does not belong here; remove it");
            }
        }
        let date = raw.date.and_then(|date| self.date(&format!("{at}.date"), &date));
        if let Some(amount) = &raw.amount
            && amount.unit.trim().is_empty()
        {
            self.fault(&format!("{at}.amount"), "has no unit; say of what, for example som");
        }
        if let Some(met) = &raw.met {
            self.filled(&format!("{at}.met"), met);
        }
        let dimensions = raw.dimensions.unwrap_or_default();
        let tagged = matches!(section, Section::Factors | Section::Lessons);
        if tagged != !dimensions.is_empty() {
            self.fault(
                &format!("{at}.dimensions"),
                "stands on every factor and lesson, with one or two dimensions, and nowhere else",
            );
        }
        if raw.figures.is_some() != (section == Section::Results) {
            self.fault(&format!("{at}.figures"), "stands on every result, empty or not, and nowhere else");
        }
        let figures =
            raw.figures.unwrap_or_default().into_iter().filter_map(|f| self.figure(&at, f)).collect();
        Block {
            id: raw.id,
            section,
            text: raw.text,
            source: raw.source,
            kind,
            name,
            date,
            side,
            role,
            amount: raw.amount,
            met: raw.met,
            slug,
            about,
            figures,
            dimensions,
        }
    }

    fn figure(&mut self, at: &str, raw: RawFigure) -> Option<Figure> {
        let at = format!("{at}/{}", raw.id);
        self.new_id(&at, &raw.id, "figure");
        self.filled(&format!("{at}.what"), &raw.what);
        if raw.unit.trim().is_empty() {
            self.fault(&format!("{at}.unit"), "is empty; a figure needs a unit, for example households");
        }
        let reading = match (raw.value, raw.before, raw.after) {
            (Some(value), None, None) => Reading::One(value),
            (None, Some(before), Some(after)) => Reading::Change(before, after),
            _ => {
                self.fault(&at, "needs either `value`, or `before` and `after`");
                return None;
            }
        };
        Some(Figure { id: raw.id, what: raw.what, unit: raw.unit, reading })
    }
}
