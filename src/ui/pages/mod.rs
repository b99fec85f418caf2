//! The pages that answer to a person: the list with its search and filters, the check, and the data to take along.

pub(crate) mod about;
pub(crate) mod browse;
pub(crate) mod check;
