//! Prepares `data/` for the app, so that adding a case or a word touches no Rust.
//!
//! * Every `data/cases/*.json` is minified and listed, in the book's order.
//! * Every key of `data/words/en.json` becomes a constant in `domain::words::key`. A key that the
//!   code names and the file lacks does not compile; a key that nothing names is dead code, which
//!   the gate denies.
//! * Keys named in `public/index.html` as `{{words:some.key}}` are listed for `xtask stamp`.

#![allow(clippy::expect_used, reason = "a build that cannot read its own data must stop")]
#![allow(clippy::panic, reason = "as above: the message names the file and the mend")]

use serde_json::Value;
use std::{collections::BTreeSet, env, fmt::Write as _, fs, path::Path};

/// The files of `data/` beside the cases.
const OTHERS: [&str; 6] = [
    "checklist.json",
    "facets.json",
    "families.json",
    "fields.json",
    "glossary.json",
    "stopwords.json",
];

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    for watched in ["data", "public/index.html", "src/build.rs"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let mut print = 0x811c_9dc5_u32;
    let mut list = String::from("&[\n");
    let mut names: Vec<_> = fs::read_dir("data/cases")
        .expect("data/cases is missing")
        .map(|entry| entry.expect("data/cases can be read").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    // In the book's order, because neighbours in the book share words and so pack better.
    names.sort_by_key(|path| read(path).get("order").and_then(Value::as_u64));
    for path in names {
        let name = path.file_name().and_then(|name| name.to_str()).expect("plain file names");
        let minified = format!("case-{name}");
        minify(&path, &out.join(&minified), &mut print);
        writeln!(list, "({name:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{minified}\"))),")
            .expect("strings grow");
    }
    list.push(']');
    fs::write(out.join("cases.rs"), list).expect("OUT_DIR can be written");
    for name in OTHERS {
        minify(&Path::new("data").join(name), &out.join(name), &mut print);
    }
    fs::write(out.join("fingerprint"), format!("{print:08x}")).expect("OUT_DIR can be written");
    words(out);
}

/// Reads a file as JSON; a mistake stops the build with the file's name.
fn read(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("{}: not valid JSON: {error}", path.display()))
}

/// A field that is null and one that is left out mean the same; left out it weighs nothing.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let known = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(known.map(|(name, value)| (name, without_nulls(value))).collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

/// Writes a file without blanks, and works its bytes into the fingerprint of the data (FNV-1a, 32 bits).
fn minify(from: &Path, to: &Path, print: &mut u32) {
    let text = without_nulls(read(from)).to_string();
    for byte in text.bytes() {
        *print = (*print ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    fs::write(to, text).expect("OUT_DIR can be written");
}

/// Writes `words.rs`: one constant a key, and the English text at its place.
fn words(out: &Path) {
    let file = "data/words/en.json";
    let Value::Object(table) = read(Path::new(file)) else { panic!("{file}: not one flat object") };
    let html = fs::read_to_string("public/index.html").unwrap_or_default();
    let mut keys = String::new();
    let mut english = String::from("&[\n");
    let mut in_html = String::from("&[\n");
    let mut seen = BTreeSet::new();
    let mut place = 0_usize;
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
        let kind = if forms.len() == 1 { "Key" } else { "Plural" };
        let placeholder = format!("{{{{words:{key}}}}}");
        let shared = html.contains(&placeholder);
        if shared {
            writeln!(in_html, "({placeholder:?}, {kind}({place})),").expect("strings grow");
        }
        let shown = forms.join(" / ").replace('\n', " ");
        let unused =
            if shared { "#[allow(dead_code, reason = \"stands in index.html\")]\n" } else { "" };
        writeln!(
            keys,
            "/// {shown:?}\n{unused}pub(crate) const {constant}: {kind} = {kind}({place});"
        )
        .expect("strings grow");
        place += forms.len();
        for form in forms {
            writeln!(english, "{form:?},").expect("strings grow");
        }
    }
    english.push(']');
    in_html.push(']');
    fs::write(out.join("keys.rs"), keys).expect("OUT_DIR can be written");
    fs::write(out.join("english.rs"), english).expect("OUT_DIR can be written");
    fs::write(out.join("html_keys.rs"), in_html).expect("OUT_DIR can be written");
}
