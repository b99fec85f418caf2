//! Ashar: twenty-five partnerships between civil society organisations and government in
//! Kyrgyzstan, as of 2006, to browse, search, learn from and measure oneself against.
//!
//! Rings; arrows point inward only:
//!
//! ```text
//! app, pages, components ──► state ──► browser   (what runs in the browser, feature `csr`)
//!          │                   │
//!          └──────────────────►└────► domain     (plain Rust: no browser, clock, randomness or HTML)
//! static_site ──► pages, components              (the same components written to files, feature `ssr`)
//! ```
//!
//! 1. `domain` decides. It compiles and is tested natively without any feature, so an import
//!    from an outer ring does not compile. `i18n` beside it holds what people read, by language.
//! 2. `browser` is the only place that talks to the browser, one file a service; it returns errors, never panics, decides
//!    nothing. `loader` fetches the data files through it.
//! 3. `state` holds contexts: what a person has done, and what follows from it.
//! 4. `components` are parts of screens, `pages` whole screens, one a route; a control's handler stands beside its markup.
//!    `app` is the frame around them, `lazy` fetches those parts of the app that only some people need.
//! 5. `static_site` draws the same components natively: first paint, reading edition, what the tests read.

pub mod domain;
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod static_site;

#[cfg(feature = "view")]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
mod app;
#[cfg(feature = "view")]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
mod browser;
#[cfg(feature = "view")]
mod components;
#[cfg(feature = "view")]
pub mod embed_snippet;
#[cfg(feature = "view")]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
mod lazy;
#[cfg(feature = "view")]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
mod loader;
#[cfg(feature = "view")]
mod pages;
#[cfg(feature = "view")]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
pub mod state;

/// Starts the app in the page. Whatever goes wrong, `start.js` shows a plain notice instead of a blank page.
#[cfg(feature = "csr")]
pub fn start() {
    app::mount();
}

#[cfg(all(test, target_arch = "wasm32"))]
#[path = "../tests/components/mod.rs"]
mod component_tests;
