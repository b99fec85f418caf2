//! The only ring that talks to the browser: one file for each of its services.
//!
//! Every function returns what happened and never panics; none of them decides anything. In a frame
//! on somebody else's site most of these services are refused, and that is ordinary.

pub(crate) mod clock;
pub(crate) mod debounce;
pub(crate) mod details;
pub(crate) mod digest;
pub(crate) mod dom;
pub(crate) mod download;
pub(crate) mod fetch;
pub(crate) mod focus;
pub(crate) mod history;
pub(crate) mod install;
pub(crate) mod keyboard;
pub(crate) mod media;
pub(crate) mod offline;
pub(crate) mod parent_frame;
pub(crate) mod preview;
pub(crate) mod print;
pub(crate) mod remote;
pub(crate) mod scroll;
pub(crate) mod share;
pub(crate) mod startup;
pub(crate) mod storage;
pub(crate) mod upload;
