//! The release as one zip.

use crate::{Outcome, dist, files, hex, say};
use sha2::{Digest as _, Sha256};
use std::{fs, io::Write as _, path::Path};

/// Packs the build into a zip, files in the order of their names and all of one date, so that two people who build the same
/// source can compare what they have.
pub(crate) fn pack(folder: &Path) -> Outcome {
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
