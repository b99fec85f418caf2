//! The allowed values of every filter and word list, from `data/facets.json`.

use serde::{Deserialize, Serialize};

/// The seven filters, in the order they are shown: what people ask for first comes first. Their ids stand in addresses and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// What the work was about.
    Topic,
    /// The region.
    Oblast,
    /// What got in the way.
    Obstacle,
    /// The tools the partners used.
    Instrument,
    /// The kind of state or local body that took part.
    Partner,
    /// Whom the work was for.
    Beneficiary,
    /// Where the money came from.
    Funder,
}

impl Facet {
    /// All filters, in their order.
    pub const ALL: [Self; 7] = [
        Self::Topic,
        Self::Oblast,
        Self::Obstacle,
        Self::Instrument,
        Self::Partner,
        Self::Beneficiary,
        Self::Funder,
    ];

    /// The id used in addresses, in `data/` and as the `name` of the filter's checkboxes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Oblast => "oblast",
            Self::Topic => "topic",
            Self::Obstacle => "obstacle",
            Self::Instrument => "instrument",
            Self::Partner => "partner",
            Self::Beneficiary => "beneficiary",
            Self::Funder => "funder",
        }
    }

    /// The filter with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.id() == id)
    }
}

/// One allowed value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// Stands in records and addresses; never changes meaning.
    pub id: String,
    /// The name people read.
    pub label: String,
}

/// A list of allowed values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordList {
    /// The list's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// One sentence saying what the list is about; filters have one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hint: String,
    /// The values, in the order they are shown.
    pub values: Vec<Value>,
}

impl WordList {
    /// The value with this id.
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.values.iter().find(|value| value.id == id)
    }
}

/// Every list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    pub(super) facets: Vec<WordList>,
    /// The smaller word lists.
    #[serde(rename = "vocabularies")]
    pub(super) lists: Vec<WordList>,
}

impl Vocabulary {
    /// The values of a filter.
    pub fn facet(&self, facet: Facet) -> Option<&WordList> {
        self.facets.iter().find(|list| list.id == facet.id())
    }

    /// A filter's or a smaller word list.
    pub fn list(&self, id: &str) -> Option<&WordList> {
        self.facets.iter().chain(&self.lists).find(|list| list.id == id)
    }

    /// The name of a value of any of the lists, or the id where it is unknown.
    pub fn label<'a>(&'a self, lists: &[&str], value: &'a str) -> &'a str {
        lists
            .iter()
            .filter_map(|list| self.list(list))
            .find_map(|list| list.value(value))
            .map_or(value, |found| &found.label)
    }
}
