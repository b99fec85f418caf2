//! All cases, in the book's order, with the links between them checked.

use super::{
    case::{Block, CaseStudy, Section},
    order,
    read::Fault,
    vocabulary::{Facet, Value, Vocabulary},
};
use std::fmt;

/// The records as the build script bundled them: file name and minified JSON.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/cases.rs"));

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

/// The kind of a link between two cases as the other case's record has it.
fn seen_from_there(kind: &str) -> &str {
    match kind {
        "gave-start" => "grew-from",
        "grew-from" => "gave-start",
        both_ways => both_ways,
    }
}

/// Every case, checked one by one and against each other.
#[derive(Clone, Debug)]
pub struct Corpus {
    cases: Vec<CaseStudy>,
}

impl Corpus {
    /// Reads all files.
    ///
    /// # Errors
    /// Every fault of every file, with its name.
    pub fn load(files: &[(&str, &str)], vocabulary: &Vocabulary) -> Result<Self, Vec<CorpusError>> {
        let mut errors = Vec::new();
        let mut cases: Vec<CaseStudy> = Vec::new();
        let error = |slug: &str, field: &str, mend: &[&str]| CorpusError {
            file: ["data/cases/", slug, ".json"].concat(),
            fault: Fault { field: field.to_owned(), mend: mend.concat() },
        };
        for (file, json) in files {
            let name = file.strip_suffix(".json").unwrap_or(file);
            match CaseStudy::parse(json, vocabulary) {
                Ok(case) => {
                    if name != case.slug {
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
        for case in &cases {
            for block in case.section(Section::Related) {
                let at = ["related/", &block.id].concat();
                // By file name: a record with a fault of its own is still there to be linked to.
                let known = files
                    .iter()
                    .any(|(file, _)| file.strip_suffix(".json") == Some(block.slug.as_str()));
                if !known || block.slug == case.slug {
                    let mend = ["there is no other case ", &block.slug, "; use a slug that exists"];
                    errors.push(error(&case.slug, &[&at, ".slug"].concat(), &mend));
                }
                let back = |other: &CaseStudy| {
                    other.section(Section::Related).any(|link| {
                        link.slug == case.slug && link.kind == seen_from_there(&block.kind)
                    })
                };
                if cases.iter().any(|other| other.slug == block.slug && !back(other)) {
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
        order::sort(&mut cases, |a, b| a.order.cmp(&b.order));
        if errors.is_empty() { Ok(Self { cases }) } else { Err(errors) }
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
