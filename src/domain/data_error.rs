//! What is wrong with a data file.

use std::fmt;

/// A fault of a file: where it is, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// The file's path in the repository, or the name of a file that the app fetches.
    pub file: String,
    /// The field or block, or [`WHOLE_FILE`].
    pub path: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// The path of a fault that no single field has.
pub const WHOLE_FILE: &str = "the whole file";

impl DataError {
    /// A fault of a file as a whole.
    pub fn of_file(file: &str, message: String) -> Self {
        Self { file: file.to_owned(), path: WHOLE_FILE.to_owned(), message }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.path, self.message)
    }
}

impl std::error::Error for DataError {}
