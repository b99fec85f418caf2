//! Writes `data/thesaurus.json` as the app bundles it; `domain::thesaurus` reads it.
//!
//! Five columns with a NUL between them: the words in each language, how many lines further down (or up) the concepts
//! stand that are near, and the topics; in each one concept a line, with commas inside. Words are folded, as the
//! search compares them, and a Cyrillic letter is one byte, which saves a phone a third.

use serde_json::Value;

#[path = "../domain/text.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the app's own module, of which only folding is needed here"
)]
mod text;

/// See there.
const LETTERS: &str = include!("letters.rs");

/// The thesaurus as bytes.
///
/// # Errors
/// The concept that cannot be packed, and how to mend it.
pub(crate) fn pack(concepts: &Value) -> Result<Vec<u8>, String> {
    let concepts = concepts.as_array().ok_or("must be a list: [ … ]")?;
    let id =
        |concept: &Value| concept.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let ids: Vec<String> = concepts.iter().map(id).collect();
    let mut columns: [Vec<u8>; 5] = Default::default();
    for (own, concept) in concepts.iter().enumerate() {
        let list = |name: &str| -> Vec<String> {
            let list = concept.get(name).and_then(Value::as_array);
            let texts = list.into_iter().flatten().filter_map(Value::as_str);
            texts.map(str::to_owned).collect()
        };
        let folded = |name: &str| list(name).iter().map(|word| text::fold(word)).collect();
        let near = list("near").into_iter().map(|near| {
            let place = ids.iter().position(|id| *id == near);
            place.map_or(near, |place| (place.cast_signed() - own.cast_signed()).to_string())
        });
        let lists: [Vec<String>; 5] =
            [folded("en"), folded("ru"), folded("ky"), near.collect(), list("topics")];
        for (column, list) in columns.iter_mut().zip(lists) {
            for letter in list.join(",").chars() {
                let cyrillic = LETTERS.chars().position(|known| known == letter);
                let byte = match cyrillic {
                    Some(place) => u8::try_from(place + 128).ok(),
                    None => u8::try_from(letter).ok().filter(u8::is_ascii),
                };
                column.push(byte.ok_or_else(|| {
                    let id = id(concept);
                    format!("{id}: {letter:?} is no letter of the three languages; write another")
                })?);
            }
            column.push(b'\n');
        }
    }
    Ok(columns.join(&0))
}
