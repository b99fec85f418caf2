//! The head of every screen, with its navigation.

use super::{icons::Tunduk, link::Link, use_messages, view::each};
use crate::{
    browser::focus,
    domain::route::{Route, Step},
    i18n::{Key, key},
    state::render::use_render_context,
};
use leptos::prelude::*;

/// A section of the app that the navigation leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The list, and each case.
    Cases,
    /// What went wrong, and what helped.
    Difficulties,
    /// The readiness check.
    Check,
    /// All else.
    More,
}

impl Tab {
    /// All of them, in their order.
    const ALL: [Self; 4] = [Self::Cases, Self::Difficulties, Self::Check, Self::More];

    /// The section that a screen belongs to.
    pub(crate) fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Browse { .. } | Route::Case { .. } => Some(Self::Cases),
            Route::Difficulties { .. } | Route::Factors { .. } => Some(Self::Difficulties),
            Route::Check(_) => Some(Self::Check),
            Route::Glossary { .. } | Route::About | Route::Embed | Route::Offline | Route::More => {
                Some(Self::More)
            }
            Route::NotFound(_) => None,
        }
    }

    fn destination(self) -> (Route, Key) {
        match self {
            Self::Cases => (Route::home(), key::NAV_CASES),
            Self::Difficulties => (Route::Difficulties { at: None }, key::NAV_DIFFICULTIES),
            Self::Check => (Route::Check(Step::Start), key::NAV_CHECK),
            Self::More => (Route::More, key::NAV_MORE),
        }
    }
}

/// The way past the head, for the keyboard.
#[component]
pub(crate) fn SkipLink() -> impl IntoView {
    let skip = move |event: leptos::ev::MouseEvent| {
        // Not an address of the app.
        event.prevent_default();
        focus::focus("main", true);
    };
    view! { <a class="skip" href="#main" on:click=skip>{use_messages().text(key::FRAME_SKIP)}</a> }
}

/// The sign and the name of the app.
#[component]
fn Name() -> impl IntoView {
    view! {
        <Tunduk/>
        <span>{use_messages().text(key::APP_NAME)}</span>
    }
}

/// The head, with the section that is shown.
#[component]
pub(crate) fn SiteHeader(
    /// The section that the screen belongs to.
    #[prop(into)]
    current: Signal<Option<Tab>>,
    /// Whether a check is being answered: then the only way here is the one that stops it.
    #[prop(into)]
    answering: Signal<bool>,
) -> impl IntoView {
    let messages = use_messages();
    let context = use_render_context();
    let tabs = each(Tab::ALL, move |tab| {
        let (route, label) = tab.destination();
        view! {
            <a href=context.href(&route) aria-current=move || (current.get() == Some(tab)).then_some("page")>
                {messages.text(label)}
            </a>
        }
    });
    view! {
        <header class="top">
            <SkipLink/>
            <div class="top__bar">
                {move || {
                    if answering.get() {
                        view! { <span class="top__name"><Name/></span> }.into_any()
                    } else {
                        view! { <Link class="top__name" to=Route::home()><Name/></Link> }.into_any()
                    }
                }}
                <nav class="top__nav" aria-label=messages.text(key::FRAME_NAV) hidden=move || answering.get()>
                    {tabs}
                </nav>
                <p class="top__nav" hidden=move || !answering.get()>
                    <Link to=Route::Check(Step::Start)>{messages.text(key::FRAME_CLOSE)}</Link>
                </p>
            </div>
            <div class="felt" aria-hidden="true"></div>
        </header>
    }
}

/// The head in an iframe on another page: the name, the way to the app in full, and back to where the iframe began.
#[component]
pub(crate) fn EmbeddedHeader(
    /// The address of the present screen in the app in full.
    #[prop(into)]
    full_address: Signal<String>,
    /// Whether answers would be left behind by following it: then they are shown first, to go along.
    #[prop(into)]
    carries_answers: Signal<bool>,
    /// Where the iframe began.
    entrance: &'static Route,
    /// Whether the screen is another one.
    #[prop(into)]
    away_from_entrance: Signal<bool>,
) -> impl IntoView {
    let messages = use_messages();
    let context = use_render_context();
    let back = move || {
        away_from_entrance.get().then(|| {
            view! { <a href=context.href(entrance)>{messages.text(key::FRAME_BACK)}</a> }
        })
    };
    let full = move || {
        if carries_answers.get() {
            let carry = context.href(&Route::Check(Step::Carry));
            view! { <a href=carry>{messages.text(key::FRAME_FULL)}</a> }.into_any()
        } else {
            view! {
                <a href=move || full_address.get() target="_blank" rel="noopener">
                    {messages.text(key::FRAME_FULL)}
                    <span class="unseen">" " {messages.text(key::FRAME_NEW_TAB)}</span>
                </a>
            }
            .into_any()
        }
    };
    view! {
        <header class="top top--framed">
            <SkipLink/>
            <div class="top__bar">
                <span class="top__name"><Name/></span>
                <p class="top__nav">{back} {full}</p>
            </div>
            <div class="felt" aria-hidden="true"></div>
        </header>
    }
}
