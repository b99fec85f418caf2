//! What a partner chooses on the page that makes the code for their own site, and what follows from it: where the code leads,
//! and how the frame looks. The code itself is written by `embed_snippet`.

use super::{
    address::encode,
    colour::{Colour, Shades},
    corpus::Corpus,
    embed::{OutgoingMessage, Settings, Theme, VERSION},
    filter::Selection,
    route::{Route, Step},
    vocabulary::Facet,
};

/// The release that this app is of, and the folder in which a host keeps a copy of it.
pub const RELEASE: &str = env!("CARGO_PKG_VERSION");

/// The script of the element, beside the app.
pub const SCRIPT: &str = "embed.js";

/// What the frame begins with. The ids are the values of the element's attribute `view`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The readiness check: what most partners come for.
    #[default]
    Check,
    /// The list of cases, perhaps filtered.
    Browse,
    /// One case.
    Case,
    /// The local words.
    Glossary,
    /// What a search finds.
    Search,
}

impl View {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Check, Self::Browse, Self::Case, Self::Glossary, Self::Search];

    /// Its name in the element.
    pub fn id(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Browse => "browse",
            Self::Case => "case",
            Self::Glossary => "glossary",
            Self::Search => "search",
        }
    }
}

/// How high the frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    /// As high as what is in it.
    Auto,
    /// So many CSS pixels.
    Fixed(usize),
    /// What was typed is no height.
    Unclear,
}

/// The least and the greatest height that is taken: below, nothing can be read; above, somebody mistyped.
pub const HEIGHTS: (usize, usize) = (200, 5000);

/// What can be chosen for the height, besides typing one.
pub const PRESETS: [(&str, usize); 3] = [("phone", 600), ("column", 800), ("page", 1000)];

/// How high a frame is that no script makes grow, where nothing was chosen.
pub const PLAIN: usize = 800;

/// What a partner's colour becomes in a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContrastAdjustment {
    /// It can be read as it is.
    Kept,
    /// It is too bright for its ground.
    Darker(Colour),
    /// It is too dark for its ground.
    Lighter(Colour),
}

/// The colour that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accent {
    /// None: Ashar's own.
    Own,
    /// What was typed is no colour.
    Unclear,
    /// This one.
    Given(Colour),
}

/// What becomes of a colour where the page is light, and where it is dark.
pub fn contrast_adjustments(accent: Colour) -> [ContrastAdjustment; 2] {
    Shades::of(accent).map(|shades| {
        let used = shades.strong;
        if used == accent {
            ContrastAdjustment::Kept
        } else if used.luminance() < accent.luminance() {
            ContrastAdjustment::Darker(used)
        } else {
            ContrastAdjustment::Lighter(used)
        }
    })
}

/// What a partner has chosen, as it was chosen and typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EmbedOptions {
    /// What the frame begins with.
    pub view: View,
    /// The slug of the case.
    pub case: String,
    /// A value of the filter, or nothing.
    pub topic: String,
    /// A value of the filter, or nothing.
    pub oblast: String,
    /// What is searched for.
    pub query: String,
    /// Light or dark.
    pub theme: Theme,
    /// A colour, as it was typed.
    pub accent: String,
    /// The id of one of [`PRESETS`], `other`, or nothing for a height that grows.
    pub size: String,
    /// Another height, as it was typed.
    pub other: String,
    /// Whether the frame is to stay as this release has it.
    pub frozen: bool,
}

impl EmbedOptions {
    /// Takes one choice, by the name of its field. Says whether there is such a field.
    pub fn choose(&mut self, name: &str, value: &str) -> bool {
        let field = match name {
            "case" => &mut self.case,
            "topic" => &mut self.topic,
            "oblast" => &mut self.oblast,
            "query" => &mut self.query,
            "accent" => &mut self.accent,
            "size" => &mut self.size,
            "other" => &mut self.other,
            "view" => {
                let view = View::ALL.into_iter().find(|view| view.id() == value);
                self.view = view.unwrap_or_default();
                return true;
            }
            "theme" => {
                self.theme = Theme::from_id(value).unwrap_or_default();
                return true;
            }
            "release" => {
                self.frozen = value == "frozen";
                return true;
            }
            _ => return false,
        };
        value.clone_into(field);
        true
    }

    /// The filters of the list.
    pub fn selection(&self) -> Selection {
        let chosen = [(Facet::Topic, &self.topic), (Facet::Oblast, &self.oblast)];
        let chosen = chosen.into_iter().filter(|(_, value)| !value.is_empty());
        chosen.fold(Selection::default(), |all, (facet, value)| all.with(facet, value))
    }

    /// The screen that the frame begins with.
    pub fn route(&self) -> Route {
        match self.view {
            View::Check => Route::Check(Step::Start),
            View::Browse => Route::Browse { query: String::new(), selection: self.selection() },
            View::Case if self.case.is_empty() => Route::home(),
            View::Case => Route::case(&self.case),
            View::Glossary => Route::Glossary { at: None },
            View::Search => Route::Browse {
                query: self.query.trim().to_owned(),
                selection: Selection::default(),
            },
        }
    }

    /// The colour.
    pub fn accent(&self) -> Accent {
        if self.accent.trim().is_empty() {
            return Accent::Own;
        }
        Colour::parse(&self.accent).map_or(Accent::Unclear, Accent::Given)
    }

    /// The height.
    pub fn height(&self) -> Height {
        let preset = PRESETS.into_iter().find(|(id, _)| *id == self.size);
        match (preset, &*self.size) {
            (Some((_, pixels)), _) => Height::Fixed(pixels),
            (None, "other") => {
                let (least, most) = HEIGHTS;
                let typed = self.other.trim().parse().ok();
                let fits = typed.filter(|pixels| (least..=most).contains(pixels));
                fits.map_or(Height::Unclear, Height::Fixed)
            }
            _ => Height::Auto,
        }
    }

    /// What the address of a plain frame settles. It cannot grow, so what is in it scrolls.
    pub fn settings(&self) -> Settings {
        let accent = match self.accent() {
            Accent::Given(accent) => Some(accent),
            Accent::Own | Accent::Unclear => None,
        };
        Settings { theme: self.theme, accent, grows: false, host: None }
    }

    /// The address of a plain frame. `base`: where the app is, as [`Deployment`] tells it.
    pub fn address(&self, base: &str) -> String {
        self.address_with(base, &self.settings())
    }

    /// The address of the frame of a preview, which stands on a page of this `origin` and grows if it is to.
    pub fn preview(&self, base: &str, origin: &str) -> String {
        let grows = self.height() == Height::Auto;
        let settings = Settings { grows, host: Some(origin.to_owned()), ..self.settings() };
        self.address_with(base, &settings)
    }

    fn address_with(&self, base: &str, settings: &Settings) -> String {
        let settings = settings.query();
        let mark = if settings.is_empty() { "" } else { "?" };
        [base, "/", mark, &settings, &self.route().address()].concat()
    }

    /// The attributes of the custom element, with their values. What is left out is as if nothing had been chosen.
    pub fn element_attributes(&self) -> Vec<(&'static str, String)> {
        let mut all = vec![("view", self.view.id().to_owned())];
        match self.view {
            View::Case => all.push(("case", self.case.clone())),
            View::Browse => {
                let selection = self.selection();
                all.extend(selection.iter().map(|(facet, value)| (facet.id(), value.to_owned())));
            }
            View::Search => all.push(("query", self.query.trim().to_owned())),
            View::Check | View::Glossary => {}
        }
        let settings = self.settings();
        if settings.theme != Theme::Auto {
            all.push(("theme", settings.theme.id().to_owned()));
        }
        all.extend(settings.accent.map(|accent| ("accent", accent.hex())));
        if let Height::Fixed(pixels) = self.height() {
            all.push(("height", pixels.to_string()));
        }
        all.retain(|(_, value)| !value.is_empty());
        all
    }

    /// The height of a plain iframe, in CSS pixels.
    pub fn iframe_height(&self) -> usize {
        match self.height() {
            Height::Fixed(pixels) => pixels,
            Height::Auto | Height::Unclear => PLAIN,
        }
    }
}

/// Where the app is served from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// The address of its folder, without a slash at the end.
    pub base: String,
    /// The release whose folder this is, if it is one that its host never changes.
    pub release: Option<String>,
}

impl Deployment {
    /// Reads the address of the page, with whatever stands behind it.
    pub fn of(address: &str) -> Self {
        let page = address.split('#').next().unwrap_or_default();
        let page = page.split('?').next().unwrap_or_default();
        let base = page.rsplit_once('/').map_or(page, |(folder, _)| folder).to_owned();
        let release = base
            .rsplit_once('/')
            .filter(|(folder, name)| folder.ends_with("/v") && is_release(name));
        let release = release.map(|(_, release)| release.to_owned());
        Self { base, release }
    }

    /// The folder in which the host may keep this release for ever.
    pub fn kept(&self) -> String {
        [&self.base, "/v/", &encode(RELEASE)].concat()
    }

    /// The host, as browsers name it to each other.
    pub fn origin(&self) -> &str {
        // What stands before the third slash.
        let slashes = self.base.bytes().enumerate().filter(|(_, sign)| *sign == b'/');
        let end = slashes.map(|(end, _)| end).nth(2);
        end.and_then(|end| self.base.get(..end)).unwrap_or(&self.base)
    }
}

/// Whether this is how releases are called: `1.0.2`, `0.3.0-rc.1`.
fn is_release(text: &str) -> bool {
    let known = |sign: u8| sign.is_ascii_alphanumeric() || b".-+".contains(&sign);
    text.starts_with(|sign: char| sign.is_ascii_digit())
        && text.contains('.')
        && text.bytes().all(known)
}

/// Whether the host keeps old releases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PinnedRelease {
    /// Nobody has asked.
    #[default]
    Unknown,
    /// It is being asked.
    Checking,
    /// It does.
    Available,
    /// It does not.
    Missing,
    /// It could not be reached.
    Unreachable,
}

/// The whole screen: what is chosen, and where the app is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedBuilder {
    /// What is chosen.
    pub options: EmbedOptions,
    /// Where the app is.
    pub deployment: Deployment,
    /// Whether its host keeps this release.
    pub pinned_release: PinnedRelease,
}

impl EmbedBuilder {
    /// What the page begins with: the check, and the first case for whoever wants one. `address`: of the app's own page.
    pub fn at(address: &str, corpus: &Corpus) -> Self {
        let case = corpus.cases().first().map(|case| case.slug.clone());
        Self {
            options: EmbedOptions { case: case.unwrap_or_default(), ..EmbedOptions::default() },
            deployment: Deployment::of(address),
            pinned_release: PinnedRelease::default(),
        }
    }

    /// Where the code leads: to the kept release only where there is one, so that nobody pastes what leads nowhere.
    pub fn base(&self) -> String {
        if self.is_frozen() { self.deployment.kept() } else { self.deployment.base.clone() }
    }

    /// Whether the code stays as this release has it.
    pub fn is_frozen(&self) -> bool {
        self.deployment.release.is_none()
            && self.options.frozen
            && self.pinned_release == PinnedRelease::Available
    }

    /// Whether the host is to be asked now: once, and again only where it could not be reached.
    pub fn asks(&self) -> bool {
        self.options.frozen
            && matches!(self.pinned_release, PinnedRelease::Unknown | PinnedRelease::Unreachable)
    }

    /// Takes the host's answer. Where it keeps no release the choice goes back to what there is.
    pub fn answered(&mut self, pinned_release: PinnedRelease) {
        self.pinned_release = pinned_release;
        self.options.frozen &= pinned_release == PinnedRelease::Available;
    }
}

/// The height that a message from the frame tells, in CSS pixels, if it is one of ours. Bounded: a frame that went mad is not
/// to make the page endless.
pub fn reported_height(kind: &str, version: f64, height: f64) -> Option<usize> {
    /// More than the longest screen has on the narrowest phone.
    const MOST: f64 = 60_000.0;
    // Written as a whole number, so that nothing is lost.
    #[expect(clippy::float_cmp, reason = "a version is a whole number")]
    let ours = kind == OutgoingMessage::Height(0).kind() && version == f64::from(VERSION);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 60,000")]
    (ours && (1.0..=MOST).contains(&height)).then(|| height.ceil() as usize)
}
