//! About the app, with the data to take along.

use crate::{
    domain::{dataset::File, part::Part, route::Route, words::key},
    effects::{control::Control, download},
    html::{self, Act},
    state::app::App,
    ui::{
        later::{self, Screens},
        parts::{desk, tell, written},
    },
};
use leptos::{prelude::*, task::spawn_local};

/// The part.
struct About(App);

/// Reads what the page about the data shows.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_guide();
    Box::leak(Box::new(About(app)))
}

impl Screens for About {
    fn page(&self, _: &Route) -> AnyView {
        written(html::about::page(desk()))
    }

    fn title(&self, _: &Route) -> String {
        key::ABOUT_TITLE.text().to_owned()
    }

    fn perform(&self, act: Act, _: &web_sys::Event, control: &Control) {
        let file = File::named(&control.get("data-file")).filter(|_| act == Act::Save);
        let Some(file) = file else { return };
        let (app, control) = (self.0, control.clone());
        spawn_local(async move {
            // It holds the check as well.
            if file == File::Everything && !later::come(app, Part::Check).await {
                return tell(control, key::LATER_TEXT.text().to_owned());
            }
            let made = download::file(file.name(), file.kind(), &file.text(app.library));
            let said = if made { key::DATA_KEPT } else { key::DATA_REFUSED };
            tell(control, said.with(&[("file", file.name())]));
        });
    }
}
