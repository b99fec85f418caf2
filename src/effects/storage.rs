//! Text kept on the phone.
//!
//! Not `gloo::storage`: it panics where the browser refuses storage, which in a frame on another site
//! it always does (Chromium 156).

/// The browser did not keep, give or remove the text: storage is refused, full or absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refused;

fn storage() -> Result<web_sys::Storage, Refused> {
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

/// Notes something for a reload of this tab. Where that is refused, a reload knows less.
pub(crate) fn remember(key: &str, text: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(key, text);
    }
}

/// What this tab noted before a reload.
pub(crate) fn recall(key: &str) -> Option<String> {
    session()?.get_item(key).ok().flatten()
}

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
