//! The search as a module of its own, for `make bench`: the engine and the reader of records without the app around
//! them, so that a page can measure them beside other searches.
//!
//! Refuses: measuring anything itself; the clock is the page's.

use ashar::domain::{case::CaseStudy, library::Library};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// A search over the records it was given, with the app's own word lists.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Search {
    /// Empty only while [`Search::settle`] works.
    library: Option<Library>,
    /// The records that are not searched yet.
    received: Vec<CaseStudy>,
}

#[wasm_bindgen]
impl Search {
    /// A search without records, from the app's own data files.
    ///
    /// # Errors
    /// When they cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(core: &str, thesaurus: &str) -> Result<Self, String> {
        let library = Library::open(core)
            .and_then(|library| library.take_in_thesaurus(thesaurus).map(|()| library))
            .map_err(|error| error.to_string())?;
        Ok(Self { library: Some(library), received: Vec::new() })
    }

    /// Reads a record.
    ///
    /// # Errors
    /// The first fault that keeps it from being read.
    pub fn receive(&mut self, json: &str) -> Result<(), String> {
        let case: CaseStudy = serde_json::from_str(json).map_err(|error| error.to_string())?;
        self.received.push(case);
        Ok(())
    }

    /// Puts what was received in the place of the records there were.
    pub fn settle(&mut self) {
        let received = std::mem::take(&mut self.received);
        self.library = self.library.take().map(|library| library.holding(received));
    }

    /// Indexes so many of the records; says whether there are more.
    pub fn prepare(&self, most: usize) -> bool {
        self.library.as_ref().is_some_and(|library| library.prepare(most))
    }

    /// The slugs of the first hits.
    #[must_use]
    pub fn search(&self, query: &str, most: usize) -> Vec<String> {
        let found = self.library.as_ref().map(|library| library.search(query)).unwrap_or_default();
        found.hits.into_iter().take(most).map(|hit| hit.slug).collect()
    }
}
