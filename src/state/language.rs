//! The language that the app is shown in, with everything that is of that language.

use crate::{
    domain::{chunk::Chunks, library::Library},
    i18n::{Lang, Messages},
};
use leptos::prelude::RwSignal;

/// A language in which the app can be shown. Copying it copies handles: texts and data live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Language {
    /// The texts of the interface.
    pub(crate) messages: Messages,
    /// The data.
    pub(crate) library: &'static Library,
    /// How far the chunks have come, each with its data in this language.
    pub(crate) chunks: RwSignal<Chunks>,
}

impl Language {
    /// A language with what the app begins with.
    pub(crate) fn new((messages, library): (Messages, Library)) -> Self {
        Self::of(messages, Box::leak(Box::new(library)))
    }

    /// A language of which nothing else has come yet.
    pub(crate) fn of(messages: Messages, library: &'static Library) -> Self {
        Self { messages, library, chunks: RwSignal::new(Chunks::default()) }
    }

    /// Which one it is.
    pub(crate) fn lang(self) -> &'static Lang {
        self.messages.lang()
    }
}

/// What has become of the language that the address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The app is shown in it, or the address asks for none.
    Shown,
    /// It is being fetched; what is shown stays until it is there.
    Loading(Lang),
    /// It did not arrive, so the app stays in another one.
    Failed(Lang),
    /// The release has none like it, so the app is shown in the page's own.
    Unknown(Lang),
}
