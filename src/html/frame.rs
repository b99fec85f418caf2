//! What stands around every page: the head with its navigation, and the foot.

use super::{
    Act,
    parts::{link, tunduk},
};
use crate::domain::{
    route::{Route, Step},
    words::{Key, key},
};
use maud::html;

/// A part of the app that the navigation leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The list, and each case.
    Cases,
    /// What went wrong, and what helped.
    Difficulties,
    /// The readiness check.
    Check,
    /// Local words.
    Words,
    /// About the app.
    About,
}

impl Tab {
    /// All of them, in their order.
    const ALL: [Self; 5] = [Self::Cases, Self::Difficulties, Self::Check, Self::Words, Self::About];

    /// The tab that a page belongs to.
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Browse { .. } | Route::Case { .. } => Some(Self::Cases),
            Route::Difficulties { .. } | Route::Factors { .. } => Some(Self::Difficulties),
            Route::Check(_) => Some(Self::Check),
            Route::Glossary { .. } => Some(Self::Words),
            Route::About | Route::Embed => Some(Self::About),
            Route::Offline | Route::NotFound(_) => None,
        }
    }

    fn leads_to(self) -> (Route, Key) {
        match self {
            Self::Cases => (Route::home(), key::NAV_CASES),
            Self::Difficulties => (Route::Difficulties { at: None }, key::NAV_DIFFICULTIES),
            Self::Check => (Route::Check(Step::Start), key::NAV_CHECK),
            Self::Words => (Route::Glossary { at: None }, key::NAV_GLOSSARY),
            Self::About => (Route::About, key::NAV_ABOUT),
        }
    }
}

/// The head, with the tab that is shown.
pub fn head(here: Option<Tab>) -> String {
    html! {
        header .top {
            a .skip href="#main" data-act=(Act::Skip.id()) { (key::FRAME_SKIP.text()) }
            div .top__bar {
                a .top__name href=(Route::home().address()) { (tunduk()) span { (key::APP_NAME.text()) } }
                nav .top__nav aria-label=(key::FRAME_NAV.text()) {
                    @for tab in Tab::ALL {
                        @let (route, label) = tab.leads_to();
                        a href=(route.address()) aria-current=[(here == Some(tab)).then_some("page")] {
                            (label.text())
                        }
                    }
                }
            }
            div .felt aria-hidden="true" {}
        }
    }
    .into_string()
}

/// The head in a frame on another page: the name, the way to the app in full, and back to where the frame began.
/// `full`: the address of the present screen in full. `entrance`: where the frame began, unless that is here.
pub fn framed_head(full: &str, entrance: Option<&Route>) -> String {
    html! {
        header .top .top--framed {
            a .skip href="#main" data-act=(Act::Skip.id()) { (key::FRAME_SKIP.text()) }
            div .top__bar {
                span .top__name { (tunduk()) span { (key::APP_NAME.text()) } }
                p .top__nav {
                    @if let Some(entrance) = entrance {
                        a href=(entrance.address()) { (key::FRAME_BACK.text()) }
                    }
                    // What was answered here and cannot be kept is shown before it goes along.
                    @if full.starts_with('#') {
                        a href=(full) { (key::FRAME_FULL.text()) }
                    } @else {
                        a href=(full) target="_blank" rel="noopener" data-act=(Act::Full.id()) {
                            (key::FRAME_FULL.text()) span .unseen { " " (key::FRAME_NEW_TAB.text()) }
                        }
                    }
                }
            }
            div .felt aria-hidden="true" {}
        }
    }
    .into_string()
}

/// The foot: as of when, what stays on the phone, and two links.
pub fn foot() -> String {
    html! {
        footer .foot {
            div .felt aria-hidden="true" {}
            p { (key::FOOT_DATE.text()) }
            p { (key::FOOT_PRIVACY.text()) }
            p .foot__links {
                (link(&Route::About, key::NAV_ABOUT.text())) " "
                (link(&Route::Offline, key::FOOT_OFFLINE.text()))
            }
        }
    }
    .into_string()
}
