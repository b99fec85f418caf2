//! What screens are drawn with: where the app stands, how much room there is, and for which edition they are written.

use crate::domain::{
    assessment::options::{Depth, Stage},
    route::{Route, Step},
};
use leptos::prelude::*;

/// Where the app stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hosting {
    /// On a site of its own, or on a page of the same site.
    #[default]
    Standalone,
    /// All in one file, with nothing beside it to lead to.
    SingleFile,
    /// In an iframe on a page of another origin, which may have laid something over it: nothing can be erased there by a tap,
    /// and nothing passed on.
    Embedded,
}

/// For which edition a screen is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// The app, which answers to every control.
    #[default]
    App,
    /// The list of cases in `index.html` before the app has started: links lead into the reading edition, but for those that
    /// only the app can follow.
    FirstPaint,
    /// A page of the reading edition: plain HTML without scripts.
    Reading,
}

/// The context that every screen is drawn in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RenderContext {
    /// Where the app stands.
    pub hosting: Hosting,
    /// Whether folded parts stand open because there is room for two columns.
    pub wide: bool,
    /// For which edition the screen is drawn.
    pub edition: Edition,
}

impl RenderContext {
    /// Whether nothing on the page answers but links and `details`.
    pub fn is_static(self) -> bool {
        self.edition != Edition::App
    }

    /// Whether the page around learns how high this one is: then nothing may come or go with an answer.
    pub fn height_is_observed(self) -> bool {
        self.hosting == Hosting::Embedded
    }

    /// The address of a route as a link of this edition has it.
    pub fn href(self, route: &Route) -> String {
        match self.edition {
            Edition::App => route.address(),
            // In one file nothing lies beside it.
            Edition::FirstPaint if self.hosting == Hosting::SingleFile => route.address(),
            Edition::FirstPaint => match reading_file(route) {
                Some(file) => [READING_FOLDER, "/", &file].concat(),
                None => route.address(),
            },
            Edition::Reading => match reading_file(route) {
                Some(file) => file,
                None => ["../", &route.address()].concat(),
            },
        }
    }
}

/// The context of the screen that is being drawn.
pub(crate) fn use_render_context() -> RenderContext {
    use_context().unwrap_or_default()
}

/// The folder of the reading edition, beside the app.
pub const READING_FOLDER: &str = "read";

/// The file of the reading edition that shows a route, with the place in it; `None` for what only the app shows.
pub fn reading_file(route: &Route) -> Option<String> {
    let at_place = |file: &str, at: &Option<String>| {
        at.as_ref().map_or_else(|| file.to_owned(), |at| [file, "#", at].concat())
    };
    Some(match route {
        _ if *route == Route::home() => "index.html".to_owned(),
        Route::Case { slug, at, .. } => at_place(&[slug, ".html"].concat(), at),
        Route::Glossary { at } => at_place("glossary.html", at),
        Route::Difficulties { at } => at_place("difficulties.html", at),
        Route::Factors { at } => at_place("factors.html", at),
        Route::Check(Step::Paper(stage, depth)) => form_file(*stage, *depth),
        _ => return None,
    })
}

fn form_file(stage: Stage, depth: Depth) -> String {
    ["form-", stage.id(), "-", depth.id(), ".html"].concat()
}
