//! Addresses: the part behind `#`, read and written.
//!
//! Total: every text is some route; what is not known becomes [`Route::NotFound`] with the text as it
//! came. An address holds what a person would send to a colleague, never an answer of the check; but for the one that carries
//! answers out of a frame when the person asks for it (`assessment::carry`).

pub use super::assessment::step::Step;
use super::{
    address::{decode, encode, parameters, without_parameter},
    chunk::Chunk,
    filter::Selection,
    vocabulary::Facet,
};
use crate::i18n::lang;

/// A page and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All cases, searched and filtered.
    Browse {
        /// What was typed into the search box.
        query: String,
        /// The chosen filter values; not yet checked against the vocabulary.
        selection: Selection,
    },
    /// One case.
    Case {
        /// Its slug.
        slug: String,
        /// The block to go to.
        at: Option<String>,
        /// The search whose words are marked; empty for none.
        query: String,
    },
    /// Every obstacle, and how it was met.
    Difficulties {
        /// The kind to go to.
        at: Option<String>,
    },
    /// What helped and what was learned, by the dimensions of the check.
    Factors {
        /// The dimension to go to.
        at: Option<String>,
    },
    /// The readiness check.
    Check(Step),
    /// Local terms.
    Glossary {
        /// The term to go to.
        at: Option<String>,
    },
    /// What this is and whose it is.
    About,
    /// The code that shows Ashar on somebody else's page.
    Embed,
    /// What is stored on the phone.
    Offline,
    /// Everything that the navigation has no room for.
    More,
    /// None of these.
    NotFound(String),
}

impl Route {
    /// The page with every case on it.
    pub fn home() -> Self {
        Self::Browse { query: String::new(), selection: Selection::default() }
    }

    /// A case, from its beginning.
    pub fn case(slug: &str) -> Self {
        Self::marked(slug, None, "")
    }

    /// A block of a case.
    pub fn block(slug: &str, block: &str) -> Self {
        Self::marked(slug, Some(block), "")
    }

    /// A case, or a block of it, with the words of a search marked.
    pub fn marked(slug: &str, at: Option<&str>, query: &str) -> Self {
        Self::Case { slug: slug.to_owned(), at: at.map(str::to_owned), query: query.to_owned() }
    }

    /// The parts of the app that it needs, beside the one that every visit begins with; the first one shows it.
    pub fn chunks(&self) -> &'static [Chunk] {
        match self {
            Self::Case { .. }
            | Self::Difficulties { .. }
            | Self::Glossary { .. }
            | Self::Offline
            | Self::More
            | Self::NotFound(_) => &[Chunk::Cases],
            Self::Check(_) | Self::Factors { .. } => &[Chunk::Check, Chunk::Cases],
            Self::About => &[Chunk::About],
            Self::Embed => &[Chunk::Embed],
            Self::Browse { .. } => &[],
        }
    }

    /// Whether somebody is here who will want to come back: the moment to offer the home screen, once and not before.
    pub fn is_for_return(&self) -> bool {
        matches!(self, Self::Offline | Self::Check(Step::Result | Step::Plan))
    }

    /// Whether a check is being answered: the head then has no navigation.
    pub fn is_answering(&self) -> bool {
        matches!(self, Self::Check(Step::Question(_) | Step::Part(_) | Step::Flags))
    }

    /// The same address without what changes nothing but where on the screen the reader is, and what the list asks for: while
    /// this stays the same, no other page is drawn.
    #[must_use]
    pub fn screen(&self) -> Self {
        match self.clone() {
            Self::Browse { .. } => Self::home(),
            Self::Case { slug, query, .. } => Self::Case { slug, at: None, query },
            Self::Glossary { .. } => Self::Glossary { at: None },
            other => other,
        }
    }

    /// The same place without marks.
    #[must_use]
    pub fn unmarked(self) -> Self {
        match self {
            Self::Case { slug, at, .. } => Self::Case { slug, at, query: String::new() },
            other => other,
        }
    }

    /// Whether another address is this one after the answers in it were taken out.
    pub fn has_become(&self, other: &Self) -> bool {
        let [is, becomes] = [self, other].map(|route| match route {
            Self::Check(Step::Carried(answers)) => Some(answers.is_empty()),
            _ => None,
        });
        is == Some(false) && becomes == Some(true)
    }

    /// Reads the address behind `#`, with or without the `#`.
    pub fn parse(fragment: &str) -> Self {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        // Every address may name its language, which belongs to no route.
        let not_found = || Self::NotFound(without_parameter(text, lang::PARAMETER));
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parameters = parameters(query);
        let parameter = |name: &str| {
            let found = parameters.iter().find(|(known, value)| known == name && !value.is_empty());
            found.map(|(_, value)| value.clone())
        };
        let parts: Vec<String> =
            path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] | ["cases"] => {
                let mut selection = Selection::default();
                for (name, values) in &parameters {
                    if let Some(facet) = Facet::from_id(name) {
                        for value in values.split(',').filter(|value| !value.is_empty()) {
                            selection = selection.with(facet, value);
                        }
                    }
                }
                Self::Browse { query: parameter("q").unwrap_or_default(), selection }
            }
            ["cases", slug] => Self::Case {
                slug: (*slug).to_owned(),
                at: parameter("at"),
                query: parameter("q").unwrap_or_default(),
            },
            ["difficulties"] => Self::Difficulties { at: parameter("at") },
            ["factors"] => Self::Factors { at: parameter("at") },
            ["check", step @ ..] => Step::read(step, parameter).map_or_else(not_found, Self::Check),
            ["glossary"] => Self::Glossary { at: parameter("at") },
            ["about"] => Self::About,
            ["embed"] => Self::Embed,
            ["offline"] => Self::Offline,
            ["more"] => Self::More,
            _ => not_found(),
        }
    }

    /// Writes the address, beginning with `#/`. Reading it gives the same route again.
    pub fn address(&self) -> String {
        let mut parameters: Vec<String> = Vec::new();
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                parameters.push([name, "=", value].concat());
            }
        };
        let place = |at: &Option<String>| encode(at.as_deref().unwrap_or_default());
        let path = match self {
            Self::Browse { query, selection } => {
                add("q", &encode(query));
                for facet in Facet::ALL {
                    let values = selection.iter().filter(|(known, _)| *known == facet);
                    let values: Vec<_> = values.map(|(_, value)| encode(value)).collect();
                    add(facet.id(), &values.join(","));
                }
                "#/".to_owned()
            }
            Self::Case { slug, at: block, query } => {
                add("at", &place(block));
                add("q", &encode(query));
                ["#/cases/", &encode(slug)].concat()
            }
            Self::Difficulties { at: kind } => {
                add("at", &place(kind));
                "#/difficulties".to_owned()
            }
            Self::Factors { at: dimension } => {
                add("at", &place(dimension));
                "#/factors".to_owned()
            }
            Self::Glossary { at: term } => {
                add("at", &place(term));
                "#/glossary".to_owned()
            }
            Self::Check(Step::Start) => "#/check".to_owned(),
            Self::Check(step) => {
                for (name, value) in step.parameters() {
                    add(name, &encode(&value));
                }
                ["#/check/", &step.id()].concat()
            }
            Self::About => "#/about".to_owned(),
            Self::Embed => "#/embed".to_owned(),
            Self::Offline => "#/offline".to_owned(),
            Self::More => "#/more".to_owned(),
            Self::NotFound(text) => return ["#", text].concat(),
        };
        if parameters.is_empty() { path } else { [&path, "?", &parameters.join("&")].concat() }
    }
}
