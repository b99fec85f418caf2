//! The check on paper: how a person scores it by hand and comes to the same words as the app.
//!
//! Everything is whole numbers. What a dimension is worth depends on how many of its items were answered with 0 to 3;
//! the worths are added up, and a table says the band for the number of dimensions that could be scored.

use super::{
    bands::{Band, FULL},
    options::Depth,
    outcome::{DimensionScore, ENOUGH},
};
use std::ops::RangeInclusive;

/// The most that an item can bring.
const MOST: u32 = 3;

/// What the points of a dimension are multiplied with, when so many of its items were answered with 0 to 3.
pub fn factor(depth: Depth, answered: u32) -> u32 {
    full(depth) / (MOST * answered.max(1))
}

/// What a dimension is worth at most.
pub fn full(depth: Depth) -> u32 {
    match depth {
        Depth::Quick => MOST,
        Depth::Full => FULL,
    }
}

/// For so many answered items of a dimension: the points of each band, the lowest first.
pub fn bands(answered: u32) -> Vec<(Band, RangeInclusive<u32>)> {
    let band = |points: u32| DimensionScore::Scored(points * factor(Depth::Full, answered)).band();
    let mut bands: Vec<(Band, RangeInclusive<u32>)> = Vec::new();
    for points in 0..=MOST * answered {
        let Some(band) = band(points) else { continue };
        match bands.last_mut() {
            Some((last, range)) if *last == band => *range = *range.start()..=points,
            _ => bands.push((band, points..=points)),
        }
    }
    bands
}

/// For so many scored dimensions: the least sum of worths for each overall band but the lowest.
pub fn least_sums(depth: Depth, dimensions: u32) -> [u32; 3] {
    [40, 60, 80].map(|share| (full(depth) * dimensions * share).div_ceil(100))
}

/// The numbers of scored dimensions that are enough, out of so many, the most first.
pub fn enough(all: usize) -> impl Iterator<Item = u32> {
    (ENOUGH..=all).rev().filter_map(|count| u32::try_from(count).ok())
}
