//! What a release weighs, and whether that is what was agreed.

use crate::{
    EMBED, Failure, NOT_FOUND, OFF, Outcome,
    data_files::{DATA, OWN},
    dist, files, modules, one_file, packed, say, split,
};
use ashar::{
    domain::chunk::Chunk,
    static_site::{ONE_FILE, READING_FOLDER},
};
use std::{collections::BTreeMap, fs};

/// The data that every visit fetches: the texts of the cases in the page's own language.
fn first_data() -> String {
    [Chunk::Cases.data().unwrap_or_default(), "-", OWN].concat()
}

/// Where the budget is written.
const FILE: &str = "tests/policy/size-budget.json";

/// A number of the budget, by its place in the file.
pub(crate) fn number(pointer: &str) -> Result<usize, Failure> {
    let budget: serde_json::Value = serde_json::from_str(&fs::read_to_string(FILE)?)?;
    let number = budget.pointer(pointer).and_then(serde_json::Value::as_u64);
    let number = number.and_then(|number| usize::try_from(number).ok());
    number.ok_or_else(|| format!("{FILE} lacks the number {pointer}; write it").into())
}

/// Weighs a release, and compares it with what is agreed.
pub(crate) fn budget() -> Outcome {
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    let shipped = files(&dist())?;
    let embed = packed(shipped.get(EMBED).ok_or_else(|| format!("the build has no {EMBED}"))?)?;
    let most_in_embed = number("/embed")?;
    let one_file = shipped.get(ONE_FILE).map_or(0, Vec::len);
    let texts = [DATA, Chunk::Cases.data().unwrap_or_default()].concat();
    let languages = shipped.keys().filter(|name| name.starts_with(&texts)).count();
    let most_in_one_file =
        number("/one_file")? + number("/one_file_more")? * languages.saturating_sub(1);
    // Whoever opens the app fetches nothing of the other editions, nor what switches the worker off, nor what is for
    // partners' pages or for addresses that the host does not know.
    let unseen = |name: &str| {
        name.starts_with(READING_FOLDER)
            || [OFF, EMBED, NOT_FOUND, ONE_FILE, one_file::CODE].contains(&name)
    };
    let mut total = 0;
    for (name, bytes) in shipped.into_iter().filter(|(name, _)| !unseen(name)) {
        let packed = packed(&bytes)?;
        let part = modules::part(&name);
        let data = name.strip_prefix(DATA).and_then(|name| name.rsplit_once('-'));
        let (kind, is_first) = match (part, data) {
            (Some(part), _) => (["part ", part].concat(), part == split::FIRST),
            // Without the digest: what it holds, and its language.
            (_, Some((data, _))) => (["data ", data].concat(), data == first_data()),
            _ => (name.rsplit('.').next().unwrap_or_default().to_owned(), true),
        };
        if is_first {
            total += packed;
        }
        *sizes.entry(kind).or_default() += packed;
        say(&format!("{:>9} {:>8}  {name}", bytes.len(), packed));
    }
    let most_in_all = number("/total")?;
    let goal = number("/goal")?;
    say(&format!(
        "{total:>18}  a first visit, without the parts that come later, brotli 11; at most {most_in_all} now, {goal} is the goal"
    ));
    say(&format!("{embed:>18}  {EMBED}, for partners' pages; at most {most_in_embed}"));
    if embed > most_in_embed {
        return Err(format!(
            "{EMBED} has {embed} bytes, more than the budget of {most_in_embed}; make it shorter"
        )
        .into());
    }
    say(&format!("{one_file:>9}  {ONE_FILE}, as it is; at most {most_in_one_file}"));
    if one_file > most_in_one_file {
        return Err(format!(
            "{ONE_FILE} has {one_file} bytes, more than the budget of {most_in_one_file}"
        )
        .into());
    }
    if total > most_in_all {
        return Err(format!("{total} bytes are more than the budget of {most_in_all}").into());
    }
    for (kind, size) in &sizes {
        let recorded = number(&format!("/recorded/{kind}"))?;
        // Three in a hundred, and the noise of the compressor: more than that is a decision.
        if *size * 100 > recorded * 103 + 6400 {
            return Err(format!(
                "{kind} grew from {recorded} to {size} bytes; find out why, or record {size} in {FILE}"
            )
            .into());
        }
    }
    Ok(())
}
