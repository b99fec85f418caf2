//! What a release weighs, and whether that is what was agreed.

use crate::{
    Outcome, dist, files,
    modules::PART,
    one_file, packed, say, split,
    stamp::{EMBED, OFF},
};
use ashar::static_site::{ONE_FILE, READING_FOLDER};
use std::{collections::BTreeMap, fs};

/// Weighs a release, and compares it with what is agreed.
pub(crate) fn budget() -> Outcome {
    let file = "tests/policy/size-budget.json";
    let budget: serde_json::Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let most = |pointer: &str| -> Result<usize, String> {
        let number = budget.pointer(pointer).and_then(serde_json::Value::as_u64);
        number
            .and_then(|number| usize::try_from(number).ok())
            .ok_or_else(|| format!("{file} lacks the number {pointer}; write it"))
    };
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    let shipped = files(&dist())?;
    let embed = packed(shipped.get(EMBED).ok_or_else(|| format!("the build has no {EMBED}"))?)?;
    let most_in_embed = most("/embed")?;
    // Whoever opens the app fetches nothing of the other editions, nor what switches the worker off, nor what is for
    // partners' pages.
    let unseen = |name: &str| {
        name.starts_with(READING_FOLDER) || [OFF, EMBED, ONE_FILE, one_file::WORD].contains(&name)
    };
    let mut total = 0;
    for (name, bytes) in shipped.into_iter().filter(|(name, _)| !unseen(name)) {
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
        say(&format!("{:>9} {:>8}  {name}", bytes.len(), packed));
    }
    let most_in_all = most("/total")?;
    let goal = most("/goal")?;
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
