//! One module for each page.

pub(crate) mod about;
pub(crate) mod browse;
pub(crate) mod case;
pub(crate) mod check;
pub(crate) mod difficulties;
pub(crate) mod glossary;
pub(crate) mod not_found;
pub(crate) mod offline;
