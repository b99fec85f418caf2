//! Turns the keys of `data/words/en.json` into constants, so that a key that the code names and the file lacks does not
//! compile, and one that nothing names is dead code.

use serde_json::Value;
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// The reference: every other language has the same keys.
const FILE: &str = "data/words/en.json";

/// What most people never open. Texts that are named only here are fetched with it.
const LATER: [&str; 3] = ["src/pages/about.rs", "src/pages/check", "src/pages/embed_builder"];

/// Writes for `src/i18n`:
///
/// * `keys.rs`: a constant for each key,
/// * `key_names.rs`: the names of the keys in the order of their constants, how many of them every visit needs, which come before
///   the others, and the digest of that order,
/// * `html_keys.rs`: the keys named in the pages in `public/` as `{{words:some.key}}`.
pub(crate) fn write(words: &Value, out: &Path) {
    let Value::Object(table) = words else { panic!("{FILE}: not one flat object") };
    let html = ["public/index.html", "public/404.html"].map(fs::read_to_string);
    let html: String = html.into_iter().filter_map(Result::ok).collect();
    let mut keys = String::new();
    let mut in_html = String::from("&[\n");
    let mut constants = BTreeSet::new();
    let (mut texts, mut plurals) = (Vec::new(), Vec::new());
    let (mut first_texts, mut first_plurals) = (0, 0);
    let needed = needed_by_every_visit();
    // What only stands in the pages in `public/` is put there by the build, and no visit asks for it.
    let is_later = |key: &str| !needed.contains(&constant_of(key));
    let mut table: Vec<(&String, &Value)> = table.iter().collect();
    // Stable: each of the two groups stays in the order of the file.
    table.sort_by_key(|(key, _)| is_later(key));
    for (key, value) in table {
        let constant = constant_of(key);
        assert!(
            constants.insert(constant.clone()),
            "{FILE}: two keys become {constant}; rename one"
        );
        let (value, shown) = match value {
            Value::String(text) => {
                texts.push(key.as_str());
                first_texts += usize::from(!is_later(key));
                (format!("Key {{ place: {} }}", texts.len() - 1), text.clone())
            }
            Value::Object(forms) => {
                let [one, other] = ["one", "other"].map(|form| {
                    forms.get(form).and_then(Value::as_str).unwrap_or_else(|| {
                        panic!(
                            "{FILE}: {key} counts something and lacks the form {form:?}; write it"
                        )
                    })
                });
                plurals.push(key.as_str());
                first_plurals += usize::from(!is_later(key));
                let place = plurals.len() - 1;
                let value = format!("Plural {{ place: {place} }}");
                (value, [one, " / ", other].concat())
            }
            _ => panic!("{FILE}: {key} must be a text, or an object of plural forms"),
        };
        let kind = value.split(' ').next().unwrap_or_default();
        let placeholder = format!("{{{{words:{key}}}}}");
        let is_in_html = html.contains(&placeholder);
        if is_in_html {
            assert!(
                kind == "Key",
                "{FILE}: {key} stands in a page of public/ and must be one text"
            );
            writeln!(in_html, "({placeholder:?}, key::{constant}),").expect("strings grow");
        }
        let shown = shown.replace('\n', " ");
        let unused = if is_in_html {
            "#[allow(dead_code, reason = \"stands in a page of public/\")]\n"
        } else {
            ""
        };
        writeln!(keys, "/// {shown:?}\n{unused}pub(crate) const {constant}: {kind} = {value};")
            .expect("strings grow");
    }
    in_html.push(']');
    let order = [texts.join("\n"), plurals.join("\n")].join("\n\n");
    let names = format!(
        "/// The digest of the keys and their order (FNV-1a, 32 bits).\n\
         pub const DIGEST: &str = {:?};\n\
         /// How many plain texts every visit needs.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub(crate) const FIRST_TEXTS: usize = {first_texts};\n\
         /// How many of the texts that count something every visit needs.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub(crate) const FIRST_PLURALS: usize = {first_plurals};\n\
         /// The keys of plain texts, in the order of [`Key`].\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub(crate) const TEXTS: &[&str] = &{texts:?};\n\
         /// The keys of texts that count something, in the order of [`Plural`].\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub(crate) const PLURALS: &[&str] = &{plurals:?};\n",
        crate::fingerprint(&order)
    );
    for (name, text) in [("keys.rs", keys), ("key_names.rs", names), ("html_keys.rs", in_html)] {
        fs::write(out.join(name), text).expect("OUT_DIR can be written");
    }
}

/// The constant for a key.
fn constant_of(key: &str) -> String {
    key.replace(['.', '-'], "_").to_uppercase()
}

/// The constants that the code names elsewhere than in [`LATER`].
fn needed_by_every_visit() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut paths = vec![PathBuf::from("src")];
    while let Some(path) = paths.pop() {
        if LATER.iter().any(|later| path == Path::new(later)) {
            continue;
        }
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("src can be read");
            paths.extend(entries.map(|entry| entry.expect("src can be read").path()));
        } else if let Ok(text) = fs::read_to_string(&path) {
            let is_word = |letter: char| {
                letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_'
            };
            let names = text.split("key::").skip(1);
            found.extend(names.map(|rest| {
                rest.split(|letter| !is_word(letter)).next().unwrap_or_default().to_owned()
            }));
        }
    }
    found
}
