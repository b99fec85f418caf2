//! The allowed values of every filter and word list, from `data/facets.json`.

use serde::Deserialize;

/// The seven filters, in the order they are shown. Their ids stand in addresses and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The region.
    Oblast,
    /// What the work was about.
    Topic,
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
    /// All filters, in the order they are shown: what people ask for first comes first.
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
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Stands in records and addresses; never changes meaning.
    pub id: String,
    /// The English name people read.
    pub label: String,
}

/// A list of allowed values.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct WordList {
    /// The list's id.
    pub id: String,
    /// Its English name.
    pub label: String,
    /// One sentence saying what the list is about; filters have one.
    #[serde(default)]
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    facets: Vec<WordList>,
    vocabularies: Vec<WordList>,
}

/// Every list, checked.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    facets: Vec<WordList>,
    lists: Vec<WordList>,
}

impl Vocabulary {
    /// Reads `facets.json`.
    ///
    /// # Errors
    /// A sentence naming the field that is wrong and its mend.
    pub fn parse(json: &str) -> Result<Self, String> {
        let raw: Raw = serde_json::from_str(json).map_err(|error| error.to_string())?;
        for list in raw.facets.iter().chain(&raw.vocabularies) {
            for (place, value) in list.values.iter().enumerate() {
                if list.values.iter().take(place).any(|earlier| earlier.id == value.id) {
                    return Err(format!("{}: the id {:?} stands twice; rename one", list.id, value.id));
                }
            }
        }
        let mut facets = Vec::new();
        for facet in Facet::ALL {
            let found = raw.facets.iter().find(|list| list.id == facet.id());
            facets.push(
                found
                    .ok_or_else(|| format!("facets: {:?} is missing; add it", facet.id()))?
                    .clone(),
            );
        }
        if let Some(extra) = raw.facets.iter().find(|list| Facet::from_id(&list.id).is_none()) {
            return Err(format!("facets: {:?} is no filter the app knows; remove it", extra.id));
        }
        Ok(Self { facets, lists: raw.vocabularies })
    }

    /// The values of a filter.
    pub fn facet(&self, facet: Facet) -> Option<&WordList> {
        self.facets.iter().find(|list| list.id == facet.id())
    }

    /// A filter's or a smaller word list.
    pub fn list(&self, id: &str) -> Option<&WordList> {
        self.facets.iter().chain(&self.lists).find(|list| list.id == id)
    }

    /// The English name of a value of any of the lists, or the id where it is unknown.
    pub fn label<'a>(&'a self, lists: &[&str], value: &'a str) -> &'a str {
        lists
            .iter()
            .filter_map(|list| self.list(list))
            .find_map(|list| list.value(value))
            .map_or(value, |found| &found.label)
    }
}
