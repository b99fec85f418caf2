//! For now: the files of data compiled into the modules, where the app does not fetch them yet. The loader takes the place of
//! this file.

/// Cards, filters and lists.
pub const CORE: &str = include_str!(concat!(env!("OUT_DIR"), "/core.json"));
/// The texts of the cases.
pub const CASES: &str = include_str!(concat!(env!("OUT_DIR"), "/cases.json"));
/// The readiness check.
pub const CHECK: &str = include_str!(concat!(env!("OUT_DIR"), "/check.json"));
/// What the fields of the data mean.
pub const GUIDE: &str = include_str!(concat!(env!("OUT_DIR"), "/guide.json"));
/// The words of like meaning.
pub const THESAURUS: &str = include_str!(concat!(env!("OUT_DIR"), "/thesaurus.json"));
