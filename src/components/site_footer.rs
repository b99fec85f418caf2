//! The foot of every screen.

use super::{link::Link, use_messages};
use crate::{domain::route::Route, i18n::key};
use leptos::prelude::*;

/// As of when, what stays on the phone, and two links.
#[component]
pub(crate) fn SiteFooter() -> impl IntoView {
    let messages = use_messages();
    view! {
        <footer class="foot">
            <div class="felt" aria-hidden="true"></div>
            <p>{messages.text(key::FOOT_DATE)}</p>
            <p>{messages.text(key::FOOT_PRIVACY)}</p>
            <p class="foot__links">
                <Link to=Route::About>{messages.text(key::NAV_ABOUT)}</Link>
                " "
                <Link to=Route::Offline>{messages.text(key::FOOT_OFFLINE)}</Link>
            </p>
        </footer>
    }
}
