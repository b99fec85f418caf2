//! The page that everything begins with: what it carries in itself, and in which order it asks for the rest.

use crate::{
    Failure,
    scripts::{OLD, shortened},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use std::{fs, path::Path};

/// Puts the style sheets of the page into the page itself, in their order: a phone shows it with the first answer of the
/// host, and what they share is packed once. Gives the page, and the styles.
pub(crate) fn one_style_sheet(root: &Path, html: &str) -> Result<(String, String), Failure> {
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
    let style = [STYLE, &styles, "</style><script"].concat();
    Ok((page.replacen("<script", &style, 1), styles))
}

/// Where the styles of the page begin. `start.js` finds them by their id, wherever others stand.
pub(crate) const STYLE: &str = "<style id=ashar-style>";

/// Puts what a phone can begin to fetch right behind the policy that allows it, before everything that it must read first.
pub(crate) fn preloads_first(html: &str) -> Result<String, String> {
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

/// Puts a script that a page asks for into the page itself: a request for it would hold back the first sight of the page, and
/// would fail where the page is shown for an address in some other folder.
pub(crate) fn with_script_inside(html: &str, script: &Path) -> Result<String, Failure> {
    let name = script.file_name().unwrap_or_default().display();
    let (before, after) = html
        .split_once(&format!("<script src={name}></script>"))
        .ok_or_else(|| format!("no page asks for {name}"))?;
    Ok([before, "<script>", shortened(script, OLD)?.trim_end(), "</script>", after].concat())
}

/// Starts the module in a few words, the first of which say that it is being started (`start.js` waits for that).
pub(crate) fn short_start(html: &str) -> Result<String, String> {
    let (before, rest) = html.split_once(START).ok_or("the page starts no module")?;
    let (script, after) = rest.split_once("</script>").ok_or("the start has no end")?;
    let name = script.split_once("from './").and_then(|(_, rest)| rest.split_once(".js'"));
    let (name, _) = name.ok_or("the start names no script")?;
    let script = format!(
        "import start from\"./{name}.js\";{BEGUN}start({{module_or_path:\"./{name}_bg.wasm\"}}){FAILED}"
    );
    Ok([before, START, &script, "</script>", after].concat())
}

/// Where the script begins that starts the module.
pub(crate) const START: &str = "<script type=module>";

/// Says that the app is being started.
pub(crate) const BEGUN: &str = "window.asharBegun=1;";

/// Says, behind what starts the app, that this has failed, to `start.js` and to whoever looks into the console.
pub(crate) const FAILED: &str = ".catch(e=>{asharFail();throw e})";

/// A script or style as the content security policy names it.
pub(crate) fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A page whose policy lets its own scripts run.
pub(crate) fn with_script_hashes(html: String) -> String {
    let hashes: Vec<String> = inline_scripts(&html).map(hash).collect();
    html.replace("__SCRIPT_HASHES__", &hashes.join(" "))
}

/// The bodies of scripts without a source, exactly as the browser hashes them. What holds data is no script to it.
pub(crate) fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (body, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=") && !attributes.contains("application/")).then_some(body)
    })
}
