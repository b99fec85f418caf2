//! Ashar on somebody else's page: takes what a partner chooses, and shows the code and, when asked, a preview.

use crate::{
    browser::{control::Control, focus, location, page, preview, remote, share, timer},
    domain::{
        route::Route,
        snippet::{Accent, Height, Keeps, Offer, SCRIPT, told_height},
        words::key,
    },
    html::{self, Act, Desk, Place, embed::Said},
    lazy::Screens,
    state::app::App,
    written::{desk_of, tell, then_focus, written},
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Reads what partners can choose from.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    Box::leak(Box::new(Screen(Embed::begin(desk_of(app)))))
}

/// The screen, which lives as long as the page.
struct Screen(&'static Embed);

impl Screens for Screen {
    fn page(&self, _: &Route) -> AnyView {
        self.0.page()
    }

    fn title(&self, _: &Route) -> Option<String> {
        Some(key::EMBED_TITLE.text().to_owned())
    }

    fn typed(&self, event: &web_sys::Event) -> bool {
        let control = Control::of(event);
        let chosen =
            |control: &Control| Act::from_id(&control.get("data-act")) == Some(Act::Choose);
        let control = control.filter(chosen);
        if let Some(control) = &control {
            self.0.choose(control);
        }
        control.is_some()
    }

    fn perform(&self, act: Act, _: &web_sys::Event, control: &Control) {
        self.0.perform(act, control);
    }
}

/// How long nobody must have typed before what came of it is said, in milliseconds.
const PAUSE: i32 = 700;

/// How high the preview is before the app in it has told how high it wants to be.
const BEFORE: usize = 600;

/// The screen: written once, and kept in step by hand, which weighs less on a phone than a reactive one.
struct Embed(Mutex<Held>);

struct Held {
    desk: Desk<'static>,
    offer: Offer,
    /// What stands in the elements that change.
    said: Vec<Said>,
    /// The address that the preview shows, if it is shown.
    shown: Option<String>,
    narrow: bool,
}

impl Embed {
    /// The screen with nothing chosen yet.
    fn begin(desk: Desk<'static>) -> &'static Self {
        let embed: &'static Self = Box::leak(Box::new(Self(Mutex::new(Held {
            desk,
            offer: html::embed::first(desk, &location::site()),
            said: Vec::new(),
            shown: None,
            narrow: true,
        }))));
        preview::listen(html::embed::FRAME, move |kind, version, height| {
            if let Some(height) = told_height(kind, version, height) {
                embed.grow(height);
            }
        });
        embed
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The page, with what was chosen when it was last left.
    fn page(&self) -> AnyView {
        let mut held = self.held();
        held.shown = None;
        held.said.clear();
        written(if held.desk.place == Place::File {
            html::embed::page_in_one_file()
        } else {
            html::embed::page(held.desk, &held.offer)
        })
    }

    /// Takes a choice.
    fn choose(&'static self, control: &Control) {
        let (name, value) = (control.get("name"), control.value());
        let mut held = self.held();
        if name == "width" {
            held.narrow = value == "phone";
            let width = if held.narrow { html::embed::NARROW } else { html::embed::WIDE };
            return page::attribute(html::embed::FRAME, "width", width);
        }
        held.offer.wish.choose(&name, &value);
        if name == "accent" {
            held.accent(control);
        }
        if held.offer.asks() {
            held.offer.keeps = Keeps::Asking;
            let folder = held.offer.place.kept();
            spawn_local(async move {
                let script = [&folder, "/", SCRIPT].concat();
                self.asked(remote::has(&script, "javascript").await);
            });
        }
        held.show();
        drop(held);
        timer::settle(PAUSE, Box::new(|| self.held().settle()));
    }

    /// Takes the host's answer whether it keeps this release.
    fn asked(&self, has: Option<bool>) {
        let mut held = self.held();
        held.offer.answered(match has {
            Some(true) => Keeps::Yes,
            Some(false) => Keeps::No,
            None => Keeps::Unreached,
        });
        if held.offer.keeps != Keeps::Yes {
            let is_there = focus::current().as_deref() == Some(html::embed::FROZEN);
            page::put(html::embed::RELEASES, &html::embed::releases(&held.offer));
            if is_there {
                then_focus(html::embed::CURRENT.to_owned());
            }
        }
        held.show();
        held.settle();
    }

    /// Does what a button asks for.
    fn perform(&self, act: Act, control: &Control) {
        match act {
            Act::Copy => {
                let (control, from) = (control.clone(), control.get("data-from"));
                let copying = share::copy(&page::text_of(&from));
                spawn_local(async move {
                    let copied = match copying {
                        Some(copying) => copying.await.is_ok(),
                        None => false,
                    };
                    if !copied {
                        focus::select(&from);
                    }
                    let said = if copied { key::EMBED_COPIED } else { key::EMBED_BY_HAND };
                    tell(control, said.text().to_owned());
                });
            }
            Act::Preview => {
                let mut held = self.held();
                page::put(html::embed::PREVIEW, &html::embed::preview(held.narrow));
                held.shown = Some(String::new());
                held.follow();
                then_focus(html::embed::PREVIEW_TITLE.to_owned());
            }
            _ => {}
        }
    }

    /// Makes the preview as high as what is in it.
    fn grow(&self, height: usize) {
        if self.held().offer.wish.height() == Height::Auto {
            page::attribute(html::embed::FRAME, "height", &height.to_string());
        }
    }
}

impl Held {
    /// Keeps both fields of the colour in step, the one that is used as it is.
    fn accent(&self, used: &Control) {
        let accent = self.offer.wish.accent();
        let picked = used.get("id") == html::embed::PICKER;
        if let Accent::Given(colour) = accent {
            let hex = colour.hex();
            if picked {
                page::fill(html::embed::ACCENT, &hex);
            } else {
                page::fill(html::embed::PICKER, &["#", &hex].concat());
            }
        }
    }

    /// Shows at once what a choice changes.
    fn show(&mut self) {
        let (shown, said) = html::embed::news(self.desk, &self.offer);
        for (id, shown) in shown {
            page::show(id, shown);
        }
        self.put(said);
    }

    /// Says and shows what a choice changes, now that the person has stopped typing.
    fn settle(&mut self) {
        self.put(html::embed::sayings(self.desk, &self.offer));
        let wish = &self.offer.wish;
        let mark =
            |id, wrong| page::attribute(id, "aria-invalid", if wrong { "true" } else { "false" });
        mark(html::embed::ACCENT, wish.accent() == Accent::Unclear);
        mark(html::embed::OTHER, wish.height() == Height::Unclear && !wish.other.is_empty());
        self.follow();
    }

    /// Writes what is not there yet: a screen reader would read it out again.
    fn put(&mut self, said: Vec<Said>) {
        for (id, text) in said {
            let known = self.said.iter_mut().find(|(known, _)| *known == id);
            if known.as_ref().is_none_or(|(_, known)| *known != text) {
                page::put(id, &text);
                match known {
                    Some((_, known)) => *known = text,
                    None => self.said.push((id, text)),
                }
            }
        }
    }

    /// Lets the preview follow, if it is shown.
    fn follow(&mut self) {
        let Some(shown) = &self.shown else { return };
        let place = &self.offer.place;
        let address = self.offer.wish.preview(&self.offer.base(), place.origin());
        let fixed = match self.offer.wish.height() {
            Height::Fixed(pixels) => Some(pixels),
            Height::Auto | Height::Unclear => None,
        };
        if *shown == address {
            if let Some(height) = fixed {
                page::attribute(html::embed::FRAME, "height", &height.to_string());
            }
            return;
        }
        let height = fixed.unwrap_or(BEFORE);
        let frame = html::embed::preview_frame(&address, height, self.narrow);
        page::put(html::embed::FRAME_PLACE, &frame);
        self.shown = Some(address);
    }
}
