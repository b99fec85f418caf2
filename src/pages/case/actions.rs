//! What can be done with the page of a case.

use crate::{
    components::{print_button::PrintButton, share_button::ShareButton},
    i18n::key,
};
use leptos::prelude::*;

/// To print the case, or to pass its address on.
#[component]
pub(super) fn CaseActions() -> impl IntoView {
    view! {
        <div class="case__actions">
            <PrintButton label=key::CASE_PRINT variant="button--plain"/>
            " "
            <ShareButton label=key::CASE_SHARE variant="button--plain"/>
        </div>
    }
}
