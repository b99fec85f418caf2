//! Views: read state, call actions, hold no rules.

mod app;
mod pages;
mod parts;

use crate::effects::failure;

/// Starts the app in the page. Whatever goes wrong, a plain notice is shown instead of a blank page.
pub fn start() {
    std::panic::set_hook(Box::new(|_| failure::show()));
    app::mount();
}
