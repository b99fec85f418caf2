//! The bands of a dimension and of the whole, and their thresholds.
//!
//! The thresholds are the designers' judgement, not statistically validated; the screen says so. All arithmetic is in whole
//! numbers: a dimension with `n` answered items scores in eighteenths, since 1, 2 and 3 items of at most 3 points divide
//! 18, so no rounding decides a band.

/// A full score of a dimension.
pub const FULL: u32 = 18;

/// How far a dimension has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Under 34 of 100.
    StartHere,
    /// 34 to under 67.
    TakingShape,
    /// 67 and more.
    Works,
}

impl Band {
    /// The band of a score, in eighteenths.
    pub fn of(score: u32) -> Self {
        if score * 100 < 34 * FULL {
            Self::StartHere
        } else if score * 100 < 67 * FULL {
            Self::TakingShape
        } else {
            Self::Works
        }
    }

    /// Its id in `checklist.json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::StartHere => "start-here",
            Self::TakingShape => "taking-shape",
            Self::Works => "works",
        }
    }
}

/// How far the partnership as a whole has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overall {
    /// Under 40: talk; do not sign or spend.
    PrepareFirst,
    /// 40 to under 60: one visible step, one page of agreement.
    StartSmall,
    /// 60 to under 80.
    ReadyToSign,
    /// 80 and more.
    ReadyToWiden,
}

impl Overall {
    /// The band of so many scored dimensions. `sum`: of their scores, in eighteenths.
    pub fn of(sum: u32, dimensions: u32) -> Self {
        let under = |threshold: u32| sum * 100 < threshold * FULL * dimensions;
        if under(40) {
            Self::PrepareFirst
        } else if under(60) {
            Self::StartSmall
        } else if under(80) {
            Self::ReadyToSign
        } else {
            Self::ReadyToWiden
        }
    }

    /// Its id in `checklist.json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::PrepareFirst => "prepare-first",
            Self::StartSmall => "start-small",
            Self::ReadyToSign => "ready-to-sign",
            Self::ReadyToWiden => "ready-to-widen",
        }
    }
}
