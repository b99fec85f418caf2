//! Ashar: twenty-five partnerships between civil society organisations and government in
//! Kyrgyzstan, as of 2006, to browse, search, learn from and measure oneself against.
//!
//! Rings; arrows point inward only:
//!
//! ```text
//! ui ──► state ──► effects ──► domain   (plain Rust: no browser, clock, randomness or HTML)
//!  │       └──────────────────►  ▲
//!  └──► html ────────────────────┘
//! ```
//!
//! 1. `domain` decides. It compiles and is tested natively without any feature, so an import
//!    from an outer ring does not compile.
//! 2. `html` writes screens and parts of screens as text: no browser either.
//! 3. `effects` is the only place that talks to the browser; it returns errors and never panics.
//! 4. `state` holds what a person has done and asks `effects` to keep it; `ui` shows what `state`
//!    derives from `domain` and holds no rules.

pub mod domain;
#[cfg(feature = "html")]
pub mod html;

#[cfg(feature = "ui")]
mod effects;
#[cfg(feature = "ui")]
mod state;
#[cfg(feature = "ui")]
mod ui;

#[cfg(feature = "ui")]
pub use ui::start;
