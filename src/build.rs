//! Prepares `data/` for the app, so that adding a case or a word touches no Rust.
//!
//! * For now, `data/` becomes the files that the app will fetch (`build/data_files.rs`).
//! * Every key of `data/words/en.json` becomes a constant in `domain::words::key`. A key that the
//!   code names and the file lacks does not compile; a key that nothing names is dead code, which
//!   the gate denies.
//! * Keys named in `public/index.html` as `{{words:some.key}}` are listed for `xtask stamp`.

#![allow(clippy::expect_used, reason = "a build that cannot read its own data must stop")]
#![allow(clippy::panic, reason = "as above: the message names the file and the mend")]

use serde_json::{Map, Value};
use std::{collections::BTreeSet, env, fmt::Write as _, fs, path::Path};

#[path = "build/data_files.rs"]
mod data_files;
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
    data.insert("thesaurus".to_owned(), read(Path::new("data/thesaurus.json")));
    for (name, json) in data_files::all(&Value::Object(data)) {
        write(&format!("{name}.json"), &json);
    }
    words(out);
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

/// Writes `keys.rs`: one constant a key, with its English text.
fn words(out: &Path) {
    let file = "data/words/en.json";
    let Value::Object(table) = read(Path::new(file)) else { panic!("{file}: not one flat object") };
    let html = fs::read_to_string("public/index.html").unwrap_or_default();
    let mut keys = String::new();
    let mut in_html = String::from("&[\n");
    let mut seen = BTreeSet::new();
    for (key, value) in &table {
        let constant = key.replace(['.', '-'], "_").to_uppercase();
        assert!(seen.insert(constant.clone()), "{file}: two keys become {constant}; rename one");
        let forms: Vec<&str> = match value {
            Value::String(text) => vec![text],
            Value::Object(forms) => ["one", "other"]
                .iter()
                .map(|form| {
                    forms.get(*form).and_then(Value::as_str).unwrap_or_else(|| {
                        panic!("{file}: {key} counts something and lacks the form {form:?}")
                    })
                })
                .collect(),
            _ => panic!("{file}: {key} must be a text, or an object of plural forms"),
        };
        assert!(
            forms.iter().all(|form| !form.trim().is_empty()),
            "{file}: {key} is empty; write it"
        );
        let kind = if forms.len() == 1 { "Key" } else { "Plural" };
        let quoted: Vec<String> = forms.iter().map(|form| format!("{form:?}")).collect();
        let value = format!("{kind}({})", quoted.join(", "));
        let placeholder = format!("{{{{words:{key}}}}}");
        let shared = html.contains(&placeholder);
        if shared {
            writeln!(in_html, "({placeholder:?}, {value}),").expect("strings grow");
        }
        let shown = forms.join(" / ").replace('\n', " ");
        let unused =
            if shared { "#[allow(dead_code, reason = \"stands in index.html\")]\n" } else { "" };
        writeln!(keys, "/// {shown:?}\n{unused}pub(crate) const {constant}: {kind} = {value};")
            .expect("strings grow");
    }
    in_html.push(']');
    fs::write(out.join("keys.rs"), keys).expect("OUT_DIR can be written");
    fs::write(out.join("html_keys.rs"), in_html).expect("OUT_DIR can be written");
}
