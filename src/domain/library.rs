//! Everything in `data/`, read once and checked, ready to be asked.

use super::{
    checklist::definition::Checklist,
    corpus::{self, Corpus, CorpusError},
    filter::Selection,
    glossary::Glossary,
    read::{self, Fault, Faults},
    search::{Found, Hit, Index, Ranking},
    vocabulary::Vocabulary,
};
use serde_json::Value;

/// The bundled `facets.json`.
pub const FACETS: &str = include_str!(concat!(env!("OUT_DIR"), "/facets.json"));
/// The bundled `checklist.json`.
pub const CHECKLIST: &str = include_str!(concat!(env!("OUT_DIR"), "/checklist.json"));
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
    /// Local terms.
    pub glossary: Glossary,
    /// The readiness check.
    pub checklist: Checklist,
    index: Index,
}

/// What the browse page shows for a query and a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The cases, in displayed order. Without a query the marks are empty.
    pub hits: Vec<Hit>,
    /// Whether the query's words stand together in no case, so that these have only some of them.
    pub partial: bool,
    /// How many cases the query alone finds (all, without a query).
    pub before_filters: usize,
}

impl Library {
    /// Reads the bundled data.
    ///
    /// # Errors
    /// Every fault, with its file.
    pub fn load() -> Result<Self, Vec<CorpusError>> {
        let vocabulary = Vocabulary::parse(FACETS).map_err(in_file("data/facets.json"))?;
        let corpus = Corpus::load(corpus::FILES, &vocabulary)?;
        let glossary = Glossary::parse(GLOSSARY).map_err(in_file("data/glossary.json"))?;
        let checklist = Checklist::parse(CHECKLIST).map_err(in_file("data/checklist.json"))?;
        let faults = Faults::default();
        let stopwords = match read::file(STOPWORDS, &faults) {
            Some(Value::Array(list)) => read::texts("stopwords", list, &faults),
            _ => Vec::new(),
        };
        let index = Index::build(&corpus, &vocabulary, stopwords, Ranking::default());
        Ok(Self { vocabulary, corpus, glossary, checklist, index })
    }

    /// Searches all cases.
    pub fn search(&self, query: &str) -> Found {
        self.index.search(query)
    }

    /// Searches, then filters. While the query asks for nothing ("how do we …") every case passes, in the
    /// book's order.
    pub fn browse(&self, query: &str, selection: &Selection) -> Shown {
        let found = if self.index.asks(query) {
            self.search(query)
        } else {
            let all = self.corpus.cases().iter().map(|case| Hit {
                slug: case.slug.clone(),
                score: 0.0,
                block: String::new(),
                marks: Vec::new(),
            });
            Found { hits: all.collect(), partial: false }
        };
        let before_filters = found.hits.len();
        let mut hits = found.hits;
        hits.retain(|hit| self.corpus.case(&hit.slug).is_some_and(|case| selection.admits(case)));
        Shown { hits, partial: found.partial, before_filters }
    }
}

/// Names the file that faults were found in.
fn in_file(file: &'static str) -> impl Fn(Vec<Fault>) -> Vec<CorpusError> {
    move |faults| {
        faults.into_iter().map(|fault| CorpusError { file: file.to_owned(), fault }).collect()
    }
}
