//! Writes `data/thesaurus.json` as the app bundles it; `domain::thesaurus` reads it.
//!
//! Four columns with a NUL between them: the words in each language, and the topics; in each one concept a line, with commas inside. Words are folded, as the
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
    let mut columns: [Vec<u8>; 4] = Default::default();
    for concept in concepts {
        let list = |name: &str| -> Vec<String> {
            let list = concept.get(name).and_then(Value::as_array);
            let texts = list.into_iter().flatten().filter_map(Value::as_str);
            texts.map(str::to_owned).collect()
        };
        let folded =
            |name: &str| list(name).iter().map(|word| text::fold(word).replace('-', " ")).collect();
        let lists: [Vec<String>; 4] = [folded("en"), folded("ru"), folded("ky"), list("topics")];
        for (column, list) in columns.iter_mut().zip(lists) {
            for letter in list.join(",").chars() {
                let cyrillic = LETTERS.chars().position(|known| known == letter);
                let byte = match cyrillic {
                    Some(place) => u8::try_from(place + 128).ok(),
                    None => u8::try_from(letter).ok().filter(u8::is_ascii),
                };
                column.push(byte.ok_or_else(|| {
                    let id = concept.get("id").and_then(Value::as_str).unwrap_or_default();
                    format!("{id}: {letter:?} is no letter of the three languages; write another")
                })?);
            }
            column.push(b'\n');
        }
    }
    Ok(columns.join(&0))
}
