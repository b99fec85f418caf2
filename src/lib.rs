//! Ashar: twenty-five partnerships between civil society organisations and government in
//! Kyrgyzstan, as of 2006, to browse, search, learn from and measure oneself against.
//!
//! Rings; arrows point inward only:
//!
//! ```text
//! components, pages ──► state ──► browser      (what runs in the browser, feature `csr`)
//!       │                 │
//!       └────────────────►└────► domain          (plain Rust: no browser, clock, randomness or HTML)
//! static_site ──► pages ──► components            (the same components written to files, feature `ssr`)
//! ```
//!
//! 1. `domain` decides. It compiles and is tested natively without any feature, so an import
//!    from an outer ring does not compile.
//! 2. `html` writes screens and parts of screens as text: no browser either.
//! 3. `browser` is the only place that talks to the browser; it returns errors and never panics.
//! 4. `state` holds what a person has done and asks `browser` to keep it; screens show what `state`
//!    derives from `domain` and holds no rules.

pub mod domain;
#[cfg(any(feature = "view", feature = "bench"))]
pub mod embedded;
#[cfg(feature = "html")]
pub mod html;
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
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
mod lazy;
#[cfg(feature = "view")]
mod pages;
#[cfg(feature = "view")]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
pub mod state;
#[cfg(feature = "view")]
#[cfg_attr(not(feature = "csr"), allow(dead_code, reason = "only the running app calls all of it"))]
mod written;

/// Starts the app in the page. Whatever goes wrong, `start.js` shows a plain notice instead of a blank page.
#[cfg(feature = "csr")]
pub fn start() {
    app::mount();
}

#[cfg(all(test, target_arch = "wasm32"))]
#[path = "../tests/components/mod.rs"]
mod component_tests;
