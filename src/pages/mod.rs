//! The pages that each part of the app brings along; the list with its search and filters is there from the beginning.

pub(crate) mod about;
pub(crate) mod browse;
pub(crate) mod cases;
pub(crate) mod check;
pub(super) mod embed;
