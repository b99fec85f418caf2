//! Words that mean the same to a person who searches, in three languages, from `data/thesaurus.json`.
//!
//! Only reads and checks; what the search makes of it is in `search::senses`. A phone reads it as the build script
//! packed it, and tests see to it that this is the same.

use super::{
    node::Node,
    read::{self, Fault, Faults, Fields},
    stem::Language,
    text,
    vocabulary::{Facet, Vocabulary},
};

/// The languages of the thesaurus, by the names of their fields.
const LANGUAGES: [(&str, Language); 3] =
    [("en", Language::English), ("ru", Language::Russian), ("ky", Language::Kyrgyz)];

/// The Cyrillic letters, each one byte in the bundle.
const LETTERS: &str = include!("../build/letters.rs");

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/thesaurus.bin"));

/// One thing, with all the words that people have for it: a line of each column.
#[derive(Clone, Copy, Debug)]
pub struct Concept<'a>([&'a str; 4]);

impl<'a> Concept<'a> {
    /// Words and short phrases for it, folded, with blanks for hyphens, each with its language.
    pub fn words(self) -> impl Iterator<Item = (Language, &'a str)> {
        let [english, russian, kyrgyz, _] = self.0;
        let lists = LANGUAGES.into_iter().zip([english, russian, kyrgyz]);
        lists.flat_map(|((_, language), list)| items(list).map(move |word| (language, word)))
    }

    /// Topics to offer where nothing is found.
    pub fn topics(self) -> impl Iterator<Item = &'a str> {
        let [.., topics] = self.0;
        items(topics)
    }
}

/// The items of a list with commas.
fn items(list: &str) -> impl Iterator<Item = &str> {
    text::parts(list, b',').filter(|item| !item.is_empty())
}

/// All concepts, in four columns as they are in the bundle (`src/build/thesaurus.rs`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thesaurus([String; 4]);

impl Thesaurus {
    /// The thesaurus as it was packed for the app.
    pub fn bundled() -> Self {
        let letters: Vec<char> = LETTERS.chars().collect();
        let letter = |byte: &u8| match byte.checked_sub(128) {
            Some(place) => letters.get(usize::from(place)).copied().unwrap_or_default(),
            None => char::from(*byte),
        };
        let mut columns = PACKED.split(|byte| *byte == 0);
        Self([(); 4].map(|()| columns.next().unwrap_or_default().iter().map(letter).collect()))
    }

    /// The concepts, in the order of the file.
    pub fn concepts(&self) -> impl Iterator<Item = Concept<'_>> {
        let mut columns = self.0.each_ref().map(|column| column.lines());
        std::iter::from_fn(move || {
            let lines = columns.each_mut().map(Iterator::next);
            lines.iter().any(Option::is_some).then(|| Concept(lines.map(Option::unwrap_or_default)))
        })
    }

    /// Reads and checks `thesaurus.json`.
    ///
    /// # Errors
    /// Every fault, with its place and its mend.
    pub fn parse(json: &str, vocabulary: &Vocabulary) -> Result<Self, Vec<Fault>> {
        let file = Node::from_json(json)?;
        let faults = Faults::default();
        let mut ids: Vec<String> = Vec::new();
        let mut columns: [String; 4] = Default::default();
        for mut fields in read::objects("thesaurus", read::list(file, &faults), &faults) {
            let id = fields.text("id");
            if ids.contains(&id) {
                fields.fault("id", "stands twice; rename one");
            }
            ids.push(id);
            let words = LANGUAGES.map(|(name, _)| words(&mut fields, name));
            let [english, russian, kyrgyz] = words;
            let topics = maybe_texts(&mut fields, "topics");
            let known = vocabulary.facet(Facet::Topic);
            for topic in &topics {
                if known.is_none_or(|known| known.value(topic).is_none()) {
                    let mend = [topic, " is no topic of data/facets.json; use one that is"];
                    fields.fault("topics", &mend.concat());
                }
            }
            for (column, list) in columns.iter_mut().zip([english, russian, kyrgyz, topics]) {
                column.push_str(&list.join(","));
                column.push('\n');
            }
            fields.end();
        }
        faults.none_in(Self(columns))
    }
}

/// The words of a concept in one language, folded.
fn words(fields: &mut Fields, name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in maybe_texts(fields, name) {
        let word = text::fold(&word).replace('-', " ");
        if words.contains(&word) {
            fields.fault(name, &[&word, " stands twice; remove one"].concat());
        }
        words.push(word);
    }
    words
}

fn maybe_texts(fields: &mut Fields, name: &str) -> Vec<String> {
    if fields.has(name) { fields.texts(name) } else { Vec::new() }
}
