//! One module for each page that a person works on; pages that only show are written in `html`.

pub(crate) mod browse;
pub(crate) mod check;
