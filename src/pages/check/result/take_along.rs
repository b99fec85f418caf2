//! Paper and files to take along.

use super::super::files::{self, File};
use crate::{
    components::{
        button::Button,
        print_button::PrintButton,
        status::{Status, StatusText},
        use_library, use_messages,
    },
    i18n::key,
    state::{
        assessments::use_assessments,
        render::{Hosting, use_render_context},
    },
};
use leptos::prelude::*;

/// Buttons that print the result or make a file of it, and what came of that.
#[component]
pub(super) fn TakeAlong() -> impl IntoView {
    let (messages, list, check) = (use_messages(), &use_library().checklist, use_assessments());
    // Whatever is not taken along from somebody else's page is gone.
    let everything = use_render_context().hosting == Hosting::Embedded;
    let said = StatusText::new();
    let save = move |file| said.say(files::offer(check, list, messages, everything, file));
    view! {
        <section class="take">
            <h2>{messages.text(key::TAKE_TITLE)}</h2>
            <p class="small">{messages.text(key::TAKE_LEAD)}</p>
            <p class="small">{messages.text(key::TABLE_HINT)}</p>
            <div class="actions">
                <PrintButton label=key::RESULT_PRINT_SHORT short=true/>
                " "
                <PrintButton label=key::RESULT_PRINT variant="button--plain"/>
                " "
                <Button label=key::TAKE_JSON variant="button--plain" on_click=move |_| save(File::Json)/>
                " "
                <Button label=key::TAKE_CSV variant="button--plain" on_click=move |_| save(File::Csv)/>
                " "
                <Button
                    label=key::PLAN_CALENDAR
                    variant="button--plain"
                    on_click=move |_| save(File::Calendar)
                />
            </div>
            <Status text=said class="small"/>
        </section>
    }
}
