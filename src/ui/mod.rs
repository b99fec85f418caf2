//! Views: read state, call actions, hold no rules.

mod app;
mod later;
mod pages;
mod parts;

/// Starts the app in the page. Whatever goes wrong, `start.js` shows a plain notice instead of a blank page.
pub fn start() {
    app::mount();
}
