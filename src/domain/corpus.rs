//! All cases, in the book's order, with the links between them checked.

use super::{
    case::{Block, CaseStudy, Section},
    vocabulary::Vocabulary,
};
use std::fmt;

/// The records as the build script bundled them: file name and minified JSON.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// Something wrong in a file of `data/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusError {
    /// The file's name.
    pub file: String,
    /// The field or block.
    pub field: String,
    /// What is wrong and how to mend it.
    pub mend: String,
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "data/cases/{}: {}: {}", self.file, self.field, self.mend)
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
        let error = |file: &str, field: &str, mend: String| CorpusError {
            file: file.to_owned(),
            field: field.to_owned(),
            mend,
        };
        for (file, json) in files {
            match CaseStudy::parse(json, vocabulary) {
                Ok(case) => {
                    if *file != format!("{}.json", case.slug) {
                        let mend = format!("is {:?}; the file must be called {0}.json", case.slug);
                        errors.push(error(file, "slug", mend));
                    }
                    if let Some(twin) = cases.iter().find(|twin| twin.order == case.order) {
                        let mend = format!("{} is taken by {}; give the next free number", case.order, twin.slug);
                        errors.push(error(file, "order", mend));
                    }
                    cases.push(case);
                }
                Err(faults) => {
                    errors.extend(faults.into_iter().map(|fault| error(file, &fault.field, fault.mend)));
                }
            }
        }
        for case in &cases {
            for block in case.section(Section::Related) {
                let known = cases.iter().any(|other| other.slug == block.slug);
                if !known || block.slug == case.slug {
                    let mend = format!("there is no other case {:?}; use a slug that exists", block.slug);
                    errors.push(error(
                        &format!("{}.json", case.slug),
                        &format!("related/{}.slug", block.id),
                        mend,
                    ));
                }
            }
        }
        cases.sort_by_key(|case| case.order);
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

    /// The cases that have a factor or lesson on this dimension.
    pub fn supporting(&self, dimension: &str) -> Vec<&CaseStudy> {
        let tagged = |block: &Block| block.dimensions.iter().any(|tag| tag == dimension);
        self.cases.iter().filter(|case| case.blocks.iter().any(tagged)).collect()
    }
}
