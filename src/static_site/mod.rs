//! Pages written to files.
