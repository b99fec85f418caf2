//! The app as one file, `ashar.html`, to pass on where there is no network: made of the finished release, with all modules in
//! one and all data packed inside the page.

use crate::{
    Failure, Outcome,
    data_files::{DATA, JSON},
    merge,
    page::{BEGUN, FAILED, START, STYLE, hash, inline_scripts},
    scripts::bundle,
};
use ashar::{
    domain::{library::Library, verification_code},
    i18n::Messages,
    state::render::Hosting,
    static_site::{ONE_FILE, first_paint},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, fs, path::Path};

/// Where the verification code of the file is written.
pub(crate) const CODE: &str = "ashar.html.verification-code.txt";

/// Writes the file and its verification code beside the release; gives the code.
pub(crate) fn write(
    root: &Path,
    shipped: &BTreeMap<String, Vec<u8>>,
    library: &'static Library,
) -> Result<String, Failure> {
    let page = page(root, shipped, library)?;
    let code = verification_code::of(&Sha256::digest(&page));
    fs::write(root.join(ONE_FILE), page)?;
    fs::write(root.join(CODE), format!("{code}\n"))?;
    Ok(code)
}

fn page(
    root: &Path,
    shipped: &BTreeMap<String, Vec<u8>>,
    library: &'static Library,
) -> Result<String, Failure> {
    let text = |name: &str| -> Result<String, Failure> {
        let bytes = shipped.get(name).ok_or_else(|| format!("the release has no {name}"))?;
        Ok(String::from_utf8(bytes.clone())?)
    };
    let html = text("index.html")?;
    let first = |hosting| first_paint(library, Messages::english(), hosting);
    let html = replaced(&html, &first(Hosting::Standalone), &first(Hosting::SingleFile))?;
    let html = replaced(&html, "<html lang=en>", "<html lang=en data-file>")?;
    let icon =
        ["<link href=\"data:image/svg+xml;base64,", &STANDARD.encode(text(ICON)?), "\" rel=icon>"];
    let html = without_links(&html, &icon.concat())?;
    // The plain pages do not travel with it.
    let mut html = html;
    while let Some((before, after)) = cut(&html, "<p><a", "</p>", "read/") {
        html = [before, after].concat();
    }
    let old = inline_scripts(&html).map(hash).collect::<Vec<_>>().join(" ");
    let (before, rest) = html.split_once(START).ok_or("the page starts no module")?;
    let (_, after) = rest.split_once("</script>").ok_or("the script of the page has no end")?;
    let script = [START, &script(root, shipped)?, "</script>"].concat();
    let html = with_packed_data(&[before, &script, &packed(shipped)?, after].concat())?;
    let new = inline_scripts(&html).map(hash).collect::<Vec<_>>().join(" ");
    replaced(&html, &old, &new)
}

const ICON: &str = "icons/tunduk.svg";

/// The script that starts the app: what gives it its modules, the script around them, and the start.
fn script(root: &Path, shipped: &BTreeMap<String, Vec<u8>>) -> Result<String, Failure> {
    let module = first_module(shipped)?;
    let script = module.replace("_bg.wasm", ".js");
    let unpack = fs::canonicalize(UNPACK)?.display().to_string();
    let start = format!(
        "import start from \"./{script}\";import {{ unpackPage }} from {unpack:?};{BEGUN}\
         unpackPage().then(() => start({{module_or_path:\"{module}\"}})){FAILED};"
    );
    bundle(&start, root, &[format!("--inject:{unpack}")])
}

/// The name of the module that the page starts.
fn first_module(shipped: &BTreeMap<String, Vec<u8>>) -> Result<&String, Failure> {
    let module = shipped.keys().find(|name| name.ends_with("_bg.wasm"));
    Ok(module.ok_or("the release has no module")?)
}

/// What unpacks the file, and takes the place of the browser's `fetch`.
const UNPACK: &str = "src/bin/xtask/one-file.js";

/// The module with all parts in it and every data file, packed, each in a script of a type that no browser runs.
fn packed(shipped: &BTreeMap<String, Vec<u8>>) -> Result<String, Failure> {
    let mut out = String::new();
    let mut put = |name: &str, bytes: &[u8]| -> Outcome {
        let Packed { letters, size } = Packed::of(bytes)?;
        let size = size.to_string();
        let attributes = [" type=application/gzip id=\"", name, "\" data-size=", &size];
        out.extend(["<script", &attributes.concat(), ">", &letters, "</script>"]);
        Ok(())
    };
    let first = first_module(shipped)?;
    put(first, &merge::merged(shipped, first)?)?;
    for (name, bytes) in shipped.iter().filter(|(name, _)| name.starts_with(DATA)) {
        put(name, bytes)?;
    }
    Ok(out)
}

/// Bytes packed as gzip, in letters (Z85, `ZeroMQ` RFC 32).
struct Packed {
    letters: String,
    /// How many bytes the letters stand for; what is behind them fills up the last five letters.
    size: usize,
}

impl Packed {
    /// The file is made once and passed on many times, so there is time to find the shortest way.
    fn of(bytes: &[u8]) -> Result<Self, Failure> {
        let mut gzip = Vec::new();
        zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut gzip)?;
        let size = gzip.len();
        gzip.resize(size.next_multiple_of(4), 0);
        let letters = z85::encode(gzip);
        // As likely as two equal files by chance; a browser would take it for the end, or for the begin of another script.
        let plain = letters.to_ascii_lowercase();
        if plain.contains("</script") || plain.contains("<script") {
            return Err("packed data reads like a script".into());
        }
        Ok(Self { letters, size })
    }
}

/// The page with the data that stands in it packed as well.
fn with_packed_data(html: &str) -> Result<String, Failure> {
    let mut pieces = html.split(JSON);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (attributes, rest) = piece.split_once('>').ok_or("data of the page has no begin")?;
        let (json, after) = rest.split_once("</script>").ok_or("data of the page has no end")?;
        let Packed { letters, size } = Packed::of(json.as_bytes())?;
        let size = size.to_string();
        out.extend([JSON, attributes, " data-size=", &size, ">", &letters, "</script>", after]);
    }
    Ok(out)
}

/// The page without what it would fetch, and with an icon in it.
fn without_links(html: &str, icon: &str) -> Result<String, Failure> {
    let mut pieces = html.split("<link ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (_, after) = piece.split_once('>').ok_or("a link of the page has no end")?;
        out.push_str(after);
    }
    replaced(&out, STYLE, &[icon, STYLE].concat())
}

/// The text with one piece replaced, which must be there.
fn replaced(text: &str, from: &str, to: &str) -> Result<String, Failure> {
    if text.contains(from) {
        Ok(text.replacen(from, to, 1))
    } else {
        Err(format!("index.html lacks {:?}", from.chars().take(60).collect::<String>()).into())
    }
}

/// The text before and after the first piece that begins and ends like this and holds that.
fn cut<'a>(text: &'a str, from: &str, to: &str, holds: &str) -> Option<(&'a str, &'a str)> {
    text.match_indices(from).find_map(|(start, _)| {
        let (before, rest) = text.split_at_checked(start)?;
        let (piece, after) = rest.split_once(to)?;
        piece.contains(holds).then_some((before, after))
    })
}
