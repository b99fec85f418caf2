//! Words that mean the same to a person who searches, in three languages, from `data/thesaurus.json`.
//!
//! What the search makes of it is in `search::senses`.

use super::stem::Language;
use serde::{Deserialize, Serialize};

/// One thing, with all the words that people have for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Concept {
    /// Unique in the editors' file; the app does without.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// English words and short phrases for it, folded and with blanks for hyphens, as the search compares them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub en: Vec<String>,
    /// Russian ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ru: Vec<String>,
    /// Kyrgyz ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ky: Vec<String>,
    /// Topics to offer where nothing is found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
}

impl Concept {
    /// Words and short phrases for it, each with its language.
    pub fn words(&self) -> impl Iterator<Item = (Language, &str)> {
        let lists = [
            (Language::English, &self.en),
            (Language::Russian, &self.ru),
            (Language::Kyrgyz, &self.ky),
        ];
        lists
            .into_iter()
            .flat_map(|(language, list)| list.iter().map(move |word| (language, word.as_str())))
    }

    /// Topics to offer where nothing is found.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.topics.iter().map(String::as_str)
    }
}

/// All concepts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thesaurus(pub(super) Vec<Concept>);

impl Thesaurus {
    /// The concepts, in the order of the file.
    pub fn concepts(&self) -> impl Iterator<Item = &Concept> {
        self.0.iter()
    }
}
