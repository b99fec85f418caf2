//! What follows from the answers: a band for each dimension, one for the whole, and the cap.
//!
//! The thresholds stand in [`super::bands`].

use super::{
    answers::{Answer, Answers},
    bands::{Band, FULL, Overall},
    definition::{Checklist, Dimension},
    options::Depth,
};
use std::cmp::{Ordering, Reverse};

/// The dimensions whose weakness caps the whole: a partnership without trust, without backing or
/// without clear roles does not hold, whatever else works.
pub const CAPPING: [&str; 3] = ["trust", "backing", "roles"];

/// How many dimensions must be scored before anything is said of the whole.
pub const ENOUGH: usize = 12;

/// What is known of one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DimensionScore {
    /// A score in eighteenths, 0 to [`FULL`].
    Scored(u32),
    /// Answered, but too often with "don't know".
    Unknown,
    /// Not answered yet.
    Open,
    /// Does not apply.
    LeftOut,
}

impl DimensionScore {
    /// The band of a scored dimension.
    pub fn band(self) -> Option<Band> {
        let Self::Scored(score) = self else { return None };
        Some(Band::of(score))
    }
}

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Each dimension's id and score, in the order of the questionnaire.
    pub scores: Vec<(String, DimensionScore)>,
    /// The whole, when enough is known: 12 dimensions scored and one in every group.
    pub overall: Option<Overall>,
    /// The capping dimensions that are weak; when the overall band would be higher without them,
    /// [`Outcome::capped`] is true.
    pub weak_links: Vec<String>,
    /// Whether the weak links lowered the overall band.
    pub capped: bool,
}

impl Outcome {
    /// Scores the answers to what is asked; all others are passed over.
    pub fn of(list: &Checklist, depth: Depth, answers: &Answers) -> Self {
        let scores: Vec<(String, DimensionScore)> = list
            .dimensions
            .iter()
            .map(|dimension| (dimension.id.clone(), score(dimension, depth, answers)))
            .collect();
        let weak_links: Vec<String> = scores
            .iter()
            .filter(|(id, score)| {
                CAPPING.contains(&id.as_str()) && score.band() == Some(Band::StartHere)
            })
            .map(|(id, _)| id.clone())
            .collect();
        let uncapped = overall(list, &scores);
        let cap = match weak_links.len() {
            0 => Overall::ReadyToWiden,
            1 => Overall::StartSmall,
            _ => Overall::PrepareFirst,
        };
        let overall = uncapped.map(|band| band.min(cap));
        Self { capped: overall != uncapped, scores, overall, weak_links }
    }

    /// The scored dimensions, the lowest first; equal ones in the order of the questionnaire.
    pub fn lowest_first(&self) -> Vec<(&str, u32)> {
        let mut scored: Vec<(&str, u32)> = self
            .scores
            .iter()
            .filter_map(|(id, score)| match score {
                DimensionScore::Scored(score) => Some((id.as_str(), *score)),
                _ => None,
            })
            .collect();
        scored.sort_by_key(|(_, score)| *score);
        scored
    }

    /// The dimensions to work on: the three lowest that are not in place yet. Where weak links hold the whole down, they
    /// come first.
    pub fn work_on(&self) -> Vec<&str> {
        let mut scored = self.lowest_first();
        scored.retain(|(_, score)| DimensionScore::Scored(*score).band() != Some(Band::Works));
        let holds_down = |id: &str| self.capped && self.weak_links.iter().any(|link| link == id);
        // Stable, so that the lowest of each kind comes first.
        scored.sort_by_key(|(id, _)| !holds_down(id));
        scored.into_iter().map(|(id, _)| id).take(3).collect()
    }

    /// The three lowest dimensions, the lowest first.
    pub fn lowest(&self) -> Vec<&str> {
        self.lowest_first().into_iter().map(|(id, _)| id).take(3).collect()
    }

    /// The two highest dimensions that are not among the three lowest, the highest first.
    pub fn highest(&self) -> Vec<&str> {
        let mut scored = self.lowest_first().split_off(self.lowest().len());
        // Stable, so equal ones keep the order of the questionnaire.
        scored.sort_by_key(|(_, score)| Reverse(*score));
        scored.into_iter().map(|(id, _)| id).take(2).collect()
    }
}

/// How a dimension has moved since an earlier check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stands higher.
    Higher,
    /// It stands lower.
    Lower,
    /// It stands where it stood.
    Same,
    /// One of the two is not known.
    Unknown,
}

/// How each dimension has moved from an earlier outcome to a later one, in the order of the questionnaire. `exactly`:
/// both asked the same items, so that points can be compared; otherwise only bands are.
pub fn changes(before: &Outcome, now: &Outcome, exactly: bool) -> Vec<(String, Change)> {
    let change = |was: DimensionScore, is: DimensionScore| match (was, is) {
        (DimensionScore::Scored(was), DimensionScore::Scored(is)) if exactly => Some(is.cmp(&was)),
        _ => Some(is.band()?.cmp(&was.band()?)),
    };
    let both = before.scores.iter().zip(&now.scores);
    both.map(|((_, was), (id, is))| {
        let change = match change(*was, *is) {
            Some(Ordering::Greater) => Change::Higher,
            Some(Ordering::Less) => Change::Lower,
            Some(Ordering::Equal) => Change::Same,
            None => Change::Unknown,
        };
        (id.clone(), change)
    })
    .collect()
}

/// The mean of the answered items, unless "don't know" stands for more than one item in three.
fn score(dimension: &Dimension, depth: Depth, answers: &Answers) -> DimensionScore {
    let given: Vec<Answer> = dimension
        .asked(depth)
        .iter()
        .filter_map(|item| answers.items.get(&item.id))
        .copied()
        .collect();
    let unknown = given.iter().filter(|answer| **answer == Answer::Unknown).count();
    let points: Vec<u32> = given
        .iter()
        .filter_map(|answer| match answer {
            Answer::Degree(points) => Some(u32::from(*points).min(3)),
            _ => None,
        })
        .collect();
    let count = u32::try_from(points.len()).unwrap_or(u32::MAX);
    let mean = (points.iter().sum::<u32>() * (FULL / 3)).checked_div(count);
    match mean {
        _ if given.is_empty() => DimensionScore::Open,
        _ if unknown >= 2 => DimensionScore::Unknown,
        Some(score) => DimensionScore::Scored(score),
        None if unknown > 0 => DimensionScore::Unknown,
        None => DimensionScore::LeftOut,
    }
}

/// The mean of the scored dimensions, when enough of them are.
fn overall(list: &Checklist, scores: &[(String, DimensionScore)]) -> Option<Overall> {
    let mut sum = 0;
    let mut count = 0;
    let mut groups: Vec<&str> = Vec::new();
    for (dimension, (_, score)) in list.dimensions.iter().zip(scores) {
        if let DimensionScore::Scored(score) = score {
            sum += score;
            count += 1;
            groups.push(&dimension.group);
        }
    }
    let every_group = list.groups.iter().all(|group| groups.contains(&group.id.as_str()));
    if groups.len() < ENOUGH || !every_group {
        return None;
    }
    Some(Overall::of(sum, count))
}
