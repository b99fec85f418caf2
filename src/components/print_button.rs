//! A button that prints the page.

use super::button::Button;
use crate::{browser::print, i18n::Key};
use leptos::prelude::*;

/// Opens the browser's print dialog. Only the app draws it: a page without a script cannot print itself.
#[component]
pub(crate) fn PrintButton(
    /// What it says.
    label: Key,
    /// Its variant, such as `button--plain`.
    #[prop(optional)]
    variant: &'static str,
) -> impl IntoView {
    view! { <Button label=label variant=variant id="print" on_click=move |_| print::print()/> }
}
