//! Prepares `data/` for the app, so that adding a case or a word touches no Rust.
//!
//! * The fingerprint of the data becomes a part of the version that people can name.
//! * Every key of `data/words/en.json` becomes a constant in `i18n::key` (`build/words.rs`).

#![allow(clippy::expect_used, reason = "a build that cannot read its own data must stop")]
#![allow(clippy::panic, reason = "as above: the message names the file and the mend")]

use serde_json::{Map, Value};
use std::{env, fs, path::Path};

#[path = "build/words.rs"]
mod words;

/// The files of `data/` beside the cases, and what they are called in the data that people take along.
const OTHERS: [(&str, &str); 6] = [
    ("guide", "data/fields.json"),
    ("lists", "data/facets.json"),
    ("check", "data/checklist.json"),
    ("families", "data/families.json"),
    ("glossary", "data/glossary.json"),
    ("stopwords", "data/stopwords.json"),
];

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    for watched in ["data", "public/index.html", "public/404.html", "src"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    // Tells the tool that cuts the module into parts what refers to what.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=ashar=--emit-relocs");
    }
    let mut cases: Vec<Value> = fs::read_dir("data/cases")
        .expect("data/cases is missing")
        .map(|entry| entry.expect("data/cases can be read").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .map(|path| read(&path))
        .collect();
    // In the book's order, because neighbours in the book share words and so pack better.
    cases.sort_by_key(|case| case.get("order").and_then(Value::as_u64));
    let mut data = Map::new();
    for (name, file) in OTHERS {
        data.insert(name.to_owned(), read(Path::new(file)));
    }
    data.insert("cases".to_owned(), Value::Array(cases));
    let fingerprint = fingerprint(&Value::Object(data).to_string());
    fs::write(out.join("fingerprint"), fingerprint).expect("OUT_DIR can be written");
    words::write(&read(Path::new("data/words/en.json")), out);
}

/// Reads a file as JSON; a mistake stops the build with the file's name.
fn read(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("{}: not valid JSON: {error}", path.display()))
}

/// Eight hexadecimal digits that change with the data (FNV-1a, 32 bits).
fn fingerprint(text: &str) -> String {
    let print = text
        .bytes()
        .fold(0x811c_9dc5_u32, |print, byte| (print ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{print:08x}")
}
