//! Votes by show of hands: how many chose each answer, and what follows for the room.

use super::answers::Answer;
use serde::{Deserialize, Serialize};

/// How many hands were raised for each answer, in the order of the scale: 0, 1, 2, 3, don't know, does not apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct VoteCounts(pub [u16; 6]);

/// Fewer hands than this show only the answer of the room: a range would show whose hand was the other one.
pub const LEAST: u32 = 3;

impl VoteCounts {
    /// How many hands were raised in all.
    pub fn total(self) -> u32 {
        self.0.into_iter().map(u32::from).sum()
    }

    /// The room's answer: the median of those who could say. Where two share the middle, the lower one counts, so that
    /// nobody is told more than half the room can show. `None` before any hand is raised; "don't know" and "does not
    /// apply" where more hands say so than not.
    pub fn median(self) -> Option<Answer> {
        let [degrees @ .., unknown, left_out] = self.0.map(u32::from);
        let known: u32 = degrees.iter().sum();
        if self.total() == 0 {
            None
        } else if left_out > known + unknown {
            Some(Answer::NotApplicable)
        } else if unknown > known || known == 0 {
            Some(if unknown > 0 { Answer::Unknown } else { Answer::NotApplicable })
        } else {
            let mut so_far = 0;
            let middle = degrees.iter().position(|count| {
                so_far += count;
                so_far * 2 >= known
            });
            Some(Answer::Degree(u8::try_from(middle.unwrap_or(0)).unwrap_or(0)))
        }
    }

    /// The lowest and the highest degree that a hand was raised for, if enough hands were.
    pub fn range(self) -> Option<(u8, u8)> {
        let degrees =
            || (0..4u8).zip(self.0).filter(|(_, count)| *count > 0).map(|(degree, _)| degree);
        let known: u32 = self.0.into_iter().take(4).map(u32::from).sum();
        (known >= LEAST).then(|| Some((degrees().min()?, degrees().max()?))).flatten()
    }
}
