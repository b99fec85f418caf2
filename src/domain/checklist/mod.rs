//! The readiness check: what is asked, what was answered, and what follows.

pub mod answers;
pub mod definition;
pub mod outcome;
