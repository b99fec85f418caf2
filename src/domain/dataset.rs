//! The data to take along: everything as JSON, two tables as CSV, and a guide to the fields.
//!
//! Made from the data that the app has read, so it needs no network.

use super::{
    assessment::definition::Checklist,
    case::{Block, CaseStudy, Reading, Section},
    date::When,
    family::Family,
    glossary::Term,
    library::Library,
    number,
    table::Table,
    vocabulary::{Facet, Vocabulary},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Changes whenever a byte of `data/` does; 8 hexadecimal digits (FNV-1a over its JSON).
pub const FINGERPRINT: &str = include_str!(concat!(env!("OUT_DIR"), "/fingerprint"));

/// One field of the data and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name in the files; a point leads from an object to its field.
    pub field: String,
    /// What it means.
    pub meaning: String,
}

/// A file that can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// Everything, as one JSON object.
    Everything,
    /// One row a case, as CSV.
    Cases,
    /// One row a block or figure, as CSV.
    Parts,
    /// What every field means, as plain text.
    Guide,
}

impl File {
    /// All files, the most useful first.
    pub const ALL: [Self; 4] = [Self::Cases, Self::Parts, Self::Everything, Self::Guide];

    /// The file's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Everything => "ashar-data.json",
            Self::Cases => "ashar-cases.csv",
            Self::Parts => "ashar-parts.csv",
            Self::Guide => "ashar-field-guide.txt",
        }
    }

    /// Its media type.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Everything => "application/json",
            Self::Cases | Self::Parts => "text/csv",
            Self::Guide => "text/plain",
        }
    }

    /// The file with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file| file.name() == name)
    }

    /// What stands in it.
    pub fn text(self, library: &Library) -> String {
        match self {
            Self::Everything => everything(library),
            Self::Cases => cases(library),
            Self::Parts => parts(library),
            Self::Guide => guide(library),
        }
    }
}

/// The version people can name: that of the app, and the fingerprint of the data.
pub fn version() -> String {
    [env!("CARGO_PKG_VERSION"), "+", FINGERPRINT].concat()
}

/// The file with everything. Left out are the stop words and the thesaurus, which say nothing about the cases.
#[derive(Serialize)]
struct Everything<'a> {
    name: &'a str,
    version: String,
    as_of: &'a str,
    language: &'a str,
    lists: &'a Vocabulary,
    cases: Vec<Value>,
    families: &'a [Family],
    glossary: Vec<&'a Term>,
    check: &'a Checklist,
    guide: &'a [Field],
}

fn everything(library: &Library) -> String {
    // As in its file, so that two versions can be compared.
    let mut glossary: Vec<&Term> = library.glossary.terms().iter().collect();
    glossary.sort_by(|a, b| a.id.cmp(&b.id));
    let everything = Everything {
        name: "Ashar",
        version: version(),
        as_of: "2006-12",
        language: &library.lang,
        lists: &library.vocabulary,
        cases: library.corpus.cases().iter().map(record).collect(),
        families: &library.families,
        glossary,
        check: &library.checklist,
        guide: &library.guide,
    };
    // Fails only for maps whose keys are no texts, and there are none.
    serde_json::to_string(&everything).unwrap_or_default() + "\n"
}

/// The record of a case as its file has it: results list their figures also where there are none.
fn record(case: &CaseStudy) -> Value {
    let mut record = serde_json::to_value(case).unwrap_or_default();
    let results = record.get_mut(Section::Results.rule().field).and_then(Value::as_array_mut);
    for result in results.into_iter().flatten().filter_map(Value::as_object_mut) {
        result.entry("figures").or_insert_with(|| json!([]));
    }
    record
}

/// The columns of the table of cases.
pub const CASE_COLUMNS: [&str; 26] = [
    "slug",
    "order",
    "title",
    "point.text",
    "point.source",
    "summary",
    "source",
    "organisation.name",
    "organisation.spellings",
    "organisation.legal_form",
    "organisation.founded",
    "organisation.registered",
    "organisation.text",
    "organisation.source",
    "places.oblast",
    "places.rayon",
    "places.settlement",
    "period.from",
    "period.to",
    "topics",
    "beneficiaries",
    "numbers",
    "instruments",
    "partners",
    "funders",
    "obstacles",
];

fn cases(library: &Library) -> String {
    let mut table = Table::new(&CASE_COLUMNS);
    for case in library.corpus.cases() {
        let organisation = &case.organisation;
        let labels = |facet| labels(library, case, facet);
        table.row(&[
            &case.slug,
            &number::whole(u64::from(case.order)),
            &case.title,
            &case.point.text,
            &case.point.source,
            &case.summary,
            &case.source,
            &organisation.name,
            &several(organisation.spellings.iter().cloned()),
            library.vocabulary.label(&["legal-form"], &organisation.legal_form),
            &date(organisation.founded.as_ref()),
            &date(organisation.registered.as_ref()),
            &organisation.text,
            &organisation.source,
            &labels(Facet::Oblast),
            &several(case.places.iter().filter_map(|place| place.rayon.clone())),
            &several(case.places.iter().filter_map(|place| place.settlement.clone())),
            &date(Some(&case.period.0)),
            &date(Some(&case.period.1)),
            &labels(Facet::Topic),
            &labels(Facet::Beneficiary),
            &several(case.numbers.iter().cloned()),
            &labels(Facet::Instrument),
            &labels(Facet::Partner),
            &labels(Facet::Funder),
            &labels(Facet::Obstacle),
        ]);
    }
    table.text()
}

/// The columns of the table of parts.
pub const PART_COLUMNS: [&str; 24] = [
    "case",
    "section",
    "block.id",
    "block.kind",
    "block.label",
    "block.name",
    "block.side",
    "block.role",
    "block.date",
    "block.text",
    "block.met",
    "block.amount.value",
    "block.amount.unit",
    "block.dimensions",
    "block.slug",
    "block.about",
    "block.source",
    "block.formerly",
    "figure.id",
    "figure.what",
    "figure.value",
    "figure.before",
    "figure.after",
    "figure.unit",
];

fn parts(library: &Library) -> String {
    let mut table = Table::new(&PART_COLUMNS);
    for case in library.corpus.cases() {
        for block in &case.blocks {
            part(&mut table, library, case, block);
        }
    }
    table.text()
}

fn part(table: &mut Table, library: &Library, case: &CaseStudy, block: &Block) {
    let rule = block.section.rule();
    let label = library.vocabulary.label(rule.kinds, &block.kind);
    let (value, unit) = match &block.amount {
        Some(amount) => (number::plain(amount.value), amount.unit.as_str()),
        None => (String::new(), ""),
    };
    table.row(&[
        &case.slug,
        rule.field,
        &block.id,
        &block.kind,
        label,
        &block.name,
        &block.side,
        &block.role,
        &date(block.date.as_ref()),
        &block.text,
        block.met.as_deref().unwrap_or_default(),
        &value,
        unit,
        &several(block.dimensions.iter().cloned()),
        &block.slug,
        &block.about,
        &block.source,
        &several(block.formerly.iter().cloned()),
    ]);
    for figure in &block.figures {
        let [value, before, after] = match figure.reading {
            Reading::One(value) => [number::plain(value), String::new(), String::new()],
            Reading::Change(before, after) => {
                [String::new(), number::plain(before), number::plain(after)]
            }
        };
        let mut row = [""; PART_COLUMNS.len()];
        let filled = [
            (0, case.slug.as_str()),
            (1, "figures"),
            (2, &block.id),
            (16, &block.source),
            (18, &figure.id),
            (19, &figure.what),
            (20, &value),
            (21, &before),
            (22, &after),
            (23, &figure.unit),
        ];
        for (at, text) in filled {
            if let Some(cell) = row.get_mut(at) {
                *cell = text;
            }
        }
        table.row(&row);
    }
}

fn guide(library: &Library) -> String {
    let mut text = ["Ashar ", &version(), "\n\n"].concat();
    for field in library.guide.iter() {
        text.push_str(&[&field.field, ": ", &field.meaning, "\n"].concat());
    }
    text
}

/// The values a case has in a filter, each once, in words.
fn labels(library: &Library, case: &CaseStudy, facet: Facet) -> String {
    // Partners that are no government bodies have a list of their own.
    let lists = match facet {
        Facet::Partner => Section::Partners.rule().kinds,
        _ => &[facet.id()],
    };
    let mut values: Vec<&str> = Vec::new();
    for value in case.values(facet) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    several(values.into_iter().map(|value| library.vocabulary.label(lists, value).to_owned()))
}

fn several(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

fn date(when: Option<&When>) -> String {
    when.map(When::written).unwrap_or_default()
}
