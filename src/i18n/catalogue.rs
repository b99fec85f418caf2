//! The texts of the interface in one language, as the file that is fetched.

#[cfg(not(target_arch = "wasm32"))]
use super::messages::{FIRST_PLURALS, FIRST_TEXTS};
use super::{lang::Lang, messages::DIGEST};
use crate::domain::{
    data_error::DataError,
    data_files::{self, Envelope},
};
use serde::{Deserialize, Serialize};

/// The name of the file with what every visit needs, without an ending.
pub const MESSAGES: &str = "messages";

/// The name of the file with the other texts.
pub const MORE_MESSAGES: &str = "messages-more";

/// The content of such a file: the texts in the order of their keys. People edit `data/words/<lang>.json`, where every text has its
/// key; the build makes this of it, 4 kB smaller in brotli than with the keys in the file and in the module.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Catalogue {
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

impl Catalogue {
    /// The texts in the order of the keys.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn new(texts: Vec<String>, plurals: Vec<PluralForms>) -> Self {
        Self { keys: DIGEST.to_owned(), texts, plurals }
    }

    /// Reads a file of a language: [`MESSAGES`] or [`MORE_MESSAGES`].
    ///
    /// # Errors
    /// When the file is cut, or of another language or version of the app.
    pub fn read(name: &str, json: &str, lang: &Lang) -> Result<Self, DataError> {
        let file: Envelope<Self> = data_files::read(name, json, Some(lang.tag()))?;
        if file.content.keys == DIGEST {
            Ok(file.content)
        } else {
            let message = "is of another version of the app; load the page anew";
            Err(DataError::of_file(name, message.to_owned()))
        }
    }

    /// The contents of the two files of a language: what every visit needs, and the rest.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn parted(mut self) -> [(&'static str, Self); 2] {
        let texts = self.texts.split_off(FIRST_TEXTS.min(self.texts.len()));
        let plurals = self.plurals.split_off(FIRST_PLURALS.min(self.plurals.len()));
        [(MESSAGES, self), (MORE_MESSAGES, Self::new(texts, plurals))]
    }

    /// The file of a language.
    ///
    /// # Errors
    /// None that is known: texts can always be written.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_json(&self, lang: &Lang) -> serde_json::Result<String> {
        serde_json::to_string(&Envelope {
            format: data_files::FORMAT,
            lang: lang.tag().to_owned(),
            untranslated: Vec::new(),
            content: self,
        })
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::{Catalogue, MESSAGES, PluralForms};
    use crate::i18n::Lang;

    fn catalogue() -> Catalogue {
        let (one, other) = ("{n} case".into(), "{n} cases".into());
        let forms = PluralForms { one, other, ..PluralForms::default() };
        Catalogue::new(vec!["Ashar".into()], vec![forms])
    }

    fn json() -> String {
        catalogue().to_json(&Lang::english()).unwrap()
    }

    #[test]
    fn what_was_written_is_read_again() {
        assert_eq!(Catalogue::read(MESSAGES, &json(), &Lang::english()), Ok(catalogue()));
    }

    #[test]
    fn a_file_that_is_cut_anywhere_is_not_taken() {
        let json = json();
        for end in 0..json.len() {
            assert!(
                Catalogue::read(MESSAGES, &json[..end], &Lang::english()).is_err(),
                "cut at {end}"
            );
        }
    }

    #[test]
    fn a_file_of_another_version_or_language_is_not_taken() {
        let ky = Lang::parse("ky").unwrap();
        for (changed, lang) in [
            (json().replace("\"format\":3", "\"format\":4"), Lang::english()),
            (json().replace(super::DIGEST, "00000000"), Lang::english()),
            (json(), ky),
        ] {
            assert!(Catalogue::read(MESSAGES, &changed, &lang).is_err(), "{changed}");
        }
    }
}
