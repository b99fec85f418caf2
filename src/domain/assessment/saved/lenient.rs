//! Reading JSON that may be damaged: what a type takes is kept, and the path of everything else is noted.

use serde::de::{Deserialize as _, DeserializeOwned, Deserializer, Error as _};
use serde_json::{Map, Value};

/// Reads an object as far as the struct `T` takes it; `None` where it is no object.
///
/// Each field and each element of a list is tried by itself, so that a damaged one costs only itself: `T` must need no
/// field, and should refuse those that it does not know. `path`: where the object stands, as `checks.0`. `lost`: takes the
/// paths of what is left out.
pub(super) fn read<T: DeserializeOwned>(
    value: Value,
    path: &str,
    lost: &mut Vec<String>,
) -> Option<T> {
    let takes = |value: &Value| value.is_object() && T::deserialize(value).is_ok();
    T::deserialize(prune(value, path, &takes, lost)?).ok()
}

/// A list of objects. A derived struct by itself also takes the list of its fields' values, which nobody writes.
pub(super) fn objects<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    json: D,
) -> Result<Vec<T>, D::Error> {
    let objects = Vec::<Map<String, Value>>::deserialize(json)?;
    let read = |fields| T::deserialize(Value::Object(fields)).map_err(D::Error::custom);
    objects.into_iter().map(read).collect()
}

/// A value without what is not taken. `takes`: whether `T` takes it with this value, and nothing else, in this place.
fn prune(
    value: Value,
    path: &str,
    takes: &dyn Fn(&Value) -> bool,
    lost: &mut Vec<String>,
) -> Option<Value> {
    if takes(&value) {
        return Some(value);
    }
    match value {
        Value::Object(fields) if takes(&Value::Object(Map::new())) => {
            let mut kept = Map::new();
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { [path, ".", &name].concat() };
                let alone = |value: &Value| {
                    let field = std::iter::once((name.clone(), value.clone()));
                    takes(&Value::Object(field.collect()))
                };
                if let Some(value) = prune(value, &path, &alone, lost) {
                    kept.insert(name, value);
                }
            }
            Some(Value::Object(kept))
        }
        Value::Array(elements) if takes(&Value::Array(Vec::new())) => {
            let alone = |value: &Value| takes(&Value::Array(vec![value.clone()]));
            let mut kept = Vec::new();
            for (number, value) in elements.into_iter().enumerate() {
                kept.extend(prune(value, &[path, ".", &number.to_string()].concat(), &alone, lost));
            }
            Some(Value::Array(kept))
        }
        _ => {
            lost.push(path.to_owned());
            None
        }
    }
}
