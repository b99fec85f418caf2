//! The texts of the interface in one language, as a JSON file that is fetched.

use super::{lang::Lang, messages::DIGEST};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the file's structure.
const FORMAT: u32 = 1;

/// The file: its texts stand in the order of the keys. People edit `data/words/<lang>.json`, where every text has its key; the
/// build writes this from it, 4 kB smaller in brotli than with the keys in the file and in the module.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Catalogue {
    format: u32,
    lang: String,
    /// The digest of the keys whose texts these are, and of their order.
    keys: String,
    pub(super) texts: Vec<String>,
    pub(super) plurals: Vec<PluralForms>,
}

/// The forms of a text that counts something, by their plural category. Those that a language does not have are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct PluralForms {
    /// See [`Category::One`](super::plural::Category::One).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub one: String,
    /// See [`Category::Few`](super::plural::Category::Few).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub few: String,
    /// See [`Category::Many`](super::plural::Category::Many).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub many: String,
    /// See [`Category::Other`](super::plural::Category::Other).
    pub other: String,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// It is damaged: what is wrong, and where.
    Damaged(String),
    /// It is whole, but was written for another version of the app.
    OtherVersion,
    /// It is whole, but of another language: its tag.
    OtherLanguage(String),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(what) => write!(out, "the messages are damaged: {what}"),
            Self::OtherVersion => out.write_str("the messages are of another version of the app"),
            Self::OtherLanguage(lang) => write!(out, "the messages are of the language {lang}"),
        }
    }
}

impl std::error::Error for CatalogueError {}

impl Catalogue {
    /// The texts of a language, in the order of the keys.
    pub fn new(lang: &Lang, texts: Vec<String>, plurals: Vec<PluralForms>) -> Self {
        Self {
            format: FORMAT,
            lang: lang.tag().to_owned(),
            keys: DIGEST.to_owned(),
            texts,
            plurals,
        }
    }

    /// Reads the file of a language.
    ///
    /// # Errors
    /// It is damaged, of another version or of another language.
    pub fn read(json: &str, lang: &Lang) -> Result<Self, CatalogueError> {
        let read: Self = serde_json::from_str(json)
            .map_err(|error| CatalogueError::Damaged(error.to_string()))?;
        if read.format != FORMAT || read.keys != DIGEST {
            Err(CatalogueError::OtherVersion)
        } else if read.lang != lang.tag() {
            Err(CatalogueError::OtherLanguage(read.lang))
        } else {
            Ok(read)
        }
    }

    /// The file.
    ///
    /// # Errors
    /// None that is known: strings and numbers can always be written.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, CatalogueError, PluralForms};
    use crate::i18n::Lang;

    fn catalogue() -> Catalogue {
        let forms = PluralForms {
            one: "{n} case".into(),
            other: "{n} cases".into(),
            ..PluralForms::default()
        };
        Catalogue::new(&Lang::english(), vec!["Ashar".into()], vec![forms])
    }

    #[test]
    fn what_was_written_is_read_again() {
        let json = catalogue().to_json().unwrap();
        assert_eq!(Catalogue::read(&json, &Lang::english()), Ok(catalogue()));
    }

    #[test]
    fn a_file_that_is_cut_anywhere_is_damaged() {
        let json = catalogue().to_json().unwrap();
        for end in 0..json.len() {
            let read = Catalogue::read(&json[..end], &Lang::english());
            assert!(matches!(read, Err(CatalogueError::Damaged(_))), "cut at {end}");
        }
    }

    #[test]
    fn a_file_of_another_version_or_language_is_not_taken() {
        let json = catalogue().to_json().unwrap();
        let english = Lang::english();
        let other = json.replace("\"format\":1", "\"format\":2");
        assert_eq!(Catalogue::read(&other, &english), Err(CatalogueError::OtherVersion));
        let other = json.replace(super::DIGEST, "00000000");
        assert_eq!(Catalogue::read(&other, &english), Err(CatalogueError::OtherVersion));
        let ky = Lang::parse("ky").unwrap();
        assert_eq!(Catalogue::read(&json, &ky), Err(CatalogueError::OtherLanguage("en".into())));
    }
}
