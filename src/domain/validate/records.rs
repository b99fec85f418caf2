//! The records beside the cases: word lists, the check, glossary, families, thesaurus, field guide and stop words.

use super::schema::{self, Faults, Shape, field, optional, texts};
use crate::domain::{
    assessment::{definition::Checklist, outcome::CAPPING},
    corpus::Corpus,
    data_error::DataError,
    dataset,
    family::Family,
    glossary::{self, Glossary, Term},
    text,
    thesaurus::Thesaurus,
    vocabulary::{Facet, Vocabulary, WordList},
};
use serde::Deserialize;

/// Reads and checks `facets.json`.
///
/// # Errors
/// Everything that is wrong with it.
pub fn vocabulary(json: &str) -> Result<Vocabulary, Vec<DataError>> {
    let mut faults = Faults::in_file("data/facets.json");
    let list = || {
        let value = Shape::Objects(texts(["id", "label"]).into());
        let names = texts(["id", "label"]).into_iter();
        let fields = names.chain([optional("hint", Shape::Text), field("values", value)]);
        Shape::Objects(fields.collect())
    };
    let shape = Shape::Object(vec![field("facets", list()), field("vocabularies", list())]);
    let read: Option<Vocabulary> = schema::read(json, &shape, "", &mut faults);
    if let Some(Vocabulary { facets, lists }) = &read {
        for facet in Facet::ALL {
            if !facets.iter().any(|list| list.id == facet.id()) {
                faults.add("facets", format!("lacks {}; add it", facet.id()));
            }
        }
        for extra in facets.iter().filter(|list| Facet::from_id(&list.id).is_none()) {
            faults.add("facets", format!("{} is no filter the app knows; remove it", extra.id));
        }
        for (field, lists) in [("facets", facets), ("vocabularies", lists)] {
            for WordList { id, values, .. } in lists {
                let ids = values.iter().map(|value| value.id.as_str());
                twice(ids, &mut faults, |value| {
                    (format!("{field}/{id}.values/{value}.id"), "in this list")
                });
            }
        }
    }
    faults.none_in(read)
}

/// Notes every id that stands twice; `place` gives its path and where it stands twice.
fn twice<'a>(
    ids: impl Iterator<Item = &'a str>,
    faults: &mut Faults,
    place: impl Fn(&str) -> (String, &'static str),
) {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids.filter(|id| !id.is_empty()) {
        if seen.contains(&id) {
            let (path, list) = place(id);
            let blank = if list.is_empty() { "" } else { " " };
            faults.add(&path, ["stands twice", blank, list, "; rename one"].concat());
        }
        seen.push(id);
    }
}

/// Reads and checks `checklist.json`, and what the scoring relies on.
///
/// # Errors
/// Everything that is wrong with it.
pub fn checklist(json: &str) -> Result<Checklist, Vec<DataError>> {
    let mut faults = Faults::in_file("data/checklist.json");
    let read = schema::read(json, &checklist_shape(), "", &mut faults);
    if let Some(list) = &read {
        check_list(list, &mut faults);
    }
    faults.none_in(read)
}

fn checklist_shape() -> Shape {
    let named = || Shape::Objects(texts(["id", "label"]).into());
    let step = || {
        let texts = texts(["text", "by_group", "by_office"]).into_iter();
        Shape::Object(texts.chain([field("read", Shape::Texts)]).collect())
    };
    let item = texts(["id", "text", "planned", "example"]).into_iter();
    let item = item.chain([optional("planned_example", Shape::Text)]).collect();
    let steps = ["week", "month", "quarter"].map(|horizon| field(horizon, step()));
    let dimension = texts(["id", "group", "label", "why"]).into_iter().chain([
        field("items", Shape::Objects(item)),
        field("read", Shape::Texts),
        field("steps", Shape::Object(steps.into())),
    ]);
    let flag = texts(["id", "text", "advice"]).into_iter().chain([field("read", Shape::Texts)]);
    let planned = ["planned_label", "planned"].map(|name| optional(name, Shape::Text));
    let overall = texts(["id", "label", "text"]).into_iter().chain(planned);
    Shape::Object(vec![
        field("version", Shape::Whole),
        field("groups", named()),
        field("scale", Shape::Objects(texts(["id", "label", "meaning"]).into())),
        field("dimensions", Shape::Objects(dimension.collect())),
        field("flags", Shape::Objects(flag.collect())),
        field("bands", named()),
        field("overall", Shape::Objects(overall.collect())),
    ])
}

fn check_list(list: &Checklist, faults: &mut Faults) {
    let mut ids = |field: &str, found: Vec<&String>, expected: &[&str]| {
        if !found.iter().map(|id| id.as_str()).eq(expected.iter().copied()) {
            faults.add(field, ["the ids must be, in this order: ", &expected.join(" ")].concat());
        }
    };
    ids("scale", list.scale.iter().map(|d| &d.id).collect(), &["0", "1", "2", "3", "?", "-"]);
    ids(
        "bands",
        list.bands.iter().map(|band| &band.id).collect(),
        &["start-here", "taking-shape", "works"],
    );
    ids(
        "overall",
        list.overall.iter().map(|band| &band.id).collect(),
        &["prepare-first", "start-small", "ready-to-sign", "ready-to-widen"],
    );
    for band in list.overall.iter().filter(|b| b.planned.is_some() != b.planned_label.is_some()) {
        let at = ["overall/", &band.id, ".planned"].concat();
        faults.add(&at, "stands with `planned_label` or not at all; write both or neither");
    }
    let mut known: Vec<&str> = Vec::new();
    for dimension in &list.dimensions {
        if !list.groups.iter().any(|group| group.id == dimension.group) {
            let message = "names a group that is not in `groups`; use one of them";
            faults.add(&dimension.id, message);
        }
        if dimension.items.is_empty() {
            faults.add(&dimension.id, "has no item; write at least the first");
        }
        known.extend(dimension.items.iter().map(|item| item.id.as_str()));
        known.push(&dimension.id);
    }
    twice(known.iter().copied(), faults, |id| (id.to_owned(), ""));
    for capping in CAPPING.iter().filter(|capping| !known.contains(capping)) {
        faults.add("dimensions", format!("lacks {capping}, which the result depends on"));
    }
}

/// Reads and checks `glossary.json`.
///
/// # Errors
/// Everything that is wrong with it: an id or a form that stands twice, an empty text.
pub fn glossary(json: &str) -> Result<Glossary, Vec<DataError>> {
    let mut faults = Faults::in_file("data/glossary.json");
    let now = Shape::Object(texts(["text", "source"]).into());
    let fields = texts(["id", "term", "text"]).into_iter();
    let fields = fields.chain([field("forms", Shape::Texts), optional("now", now)]);
    let shape = Shape::Objects(fields.collect());
    let read: Option<Vec<Term>> = schema::read(json, &shape, "terms", &mut faults);
    if let Some(terms) = &read {
        let ids = terms.iter().map(|term| term.id.as_str());
        twice(ids, &mut faults, |id| (format!("terms/{id}.id"), ""));
        let mut known: Vec<Vec<String>> = Vec::new();
        for Term { id, term, forms, .. } in terms {
            for form in std::iter::once(term).chain(forms) {
                let words = glossary::words(form);
                if words.is_empty() || known.contains(&words) {
                    faults.add(id, format!("the form {form} has no word or stands twice"));
                }
                known.push(words);
            }
        }
    }
    faults.none_in(read.map(Glossary::new))
}

/// Reads and checks `families.json`.
///
/// # Errors
/// Everything that is wrong with it: an unknown case, a case that stands twice, an empty text, a family of one.
pub fn families(json: &str, corpus: &Corpus) -> Result<Vec<Family>, Vec<DataError>> {
    let mut faults = Faults::in_file("data/families.json");
    let member = Shape::Objects(texts(["slug", "text", "source"]).into());
    let fields = texts(["id", "label", "text"]).into_iter().chain([field("members", member)]);
    let shape = Shape::Objects(fields.collect());
    let read: Option<Vec<Family>> = schema::read(json, &shape, "families", &mut faults);
    for Family { id, members, .. } in read.iter().flatten() {
        if members.len() < 2 {
            faults.add(&format!("families/{id}.members"), "needs two cases or more");
        }
        for (place, member) in members.iter().enumerate() {
            let at = format!("families/{id}.members/{}.slug", place + 1);
            if !member.slug.is_empty() && corpus.case(&member.slug).is_none() {
                faults.add(&at, "is no case; use a slug that exists");
            }
            if members.iter().take(place).any(|earlier| earlier.slug == member.slug) {
                faults.add(&at, "stands twice in this family; remove one");
            }
        }
    }
    faults.none_in(read)
}

/// Reads and checks `thesaurus.json`; its words are folded.
///
/// # Errors
/// Everything that is wrong with it.
pub fn thesaurus(json: &str, vocabulary: &Vocabulary) -> Result<Thesaurus, Vec<DataError>> {
    let mut faults = Faults::in_file("data/thesaurus.json");
    let lists = ["en", "ru", "ky", "topics"].map(|name| optional(name, Shape::Texts));
    let fields = texts(["id"]).into_iter().chain(lists);
    let shape = Shape::Objects(fields.collect());
    let mut read: Option<Thesaurus> = schema::read(json, &shape, "thesaurus", &mut faults);
    if let Some(Thesaurus(concepts)) = &mut read {
        let ids = concepts.iter().map(|concept| concept.id.as_str());
        twice(ids, &mut faults, |id| (format!("thesaurus/{id}.id"), ""));
        let topics = vocabulary.facet(Facet::Topic);
        for concept in concepts {
            let at = |name: &str| format!("thesaurus/{}.{name}", concept.id);
            let words = [("en", &mut concept.en), ("ru", &mut concept.ru), ("ky", &mut concept.ky)];
            for (name, words) in words {
                let mut known: Vec<String> = Vec::new();
                for word in words.iter().map(|word| text::fold(word).replace('-', " ")) {
                    if known.contains(&word) {
                        faults.add(&at(name), format!("{word} stands twice; remove one"));
                    }
                    known.push(word);
                }
                *words = known;
            }
            let is_topic = |id: &str| topics.is_some_and(|topics| topics.value(id).is_some());
            for topic in concept.topics.iter().filter(|topic| !is_topic(topic)) {
                let message = format!("{topic} is no topic of data/facets.json; use one that is");
                faults.add(&at("topics"), message);
            }
        }
    }
    faults.none_in(read)
}

/// Reads and checks `fields.json`.
///
/// # Errors
/// Everything that is wrong with it.
pub fn guide(json: &str) -> Result<Vec<dataset::Field>, Vec<DataError>> {
    let mut faults = Faults::in_file("data/fields.json");
    let shape = Shape::Objects(texts(["field", "meaning"]).into());
    let read: Option<Vec<dataset::Field>> = schema::read(json, &shape, "guide", &mut faults);
    let names = read.iter().flatten().map(|field| field.field.as_str());
    twice(names, &mut faults, |name| (name.to_owned(), ""));
    faults.none_in(read)
}

/// Reads and checks `stopwords.json`: the words of all languages in one list, folded.
///
/// # Errors
/// Everything that is wrong with it.
pub fn stopwords(json: &str) -> Result<Vec<String>, Vec<DataError>> {
    #[derive(Deserialize)]
    struct StopWords {
        en: Vec<String>,
        ru: Vec<String>,
        ky: Vec<String>,
    }

    let mut faults = Faults::in_file("data/stopwords.json");
    let shape = Shape::Object(["en", "ru", "ky"].map(|name| field(name, Shape::Texts)).into());
    let read: Option<StopWords> = schema::read(json, &shape, "", &mut faults);
    faults.none_in(read.map(|StopWords { en, ru, ky }| {
        let words = [en, ru, ky].concat();
        words.iter().map(|word| text::fold(word)).collect()
    }))
}
