//! The files of data that the app fetches, each in the language of the page: what they hold, and how they are read.
//!
//! They are made from `data/` by `data_files::write`, natively. The app begins with `core`; everything else it fetches when it is
//! first needed.

#[cfg(not(target_arch = "wasm32"))]
pub mod translation;
#[cfg(not(target_arch = "wasm32"))]
mod write;

use super::{
    assessment::definition::Checklist,
    case::{CaseCard, CaseTexts},
    data_error::DataError,
    dataset::Field,
    family::Family,
    glossary::Term,
    thesaurus::Thesaurus,
    vocabulary::{Value, Vocabulary},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

#[cfg(not(target_arch = "wasm32"))]
pub use write::{DataFile, languages, write};

/// The format of the files. Goes up whenever an app that reads the new files could not read the old ones, or the other way
/// round.
pub const FORMAT: u32 = 3;

/// The language that `data/` is written in; what is not translated stands in it.
pub const ENGLISH: &str = "en";

/// The name of [`CoreFile`], without an ending.
pub const CORE: &str = "core";
/// The name of [`CasesFile`].
pub const CASES: &str = "cases";
/// The name of [`CheckFile`].
pub const CHECK: &str = "check";
/// The name of [`GuideFile`].
pub const GUIDE: &str = "guide";
/// The name of [`ThesaurusFile`].
pub const THESAURUS: &str = "thesaurus";

/// A file: what it is, and its content.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Envelope<T> {
    /// [`FORMAT`] of the app that it was made for.
    pub format: u32,
    /// The language of its texts, as in `data/words/<lang>.json`.
    pub lang: String,
    /// What is not translated and so stands in English (`translation`): a file of `data/` or a slug, `#`, and the id of a text or
    /// block.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub untranslated: Vec<String>,
    /// What the file is for.
    pub content: T,
}

impl<T> Envelope<T> {
    /// The same around another content.
    fn with<U>(self, content: U) -> Envelope<U> {
        let Self { format, lang, untranslated, .. } = self;
        Envelope { format, lang, untranslated, content }
    }
}

/// What the app begins with.
pub type CoreFile = Envelope<Core>;
/// The rest of the cases, and what explains their words.
pub type CasesFile = Envelope<Cases>;
/// The readiness check.
pub type CheckFile = Envelope<Check>;
/// What the fields of the data mean.
pub type GuideFile = Envelope<Guide>;
/// Words that mean the same to a person who searches.
pub type ThesaurusFile = Envelope<Synonyms>;

/// The content of [`CoreFile`]: enough for cards, filters and a first search.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Core {
    /// The allowed values of filters and word lists.
    pub lists: Vocabulary,
    /// The cases in the book's order, without what stands in [`Cases::texts`].
    pub cases: Vec<CaseCard>,
    /// Little words that a search does without, of all languages, folded.
    pub stopwords: Vec<String>,
}

/// The content of [`CasesFile`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cases {
    /// The texts of the cases, in the order of [`Core::cases`].
    pub texts: Vec<CaseTexts>,
    /// The names of the dimensions of the check, which cases show without the check.
    pub dimensions: Vec<Value>,
    /// What several cases grew from.
    pub families: Vec<Family>,
    /// Local terms.
    pub glossary: Vec<Term>,
}

/// The content of [`CheckFile`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Check {
    /// The questionnaire.
    pub checklist: Checklist,
}

/// The content of [`GuideFile`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Guide {
    /// Every field, in the order of `data/fields.json`.
    pub fields: Vec<Field>,
}

/// The content of [`ThesaurusFile`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Synonyms {
    /// The concepts, with folded words and without ids.
    pub thesaurus: Thesaurus,
}

/// Reads a file. `name`: what it is called in an error; `lang`: the language that it must be in, if any.
///
/// # Errors
/// When the text is cut or no file of data at all, or a file of another format or language.
pub fn read<T: DeserializeOwned>(
    name: &str,
    json: &str,
    lang: Option<&str>,
) -> Result<Envelope<T>, DataError> {
    let read = serde_json::from_str::<Envelope<&RawValue>>(json).and_then(|file| {
        let content = match file.format {
            FORMAT => Some(serde_json::from_str(file.content.get())?),
            _ => None,
        };
        Ok((file, content))
    });
    let message = match read {
        Ok((file, Some(content))) => match lang.filter(|lang| *lang != file.lang) {
            Some(lang) => ["is in the language ", &file.lang, "; fetch the one in ", lang].concat(),
            None => return Ok(file.with(content)),
        },
        Ok((file, None)) => {
            let [other, ours] = [file.format, FORMAT].map(|format| format.to_string());
            ["is of format ", &other, ", this app reads format ", &ours, "; load the page anew"]
                .concat()
        }
        Err(error) => ["is cut or damaged: ", &error.to_string(), "; fetch it again"].concat(),
    };
    Err(DataError::of_file(name, message))
}
