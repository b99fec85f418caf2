//! What is chosen on the page, and what the host has answered.

use crate::{
    browser::{debounce::Debounce, focus, remote},
    domain::embed_options::{EmbedBuilder, EmbedOptions, PinnedRelease, SCRIPT},
    state::memo::memo,
};
use leptos::{prelude::*, task::spawn_local};

/// The id of the choice for the release of any day.
pub(super) const CURRENT: &str = "embed-release-current";
/// The id of the choice for the present release.
pub(super) const FROZEN: &str = "embed-release-frozen";

/// How long nobody must have changed anything before what came of it is read out and previewed, in milliseconds.
const DEBOUNCE: u32 = 700;

/// What stays when the page is left and opened again.
#[derive(Clone, Debug)]
pub(crate) struct Choices {
    /// What the code is made of.
    pub(crate) builder: EmbedBuilder,
    /// Whether the preview is as wide as its place, and not as a phone.
    pub(crate) full_width: bool,
}

/// The same, held by the chunk.
pub(crate) type RememberedChoices = ArcStoredValue<Choices>;

/// The context of the page. Its signals go with the page. Copying it copies handles.
#[derive(Clone, Copy)]
pub(super) struct BuilderContext {
    /// What is chosen.
    current: RwSignal<EmbedBuilder>,
    /// The same as it was when last nobody had changed anything for a while.
    settled: RwSignal<EmbedBuilder>,
    /// Whether the preview is as wide as its place.
    pub(super) full_width: RwSignal<bool>,
    /// Until nobody has changed anything for a while.
    typing: Debounce,
}

/// The context of the page that is being drawn.
pub(super) fn use_builder() -> BuilderContext {
    expect_context()
}

impl BuilderContext {
    /// Begins with what was chosen before, and provides the context.
    pub(super) fn provide(remembered: RememberedChoices) {
        let Choices { mut builder, full_width } = remembered.get_value();
        // Whoever waited for this answer has left; it is asked for again.
        if builder.pinned_release == PinnedRelease::Checking {
            builder.pinned_release = PinnedRelease::Unknown;
        }
        let context = Self {
            current: RwSignal::new(builder.clone()),
            settled: RwSignal::new(builder),
            full_width: RwSignal::new(full_width),
            typing: Debounce::new(DEBOUNCE),
        };
        Effect::new(move |_| {
            let builder = context.current.get();
            remembered.set_value(Choices { builder, full_width: context.full_width.get() });
        });
        Effect::new(move |_| context.check_release_if_needed());
        provide_context(context);
    }

    /// The options as they are now, for what is drawn once.
    pub(super) fn initial(self) -> EmbedOptions {
        self.current.with_untracked(|builder| builder.options.clone())
    }

    /// What follows from the choices at once.
    pub(super) fn derived<T: PartialEq + Send + Sync + 'static>(
        self,
        derive: impl Fn(&EmbedBuilder) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.current.with(&derive))
    }

    /// What follows from the choices once nobody has changed anything for a while: a screen reader would read out every letter
    /// otherwise, and the preview begin anew.
    pub(super) fn settled<T: PartialEq + Send + Sync + 'static>(
        self,
        derive: impl Fn(&EmbedBuilder) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.settled.with(&derive))
    }

    /// Takes a choice, by the name of its field.
    pub(super) fn choose(self, field: &str, value: &str) {
        self.current.update(|builder| {
            builder.options.choose(field, value);
        });
        self.check_release_if_needed();
        self.typing.run(move || self.settle());
    }

    /// Shows what follows from the choices now.
    fn settle(self) {
        // The page may have been left.
        if let Some(current) = self.current.try_get_untracked() {
            let _ = self.settled.try_set(current);
        }
    }

    /// Asks the host whether it keeps this release, where somebody wants that and the host has not answered yet.
    fn check_release_if_needed(self) {
        if !self.current.with_untracked(EmbedBuilder::asks) {
            return;
        }
        self.current.update(|builder| builder.pinned_release = PinnedRelease::Checking);
        let folder = self.current.with_untracked(|builder| builder.deployment.kept());
        spawn_local(async move {
            let answer = match remote::has(&[&folder, "/", SCRIPT].concat(), "javascript").await {
                Some(true) => PinnedRelease::Available,
                Some(false) => PinnedRelease::Missing,
                None => PinnedRelease::Unreachable,
            };
            let had_focus = focus::current().as_deref() == Some(FROZEN);
            if self.current.try_update(|builder| builder.answered(answer)).is_none() {
                return;
            }
            self.settle();
            // What was chosen is no longer so, or gone.
            if had_focus && answer != PinnedRelease::Available {
                request_animation_frame(|| {
                    focus::focus(CURRENT, false);
                });
            }
        });
    }
}
