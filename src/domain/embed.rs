//! Ashar in a frame on a partner's page: what that page settles, and what both tell each other.
//!
//! A frame is a stranger's page around ours. What it settles cannot do harm: it chooses colours. What it is told holds no
//! answer.

use super::{
    address::{encode, parameters},
    colour::Colour,
};

/// The version of what is told, in both directions. A message of another one is not taken.
pub const VERSION: u32 = 1;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the phone has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in addresses and messages.
    pub fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// What a page settles for a frame: what stands between `?` and `#` in its address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The partner's colour, as it came; on the screen it is made readable first ([`super::colour::Shades`]).
    pub accent: Option<Colour>,
    /// Whether the frame is always as high as what is in it, so that not it but the page around it scrolls.
    pub grows: bool,
    /// The origin of the page around it, such as `https://example.kg`: who may tell something.
    pub host: Option<String>,
}

impl Settings {
    /// Reads them. What is not understood is as if it were not there.
    pub fn parse(query: &str) -> Self {
        let all = parameters(query.strip_prefix('?').unwrap_or(query));
        let value = |name: &str| {
            let found = all.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
        };
        Self {
            theme: value("theme").and_then(Theme::from_id).unwrap_or_default(),
            accent: value("accent").and_then(Colour::parse),
            grows: value("height") == Some("auto"),
            host: value("host").map(str::to_owned),
        }
    }

    /// Writes them, without `?`; empty where all is as it is without them.
    pub fn query(&self) -> String {
        let mut all = Vec::new();
        if self.theme != Theme::Auto {
            all.push(["theme=", self.theme.id()].concat());
        }
        all.extend(self.accent.map(|accent| ["accent=", &accent.hex()].concat()));
        if self.grows {
            all.push("height=auto".to_owned());
        }
        all.extend(self.host.as_deref().map(|host| ["host=", &encode(host)].concat()));
        all.join("&")
    }
}

/// What the page around is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutgoingMessage {
    /// The app answers.
    Ready,
    /// How high the content is, in CSS pixels.
    Height(u32),
    /// How far below the upper edge of the frame the reader is to be, in CSS pixels.
    Scroll(u32),
    /// A result was shown. Nothing of what was answered.
    CheckCompleted,
}

impl OutgoingMessage {
    /// The type of the message.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Ready => "ashar:ready",
            Self::Height(_) => "ashar:height",
            Self::Scroll(_) => "ashar:scroll",
            Self::CheckCompleted => "ashar:check-completed",
        }
    }

    /// The name and value that it carries beside its type and version.
    pub fn carries(self) -> Option<(&'static str, u32)> {
        match self {
            Self::Height(height) => Some(("height", height)),
            Self::Scroll(top) => Some(("top", top)),
            Self::Ready | Self::CheckCompleted => None,
        }
    }
}

/// What the page around may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncomingMessage {
    /// To be told again that the app answers, and how high it is: that page has only now begun to listen.
    Hello,
    /// Another theme.
    Theme(Theme),
}

impl IncomingMessage {
    /// Understands a message by its type, its version and the theme it names, if it is one of those that are documented.
    pub fn read(kind: &str, version: f64, theme: &str) -> Option<Self> {
        // Written as a whole number, so that nothing is lost.
        #[expect(clippy::float_cmp, reason = "a version is a whole number")]
        if version != f64::from(VERSION) {
            return None;
        }
        match kind {
            "ashar:hello" => Some(Self::Hello),
            "ashar:theme" => Theme::from_id(theme).map(Self::Theme),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{IncomingMessage, OutgoingMessage, Settings, Theme};
    use crate::domain::colour::Colour;

    #[test]
    fn what_is_settled_is_read_again_as_it_was_written() {
        for theme in Theme::ALL {
            for grows in [false, true] {
                for host in [None, Some("https://example.kg:8080".to_owned())] {
                    for accent in [None, Some(Colour([0, 0x7a, 0xff]))] {
                        let settings = Settings { theme, accent, grows, host: host.clone() };
                        assert_eq!(Settings::parse(&settings.query()), settings);
                        assert_eq!(Settings::parse(&["?", &settings.query()].concat()), settings);
                    }
                }
            }
        }
    }

    #[test]
    fn where_nothing_is_settled_nothing_is_written() {
        assert_eq!(Settings::default().query(), "");
        assert_eq!(Settings::parse(""), Settings::default());
    }

    #[test]
    fn what_is_not_understood_is_as_if_it_were_not_there() {
        for query in [
            "theme=blue",
            "accent=red",
            "accent=",
            "height=tall",
            "host=",
            "&&=&?",
            "theme",
            "utm_source=x",
            "%ff=%zz",
        ] {
            assert_eq!(Settings::parse(query), Settings::default(), "{query}");
        }
    }

    #[test]
    fn only_documented_messages_of_this_version_are_taken() {
        assert_eq!(IncomingMessage::read("ashar:hello", 1.0, ""), Some(IncomingMessage::Hello));
        assert_eq!(
            IncomingMessage::read("ashar:theme", 1.0, "dark"),
            Some(IncomingMessage::Theme(Theme::Dark))
        );
        for (kind, version, theme) in [
            ("ashar:hello", 2.0, ""),
            ("ashar:hello", f64::NAN, ""),
            ("ashar:hello", 1.5, ""),
            ("ashar:theme", 1.0, "blue"),
            ("ashar:theme", 1.0, ""),
            ("ashar:erase", 1.0, ""),
            ("hello", 1.0, ""),
            ("", 1.0, ""),
        ] {
            assert_eq!(
                IncomingMessage::read(kind, version, theme),
                None,
                "{kind} {version} {theme}"
            );
        }
    }

    #[test]
    fn what_is_told_carries_one_number_at_most() {
        let all = [
            OutgoingMessage::Ready,
            OutgoingMessage::Height(812),
            OutgoingMessage::Scroll(40),
            OutgoingMessage::CheckCompleted,
        ];
        let told = all.map(|told| (told.kind(), told.carries()));
        assert_eq!(
            told,
            [
                ("ashar:ready", None),
                ("ashar:height", Some(("height", 812))),
                ("ashar:scroll", Some(("top", 40))),
                ("ashar:check-completed", None),
            ]
        );
    }
}
