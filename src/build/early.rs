//! Parts a case into what the list, its filters and a first search need, and the rest, which comes with the texts. Put
//! together again by [`Node::and`](../domain/node.rs), the two are the case.

use serde_json::{Map, Value};

/// What is said of a case on its card, and what filters look at.
const CARD: [&str; 8] =
    ["slug", "order", "title", "summary", "places", "period", "topics", "beneficiaries"];

/// What comes later of the organisation.
const LATE: [&str; 2] = ["text", "source"];

/// What comes early of a block.
const BLOCK: [&str; 2] = ["kind", "name"];

/// The early part of a case, and the rest.
pub(crate) fn part(case: &Value) -> (Value, Value) {
    let mut early = Map::new();
    let mut late = Map::new();
    for (name, value) in case.as_object().into_iter().flatten() {
        let (first, rest) = match value {
            _ if CARD.contains(&name.as_str()) => (value.clone(), Value::Null),
            Value::Object(_) => fields(value, |name| !LATE.contains(&name)),
            Value::Array(blocks) => {
                let parts = blocks.iter().map(|block| fields(block, |name| BLOCK.contains(&name)));
                let (first, rest): (Vec<Value>, Vec<Value>) = parts.unzip();
                (Value::Array(first), Value::Array(rest))
            }
            _ => (Value::Null, value.clone()),
        };
        early.insert(name.clone(), first);
        late.insert(name.clone(), rest);
    }
    (Value::Object(early), Value::Object(late))
}

/// The fields of an object that are early, and those that are not.
fn fields(object: &Value, is_early: impl Fn(&str) -> bool) -> (Value, Value) {
    let all = object.as_object().into_iter().flatten();
    let all = all.map(|(name, value)| (name.clone(), value.clone()));
    let (early, late): (Map<String, Value>, Map<String, Value>) =
        all.partition(|(name, _)| is_early(name));
    (Value::Object(early), Value::Object(late))
}
