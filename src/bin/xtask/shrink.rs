//! Makes the modules and the script around them smaller, knowing all.
//!
//! wasm-bindgen writes them as a pair that calls each other by long names, and keeps whatever a crate offers to
//! scripts: leptos brings the streams of its server functions, which an app without a server never touches. Here
//! the two are looked at as one: what neither needs goes, what stays gets a short name.
//!
//! Goes by the layout in which the wasm-bindgen of `Cargo.toml` writes, and stops the build where it finds
//! another one. The browser tests run on what comes out.

use crate::split::{Cut, FEATURES, FIRST, LOADER, LOADERS, SECTION};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::Path,
    process::Command,
};
use wasmparser::{Parser, Payload};

/// How wasm-opt works on the module, tried out for the size in brotli. `flatten` and `rereloop` straighten the
/// branches that the compiler left; the low memory is where a full stack would end, so nothing lies there.
const PASSES: [&str; 10] = [
    "-Oz",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
];

/// The line above and the line below the functions that the module imports, and how each begins and ends.
const IMPORTS: (&str, &str) =
    ("    const import0 = {\n        __proto__: null,\n", "\n    };\n    return {");
const INDENT: &str = "        ";

/// Rewrites the first part and its script in place. `names`: what the files of the other parts are called.
pub(crate) fn shrink(cut: &Cut, names: &BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    let (module, script) = (cut.module.as_path(), cut.script.as_path());
    let text = with_loaders(&fs::read_to_string(script)?, cut, names)?;
    let text = without_offers(&text)?;
    let (before, rest) = text.split_once(IMPORTS.0).ok_or("the script lists no imports")?;
    let (imports, after) = rest.split_once(IMPORTS.1).ok_or("the list of imports has no end")?;
    let mut imports = functions(imports)?;
    let rest = [before, after].concat();

    let graph = module.with_extension("json");
    fs::write(&graph, reach(&imports, &rest).to_string())?;
    let mut metadce = Command::new("wasm-metadce");
    metadce.arg("--debuginfo").arg(module).arg("--graph-file").arg(&graph);
    let unused = output(metadce.arg("-o").arg(module))?;
    fs::remove_file(&graph)?;
    let unused: BTreeSet<&str> =
        unused.lines().filter_map(|line| line.strip_prefix("unused: import ")).collect();
    imports.retain(|(name, _)| !unused.contains(name.as_str()));

    let mut optimise = optimise(module);
    optimise.arg("--minify-imports-and-exports-and-modules");
    let names: Value = serde_json::from_str(&output(optimise.arg("-o").arg(module))?)?;
    let imported = names.get("imports").and_then(Value::as_array).map_or(0, Vec::len);
    if imported != imports.len() {
        return Err(format!(
            "the module imports {imported} functions, the script has {}",
            imports.len()
        )
        .into());
    }
    let mut list = String::new();
    for (name, body) in &imports {
        let short = short(&names, "imports", name)?;
        list.push_str(&[INDENT, short, ": ", body].concat());
    }
    let script_text = [before, IMPORTS.0, &list, IMPORTS.1, after].concat();
    let mut script_text = script_text.replace("\"./ashar_bg.js\": ", "a: ");
    for name in exports(&script_text) {
        let long = ["wasm.", &name].concat();
        script_text = replace_word(
            &script_text,
            &long,
            &["wasm.", short(&names, "exports", &name)?].concat(),
        );
    }
    fs::write(script, script_text)?;
    without_names(module)
}

/// Makes the file of another part smaller, in place. It calls the first one by numbers, so no names are in the way.
pub(crate) fn shrink_part(module: &Path) -> Result<(), Box<dyn Error>> {
    output(optimise(module).arg("-o").arg(module))?;
    without_names(module)
}

/// How wasm-opt is called for any part. The names of functions stay until all is done, for `xtask sizes`.
fn optimise(module: &Path) -> Command {
    let mut command = Command::new("wasm-opt");
    command.arg(module).args(FEATURES).args(PASSES).arg("--debuginfo");
    command
}

/// The end of the name under which a module is kept as it was before its names were taken out.
pub(crate) const NAMED: &str = "named.wasm";

/// Takes out of a module what only people would read: the names of its functions. With them it is kept beside.
fn without_names(module: &Path) -> Result<(), Box<dyn Error>> {
    let named = fs::read(module)?;
    fs::write(module, nameless(&named)?)?;
    fs::write(module.with_extension(NAMED), named)?;
    Ok(())
}

/// A module without the section of its names.
pub(crate) fn nameless(module: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut left = Vec::new();
    let mut end = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        // A section begins where the one before it ends, with its kind and its length.
        let to = match &payload {
            Payload::Version { range, .. } => Some(range.end),
            section => section.as_section().map(|(_, range)| range.end),
        };
        let Some(to) = to.map(usize::try_from).transpose()? else { continue };
        if !matches!(&payload, Payload::CustomSection(custom) if custom.name() == "name") {
            left.extend(module.get(end..to).unwrap_or_default());
        }
        end = to;
    }
    Ok(left)
}

/// The script with what fetches the other parts, in place of the file that the cut would have written for that. Where one does
/// not arrive the app is told so, and may ask again.
fn with_loaders(
    script: &str,
    cut: &Cut,
    names: &BTreeMap<String, String>,
) -> Result<String, Box<dyn Error>> {
    // One line for each part, at the top and in the list of what is imported.
    let (from, of) = (format!(" from \"{LOADERS}\""), format!("        \"{LOADERS}\": "));
    let own = |line: &&str| !line.ends_with(&from) && !line.starts_with(&of);
    let mut text =
        script.split_inclusive('\n').filter(|line| own(&line.trim_end())).collect::<String>();
    if text.contains(LOADERS) {
        return Err(format!("the script still needs {LOADERS}").into());
    }
    let mut loaders = String::from(IMPORTS.0);
    let first = names.get(FIRST).ok_or("the first part has no file")?;
    for (part, file) in names {
        let files = if part == FIRST { vec![file] } else { vec![first, file] };
        let files = serde_json::to_string(&files)?;
        let body = format!("function(arg0, arg1) {{ loadPart({files}, arg0, arg1); }},\n");
        loaders.extend([INDENT, LOADER, part, ": ", &body]);
    }
    text = text.replacen(IMPORTS.0, &loaders, 1);
    let shared = cut.shared.iter().map(|name| format!("{name}: wasm.{name}"));
    let shared: Vec<String> = shared.collect();
    text.push_str(&PART_LOADER.replace("SHARED", &shared.join(", ")).replace("SECTION", SECTION));
    Ok(text)
}

/// Fetches the files of a part, each once, and starts one after the other; then calls back with whether all are there.
const PART_LOADER: &str = include_str!("part-loader.js");

/// What a program prints; its complaints where it fails.
fn output(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let done =
        command.output().map_err(|error| format!("{name}: {error}; run .ci/install build"))?;
    if done.status.success() {
        Ok(String::from_utf8(done.stdout)?)
    } else {
        Err(format!("{name}: {}", String::from_utf8_lossy(&done.stderr)).into())
    }
}

/// The script without what it offers to other scripts and ours does not ask for: a second way to start, and
/// classes with what tidies up after them.
fn without_offers(script: &str) -> Result<String, Box<dyn Error>> {
    // The page starts the module in the other way.
    let offer = ("export { initSync, ", "export { ");
    let mut left = script.replacen(offer.0, offer.1, 1);
    while let Some(at) = left.find("export class ") {
        let (before, class) = left.split_at(at);
        let (_, after) = class.split_once("\n}\n").ok_or("a class has no end")?;
        let name = class.split(' ').nth(2).unwrap_or_default();
        let tidy = format!("const {name}Finalization = ");
        // The line behind the class lets `using` free it.
        let (_, after) = after.split_once('\n').ok_or("a class stands at the end")?;
        let (between, rest) = after.split_once(&tidy).ok_or("a class is never freed")?;
        let (_, rest) = rest.split_once(";\n").ok_or("what frees a class has no end")?;
        if between.contains(name) || rest.contains(name) {
            return Err(format!("the script itself uses {name}").into());
        }
        left = [before, between, rest].concat();
    }
    Ok(left)
}

/// The imported functions: the name of each, and its body up to the next one.
fn functions(imports: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in imports.split_inclusive('\n') {
        let head = line.strip_prefix(INDENT).and_then(|line| line.split_once(": "));
        match (head, found.last_mut()) {
            (Some((name, body)), _) if !name.starts_with(' ') && body.starts_with("function") => {
                found.push((name.to_owned(), body.to_owned()));
            }
            (_, Some((_, body))) => body.push_str(line),
            (_, None) => return Err("the first import is no function".into()),
        }
    }
    Ok(found)
}

/// What reaches what: the script reaches exports of the module, and each imported function may reach some.
fn reach(imports: &[(String, String)], rest: &str) -> Value {
    let reaches = |text: &str| -> Vec<String> {
        exports(text).iter().map(|name| format!("export {name}")).collect()
    };
    let mut nodes = vec![json!({"name": "script", "root": true, "reaches": reaches(rest)})];
    let bodies = imports.iter().map(|(_, body)| body.as_str());
    let all: BTreeSet<String> = bodies.chain([rest]).flat_map(exports).collect();
    for name in all {
        nodes.push(json!({"name": format!("export {name}"), "export": name}));
    }
    for (name, body) in imports {
        let from = if name.starts_with(LOADER) { LOADERS } else { "./ashar_bg.js" };
        nodes.push(json!({
            "name": format!("import {name}"), "import": [from, name], "reaches": reaches(body),
        }));
    }
    Value::Array(nodes)
}

/// The exports of the module that a piece of the script names.
fn exports(script: &str) -> BTreeSet<String> {
    let word = |text: &str| text.split(|c: char| !is_word(c)).next().unwrap_or_default().to_owned();
    let mut pieces = script.split("wasm.");
    let first = pieces.next().unwrap_or_default();
    let mut before = first;
    let mut found = BTreeSet::new();
    for piece in pieces {
        if !before.ends_with(is_word) {
            found.insert(word(piece));
        }
        before = piece;
    }
    found
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// The short name of an import or export.
fn short<'a>(names: &'a Value, kind: &str, long: &str) -> Result<&'a str, String> {
    let pairs = names.get(kind).and_then(Value::as_array);
    pairs
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .find_map(|pair| match pair.as_slice() {
            [.., Value::String(name), Value::String(short)] if name == long => Some(short.as_str()),
            _ => None,
        })
        .ok_or_else(|| format!("wasm-opt gave {long} no short name"))
}

/// Replaces a word wherever it does not go on.
fn replace_word(text: &str, word: &str, with: &str) -> String {
    let mut out = String::new();
    for (number, piece) in text.split(word).enumerate() {
        if number > 0 {
            out.push_str(if piece.starts_with(is_word) { word } else { with });
        }
        out.push_str(piece);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{exports, functions, replace_word, without_offers};

    #[test]
    fn a_class_goes_with_what_frees_it() {
        let script = "export class Stream {\n    free() {\n    }\n}\nif (Symbol.dispose) Stream;\n\
                      let a;\nconst StreamFinalization = 1\n    : 2;\nlet b;\n";
        assert_eq!(without_offers(script).ok().as_deref(), Some("let a;\nlet b;\n"));
    }

    #[test]
    fn a_class_that_is_used_stops_the_build() {
        let script = "export class Stream {\n}\nif (Symbol.dispose) Stream;\n\
                      const StreamFinalization = 1;\nnew Stream();\n";
        assert!(without_offers(script).is_err());
    }

    #[test]
    fn imported_functions_are_found_with_their_whole_bodies() {
        let one = "function(a) {\n            return { b: a };\n        },\n";
        let two = "function() { return handle(function (a) {\n        }, arguments); },\n";
        let list = ["        one: ", one, "        two: ", two].concat();
        let found = functions(&list).unwrap_or_default();
        let pair = |name: &str, body: &str| (name.to_owned(), body.to_owned());
        assert_eq!(found, [pair("one", one), pair("two", two)]);
    }

    #[test]
    fn only_what_the_module_itself_offers_is_an_export() {
        let found = exports("wasm.memory; my_wasm.other; wasm.free(wasm.memory)");
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), ["free", "memory"]);
    }

    #[test]
    fn a_name_that_begins_another_is_not_replaced_in_it() {
        assert_eq!(replace_word("wasm.a(wasm.ab)", "wasm.a", "wasm.x"), "wasm.x(wasm.ab)");
    }
}
