//! What people read, in their language: the texts of the interface, dates and numbers.
//!
//! Which languages there are follows from the files in `data/words/`; nothing here lists them. English is the reference.

pub mod catalogue;
pub mod format;
pub mod lang;
pub mod messages;
pub mod plural;
#[cfg(not(target_arch = "wasm32"))]
pub mod validate;

pub use catalogue::{Catalogue, MESSAGES, MORE_MESSAGES, PluralForms};
pub use lang::Lang;
#[cfg_attr(not(feature = "view"), allow(unused_imports, reason = "only screens name keys"))]
pub(crate) use messages::key;
pub use messages::{IN_HTML, Key, Messages, Plural};
