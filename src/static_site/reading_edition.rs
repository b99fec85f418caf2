//! The reading edition: plain pages for phones without WebAssembly, browsers without scripts, search engines and link
//! previews, written when a release is built.
//!
//! Refuses: scripts, and anything a page without one cannot do.

use super::{Renderer, screen};
use crate::{
    components::{
        heading::HEADING, icons::Tunduk, link::Link, use_library, use_messages, view::each,
    },
    domain::{
        assessment::options::{Depth, Stage},
        case::CaseStudy,
        library::Library,
        route::{Route, Step},
    },
    i18n::{Key, Messages, key},
    state::render::{Edition, RenderContext, reading_file, use_render_context},
};
use leptos::prelude::*;

/// The policy of these pages: a style sheet and images, nothing that runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// A page of the edition.
struct Page {
    route: Route,
    title: String,
    description: String,
}

/// Every page: its file in [`super::READING_FOLDER`], and its text. `style`: the file of the style sheet, there too.
pub fn edition(
    library: &'static Library,
    messages: Messages,
    style: &str,
) -> Vec<(String, String)> {
    let context =
        RenderContext { wide: true, edition: Edition::Reading, ..RenderContext::default() };
    let renderer = Renderer::new(library, messages).in_context(context);
    let pages = pages_of(library, messages).into_iter().filter_map(|page| {
        let file = reading_file(&page.route)?;
        let route = page.route.clone();
        let style = style.to_owned();
        let html = renderer.render(&route, move || view! { <Document page=page style=style/> });
        Some((file, ["<!DOCTYPE html>", &html].concat()))
    });
    pages.collect()
}

fn pages_of(library: &Library, messages: Messages) -> Vec<Page> {
    let named = |route: Route, title: &str| Page {
        route,
        title: messages.fill(key::TITLE_PAGE, &[("page", title)]),
        description: title.to_owned(),
    };
    let mut pages = vec![Page {
        route: Route::home(),
        title: messages.text(key::TITLE_BROWSE).to_owned(),
        description: messages.text(key::HTML_DESCRIPTION).to_owned(),
    }];
    pages.extend(library.corpus.cases().iter().map(|case| Page {
        description: case.summary.clone(),
        ..named(Route::case(&case.slug), &case.title)
    }));
    let lists = [
        (Route::Glossary { at: None }, key::GLOSSARY_TITLE),
        (Route::Difficulties { at: None }, key::DIFFICULTIES_TITLE),
        (Route::Factors { at: None }, key::FACTORS_TITLE),
    ];
    pages.extend(lists.map(|(route, title)| named(route, messages.text(title))));
    for stage in Stage::ALL {
        for depth in Depth::ALL {
            let route = Route::Check(Step::Paper(*stage, *depth));
            pages.push(named(route, messages.text(key::PAPER_TITLE)));
        }
    }
    pages
}

/// A whole page around what it shows.
#[component]
fn Document(
    /// The page.
    page: Page,
    /// The file of the style sheet.
    style: String,
) -> impl IntoView {
    let messages = use_messages();
    let Page { route, title, description } = page;
    let kind = if matches!(route, Route::Case { .. }) { "article" } else { "website" };
    let content =
        if route == Route::home() { view! { <Cover/> }.into_any() } else { screen(&route) };
    view! {
        <html lang="en">
            <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content=POLICY/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="referrer" content="no-referrer"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{title.clone()}</title>
                <meta name="description" content=description.clone()/>
                {property("og:title", title)}
                {property("og:description", description)}
                {property("og:type", kind)}
                {property("og:site_name", messages.text(key::APP_NAME))}
                {property("og:locale", "en")}
                <link rel="icon" href="../icons/tunduk.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=style/>
            </head>
            <body>
                <a class="skip" href="#main">{messages.text(key::FRAME_SKIP)}</a>
                <Header current=route/>
                <main id="main" class="main" tabindex="-1">
                    <p class="notice">
                        {messages.text(key::READ_EDITION)}
                        " "
                        <a href="../">{messages.text(key::READ_TO_APP)}</a>
                    </p>
                    {content}
                </main>
                <footer class="foot">
                    <div class="felt" aria-hidden="true"></div>
                    <p>{messages.text(key::FOOT_DATE)}</p>
                </footer>
            </body>
        </html>
    }
}

/// What link previews read (the Open Graph protocol, <https://ogp.me>); `view!` knows no attribute of this name.
fn property(name: &'static str, content: impl Into<String>) -> impl IntoView {
    leptos::html::meta().attr("property", name).content(content.into())
}

/// The head, with the navigation of the edition.
#[component]
fn Header(
    /// The page that is shown.
    current: Route,
) -> impl IntoView {
    let (messages, context) = (use_messages(), use_render_context());
    let links: [(Route, Key); 4] = [
        (Route::home(), key::NAV_CASES),
        (Route::Difficulties { at: None }, key::NAV_DIFFICULTIES),
        (Route::Check(Step::Paper(Stage::Together, Depth::Quick)), key::NAV_CHECK),
        (Route::Glossary { at: None }, key::NAV_GLOSSARY),
    ];
    let links = each(links, move |(route, label)| {
        let here = (route == current).then_some("page");
        view! { <a href=context.href(&route) aria-current=here>{messages.text(label)}</a> }
    });
    view! {
        <header class="top">
            <div class="top__bar">
                <Link class="top__name" to=Route::home()>
                    <Tunduk/>
                    <span>{messages.text(key::APP_NAME)}</span>
                </Link>
                <nav class="top__nav" aria-label=messages.text(key::FRAME_NAV)>{links}</nav>
            </div>
            <div class="felt" aria-hidden="true"></div>
        </header>
    }
}

/// Every case with its place and what was gained.
#[component]
fn Cover() -> impl IntoView {
    let (messages, library) = (use_messages(), use_library());
    let cases = library.corpus.cases();
    view! {
        <section class="page">
            <h1 id=HEADING>{messages.text(key::BROWSE_TITLE)}</h1>
            <p class="lead">{messages.fill(key::BROWSE_LEAD, &[("n", &cases.len().to_string())])}</p>
            <ul class="cards">{each(cases, |case| view! { <CoverCard case=case/> })}</ul>
        </section>
    }
}

/// A case on the cover.
#[component]
fn CoverCard(
    /// The case.
    case: &'static CaseStudy,
) -> impl IntoView {
    let oblast = case.oblast();
    let label = |id| use_library().vocabulary.label(&["oblast"], id);
    view! {
        <li class="card" data-oblast=oblast>
            <p class="card__place">{oblast.map(label)}</p>
            <h2 class="card__title">
                <Link to=Route::case(&case.slug)>{case.title.as_str()}</Link>
            </h2>
            <p class="card__text">{case.point.text.as_str()}</p>
            <p class="card__org">{case.organisation.name.as_str()}</p>
        </li>
    }
}
