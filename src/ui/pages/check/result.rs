//! What the answers say, with what keeps and erases them.

use super::{erase, keeping};
use crate::{domain::words::key, html, state::app::app, ui::parts::written};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let app = app();
    view! {
        <section class="page check result">
            {move || app.check.answers.with(|answers| written(html::result::page(app.desk(), answers)))}
            <p class="notice notice--privacy">{key::CHECK_PRIVACY.text()}</p>
            {keeping()}
            {erase()}
        </section>
    }
}
