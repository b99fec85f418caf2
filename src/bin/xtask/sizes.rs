//! What the modules are made of: `tests/bench/results/size.md`.
//!
//! The modules are read as they are shipped, with the names of their functions beside (`optimise::NAMED`).

use crate::{dist, files, modules::PART, optimise, packed, say, split, target};
use ashar::domain::number::whole;
use rustc_demangle::demangle;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    error::Error,
    fs,
    path::{Path, PathBuf},
};
use wasmparser::{
    ExternalKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

const REPORT: &str = "tests/bench/results/size.md";

/// Who has less of the code than one part in so many has no line of its own.
const FEW: usize = 1000;

/// How many functions of a part are listed, the largest first.
const LISTED: usize = 20;

/// How many letters of a name are shown: types within types can fill a page.
const LETTERS: usize = 180;

const ABOUT: &str = "# What the modules are made of

Written by `make sizes` (also part of `make bench`) from the modules of a release as they are shipped, with the names that
the build keeps beside them. Bytes are those of the modules before the host packs them, or in brotli 11 where a column says
so; each figure in brotli is that of these bytes packed alone.

*Whose*: the crate in which a function is written; ours by modules two levels deep. A function with type parameters stands
with the crate that wrote it, though the app is why it is there, and what the compiler took into another function counts
with that one. *Tidying up* is what the compiler writes to free values; *between the parts*: calls from one file
into another, written by the cut; *glue to JavaScript*: what wasm-bindgen writes. wasm-opt makes one function of several that
are alike: it has no name of its own and bears that of one of them, with *and alike*.
";

/// A function of a module.
#[derive(Debug, PartialEq)]
struct Function {
    /// As the compiler wrote it.
    name: Option<String>,
    bytes: usize,
}

/// What a file holds: one module or, where it brings others along, several.
#[derive(Default)]
struct Content {
    functions: Vec<Function>,
    code: Vec<u8>,
    data: Vec<u8>,
}

/// Reads the modules of the last build and writes the report.
pub(crate) fn report() -> Result<(), Box<dyn Error>> {
    let shipped = files(&dist())?;
    let mut text = String::from(ABOUT);
    for (part, modules) in modules(&target().join("split"))? {
        let (title, file) = match part.as_str() {
            "" => ("The first module".to_owned(), shipped.iter().find(|(name, _)| is_first(name))),
            part => {
                let begin = format!("{PART}{part}-");
                let file = shipped.iter().find(|(name, _)| name.starts_with(&begin));
                (format!("The part *{part}*"), file)
            }
        };
        let (_, file) = file.ok_or_else(|| format!("dist lacks {title}; run `make build`"))?;
        let mut content = Content::default();
        for (number, module) in modules.iter().enumerate() {
            let named = fs::read(module)?;
            if number == 0 && *file != fs::read(shipped_as(module))? {
                return Err(format!("{} is of another build", module.display()).into());
            }
            read(&named, &mut content)?;
        }
        text.push_str(&section(&title, file, &content)?);
    }
    fs::write(REPORT, text)?;
    say(REPORT);
    Ok(())
}

/// The file that a module with names is in without them, with whatever else that brings along.
fn shipped_as(named: &Path) -> PathBuf {
    named.with_extension("").with_extension("wasm")
}

fn is_first(name: &str) -> bool {
    name.ends_with("_bg.wasm")
}

/// The modules with names that the build has kept, by the part whose file they travel in, its own before those that the parts
/// share; the first module, which is of no part, before all.
fn modules(folder: &Path) -> Result<BTreeMap<String, Vec<PathBuf>>, Box<dyn Error>> {
    let mut found = BTreeMap::<String, Vec<PathBuf>>::new();
    let mut shared = Vec::new();
    for name in files(folder)?.into_keys() {
        let Some(module) = name.strip_suffix(optimise::NAMED) else { continue };
        let module = module.trim_end_matches('.');
        match module.rsplit('/').next().and_then(|module| module.strip_prefix("split_")) {
            Some(part) => found.entry(part.to_owned()).or_default().push(folder.join(&name)),
            None if module.ends_with("_bg") => {
                found.entry(String::new()).or_default().push(folder.join(&name));
            }
            None => shared.push(folder.join(&name)),
        }
    }
    let first = found.get_mut(split::FIRST).ok_or("no module was kept; run `make build`")?;
    first.extend(shared);
    Ok(found)
}

/// Adds what a module holds.
fn read(module: &[u8], into: &mut Content) -> Result<(), Box<dyn Error>> {
    let mut imported = 0;
    let mut names = HashMap::new();
    // Where wasm-opt has made one function of several, each of those only calls it.
    let mut callers = Vec::new();
    let mut exported = Vec::new();
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    exported.extend((export.kind == ExternalKind::Func).then_some(export.index));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let index = imported + u32::try_from(bodies.len())?;
                callers.extend(only_calls(&body)?.map(|callee| (callee, index)));
                bodies.push(body.as_bytes().len());
                into.code.extend(body.as_bytes());
            }
            Payload::DataSection(segments) => {
                for segment in segments {
                    into.data.extend(segment?.data);
                }
            }
            Payload::CustomSection(custom) => {
                let KnownCustom::Name(sections) = custom.as_known() else { continue };
                for section in sections {
                    let Name::Function(list) = section? else { continue };
                    for naming in list {
                        let naming = naming?;
                        names.insert(naming.index, naming.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    for (callee, caller) in callers {
        if let (None, Some(name)) = (names.get(&callee), names.get(&caller)) {
            names.insert(callee, [name, ALIKE].concat());
        }
    }
    for index in exported {
        names.entry(index).or_insert_with(|| START.to_owned());
    }
    for (index, bytes) in (imported..).zip(bodies) {
        into.functions.push(Function { name: names.remove(&index), bytes });
    }
    Ok(())
}

/// Behind the name of a function that wasm-opt has made of several.
const ALIKE: &str = " and alike";

/// wasm-bindgen gives no name to the function that the script begins with.
const START: &str = "main, and what was taken into it";

/// The function that a body calls, if it does nothing else.
fn only_calls(body: &FunctionBody<'_>) -> Result<Option<u32>, Box<dyn Error>> {
    let mut called = None;
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } if called.is_none() => called = Some(function_index),
            Operator::LocalGet { .. }
            | Operator::I32Const { .. }
            | Operator::I64Const { .. }
            | Operator::End => {}
            _ => return Ok(None),
        }
    }
    Ok(called)
}

/// What the report says about one file.
fn section(title: &str, file: &[u8], content: &Content) -> Result<String, Box<dyn Error>> {
    let Content { functions, code, data } = content;
    let parts = [("code", code.len(), packed(code)?), ("constants", data.len(), packed(data)?)];
    let rest = file.len().saturating_sub(parts.iter().map(|(_, bytes, _)| bytes).sum());
    let mut rows: Vec<_> = parts
        .into_iter()
        .map(|(name, bytes, packed)| {
            [name.to_owned(), number(bytes), share(bytes, file.len()), number(packed)]
        })
        .collect();
    let what = "types, imports, exports, tables".to_owned();
    rows.push([what, number(rest), share(rest, file.len()), String::new()]);

    let mut owners = BTreeMap::<String, (usize, usize)>::new();
    for function in functions {
        let (bytes, count) = owners.entry(whose(function.name.as_deref())).or_default();
        *bytes += function.bytes;
        *count += 1;
    }
    let mut owners: Vec<_> = owners.into_iter().collect();
    owners.sort_by_key(|(_, (bytes, _))| Reverse(*bytes));
    let (owners, few): (Vec<_>, Vec<_>) =
        owners.into_iter().partition(|(_, (bytes, _))| *bytes * FEW >= code.len());
    let few = few.into_iter().fold((0, 0), |(bytes, count), (_, of)| (bytes + of.0, count + of.1));
    let few = (few.0 > 0).then(|| ("all others".to_owned(), few));
    let owners = owners.into_iter().chain(few).map(|(owner, (bytes, count))| {
        [owner, number(bytes), share(bytes, code.len()), number(count)]
    });

    let mut largest: Vec<&Function> = functions.iter().collect();
    largest.sort_by_key(|function| Reverse(function.bytes));
    let largest = largest.into_iter().take(LISTED).map(|function| {
        [format!("`{}`", readable(function.name.as_deref())), number(function.bytes)]
    });

    Ok([
        &format!(
            "\n## {title}\n\n{} bytes, {} in brotli.\n",
            number(file.len()),
            number(packed(file)?)
        ),
        &table(["What", "Bytes", "Share", "In brotli"], rows),
        &table(["Whose code", "Bytes", "Share of code", "Functions"], owners),
        &table(["Largest functions", "Bytes"], largest),
    ]
    .map(String::as_str)
    .concat())
}

/// A table whose columns hold numbers, but for the first.
fn table<const N: usize>(heads: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line = |cells: &[String]| ["| ", &cells.join(" | "), " |\n"].concat();
    let mut out =
        ["\n", &line(&heads.map(str::to_owned)), "| ---", &" | ---:".repeat(N - 1), " |\n"]
            .concat();
    out.extend(rows.into_iter().map(|row| line(&row)));
    out
}

fn number(number: usize) -> String {
    u64::try_from(number).map_or_else(|_| number.to_string(), whole)
}

/// How large a part of all is, as people write it.
fn share(part: usize, all: usize) -> String {
    let thousandths = (part * 1000 + all / 2) / all.max(1);
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

/// A name as it stands in the source, without what only tells two versions of a crate apart.
fn readable(name: Option<&str>) -> String {
    let Some(name) = name else { return NAMELESS.to_owned() };
    let (symbol, addition) = split_addition(name);
    let begin =
        symbol.strip_prefix(BEGINS).and_then(|rest| rest.split_once("_export_")?.1.split_once('_'));
    let name = match begin {
        Some((_, function)) => [LATER, "::", function].concat(),
        None => format!("{:#}{addition}", demangle(symbol)).replace('|', "\\|"),
    };
    if name.chars().count() <= LETTERS {
        return name;
    }
    name.chars().take(LETTERS - 1).chain(['…']).collect()
}

/// How the function that a part begins with is called by the macro that marks it, and where it is written.
const BEGINS: &str = "__wasm_split_";
/// See there.
const LATER: &str = "ashar::lazy";

const NAMELESS: &str = "(name lost)";

/// A symbol, and what was written behind it later.
fn split_addition(name: &str) -> (&str, &str) {
    name.split_at(name.find(' ').unwrap_or(name.len()))
}

/// Whose a function is: a crate or, in ours, a module.
fn whose(name: Option<&str>) -> String {
    let Some(name) = name else { return NAMELESS.to_owned() };
    let (symbol, addition) = split_addition(name);
    if name == START {
        return "ashar::main".to_owned();
    }
    if addition.ends_with("_shim") {
        return "between the parts".to_owned();
    }
    if addition.contains("externref")
        || symbol.starts_with("__wbindgen")
        || symbol.starts_with("__externref")
    {
        return "glue to JavaScript".to_owned();
    }
    if symbol.starts_with(BEGINS) {
        return LATER.to_owned();
    }
    let readable = format!("{:#}", demangle(symbol));
    if readable.starts_with("core::ptr::drop_in_place") {
        return "tidying up".to_owned();
    }
    let mut path = place(symbol).unwrap_or_else(|| first_path(&readable));
    match path.first().map(String::as_str) {
        // What stands in the top module of a crate goes with it, and what is in others counts as a whole.
        Some("ashar") => path.truncate(3),
        Some(_) => path.truncate(1),
        None => return "plain names".to_owned(),
    }
    path.join("::")
}

/// The crate and the modules in which a function is written, as far as a symbol of Rust's newer kind tells: for `<A as B>::f`
/// it says where those lines stand, which its readable form leaves out.
fn place(symbol: &str) -> Option<Vec<String>> {
    let mut rest = symbol.strip_prefix("_R")?;
    // Which of the names behind the crate are modules or types: the nearest of them stand next to it.
    let mut modules = 0;
    loop {
        let mut letters = rest.chars();
        match letters.next()? {
            'N' => modules = if letters.next()? == 't' { modules + 1 } else { 0 },
            'M' | 'X' => {
                modules = 0;
                letters = after_marker(letters.as_str()).chars();
            }
            // What is made for a type, or called through one; references and lists of it.
            'I' | 'Y' | 'R' | 'Q' | 'S' | 'P' | 'O' => modules = 0,
            'C' => break,
            _ => return None,
        }
        rest = letters.as_str();
    }
    let mut path = Vec::new();
    let mut rest = rest.strip_prefix('C')?;
    for _ in 0..=modules {
        let (name, after) = identifier(after_marker(rest))?;
        path.push(name.to_owned());
        rest = after;
    }
    Some(path)
}

/// What follows the mark that tells things of one name apart, if there is one.
fn after_marker(symbol: &str) -> &str {
    let marked = symbol.strip_prefix('s').and_then(|rest| rest.split_once('_'));
    marked.map_or(symbol, |(_, after)| after)
}

/// A name with its length before it, and what follows.
fn identifier(symbol: &str) -> Option<(&str, &str)> {
    let digits = symbol.find(|letter: char| !letter.is_ascii_digit())?;
    let (length, rest) = symbol.split_at_checked(digits)?;
    rest.strip_prefix('_').unwrap_or(rest).split_at_checked(length.parse().ok()?)
}

/// The first path in a readable name; nothing for the plain names of functions that are not Rust's own.
fn first_path(name: &str) -> Vec<String> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let paths = name.split(|letter| !is_word(letter)).filter(|word| word.contains("::"));
    let first = paths.map(|path| path.split("::").map(str::to_owned)).next();
    first.map(Iterator::collect).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Content, NAMELESS, read, readable, share, whose};

    fn section(kind: u8, body: &[u8]) -> Vec<u8> {
        let length = u8::try_from(body.len()).expect("short");
        [&[kind, length], body].concat()
    }

    /// Three functions: one that only calls the third, one that does nothing, and one without a name.
    fn module() -> Vec<u8> {
        let names = [b"\x04name\x01\x07\x02".as_slice(), b"\0\x01a", b"\x01\x01b"].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(3, &[3, 0, 0, 0]),
            section(5, &[1, 0, 1]),
            section(10, &[3, 4, 0, 0x10, 2, 0x0B, 2, 0, 0x0B, 3, 0, 0x01, 0x0B]),
            section(11, &[1, 0, 0x41, 0, 0x0B, 2, b'h', b'i']),
            section(0, &names),
        ]
        .concat()
    }

    #[test]
    fn what_was_made_of_several_functions_is_called_like_one_of_them() {
        let mut content = Content::default();
        read(&module(), &mut content).expect("a module");
        let functions = content.functions.iter();
        let read: Vec<_> =
            functions.map(|function| (function.name.as_deref(), function.bytes)).collect();
        assert_eq!(read, [(Some("a"), 4), (Some("b"), 2), (Some("a and alike"), 3)]);
        assert_eq!(content.data, b"hi");
    }

    #[test]
    fn a_long_name_is_cut() {
        let name = readable(Some(&"ё".repeat(500)));
        assert!(name.chars().count() < 200 && name.ends_with('…'), "{name}");
        assert_eq!(
            readable(Some("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE and alike")),
            "core::fmt::Formatter::pad and alike"
        );
    }

    #[test]
    fn shares_are_rounded() {
        assert_eq!([share(1, 3), share(2, 3), share(0, 0)], ["33.3 %", "66.7 %", "0.0 %"]);
    }

    #[test]
    fn a_function_is_told_by_where_it_is_written() {
        for (symbol, owner) in [
            // A function, a method, a method of a trait, a closure, something made for a type of ours.
            ("_RNvNtNtCsfrHFyFY7kPc_5ashar5pages4case11notes_about", "ashar::pages::case"),
            ("_RNvMNtCsfrHFyFY7kPc_5ashar4i18nNtB2_4Lang5marks", "ashar::i18n"),
            (
                "_RNvXs7_NtNtCsfrHFyFY7kPc_5ashar6domain4caseNtB5_6FaultsNtNtCs3pRfAIqob2O_4core7default7Default7default",
                "ashar::domain::case",
            ),
            ("_RNCNvNtNtCsfrHFyFY7kPc_5ashar5state3app4look0B7_", "ashar::state::app"),
            (
                "_RNvMsF_NtCs3b4fO2xu3Je_5alloc3vecINtB5_3VecNtNtNtCsfrHFyFY7kPc_5ashar6domain4case4NodeE4pushB1_",
                "alloc",
            ),
            (
                "_RINvNtCs3pRfAIqob2O_4core3ptr13drop_in_placeNtNtNtCsfrHFyFY7kPc_5ashar6domain5route5RouteEBM_",
                "tidying up",
            ),
            (
                "_RNvNtNtCsfrHFyFY7kPc_5ashar6domain4text4fold indirect_call_shim",
                "between the parts",
            ),
            ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "core"),
            (
                "_ZN58_$LT$alloc..string..String$u20$as$u20$core..fmt..Write$GT$9write_str17h0123456789abcdefE",
                "alloc",
            ),
            ("Ref(String) -> Externref externref shim", "glue to JavaScript"),
            ("memcmp", "plain names"),
        ] {
            assert_eq!(whose(Some(symbol)), owner, "{symbol}");
        }
        assert_eq!(whose(None), NAMELESS);
    }
}
