//! Text kept on the phone.
//!
//! Not `gloo::storage`: it panics where the browser refuses storage, which in a frame on another site
//! it often does (Chromium 156). Others give such a frame a store of its own, which the app in full cannot reach: what lay
//! there could neither be found again nor erased, so nothing is kept there.

use super::parent_frame;

/// The browser did not keep, give or remove the text: storage is refused, full or absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refused;

fn storage() -> Result<web_sys::Storage, Refused> {
    if parent_frame::is_foreign() {
        return Err(Refused);
    }
    let window = web_sys::window().ok_or(Refused)?;
    window.local_storage().ok().flatten().ok_or(Refused)
}

/// Reads what is kept under a name.
pub(crate) fn read(key: &str) -> Result<Option<String>, Refused> {
    storage()?.get_item(key).or(Err(Refused))
}

/// Keeps a text under a name.
pub(crate) fn write(key: &str, text: &str) -> Result<(), Refused> {
    storage()?.set_item(key, text).or(Err(Refused))
}

/// Forgets what is kept under a name.
pub(crate) fn remove(key: &str) -> Result<(), Refused> {
    storage()?.remove_item(key).or(Err(Refused))
}

/// Notes something for a reload of this tab, and for the next tab that is opened; an empty text notes nothing. Where that is
/// refused, a reload knows less.
pub(crate) fn remember(key: &str, text: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(key, text);
    }
    let known = read(key).ok().flatten().unwrap_or_default();
    if text.is_empty() {
        let _ = remove(key);
    } else if known != text {
        let _ = write(key, text);
    }
}

/// What this tab noted before a reload, or else another tab.
pub(crate) fn recall(key: &str) -> Option<String> {
    let here = session().and_then(|session| session.get_item(key).ok().flatten());
    here.or_else(|| read(key).ok().flatten())
}

fn session() -> Option<web_sys::Storage> {
    if parent_frame::is_foreign() {
        return None;
    }
    web_sys::window()?.session_storage().ok().flatten()
}
