//! Everything in `data/`, read once and checked, ready to be asked.

use super::{
    case::CaseStudy,
    checklist::definition::Checklist,
    corpus::{self, Corpus, CorpusError},
    dataset::Field,
    family::{self, Family},
    filter::Selection,
    glossary::Glossary,
    read::{self, Fault, Faults},
    search::{Found, Hit, Index, Part, Ranking},
    vocabulary::{Facet, Value, Vocabulary},
};
use std::ops::Range;

/// The bundled `facets.json`.
pub const FACETS: &str = include_str!(concat!(env!("OUT_DIR"), "/facets.json"));
/// The bundled `checklist.json`.
pub const CHECKLIST: &str = include_str!(concat!(env!("OUT_DIR"), "/checklist.json"));
/// The bundled `families.json`.
pub const FAMILIES: &str = include_str!(concat!(env!("OUT_DIR"), "/families.json"));
/// The bundled `fields.json`.
pub const FIELDS: &str = include_str!(concat!(env!("OUT_DIR"), "/fields.json"));
/// The bundled `glossary.json`.
pub const GLOSSARY: &str = include_str!(concat!(env!("OUT_DIR"), "/glossary.json"));
/// The bundled `stopwords.json`.
pub const STOPWORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/stopwords.json"));

/// The data of the app.
#[derive(Debug)]
pub struct Library {
    /// The allowed values of filters and word lists.
    pub vocabulary: Vocabulary,
    /// The cases.
    pub corpus: Corpus,
    /// What several cases grew from.
    pub families: Vec<Family>,
    /// What every field of the data means.
    pub guide: Vec<Field>,
    /// Local terms.
    pub glossary: Glossary,
    /// The readiness check.
    pub checklist: Checklist,
    index: Index,
}

impl Library {
    /// Reads the bundled data.
    ///
    /// # Errors
    /// Every fault, with its file.
    pub fn load() -> Result<Self, Vec<CorpusError>> {
        let vocabulary = Vocabulary::parse(FACETS).map_err(in_file("data/facets.json"))?;
        let corpus = Corpus::load(corpus::FILES, &vocabulary)?;
        let families = family::parse(FAMILIES, &corpus).map_err(in_file("data/families.json"))?;
        let glossary = Glossary::parse(GLOSSARY).map_err(in_file("data/glossary.json"))?;
        let checklist = Checklist::parse(CHECKLIST).map_err(in_file("data/checklist.json"))?;
        let faults = Faults::default();
        let stopwords = read::texts("stopwords", read::list(STOPWORDS, &faults), &faults);
        let broken = faults.take();
        if !broken.is_empty() {
            return Err(in_file("data/stopwords.json")(broken));
        }
        let guide = read::objects("fields", read::list(FIELDS, &faults), &faults);
        let guide = guide.into_iter().map(Field::read).collect();
        let broken = faults.take();
        if !broken.is_empty() {
            return Err(in_file("data/fields.json")(broken));
        }
        let index = Index::build(&corpus, &vocabulary, stopwords, Ranking::default());
        Ok(Self { vocabulary, corpus, families, guide, glossary, checklist, index })
    }

    /// Searches all cases; a query that asks for nothing finds nothing.
    pub fn search(&self, query: &str) -> Found {
        self.index.search(query)
    }

    /// The words of a text that answer a query, as bytes of the text.
    pub fn marks(&self, query: &str, text: &str) -> Vec<Range<usize>> {
        self.index.marks(query, text)
    }

    /// The topics that come nearest to a query that finds nothing; topic ids, the nearest first.
    pub fn topics_near(&self, _query: &str) -> Vec<&Value> {
        let common = self.corpus.common(Facet::Topic, &self.vocabulary);
        common.into_iter().map(|(value, _)| value).take(6).collect()
    }

    /// The cases that answer a query. While it asks for nothing ("how do we …") every case does, in the
    /// book's order.
    pub fn find(&self, query: &str) -> Found {
        if self.index.asks(query) {
            return self.index.search(query);
        }
        let all = self.corpus.cases().iter().map(|case| Hit {
            slug: case.slug.clone(),
            score: 0.0,
            block: String::new(),
            part: Part::default(),
            marks: Vec::new(),
            because: Vec::new(),
        });
        Found { hits: all.collect(), partial: false, corrected: Vec::new() }
    }

    /// The hits whose cases pass the filters, in their order.
    pub fn filtered(&self, found: &Found, selection: &Selection) -> Vec<Hit> {
        let admitted =
            |hit: &&Hit| self.corpus.case(&hit.slug).is_some_and(|case| selection.admits(case));
        found.hits.iter().filter(admitted).cloned().collect()
    }

    /// The cases of the hits, in their order.
    pub fn cases_of(&self, found: &Found) -> Vec<&CaseStudy> {
        found.hits.iter().filter_map(|hit| self.corpus.case(&hit.slug)).collect()
    }
}

/// Names the file that faults were found in.
fn in_file(file: &'static str) -> impl Fn(Vec<Fault>) -> Vec<CorpusError> {
    move |faults| {
        faults.into_iter().map(|fault| CorpusError { file: file.to_owned(), fault }).collect()
    }
}
