//! The native helper that finishes a build and measures it.
//!
//! * `cargo xtask stamp` (run by Trunk after a build): fills the page's words, writes the hashes of
//!   its inline scripts into the content security policy, shrinks the module and the scripts, joins the style sheets, and
//!   computes the offline list and version from the built bytes.
//! * `cargo xtask budget`: compresses everything a first visit fetches and compares it with
//!   `tests/policy/size-budget.json`.
//! * `cargo xtask sizes`: what the modules of the build are made of, by crate and function, in
//!   `tests/bench/results/size.md`.
//! * `cargo xtask pack <folder>`: the release as one zip with a checksum for every file; the same build gives the same bytes.
//! * `cargo xtask data <folder>`: writes the data as JSON and CSV, with its field guide.
//! * `cargo xtask words`: counts the words of every case.

use ashar::{
    domain::{dataset::File, library::Library, words},
    html::{first, reading},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

#[path = "xtask/shrink.rs"]
mod shrink;
#[path = "xtask/sizes.rs"]
mod sizes;
#[path = "xtask/split.rs"]
mod split;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let task = env::args().nth(1).unwrap_or_default();
    let outcome = match task.as_str() {
        "stamp" => stamp(),
        "budget" => budget(),
        "pack" => pack(&folder()),
        "data" => write_data(&folder()),
        "words" => count_words(),
        "sizes" => sizes::report(),
        _ => Err("say what to do: stamp, budget, sizes, pack, data or words".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("xtask {task}: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// The folder that was named behind the task.
fn folder() -> PathBuf {
    PathBuf::from(env::args().nth(2).unwrap_or_else(|| ".".into()))
}

/// Prints a line; a closed pipe is no reason to fail.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// The folder of the build: Trunk's staging folder while it builds, `dist` otherwise.
fn dist() -> PathBuf {
    env::var_os("TRUNK_STAGING_DIR").map_or_else(|| "dist".into(), PathBuf::from)
}

/// Where cargo puts what it builds.
fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from)
}

/// How many bytes are left of these in brotli 11, which is what hosts send.
fn packed(bytes: &[u8]) -> std::io::Result<usize> {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(bytes)?;
    Ok(packed.len())
}

/// Every file below a folder, by its path from there, in a stable order.
fn files(root: &Path) -> Result<BTreeMap<String, Vec<u8>>, Box<dyn std::error::Error>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

fn stamp() -> Outcome {
    let root = dist();
    let page = root.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    for (placeholder, key) in words::IN_HTML {
        // The minifier has taken the quotation marks off an attribute that looked like one word.
        let quoted = format!("=\"{}\"", key.text().replace('"', "&quot;"));
        html = html.replace(&format!("={placeholder}"), &quoted).replace(placeholder, key.text());
    }
    let (page_without, styles) = one_style_sheet(&root, &html)?;
    html = page_without;
    let (page_without, mut parts) = small_modules(&root, &html)?;
    html = page_without;
    html = in_the_page(&root, &preloads_first(&html)?)?;
    if let Some((_, rest)) = html.split_once("{{words:") {
        let key = rest.split_once("}}").map_or(rest, |(key, _)| key);
        return Err(format!("index.html names {key:?}, which data/words/en.json lacks").into());
    }
    let library = library()?;
    html = html.replace(
        "<div id=first></div>",
        &["<div id=first>", &first::page(&library), "</div>"].concat(),
    );
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    html = html.replace("__STYLE_HASH__", &hash(&styles));
    let hashes: Vec<String> = inline_scripts(&html).map(hash).collect();
    html = html.replace("__SCRIPT_HASHES__", &hashes.join(" "));
    fs::write(&page, html)?;

    write_reading(&root, &library, &styles)?;

    for name in ["sw.js", OFF] {
        shorten(&root.join(name))?;
    }
    let mut list: Vec<Listed> = Vec::new();
    let mut version = Sha256::new();
    for (name, bytes) in files(&root)? {
        version.update(name.as_bytes());
        version.update(&bytes);
        match name.as_str() {
            // The worker is fetched by the browser itself, and must never be kept by itself.
            "sw.js" | OFF => {}
            // Kept when it is needed.
            _ if name.starts_with(PART) => {}
            // For those who cannot use the app; it is not kept with it.
            _ if name.starts_with(reading::FOLDER) => {}
            "index.html" => list.push(("./".to_owned(), kind(&name)?)),
            _ => list.push((name.clone(), kind(&name)?)),
        }
    }
    list.extend(parts.remove(split::FIRST).unwrap_or_default());
    let version = short(version.finalize());
    let worker = root.join("sw.js");
    let code = fs::read_to_string(&worker)?
        .replace("__VERSION__", &version)
        .replace("__FILES__", &serde_json::to_string(&list)?)
        .replace("__PARTS__", &serde_json::to_string(&parts)?);
    fs::write(&worker, code)?;
    say(&format!("stamped version {version}: {} files for offline use", list.len()));
    Ok(())
}

/// Puts what a phone can begin to fetch right behind the policy that allows it, before everything that it must read first.
fn preloads_first(html: &str) -> Result<String, String> {
    let mut rest = String::new();
    let mut preloads = String::new();
    for (number, piece) in html.split("<link ").enumerate() {
        let (link, after) =
            if number == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        if number > 0 {
            let to = if link.contains("preload") { &mut preloads } else { &mut rest };
            to.extend(["<link ", link, ">"]);
        }
        rest.push_str(after);
    }
    let policy = "http-equiv=Content-Security-Policy>";
    let (before, after) = rest.split_once(policy).ok_or("index.html has no policy")?;
    Ok([before, policy, &preloads, after].concat())
}

/// Puts the script that the page begins with into it: a request for it would hold back the first sight of the page.
fn in_the_page(root: &Path, html: &str) -> Result<String, Box<dyn std::error::Error>> {
    let path = root.join("start.js");
    shorten(&path)?;
    let script = fs::read_to_string(&path)?;
    fs::remove_file(path)?;
    let (before, after) = html
        .split_once("<script src=start.js></script>")
        .ok_or("index.html does not begin with start.js")?;
    Ok([before, "<script>", script.trim_end(), "</script>", after].concat())
}

/// Writes the plain pages for browsers that cannot run the app.
fn write_reading(root: &Path, library: &Library, styles: &str) -> Outcome {
    let folder = root.join(reading::FOLDER);
    fs::create_dir_all(&folder)?;
    let style = format!("ashar-{}.css", short(Sha256::digest(styles)));
    fs::write(folder.join(&style), styles)?;
    let pages = reading::edition(library, &style);
    for (name, text) in &pages {
        fs::write(folder.join(name), text)?;
    }
    say(&format!("wrote the reading edition: {} pages", pages.len()));
    Ok(())
}

/// Puts the style sheets of the page into the page itself, in their order: a phone shows it with the first answer of the
/// host, and what they share is packed once. Gives the page, and the styles.
fn one_style_sheet(
    root: &Path,
    html: &str,
) -> Result<(String, String), Box<dyn std::error::Error>> {
    let mut page = String::new();
    let mut styles = String::new();
    let mut rest = html;
    while let Some((before, link)) = rest.split_once("<link ") {
        let (link, after) = link.split_once('>').ok_or("index.html has a link without an end")?;
        page.push_str(before);
        let address = link.split(' ').find_map(|part| part.strip_prefix("href=./"));
        match address.filter(|name| Path::new(name).extension().is_some_and(|end| end == "css")) {
            Some(name) => {
                styles.push_str(&fs::read_to_string(root.join(name))?);
                fs::remove_file(root.join(name))?;
            }
            None => page.extend(["<link ", link, ">"]),
        }
        rest = after;
    }
    page.push_str(rest);
    let style = ["<style>", &styles, "</style><script"].concat();
    Ok((page.replacen("<script", &style, 1), styles))
}

/// What a host puts in the place of the worker to be rid of it.
const OFF: &str = "sw-off.js";

/// A file in a list of the worker: its name, and what its content type must contain.
type Listed = (String, &'static str);

/// The files of each part.
type Parts = BTreeMap<String, Vec<Listed>>;

/// How the files of the parts are called that are fetched when they are first needed.
const PART: &str = "ashar-part-";

/// Cuts the module into its parts, shrinks them and their script, and names all by what is in them now: a phone keeps a name
/// for ever.
///
/// Gives the page, and the files of each part.
fn small_modules(root: &Path, html: &str) -> Result<(String, Parts), Box<dyn std::error::Error>> {
    let names = files(root)?;
    let old = names.keys().find_map(|name| name.strip_suffix("_bg.wasm"));
    let old = old.ok_or("the build has no module")?;
    // What Trunk has made of the module in one piece.
    fs::remove_file(root.join(format!("{old}_bg.wasm")))?;
    fs::remove_file(root.join(format!("{old}.js")))?;

    let target = target();
    let module = target.join("wasm32-unknown-unknown/release/ashar.wasm");
    let cut = split::split(&module, &target.join("split"))?;
    let mut names = BTreeMap::new();
    for module in cut.between.iter().chain(cut.parts.values()) {
        shrink::shrink_part(module)?;
    }
    for (part, path) in &cut.parts {
        if part == split::FIRST {
            split::embed(&cut.between, path)?;
        }
        let name = format!("{PART}{part}-{}.wasm", short(Sha256::digest(fs::read(path)?)));
        fs::copy(path, root.join(&name))?;
        names.insert(part.clone(), name);
    }
    shrink::shrink(&cut, &names)?;
    let text = fs::read_to_string(&cut.script)?;
    let bytes = fs::read(&cut.module)?;
    let new = format!(
        "ashar-{}",
        short(Sha256::new().chain_update(&text).chain_update(&bytes).finalize())
    );
    let script = root.join(format!("{new}.js"));
    fs::write(&script, text.replace("ashar_bg.wasm", &format!("{new}_bg.wasm")))?;
    shorten(&script)?;
    fs::copy(&cut.module, root.join(format!("{new}_bg.wasm")))?;
    let mut parts = BTreeMap::new();
    for (part, name) in names {
        let kind = kind(&name)?;
        parts.insert(part, vec![(name, kind)]);
    }
    Ok((html.replace(old, &new), parts))
}

/// The first twelve hexadecimal digits of a digest: enough to tell two builds apart.
fn short(digest: impl AsRef<[u8]>) -> String {
    hex(digest.as_ref().get(..6).unwrap_or_default())
}

/// Bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

/// Takes blanks, comments and long names out of a script. Trunk's own minifier cannot read what wasm-bindgen
/// writes.
fn shorten(script: &Path) -> Outcome {
    let mut terser = Command::new("terser");
    terser.arg(script).args(["--compress", "passes=3", "--mangle", "--output"]).arg(script);
    // Only wasm-bindgen's glue is a module; in the others the names at the top belong to the page.
    if script.file_name().is_some_and(|name| name.to_string_lossy().starts_with("ashar-")) {
        terser.arg("--module");
    }
    let done =
        terser.status().map_err(|error| format!("terser: {error}; run .ci/install build"))?;
    if done.success() { Ok(()) } else { Err("terser could not read a script".into()) }
}

/// The bodies of scripts without a source, exactly as the browser hashes them.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (body, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(body)
    })
}

/// What the content type of a file must contain, so that a captive portal's page is not kept for it.
fn kind(name: &str) -> Result<&'static str, String> {
    let end = name.rsplit('.').next().unwrap_or_default();
    Ok(match end {
        "html" => "text/html",
        "js" => "javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg",
        "png" => "image/png",
        // Hosts disagree about the rest of this type's name.
        "webmanifest" => "",
        _ => return Err(format!("{name}: no content type is known for it; add it to xtask")),
    })
}

fn budget() -> Outcome {
    let file = "tests/policy/size-budget.json";
    let budget: serde_json::Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let most = |pointer: &str| -> Result<usize, String> {
        let number = budget.pointer(pointer).and_then(serde_json::Value::as_u64);
        number
            .and_then(|number| usize::try_from(number).ok())
            .ok_or_else(|| format!("{file} lacks the number {pointer}; write it"))
    };
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    let shipped = files(&dist())?.into_iter();
    // Whoever opens the app fetches nothing of the reading edition, nor what switches the worker off.
    let unseen = |name: &str| name.starts_with(reading::FOLDER) || name == OFF;
    let mut total = 0;
    for (name, bytes) in shipped.filter(|(name, _)| !unseen(name)) {
        let packed = packed(&bytes)?;
        let part = name.strip_prefix(PART).and_then(|name| name.split('-').next());
        if part.is_none_or(|part| part == split::FIRST) {
            total += packed;
        }
        let kind = part.map_or_else(
            || name.rsplit('.').next().unwrap_or_default().to_owned(),
            |part| ["part ", part].concat(),
        );
        *sizes.entry(kind).or_default() += packed;
        say(&format!("{:>9} {packed:>8}  {name}", bytes.len()));
    }
    let most_in_all = most("/total")?;
    let goal = most("/goal")?;
    say(&format!(
        "{total:>18}  a first visit, without the parts that come later, brotli 11; at most {most_in_all} now, {goal} is the goal"
    ));
    if total > most_in_all {
        return Err(format!("{total} bytes are more than the budget of {most_in_all}").into());
    }
    for (kind, size) in &sizes {
        let recorded = most(&format!("/recorded/{kind}"))?;
        // Three in a hundred, and the noise of the compressor: more than that is a decision.
        if *size * 100 > recorded * 103 + 6400 {
            return Err(format!(
                "{kind} grew from {recorded} to {size} bytes; find out why, or record {size} in {file}"
            )
            .into());
        }
    }
    Ok(())
}

/// Packs the build into a zip, files in the order of their names and all of one date, so that two people who build the same
/// source can compare what they have.
fn pack(folder: &Path) -> Outcome {
    let mut shipped = files(&dist())?;
    let digest = |bytes: &[u8]| hex(&Sha256::digest(bytes));
    // As `sha256sum --check` reads it.
    let sums: Vec<String> =
        shipped.iter().map(|(name, bytes)| [&digest(bytes), "  ", name, "\n"].concat()).collect();
    let sums = sums.concat();
    shipped.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in &shipped {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    let bytes = archive.finish()?.into_inner();
    fs::create_dir_all(folder)?;
    let name = format!("ashar-{}.zip", env!("CARGO_PKG_VERSION"));
    fs::write(folder.join(&name), &bytes)?;
    fs::write(folder.join(format!("{name}.sha256")), format!("{}  {name}\n", digest(&bytes)))?;
    say(&format!(
        "{}: {} files, {} bytes, {}",
        folder.join(&name).display(),
        shipped.len(),
        bytes.len(),
        digest(&bytes)
    ));
    Ok(())
}

fn library() -> Result<Library, String> {
    Library::load()
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The files that the app offers, for those who want them without opening it.
fn write_data(folder: &Path) -> Outcome {
    let library = library()?;
    fs::create_dir_all(folder)?;
    for file in File::ALL {
        let path = folder.join(file.name());
        fs::write(&path, file.text(&library))?;
        say(&path.display().to_string());
    }
    Ok(())
}

fn count_words() -> Outcome {
    let library = library()?;
    let mut all = 0;
    for case in library.corpus.cases() {
        all += case.words();
        say(&format!("{:>6}  {}", case.words(), case.slug));
    }
    say(&format!("{all:>6}  all"));
    Ok(())
}
