//! All cases, in the book's order, with the links between them checked.

use super::{
    case::{Block, CaseStudy, Section},
    node::Node,
    order,
    read::{self, CHECKED, Fault, Faults},
    vocabulary::{Facet, Value, Vocabulary},
};
use std::fmt;

/// Something wrong in a file of `data/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusError {
    /// The file's path.
    pub file: String,
    /// What is wrong in it.
    pub fault: Fault,
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.fault.field, self.fault.mend)
    }
}

/// The slug that a record's file is called by, and the record.
type Record = (String, Result<CaseStudy, Vec<Fault>>);

fn error(slug: &str, field: &str, mend: &[&str]) -> CorpusError {
    CorpusError {
        file: ["data/cases/", slug, ".json"].concat(),
        fault: Fault { field: field.to_owned(), mend: mend.concat() },
    }
}

/// The faults within the records, and two that only a file among others can have.
fn check_each(records: &[Record], errors: &mut Vec<CorpusError>) {
    let mut cases: Vec<&CaseStudy> = Vec::new();
    for (name, record) in records {
        match record {
            Ok(case) => {
                if *name != case.slug {
                    let mend =
                        ["is ", &case.slug, "; the file must be called ", &case.slug, ".json"];
                    errors.push(error(name, "slug", &mend));
                }
                for twin in cases.iter().filter(|twin| twin.order == case.order) {
                    let mend = ["is taken by ", &twin.slug, "; give the next free number"];
                    errors.push(error(name, "order", &mend));
                }
                cases.push(case);
            }
            Err(faults) => {
                for fault in faults {
                    errors.push(error(name, &fault.field, &[&fault.mend]));
                }
            }
        }
    }
}

/// Links that lead nowhere, and links that do not lead back.
fn check_links(records: &[Record], errors: &mut Vec<CorpusError>) {
    let cases = || records.iter().filter_map(|(_, record)| record.as_ref().ok());
    for case in cases() {
        for block in case.section(Section::Related) {
            let at = ["related/", &block.id].concat();
            // By file name: a record with a fault of its own is still there to be linked to.
            let known = records.iter().any(|(slug, _)| *slug == block.slug);
            if !known || block.slug == case.slug {
                let mend = ["there is no other case ", &block.slug, "; use a slug that exists"];
                errors.push(error(&case.slug, &[&at, ".slug"].concat(), &mend));
            }
            let back = |other: &CaseStudy| {
                other
                    .section(Section::Related)
                    .any(|link| link.slug == case.slug && link.kind == seen_from_there(&block.kind))
            };
            if cases().any(|other| other.slug == block.slug && !back(other)) {
                let mend = [
                    &block.slug,
                    " does not name this case as ",
                    seen_from_there(&block.kind),
                    "; a link stands in both records",
                ];
                errors.push(error(&case.slug, &at, &mend));
            }
        }
    }
}

/// The kind of a link between two cases as the other case's record has it.
fn seen_from_there(kind: &str) -> &str {
    match kind {
        "gave-start" => "grew-from",
        "grew-from" => "gave-start",
        both_ways => both_ways,
    }
}

/// Every case, checked one by one and against each other.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    cases: Vec<CaseStudy>,
}

impl Corpus {
    /// Reads files of JSON, each with its name.
    ///
    /// # Errors
    /// Every fault of every file, with its name.
    pub fn load(files: &[(&str, &str)], vocabulary: &Vocabulary) -> Result<Self, Vec<CorpusError>> {
        let slug = |file: &&str| file.strip_suffix(".json").unwrap_or(file).to_owned();
        Self::of(
            files
                .iter()
                .map(|(file, json)| (slug(file), CaseStudy::parse(json, vocabulary)))
                .collect(),
        )
    }

    /// Reads bundled records, as [`Corpus::load`] does.
    pub(crate) fn read(records: Node, vocabulary: &Vocabulary) -> Result<Self, Vec<CorpusError>> {
        let records = read::list(records, &Faults::default()).into_iter();
        let read = |record: Node| CaseStudy::read(record, vocabulary, &Faults::default());
        Self::of(records.map(|record| (record.field("slug"), read(record))).collect())
    }

    /// Reads of bundled records what comes early: enough for cards, filters and a first search.
    pub(crate) fn early(records: Node, vocabulary: &Vocabulary) -> Self {
        let faults = Faults::deaf();
        let records = read::list(records, &faults).into_iter();
        Self::new(
            records
                .filter_map(|record| CaseStudy::read(record, vocabulary, &faults).ok())
                .collect(),
        )
    }

    /// The cases that could be read, if nothing is wrong in any of them and between them.
    fn of(records: Vec<Record>) -> Result<Self, Vec<CorpusError>> {
        let mut errors = Vec::new();
        if CHECKED {
            check_each(&records, &mut errors);
            check_links(&records, &mut errors);
        }
        let cases = records.into_iter().filter_map(|(_, record)| record.ok()).collect();
        if errors.is_empty() { Ok(Self::new(cases)) } else { Err(errors) }
    }

    /// Cases that have been read, put into the book's order.
    pub fn new(mut cases: Vec<CaseStudy>) -> Self {
        order::sort(&mut cases, |a, b| a.order.cmp(&b.order));
        Self { cases }
    }

    /// All cases, in the book's order.
    pub fn cases(&self) -> &[CaseStudy] {
        &self.cases
    }

    /// The case with this slug.
    pub fn case(&self, slug: &str) -> Option<&CaseStudy> {
        self.cases.iter().find(|case| case.slug == slug)
    }

    /// The block that a reference such as `shazet#factor-open-assessment` points to.
    pub fn block(&self, reference: &str) -> Option<(&CaseStudy, &Block)> {
        let (slug, id) = reference.split_once('#')?;
        let case = self.case(slug)?;
        Some((case, case.block(id)?))
    }

    /// How many cases have this value in a filter.
    pub fn with_value(&self, facet: Facet, value: &str) -> usize {
        self.cases.iter().filter(|case| case.values(facet).contains(&value)).count()
    }

    /// The values of a filter that any case has, each with how many have it, the most common first;
    /// equal ones in the order of the word list.
    pub fn common<'a>(&self, facet: Facet, vocabulary: &'a Vocabulary) -> Vec<(&'a Value, usize)> {
        let mut values: Vec<(&Value, usize)> = vocabulary
            .facet(facet)
            .into_iter()
            .flat_map(|list| &list.values)
            .map(|value| (value, self.with_value(facet, &value.id)))
            .filter(|(_, count)| *count > 0)
            .collect();
        order::sort(&mut values, |a, b| b.1.cmp(&a.1));
        values
    }

    /// The cases that have a factor or lesson on this dimension.
    pub fn supporting(&self, dimension: &str) -> Vec<&CaseStudy> {
        let tagged = |block: &Block| block.dimensions.iter().any(|tag| tag == dimension);
        self.cases.iter().filter(|case| case.blocks.iter().any(tagged)).collect()
    }
}
