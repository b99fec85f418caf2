//! A button that prints the page.

use super::{
    button::Button,
    status::{Status, StatusText},
    use_messages,
};
use crate::{
    browser::print,
    i18n::{Key, key},
};
use leptos::prelude::*;

/// Opens the browser's print dialog, or says that there is none. Only the app draws it: a page without a script cannot print
/// itself.
#[component]
pub(crate) fn PrintButton(
    /// What it says.
    label: Key,
    /// Its variant, such as `button--plain`.
    #[prop(optional)]
    variant: &'static str,
    /// Whether only what belongs on one page is printed.
    #[prop(optional)]
    short: bool,
    /// What its id begins with, where there are two on a page.
    #[prop(optional)]
    id_prefix: &'static str,
) -> impl IntoView {
    let messages = use_messages();
    let said = StatusText::new();
    let (id, print): (_, fn() -> bool) =
        if short { ("print-short", print::print_short) } else { ("print", print::print) };
    let print = move |_| {
        if !print() {
            said.say(messages.text(key::PRINT_MISSING));
        }
    };
    let id = [id_prefix, id].concat();
    view! {
        <Button label=label variant=variant id=id on_click=print/>
        <Status text=said class="case__said"/>
    }
}
