//! The allowed values of every filter and word list, from `data/facets.json`.

use super::{
    node::Node,
    read::{Fault, Faults, Fields},
};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Stands in records and addresses; never changes meaning.
    pub id: String,
    /// The English name people read.
    pub label: String,
}

/// A list of allowed values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordList {
    /// The list's id.
    pub id: String,
    /// Its English name.
    pub label: String,
    /// One sentence saying what the list is about; filters have one.
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
    /// Every fault, with its place and its mend.
    pub fn parse(json: &str) -> Result<Self, Vec<Fault>> {
        Self::read(Node::from_json(json)?)
    }

    /// Reads the lists, as [`Vocabulary::parse`] does.
    pub(crate) fn read(lists: Node) -> Result<Self, Vec<Fault>> {
        let faults = Faults::default();
        let mut file = Fields::file(lists, &faults);
        let facets: Vec<_> = file.objects("facets").into_iter().map(word_list).collect();
        let lists: Vec<_> = file.objects("vocabularies").into_iter().map(word_list).collect();
        file.end();
        faults.check(|faults| {
            for facet in Facet::ALL {
                if !facets.iter().any(|list| list.id == facet.id()) {
                    faults.add("facets", &["lacks ", facet.id(), "; add it"].concat());
                }
            }
            for extra in facets.iter().filter(|list| Facet::from_id(&list.id).is_none()) {
                let mend = [&extra.id, " is no filter the app knows; remove it"].concat();
                faults.add("facets", &mend);
            }
        });
        faults.none_in(Self { facets, lists })
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

/// Values, each with its id and its name.
pub(crate) fn values(list: Vec<Fields>) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for mut value in list {
        let id = value.text("id");
        value.faults().check(|_| {
            if values.iter().any(|earlier| earlier.id == id) {
                value.fault("id", "stands twice in this list; rename one");
            }
        });
        values.push(Value { id, label: value.text("label") });
        value.end();
    }
    values
}

fn word_list(mut fields: Fields) -> WordList {
    let list = WordList {
        id: fields.text("id"),
        label: fields.text("label"),
        hint: fields.maybe_text("hint").unwrap_or_default(),
        values: values(fields.objects("values")),
    };
    fields.end();
    list
}
