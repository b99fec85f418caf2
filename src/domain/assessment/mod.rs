//! The readiness check: what is asked, what was answered, and what follows.

#![allow(clippy::module_inception, reason = "one file holds what the folder is named after")]

pub mod answers;
pub mod assessment;
pub mod assessment_list;
pub mod bands;
pub mod carry;
pub mod definition;
pub mod export;
pub mod navigation;
pub mod options;
pub mod outcome;
pub mod paper;
pub mod saved;
pub mod step;
pub mod store;
pub mod votes;
