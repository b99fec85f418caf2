//! Parts of screens, one component a file.
