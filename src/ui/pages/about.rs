//! About the app, with the data to take along; and the code that shows it on somebody else's page.

use crate::{
    domain::{check_word, dataset::File, part::Part, route::Route, words::key},
    effects::{control::Control, digest, download},
    html::{self, Act},
    state::app::App,
    ui::{
        later::{self, Screens},
        pages::embed::Embed,
        parts::{desk, desk_of, tell, written},
    },
};
use leptos::{prelude::*, task::spawn_local};

/// The part.
struct About {
    app: App,
    embed: &'static Embed,
}

/// Reads what the page about the data shows.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_guide();
    Box::leak(Box::new(About { app, embed: Embed::begin(desk_of(app)) }))
}

impl Screens for About {
    fn page(&self, route: &Route) -> AnyView {
        match route {
            Route::Embed => self.embed.page(),
            _ => written(html::about::page(desk())),
        }
    }

    fn title(&self, route: &Route) -> String {
        let title = match route {
            Route::Embed => key::EMBED_TITLE,
            _ => key::ABOUT_TITLE,
        };
        title.text().to_owned()
    }

    fn typed(&self, event: &web_sys::Event) -> bool {
        let control = Control::of(event);
        let act = control.as_ref().and_then(|control| Act::from_id(&control.get("data-act")));
        if let Some(control) = control.as_ref().filter(|_| act == Some(Act::Choose)) {
            self.embed.choose(control);
            return true;
        }
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
        self.embed.perform(act, control);
        let file = File::named(&control.get("data-file")).filter(|_| act == Act::Save);
        let Some(file) = file else { return };
        let (app, control) = (self.app, control.clone());
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
