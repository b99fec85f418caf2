//! The native helper that finishes a build and measures it.
//!
//! * `cargo xtask finalize` (run by Trunk after a build): fills the page's words, cuts the module into parts and makes them
//!   small, puts styles and the first script into the page with their hashes in its policy, and writes the plain edition; then as
//!   `publish`, with `data/`.
//! * `cargo xtask publish <data> <dist>`: puts the data of a folder like `data/` into a finished release, in all its languages:
//!   the files, the list of them, the offline list and version, and the app in one file.
//! * `cargo xtask data-files <data> <folder>`: writes the files alone, as `<name>-<language>.json`.
//! * `cargo xtask texts <data> <folder>`: writes every text that can be translated, in English, in the files in which a translation
//!   has them: the form for a translator.
//! * `cargo xtask budget`: compresses everything a first visit fetches and compares it with
//!   `tests/policy/size-budget.json`.
//! * `cargo xtask sizes`: what the modules of the build are made of, by crate and function, in
//!   `tests/bench/results/size.md`.
//! * `cargo xtask pack <folder>`: the release as one zip with a checksum for every file; the same build gives the same bytes.
//! * `cargo xtask data <folder>`: writes the data as JSON and CSV, with its field guide.
//! * `cargo xtask words`: counts the words of every case.

use ashar::domain::{dataset::File, library::Library};
use std::{
    collections::BTreeMap,
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

mod budget;
mod data_files;
mod finalize;
mod merge;
mod modules;
mod not_found;
mod one_file;
mod optimise;
mod pack;
mod page;
mod scripts;
mod sizes;
mod split;
mod worker;

type Failure = Box<dyn std::error::Error>;
type Outcome = Result<(), Failure>;

fn main() -> ExitCode {
    let task = env::args().nth(1).unwrap_or_default();
    let outcome = match task.as_str() {
        "finalize" => finalize::finalize(),
        "publish" => data_files::publish(&folder(2), &folder(3)),
        "data-files" => data_files::write(&folder(2), &folder(3)),
        "texts" => data_files::write_texts(&folder(2), &folder(3)),
        "budget" => budget::budget(),
        "pack" => pack::pack(&folder(2)),
        "data" => write_data(&folder(2)),
        "words" => count_words(),
        "sizes" => sizes::report(),
        _ => Err(
            "say what to do: finalize, publish, data-files, texts, budget, sizes, pack, data or words"
                .into(),
        ),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("xtask {task}: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// The folder that was named at a place behind the program.
fn folder(place: usize) -> PathBuf {
    PathBuf::from(env::args().nth(place).unwrap_or_else(|| ".".into()))
}

/// What a host puts in the place of the worker to be rid of it.
const OFF: &str = "sw-off.js";

/// What partners' pages fetch to show the app in a frame. It ships as it is written, for their editors to read.
const EMBED: &str = "embed.js";

/// What a host shows for an address that it does not know.
const NOT_FOUND: &str = "404.html";

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

/// The first twelve hexadecimal digits of a digest: enough to tell two builds apart.
fn short(digest: impl AsRef<[u8]>) -> String {
    hex(digest.as_ref().get(..6).unwrap_or_default())
}

/// Bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
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
