//! Makes the files that the app fetches from `data/`, in each of its languages.

use super::{
    CASES, CHECK, CORE, Cases, Check, Core, ENGLISH, Envelope, FORMAT, GUIDE, Guide, Synonyms,
    THESAURUS, translation,
};
use crate::domain::{
    case::CaseStudy,
    data_error::DataError,
    thesaurus::{Concept, Thesaurus},
    validate::{self, Data},
    vocabulary::Value,
};
use serde::Serialize;
use std::{collections::BTreeSet, path::Path};

/// A file for the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// What it is called, without an ending: [`CORE`], [`CASES`], [`CHECK`], [`GUIDE`] or [`THESAURUS`].
    pub name: &'static str,
    /// Its text: JSON without blanks.
    pub json: String,
}

/// The languages of the app: those whose words of the interface stand in `words/` of a folder like `data/`. English first, the
/// others in the order of their names.
pub fn languages(data_dir: &Path) -> Vec<String> {
    let names = validate::names(&data_dir.join("words"), ".json");
    let mut languages: Vec<String> =
        names.iter().filter_map(|name| name.strip_suffix(".json")).map(str::to_owned).collect();
    languages.sort_by_key(|lang| lang != ENGLISH);
    languages
}

/// Makes all files of one language from a folder like `data/`.
///
/// # Errors
/// Every fault of `data/` and of the translations into this language.
pub fn write(data_dir: &Path, lang: &str) -> Result<Vec<DataFile>, Vec<DataError>> {
    let mut data = Data::read(data_dir)?;
    let mut untranslated = BTreeSet::new();
    if lang != ENGLISH {
        if !languages(data_dir).iter().any(|known| known == lang) {
            let message = "is missing; a language begins with its words of the interface";
            let file = ["data/words/", lang, ".json"].concat();
            return Err(vec![DataError::of_file(&file, message.to_owned())]);
        }
        untranslated = translation::translate(&mut data, data_dir, lang)?;
    }
    let Data { vocabulary, cases, checklist, glossary, families, guide, thesaurus, stopwords } =
        data;
    let (cases, texts) = cases.into_iter().map(CaseStudy::split).unzip();
    let dimensions = checklist.dimensions.iter();
    let dimensions = dimensions.map(|one| Value { id: one.id.clone(), label: one.label.clone() });
    let cases_content = Cases {
        texts,
        dimensions: dimensions.collect(),
        families,
        glossary: glossary.terms().to_vec(),
    };
    let without_id = |concept: &Concept| Concept { id: String::new(), ..concept.clone() };
    let thesaurus = Thesaurus(thesaurus.concepts().map(without_id).collect());
    let envelope = Envelopes { lang, untranslated: &untranslated };
    Ok(vec![
        envelope.around(CORE, Core { lists: vocabulary, cases, stopwords })?,
        envelope.around(CASES, cases_content)?,
        envelope.around(CHECK, Check { checklist })?,
        envelope.around(GUIDE, Guide { fields: guide })?,
        envelope.around(THESAURUS, Synonyms { thesaurus })?,
    ])
}

/// What the files of one language have in common.
struct Envelopes<'a> {
    lang: &'a str,
    /// What is not translated, in all files.
    untranslated: &'a BTreeSet<String>,
}

impl Envelopes<'_> {
    fn around<T: Serialize>(
        &self,
        name: &'static str,
        content: T,
    ) -> Result<DataFile, Vec<DataError>> {
        let own = self.untranslated.iter().filter(|id| file_of(id) == name);
        let file = Envelope {
            format: FORMAT,
            lang: self.lang.to_owned(),
            untranslated: own.cloned().collect(),
            content,
        };
        serde_json::to_string(&file)
            .map(|json| DataFile { name, json })
            .map_err(|error| vec![DataError::of_file(name, error.to_string())])
    }
}

/// The file in which a text stands, by its id in [`Envelope::untranslated`].
fn file_of(id: &str) -> &'static str {
    match id.split_once('#') {
        Some(("facets", _) | (_, "title" | "point")) => CORE,
        Some(("checklist", _)) => CHECK,
        Some(("fields", _)) => GUIDE,
        _ => CASES,
    }
}
