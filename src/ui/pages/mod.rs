//! The parts of the app that answer to a person: the list with its search and filters, and the check.

pub(crate) mod browse;
pub(crate) mod check;
