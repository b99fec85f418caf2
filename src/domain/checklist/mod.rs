//! The readiness check: what is asked, what was answered, and what follows.

pub mod answers;
pub mod assessments;
pub mod bands;
pub mod carry;
pub mod check;
pub mod definition;
pub mod export;
pub mod hands;
pub mod navigation;
pub mod options;
pub mod outcome;
pub mod paper;
pub mod saved;
pub mod step;
pub mod store;
