//! The readiness check: what is asked, what was answered, and what follows.

pub mod answers;
pub mod carry;
pub mod check;
pub mod definition;
pub mod export;
pub mod hands;
pub mod keeper;
pub mod outcome;
pub mod paper;
pub mod saved;
pub mod shelf;
