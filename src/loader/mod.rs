//! The data files beside the module: which there are, by language, and how one is fetched and read.
//!
//! `index.html` lists the files that a release has, and holds what the app begins with in its own language
//! (`xtask/data_files.rs`). A file is fetched when something first needs it. What does not arrive, or cannot be read, is
//! fetched once more past the browser's own store, since that may have kept it damaged; then it has failed, and nothing of it
//! is used.

use crate::{
    browser::fetch,
    domain::{data_files::CORE, library::Library},
    i18n::{Lang, MESSAGES, Messages},
};
use serde::Deserialize;
use std::{collections::BTreeMap, future::Future, pin::Pin};

/// The id of the element that lists the files.
const LIST: &str = "data-files";

/// The id of the element that holds a file of the page's own language: `data-core`, `data-messages`.
fn element_id(name: &str) -> String {
    ["data-", name].concat()
}

/// The data files of the release.
#[derive(Debug, Deserialize)]
pub(crate) struct DataFiles {
    /// The language of the page itself.
    own: String,
    /// The address of each file, by language and name.
    files: BTreeMap<String, BTreeMap<String, String>>,
}

impl DataFiles {
    /// No files, for what is drawn without a browser.
    #[cfg(feature = "ssr")]
    pub(crate) const NONE: Self = Self { own: String::new(), files: BTreeMap::new() };

    /// Reads the list in the page. `None`: the page did not arrive whole.
    pub(crate) fn listed() -> Option<Self> {
        serde_json::from_str(&fetch::embedded(LIST)?).ok()
    }

    /// The language of the page itself; `None` where the list is damaged.
    pub(crate) fn own(&self) -> Option<Lang> {
        Lang::parse(&self.own)
    }

    /// The language that there is for the one that was asked for: itself, or a more general one (RFC 4647, lookup).
    pub(crate) fn lookup(&self, asked: &Lang) -> Option<Lang> {
        if asked.tag() == self.own || self.files.contains_key(asked.tag()) {
            Some(asked.clone())
        } else {
            self.lookup(&asked.parent()?)
        }
    }

    /// Begins to fetch a file.
    pub(crate) fn begin(&self, lang: &Lang, name: &str) -> Loading {
        let address = self.files.get(lang.tag()).and_then(|files| files.get(name)).cloned();
        let first = address.as_ref().map(|address| Box::pin(fetch::text(address, false)) as _);
        Loading { address, first }
    }
}

/// A file on its way.
pub(crate) struct Loading {
    address: Option<String>,
    first: Option<Pin<Box<dyn Future<Output = Option<String>>>>>,
}

impl Loading {
    /// Waits for the file and reads it. `None`: it did not arrive, or `read` could not read it.
    pub(crate) async fn read<T>(self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if let Some(read) = self.first?.await.and_then(|text| read(&text)) {
            return Some(read);
        }
        fetch::text(&self.address?, true).await.and_then(|text| read(&text))
    }
}

/// What the app begins with in the page's own language, as the page holds it.
pub(crate) fn embedded(lang: &Lang) -> Option<(Messages, Library)> {
    let messages = Messages::open(&fetch::embedded(&element_id(MESSAGES))?, lang).ok()?;
    let core = fetch::embedded(&element_id(CORE))?;
    Some((messages, library(&core, lang)?))
}

/// What the app begins with in another language.
pub(crate) async fn fetched(files: &DataFiles, lang: &Lang) -> Option<(Messages, Library)> {
    let (messages, core) = (files.begin(lang, MESSAGES), files.begin(lang, CORE));
    let messages = messages.read(|json| Messages::open(json, lang).ok()).await?;
    Some((messages, core.read(|json| library(json, lang)).await?))
}

/// Reads what the app begins with, if it is of this language.
fn library(core: &str, lang: &Lang) -> Option<Library> {
    Library::open(core).ok().filter(|library| library.lang == lang.tag())
}
