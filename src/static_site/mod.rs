//! Screens written to files by the components of the app: the first paint, the reading edition, and what the tests read.
//!
//! Refuses: anything that only a browser can tell. Nothing written here is hydrated; the app replaces it when it starts.

#![allow(unreachable_pub, reason = "the macro makes the properties of a component public")]

mod first_paint;
pub mod reading_edition;

use crate::{
    components::{results::Results, site_header::EmbeddedHeader},
    domain::{
        assessment::store::AssessmentStore,
        embed_options::EmbedBuilder,
        library::Library,
        listing::Listing,
        route::{Route, Step},
    },
    i18n::Messages,
    loader::DataFiles,
    pages::{
        self,
        about::AboutPage,
        browse::BrowsePage,
        case::CasePage,
        check::{self, PaperPage},
        embed_builder::{Choices, EmbedBuilderPage, RememberedChoices},
        factors::FactorsPage,
    },
    state::{
        app::{App, use_app},
        assessments::Assessments,
        browse::Browse,
        dialogs::Dialogs,
        language::{Asked, Language},
        render::{Edition, Hosting, RenderContext},
    },
};
use leptos::{prelude::*, reactive::owner::Owner};

pub use crate::{
    pages::about::ONE_FILE,
    state::{browse::announcement, render::READING_FOLDER},
};
pub use first_paint::first_paint;

/// What is written here fetches nothing.
static NO_FILES: DataFiles = DataFiles::NONE;

/// Writes screens as HTML.
#[derive(Clone, Copy, Debug)]
pub struct Renderer {
    library: &'static Library,
    messages: Messages,
    context: RenderContext,
}

impl Renderer {
    /// A renderer of the app's screens on a phone, as they are first drawn.
    pub fn new(library: &'static Library, messages: Messages) -> Self {
        Self { library, messages, context: RenderContext::default() }
    }

    /// The same for another context.
    #[must_use]
    pub fn in_context(self, context: RenderContext) -> Self {
        Self { context, ..self }
    }

    /// The same where the app stands elsewhere.
    #[must_use]
    pub fn hosted(self, hosting: Hosting) -> Self {
        self.in_context(RenderContext { hosting, ..self.context })
    }

    /// The same on a wide screen.
    #[must_use]
    pub fn wide(self) -> Self {
        self.in_context(RenderContext { wide: true, ..self.context })
    }

    /// The same for another edition.
    #[must_use]
    pub fn edition(self, edition: Edition) -> Self {
        self.in_context(RenderContext { edition, ..self.context })
    }

    /// The screen for a route, as it is first drawn.
    pub fn page(self, route: &Route) -> String {
        self.render(route, || screen(route))
    }

    /// A screen of the check over these checks and dialogs. `site`: the address of the app in full.
    pub fn check(
        self,
        store: &AssessmentStore,
        dialogs: &Dialogs,
        route: &Route,
        site: &str,
    ) -> String {
        let check = (store.clone(), dialogs.clone());
        let site = site.to_owned();
        self.render(route, || check::view(Assessments::holding(check.0, check.1), route, site))
    }

    /// The head in an iframe on another page. `full_address`: that of the present screen in the app in full;
    /// `carries_answers`: whether answers would be left behind by following it; `away`: whether the screen is another one than
    /// where the iframe began.
    pub fn embedded_header(
        self,
        full_address: &str,
        carries_answers: bool,
        entrance: &'static Route,
        away: bool,
    ) -> String {
        let full_address = full_address.to_owned();
        self.render(entrance, move || {
            view! {
                <EmbeddedHeader
                    full_address=Signal::stored(full_address)
                    carries_answers=carries_answers
                    entrance=entrance
                    away_from_entrance=away
                />
            }
        })
    }

    /// The page of a case with the words of a search marked, for a reader who came from the list `back`.
    pub fn case(self, slug: &str, query: &str, back: &Route) -> String {
        let route = Route::marked(slug, None, query);
        let (slug, query, back) = (slug.to_owned(), query.to_owned(), back.clone());
        self.render(&route, || view! { <CasePage slug=slug query=query back=back/> })
    }

    /// The list of cases, with what stands above it.
    pub fn results(self, listing: &Listing) -> String {
        self.render(&Route::home(), || {
            provide_context(Browse::fixed(use_app(), listing.clone()));
            view! { <Results/> }
        })
    }

    /// The page for partners with these choices.
    pub fn embed_builder(self, builder: EmbedBuilder) -> String {
        let remembered = RememberedChoices::new(Choices { builder, full_width: false });
        self.render(&Route::Embed, move || view! { <EmbedBuilderPage remembered=remembered/> })
    }

    /// What a view draws while a route is shown.
    pub(crate) fn render<V: IntoView>(self, route: &Route, draw: impl FnOnce() -> V) -> String {
        let html = Owner::new().with(|| {
            provide_context(self.library);
            provide_context(self.messages);
            provide_context(self.context);
            let language = Language::of(self.messages, self.library);
            provide_context(App::new(&NO_FILES, language, language, Asked::Shown, route.clone()));
            draw().into_view().to_html()
        });
        // What would tell the framework where its nodes begin; nobody hydrates these pages.
        html.replace("<!>", "").replace("<!--<() />-->", "")
    }
}

/// The screen for a route.
fn screen(route: &Route) -> AnyView {
    match route {
        Route::Browse { .. } => view! { <BrowsePage/> }.into_any(),
        Route::About => view! { <AboutPage/> }.into_any(),
        Route::Factors { at } => view! { <FactorsPage at=at.clone()/> }.into_any(),
        Route::Check(Step::Paper(stage, depth)) => {
            view! { <PaperPage stage=*stage depth=*depth/> }.into_any()
        }
        other => pages::with_cases(other),
    }
}
