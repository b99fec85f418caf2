//! Reads `data/` as people write it and checks everything that the app relies on: all faults at once, each with its file, its
//! field and how to mend it. Native only: what a phone fetches has passed.

mod case;
mod records;
pub(crate) mod schema;

use super::{
    assessment::definition::{Checklist, Dimension, Horizon},
    case::CaseStudy,
    corpus::Corpus,
    data_error::DataError,
    dataset::Field,
    family::Family,
    glossary::Glossary,
    thesaurus::Thesaurus,
    vocabulary::Vocabulary,
};
pub(crate) use case::file_of;
pub use case::{case, corpus};
pub use records::{checklist, families, glossary, guide, stopwords, thesaurus, vocabulary};
use schema::Faults;
use std::{fs, path::Path};

/// Everything in `data/` but the words of the interface, in English, checked.
#[derive(Clone, Debug)]
pub struct Data {
    /// The word lists.
    pub vocabulary: Vocabulary,
    /// The cases, in the book's order.
    pub cases: Vec<CaseStudy>,
    /// The readiness check.
    pub checklist: Checklist,
    /// Local terms.
    pub glossary: Glossary,
    /// What several cases grew from.
    pub families: Vec<Family>,
    /// What the fields of the data mean.
    pub guide: Vec<Field>,
    /// Words of like meaning, folded.
    pub thesaurus: Thesaurus,
    /// Little words that a search does without, folded.
    pub stopwords: Vec<String>,
}

impl Data {
    /// Reads a folder like `data/`.
    ///
    /// # Errors
    /// Every fault of every file, and links between files that lead nowhere. Where the word lists have faults, nothing else is
    /// looked at.
    pub fn read(dir: &Path) -> Result<Self, Vec<DataError>> {
        let vocabulary = vocabulary(&text(dir, "facets.json")?)?;
        let mut errors = Vec::new();
        let corpus = case_files(dir).and_then(|files| {
            let files: Vec<(&str, &str)> =
                files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            corpus(&files, &vocabulary)
        });
        let corpus = corpus.map_err(|faults| errors.extend(faults)).ok();
        let checklist = file(dir, "checklist.json", checklist, &mut errors);
        // What points to cases is looked at where all of them can be read.
        let families = corpus.as_ref().and_then(|corpus| {
            file(dir, "families.json", |json| families(json, corpus), &mut errors)
        });
        if let (Some(corpus), Some(checklist)) = (&corpus, &checklist) {
            errors.extend(links(corpus, checklist));
        }
        let thesaurus =
            file(dir, "thesaurus.json", |json| thesaurus(json, &vocabulary), &mut errors);
        let data = Self {
            vocabulary,
            cases: corpus.map(|corpus| corpus.cases().to_vec()).unwrap_or_default(),
            checklist: checklist.unwrap_or_default(),
            glossary: file(dir, "glossary.json", glossary, &mut errors).unwrap_or_default(),
            families: families.unwrap_or_default(),
            guide: file(dir, "fields.json", guide, &mut errors).unwrap_or_default(),
            thesaurus: thesaurus.unwrap_or_default(),
            stopwords: file(dir, "stopwords.json", stopwords, &mut errors).unwrap_or_default(),
        };
        if errors.is_empty() { Ok(data) } else { Err(errors) }
    }
}

/// Reads a file and checks it; `None` where it has faults, which are noted.
fn file<T>(
    dir: &Path,
    name: &str,
    check: impl FnOnce(&str) -> Result<T, Vec<DataError>>,
    errors: &mut Vec<DataError>,
) -> Option<T> {
    let checked = text(dir, name).and_then(|json| check(&json));
    checked.map_err(|faults| errors.extend(faults)).ok()
}

/// The text of a file, by its path in the folder.
pub(crate) fn text(dir: &Path, name: &str) -> Result<String, Vec<DataError>> {
    fs::read_to_string(dir.join(name)).map_err(|error| {
        let message = format!("cannot be read ({error}); put it there");
        vec![DataError::of_file(&["data/", name].concat(), message)]
    })
}

/// The names of the files of a folder that end so, sorted; none where there is no such folder.
pub(crate) fn names(dir: &Path, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(ending)).collect();
    names.sort();
    names
}

/// The files of the cases, each with its name.
fn case_files(dir: &Path) -> Result<Vec<(String, String)>, Vec<DataError>> {
    let names = names(&dir.join("cases"), ".json").into_iter();
    names.map(|name| text(dir, &["cases/", &name].concat()).map(|text| (name, text))).collect()
}

/// Dimensions that the check does not have, and blocks that the check sends people to and that are nowhere.
fn links(corpus: &Corpus, checklist: &Checklist) -> Vec<DataError> {
    let mut errors = Vec::new();
    for case in corpus.cases() {
        let mut faults = Faults::in_file(&file_of(&case.slug));
        for block in &case.blocks {
            let unknown = |id: &&String| checklist.dimension(id).is_none();
            for id in block.dimensions.iter().filter(unknown) {
                let at = format!("{}/{}.dimensions", block.section.rule().field, block.id);
                let message = format!("{id} is no dimension of checklist.json; use one of them");
                faults.add(&at, message);
            }
        }
        errors.extend(faults.into_errors());
    }
    let mut faults = Faults::in_file("data/checklist.json");
    let mut check = |at: String, references: &[String]| {
        // A reference to a block that is gone still leads somewhere, but an editor should say where.
        let is_here = |reference: &str| {
            let id = reference.split_once('#').map_or("", |(_, id)| id);
            corpus.block(reference).is_some_and(|(_, block)| block.id == id)
        };
        for reference in references.iter().filter(|one| !is_here(one)) {
            let message = format!("{reference} is no block of a case; write slug#block");
            faults.add(&at, message);
        }
    };
    for Dimension { id, read, steps, .. } in &checklist.dimensions {
        check(format!("dimensions/{id}.read"), read);
        for (horizon, step) in Horizon::ALL.into_iter().zip(steps) {
            check(format!("dimensions/{id}.steps.{}.read", horizon.id()), &step.read);
        }
    }
    for flag in &checklist.flags {
        check(format!("flags/{}.read", flag.id), &flag.read);
    }
    errors.extend(faults.into_errors());
    errors
}
