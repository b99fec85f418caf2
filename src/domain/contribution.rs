//! Who put what into the work: by side, and as amounts that can be set side by side.

use super::{
    case::{Amount, Block, CaseStudy, Section},
    vocabulary::{Value, Vocabulary},
};

/// Amounts in one unit, with one measure for all.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale<'a> {
    /// The unit, as printed.
    pub unit: &'a str,
    /// The blocks with such an amount, in the record's order, and each one's part of the measure: 0 to 1. The
    /// measure is the whole for a percentage, and the largest amount for everything else.
    pub rows: Vec<(&'a Block, &'a Amount, f64)>,
}

/// The blocks of a section that has sides, side by side: each side that has any, in the order of the word
/// list.
pub fn by_side<'a>(
    case: &'a CaseStudy,
    section: Section,
    vocabulary: &'a Vocabulary,
) -> Vec<(&'a Value, Vec<&'a Block>)> {
    let sides = vocabulary.list("side").into_iter().flat_map(|list| &list.values);
    sides
        .map(|side| (side, case.section(section).filter(|block| block.side == side.id).collect()))
        .filter(|(_, blocks): &(_, Vec<_>)| !blocks.is_empty())
        .collect()
}

/// What was given and paid, unit by unit. A unit that only one amount has is left out, because there is
/// nothing to compare. Nothing is added up or exchanged: the book does neither.
pub fn scales(case: &CaseStudy) -> Vec<Scale<'_>> {
    let mut scales: Vec<(&str, Vec<(&Block, &Amount)>)> = Vec::new();
    let given = case.section(Section::Contributions).chain(case.section(Section::Funders));
    for (block, amount) in given.filter_map(|block| Some((block, block.amount.as_ref()?))) {
        match scales.iter_mut().find(|(unit, _)| *unit == amount.unit) {
            Some((_, rows)) => rows.push((block, amount)),
            None => scales.push((&amount.unit, vec![(block, amount)])),
        }
    }
    scales
        .into_iter()
        .filter(|(_, rows)| rows.len() > 1)
        .map(|(unit, rows)| {
            let largest = rows.iter().map(|(_, amount)| amount.value).fold(0.0, f64::max);
            let measure = measure(unit, largest);
            let rows =
                rows.into_iter().map(|(block, amount)| (block, amount, amount.value / measure));
            Scale { unit, rows: rows.collect() }
        })
        .collect()
}

/// What a bar in this unit is measured by: 100 for a percentage, the largest amount for everything else.
pub fn measure(unit: &str, largest: f64) -> f64 {
    if unit.starts_with('%') {
        100.0
    } else if largest > 0.0 {
        largest
    } else {
        1.0
    }
}
