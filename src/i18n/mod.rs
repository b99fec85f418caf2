//! What people read, in their language.

pub mod messages;

pub(crate) use messages::key;
pub use messages::{Key, Messages, Plural};
