//! About the app, with the data to take along.

use crate::{
    browser::{control::Control, digest, download},
    domain::{check_word, dataset::File, library::Library, part::Part, route::Route, words::key},
    html::{self, Act},
    lazy::{self, Screens},
    state::app::App,
    written::{desk, tell, written},
};
use leptos::{prelude::*, task::spawn_local};

/// The part.
struct About(App);

/// The screen.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    Box::leak(Box::new(About(app)))
}

impl Screens for About {
    fn take_in(&self, library: &Library, json: &str) -> Option<()> {
        library.take_in_guide(json).ok()
    }

    fn page(&self, _: &Route) -> AnyView {
        written(html::about::page(desk()))
    }

    fn title(&self, _: &Route) -> String {
        key::ABOUT_TITLE.text().to_owned()
    }

    fn typed(&self, event: &web_sys::Event) -> bool {
        let control = Control::of(event);
        let act = control.as_ref().and_then(|control| Act::from_id(&control.get("data-act")));
        let Some(control) = control.filter(|_| act == Some(Act::CheckWord)) else { return false };
        let event = event.clone();
        spawn_local(async move {
            let word = digest::of_file(&event).await.map(|digest| check_word::of(&digest));
            let said = word.map_or_else(
                || key::FILE_NO_WORD.text().to_owned(),
                |word| key::FILE_WORD.with(&[("word", &word)]),
            );
            tell(control, said);
        });
        true
    }

    fn perform(&self, act: Act, _: &web_sys::Event, control: &Control) {
        let file = File::named(&control.get("data-file")).filter(|_| act == Act::Save);
        let Some(file) = file else { return };
        let (app, control) = (self.0, control.clone());
        spawn_local(async move {
            // It holds the check as well.
            if file == File::Everything && !lazy::come(app, Part::Check).await {
                return tell(control, key::LATER_TEXT.text().to_owned());
            }
            let made = download::file(file.name(), file.kind(), &file.text(app.library()));
            let said = if made { key::DATA_KEPT } else { key::DATA_REFUSED };
            tell(control, said.with(&[("file", file.name())]));
        });
    }
}
