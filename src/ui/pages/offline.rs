//! What is kept on this phone, said honestly.

use crate::{domain::words::key, effects::offline, ui::parts::heading};
use leptos::{prelude::*, task::spawn_local};

/// What was found when the page was opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Looking,
    Stored(usize),
    Nothing,
}

/// The page.
pub(crate) fn page() -> impl IntoView {
    let found = RwSignal::new(Found::Looking);
    let look = move || {
        found.set(Found::Looking);
        spawn_local(async move {
            let files = offline::keep().await.unwrap_or(0);
            found.set(match usize::try_from(files).unwrap_or(0) {
                0 => Found::Nothing,
                files => Found::Stored(files),
            });
        });
    };
    look();
    view! {
        <section class="page prose">
            {heading(key::OFFLINE_TITLE.text())}
            <p class="notice" role="status">{move || match found.get() {
                Found::Looking => key::OFFLINE_LOOKING.text().to_owned(),
                Found::Stored(files) => key::OFFLINE_STORED.of(files),
                Found::Nothing => key::OFFLINE_NOTHING.text().to_owned(),
            }}</p>
            <p><button class="button" on:click=move |_| look()>{key::OFFLINE_LOOK.text()}</button></p>
            <h2>{key::OFFLINE_HOW_TITLE.text()}</h2>
            <p>{key::OFFLINE_HOW.text()}</p>
            <h2>{key::OFFLINE_FRAME_TITLE.text()}</h2>
            <p>{key::OFFLINE_FRAME.text()}</p>
        </section>
    }
}
