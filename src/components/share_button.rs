//! A button that passes the address of the page on.

use super::{
    button::Button,
    status::{Status, StatusText},
    use_messages,
};
use crate::{
    browser::share::{self, Shared},
    i18n::{Key, key},
    state::app::use_app,
};
use leptos::{prelude::*, task::spawn_local};

/// Hands on the address of the present screen, by the phone's own menu or over the clipboard, and says what came of it. Only
/// the app draws it.
#[component]
pub(crate) fn ShareButton(
    /// What it says.
    label: Key,
    /// Its variant, such as `button--plain`.
    #[prop(optional)]
    variant: &'static str,
) -> impl IntoView {
    let (messages, app) = (use_messages(), use_app());
    let said = StatusText::new();
    let share = move |_| {
        spawn_local(async move {
            // The place, not what this person typed to find it: that is theirs, and the address stays short.
            let address = app.address(&app.route.get_untracked().unmarked());
            said.say(match share::address(&address).await {
                Shared::Passed => String::new(),
                Shared::Copied => messages.text(key::SHARE_COPIED).to_owned(),
                Shared::Refused(address) => {
                    messages.fill(key::SHARE_BY_HAND, &[("address", &address)])
                }
            });
        });
    };
    view! {
        <Button label=label variant=variant id="share" on_click=share/>
        <Status text=said class="case__said"/>
    }
}
