//! Prepares `data/` for the app, so that adding a case or a word touches no Rust.
//!
//! * All of `data/` but the words is packed into bundles, one for each part of the app that is fetched by itself: a text, and
//!   the shape it has (`build/pack.rs`). The thesaurus, which has no shape to speak of, becomes bytes
//!   (`build/thesaurus.rs`).
//! * Every key of `data/words/en.json` becomes a constant in `i18n::key` (`build/words.rs`).

#![allow(clippy::expect_used, reason = "a build that cannot read its own data must stop")]
#![allow(clippy::panic, reason = "as above: the message names the file and the mend")]

use pack::Pack;
use serde_json::{Map, Value};
use std::{env, fs, path::Path};

#[path = "build/early.rs"]
mod early;
#[path = "build/pack.rs"]
mod pack;
#[path = "build/thesaurus.rs"]
mod thesaurus;
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

/// What each bundle holds.
const BUNDLES: [(&str, &[&str]); 4] = [
    ("core", &["lists", "cases", "stopwords"]),
    ("cases", &["cases", "dimensions", "families", "glossary"]),
    ("check", &["check"]),
    ("guide", &["guide"]),
];

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    for watched in ["data", "public/index.html", "src/build.rs", "src/build"] {
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
    let write = |name: &str, text: &str| {
        fs::write(out.join(name), text).expect("OUT_DIR can be written");
    };
    write("fingerprint", &fingerprint(&Value::Object(data.clone()).to_string()));
    data.insert("dimensions".to_owned(), dimensions(data.get("check")));
    let cases = data.get("cases").and_then(Value::as_array).into_iter().flatten().map(early::part);
    let (early, late): (Vec<Value>, Vec<Value>) = cases.unzip();
    for (name, fields) in BUNDLES {
        let field = |field: &&str| {
            let value = match (*field, name) {
                ("cases", "core") => Value::Array(early.clone()),
                ("cases", _) => Value::Array(late.clone()),
                _ => data.get(*field)?.clone(),
            };
            Some(((*field).to_owned(), value))
        };
        let bundle = Value::Object(fields.iter().filter_map(field).collect());
        let pack = Pack::of(&bundle).unwrap_or_else(|mend| panic!("data: {mend}"));
        write(&format!("{name}.txt"), &pack.text());
        write(&format!("{name}.rs"), &pack.shape());
    }
    let packed = thesaurus::pack(&read(Path::new("data/thesaurus.json")));
    let packed = packed.unwrap_or_else(|mend| panic!("data/thesaurus.json: {mend}"));
    fs::write(out.join("thesaurus.bin"), packed).expect("OUT_DIR can be written");
    words::write(&read(Path::new("data/words/en.json")), out);
}

/// The names of the dimensions of the check, which the cases show without the check.
fn dimensions(check: Option<&Value>) -> Value {
    let named = |dimension: &Value| {
        let field = |name: &str| Some((name.to_owned(), dimension.get(name)?.clone()));
        Value::Object(["id", "label"].into_iter().filter_map(field).collect())
    };
    let dimensions = check.and_then(|check| check.get("dimensions")?.as_array());
    dimensions.into_iter().flatten().map(named).collect()
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
