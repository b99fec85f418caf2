//! For now: the files of data that are compiled into the app (`src/embedded.rs`), made of raw JSON as `domain::data_files::write`
//! makes them of checked records. Goes when the app fetches what `xtask` writes.

use serde_json::{Map, Value, json};

#[path = "../domain/text.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the app's own module, of which only folding is needed here"
)]
mod text;

/// What a case's early part has. Of the organisation everything but these; of blocks only their kind and name.
const EARLY: [&str; 8] =
    ["slug", "order", "title", "summary", "places", "period", "topics", "beneficiaries"];
const LATE_OF_ORGANISATION: [&str; 2] = ["text", "source"];
const EARLY_OF_BLOCK: [&str; 2] = ["kind", "name"];

/// The sections of a record, in the order of `domain::case::Section`.
const SECTIONS: [&str; 15] = [
    "instruments",
    "partners",
    "funders",
    "contributions",
    "situation",
    "steps",
    "agreements",
    "obstacles",
    "results",
    "factors",
    "lessons",
    "lasts",
    "voices",
    "related",
    "notes",
];

/// All files, each with its name.
pub(crate) fn all(data: &Value) -> [(&'static str, String); 5] {
    let field = |name: &str| data.get(name).cloned().unwrap_or_default();
    let cases = field("cases");
    let (cases, texts): (Vec<Value>, Vec<Value>) = list(&cases).map(split).unzip();
    let stopwords = field("stopwords");
    let stopwords = stopwords.as_object().into_iter().flatten();
    let stopwords: Vec<String> = stopwords.flat_map(|(_, words)| list(words)).map(fold).collect();
    let check = field("check");
    let dimensions = check.get("dimensions").map(list).into_iter().flatten();
    let dimensions: Value = dimensions
        .map(|dimension| only(dimension, |name| ["id", "label"].contains(&name)))
        .collect();
    let thesaurus = field("thesaurus");
    let thesaurus: Vec<Value> = list(&thesaurus).map(folded).collect();
    [
        ("core", json!({"lists": field("lists"), "cases": cases, "stopwords": stopwords})),
        (
            "cases",
            json!({
                "texts": texts,
                "dimensions": dimensions,
                "families": field("families"),
                "glossary": field("glossary"),
            }),
        ),
        ("check", json!({"checklist": check})),
        ("guide", json!({"fields": field("guide")})),
        ("thesaurus", json!({"thesaurus": thesaurus})),
    ]
    .map(|(name, content)| {
        (name, json!({"format": 1, "lang": "en", "content": content}).to_string())
    })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The fields of an object that pass, without those that are null.
fn only(object: &Value, pass: impl Fn(&str) -> bool) -> Value {
    let fields = object.as_object().into_iter().flatten();
    let kept = fields.filter(|(name, value)| pass(name) && !value.is_null());
    kept.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn fold(word: &Value) -> String {
    text::fold(word.as_str().unwrap_or_default())
}

/// A concept of the thesaurus as the search compares its words.
fn folded(concept: &Value) -> Value {
    let mut lists = Map::new();
    for (name, words) in concept.as_object().into_iter().flatten() {
        let words = match name.as_str() {
            "id" => continue,
            "topics" => words.clone(),
            _ => list(words).map(|word| fold(word).replace('-', " ")).collect(),
        };
        lists.insert(name.clone(), words);
    }
    Value::Object(lists)
}

/// The early part of a case, and its texts.
fn split(case: &Value) -> (Value, Value) {
    let field = |name: &str| case.get(name).cloned().unwrap_or_default();
    let mut early: Map<String, Value> =
        EARLY.iter().map(|name| ((*name).to_owned(), field(name))).collect();
    let organisation = field("organisation");
    let named = only(&organisation, |name| !LATE_OF_ORGANISATION.contains(&name));
    early.insert("organisation".to_owned(), named);
    early.insert(
        "places".to_owned(),
        list(&field("places")).map(|one| only(one, |_| true)).collect(),
    );
    let mut blocks: Vec<Value> = Vec::new();
    for section in SECTIONS {
        let section_blocks = field(section);
        let first = list(&section_blocks);
        let first = first.map(|block| only(block, |name| EARLY_OF_BLOCK.contains(&name)));
        early.insert(section.to_owned(), first.collect());
        let rest = list(&section_blocks);
        blocks.extend(rest.map(|block| only(block, |name| !EARLY_OF_BLOCK.contains(&name))));
    }
    let texts = json!({
        "slug": field("slug"),
        "source": field("source"),
        "organisation_text": organisation.get("text"),
        "organisation_source": organisation.get("source"),
        "blocks": blocks,
    });
    (Value::Object(early), texts)
}
