//! The app on somebody else's page: what a partner chooses there, and the code that comes of it.

#![allow(unreachable_pub, reason = "the macro makes the properties of a component public")]

mod code;
mod context;
mod fields;
mod look;
mod notes;
mod preview;
mod release;
mod size;
mod summary;
mod what;

use crate::{
    components::{heading::Heading, page_title::use_page_title, use_messages},
    i18n::key,
    state::render::{Hosting, use_render_context},
};
use leptos::prelude::*;

use code::Code;
use context::BuilderContext;
pub(crate) use context::{Choices, RememberedChoices};
use look::Look;
use notes::{GoodToKnow, OwnCopy};
use preview::Preview;
use release::Release;
use size::Size;
use what::WhatToShow;

/// The page. In the one file, which lies on nobody's host, there is nothing to choose.
#[component]
pub(crate) fn EmbedBuilderPage(
    /// What was chosen when the page was last left.
    remembered: RememberedChoices,
) -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::EMBED_TITLE).to_owned());
    if use_render_context().hosting == Hosting::SingleFile {
        return view! {
            <section class="page prose">
                <Heading>{messages.text(key::EMBED_TITLE)}</Heading>
                <p class="notice">{messages.text(key::EMBED_ONE_FILE)}</p>
                <GoodToKnow/>
                <OwnCopy/>
            </section>
        }
        .into_any();
    }
    BuilderContext::provide(remembered);
    view! {
        <section>
            <div class="hero prose">
                <Heading>{messages.text(key::EMBED_TITLE)}</Heading>
                <p class="lead">{messages.text(key::EMBED_LEAD)}</p>
            </div>
            <div class="browse embed">
                <div>
                    <WhatToShow/>
                    <Look/>
                    <Size/>
                    <Release/>
                </div>
                <div class="embed__out">
                    <Code/>
                    <Preview/>
                </div>
            </div>
            <div class="hero prose"><GoodToKnow/><OwnCopy/></div>
        </section>
    }
    .into_any()
}
