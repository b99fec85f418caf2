//! The page that a host shows for an address that it does not know. It may be shown in any folder, so all that it needs stands in it.

use crate::{Failure, NOT_FOUND, Outcome, page};
use std::{fs, path::Path};

/// Writes the page into a release. `fill`: puts texts into the places for them.
pub(crate) fn write(root: &Path, fill: impl FnOnce(String) -> Result<String, Failure>) -> Outcome {
    let source = Path::new("public");
    let html = fill(fs::read_to_string(source.join(NOT_FOUND))?)?;
    let html = page::with_script_inside(&html, &source.join("find-app.js"))?;
    let style = html.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let (style, _) = style.ok_or_else(|| format!("{NOT_FOUND} has no styles"))?;
    let html = html.replace("__STYLE_HASH__", &page::hash(style));
    fs::write(root.join(NOT_FOUND), page::with_script_hashes(html))?;
    Ok(())
}
