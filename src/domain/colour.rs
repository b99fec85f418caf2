//! Colours, and whether people can read one on another.

/// A colour of a screen (sRGB): red, green and blue, from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The contrast that text needs (WCAG 2.2, 1.4.3).
pub const READABLE: f32 = 4.5;

const BLACK: Colour = Colour([0; 3]);
const WHITE: Colour = Colour([255; 3]);

impl Colour {
    /// Reads six hexadecimal digits, or three of which each counts twice, with or without `#`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits: Vec<u8> =
            text.strip_prefix('#').unwrap_or(text).chars().map(digit).collect::<Option<_>>()?;
        let part = |at: usize| match digits.len() {
            6 => Some(digits.get(2 * at)? * 16 + digits.get(2 * at + 1)?),
            3 => Some(digits.get(at)? * 17),
            _ => None,
        };
        Some(Self([part(0)?, part(1)?, part(2)?]))
    }

    /// Six hexadecimal digits.
    pub fn hex(self) -> String {
        let halves = self.0.iter().flat_map(|part| [part >> 4, part & 15]);
        halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
    }

    /// How bright it is, from 0 to 1 (WCAG 2.2, relative luminance). The curve of sRGB is that of a polynomial, which differs
    /// from it by less than 0.002: a power would weigh two kilobytes on a phone.
    pub fn luminance(self) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            part * (part * (part * 0.305_306_01 + 0.682_171_1) + 0.012_522_878)
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self, other: Self) -> f32 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// So many hundredths of the way to another colour.
    #[must_use]
    pub fn toward(self, other: Self, hundredths: u16) -> Self {
        let mut mixed = self.0;
        for (part, goal) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*part) * (100 - hundredths.min(100))
                + u16::from(goal) * hundredths.min(100);
            *part = u8::try_from(sum / 100).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// The same colour, darker or lighter by as much as it needs to be read on this ground; itself if it can be read there.
    #[must_use]
    pub fn readable_on(self, ground: Self) -> Self {
        let end = if ground.contrast(BLACK) > ground.contrast(WHITE) { BLACK } else { WHITE };
        let enough = |colour: &Self| colour.contrast(ground) > READABLE + MARGIN;
        (0..=20).map(|step| self.toward(end, step * 5)).find(enough).unwrap_or(end)
    }
}

/// More than the error of [`Colour::luminance`] can take away.
const MARGIN: f32 = 0.1;

fn digit(sign: char) -> Option<u8> {
    sign.to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Colours of the app's own pages in one theme, as `style/tokens.css` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageColours {
    /// The page.
    pub surface: Colour,
    /// Quiet areas, the ground on which text has the least contrast.
    pub quiet: Colour,
    /// Text.
    pub ink: Colour,
}

/// The light theme.
pub const LIGHT: PageColours = PageColours {
    surface: Colour([0xfa, 0xf5, 0xea]),
    quiet: Colour([0xf0, 0xe7, 0xd6]),
    ink: Colour([0x2b, 0x22, 0x1c]),
};

/// The dark theme.
pub const DARK: PageColours = PageColours {
    surface: Colour([0x1d, 0x19, 0x16]),
    quiet: Colour([0x33, 0x2c, 0x27]),
    ink: Colour([0xf3, 0xeb, 0xdd]),
};

/// The app's own accent in the light theme, which a partner's colour takes the place of.
pub const ACCENT: Colour = Colour([0x8e, 0x2b, 0x20]);

/// Text on the accent, and on the band at the head in both themes.
pub const BAND_INK: Colour = Colour([0xff, 0xf8, 0xee]);

/// The shades that a partner's colour stands for, in one of the two themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Actions, and links of the frame: readable on every ground of the page.
    pub strong: Colour,
    /// Text on it.
    pub ink: Colour,
    /// Quiet areas, on which the text of the page is readable.
    pub soft: Colour,
    /// The band at the head, on which its light text is readable.
    pub band: Colour,
}

impl Shades {
    /// The shades in the light theme, and in the dark one.
    pub fn of(accent: Colour) -> [Self; 2] {
        let shades = |ground: Colour, soft: u16, band: Colour| {
            let strong = accent.readable_on(ground);
            let ink = if strong.contrast(WHITE) > strong.contrast(BLACK) { WHITE } else { BLACK };
            Self { strong, ink, soft: strong.toward(ground, soft), band }
        };
        let band = accent.readable_on(BAND_INK);
        [shades(LIGHT.quiet, 88, band), shades(DARK.quiet, 80, band.toward(BLACK, 60))]
    }
}

#[cfg(test)]
mod tests {
    use super::{BLACK, Colour, READABLE, Shades, WHITE};

    /// The curve of sRGB as WCAG 2.2 has it.
    fn exact(colour: Colour) -> f32 {
        let [red, green, blue] = colour.0.map(|part| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: Colour, other: Colour) -> f32 {
        let (one, other) = (exact(one), exact(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn many() -> impl Iterator<Item = Colour> {
        let steps = || (0..=255).step_by(17);
        steps().flat_map(move |red| {
            steps().flat_map(move |green| steps().map(move |blue| Colour([red, green, blue])))
        })
    }

    #[test]
    fn a_colour_is_read_as_web_pages_write_it_and_nothing_else_is_one() {
        assert_eq!(Colour::parse("#8e2b20"), Some(Colour([0x8e, 0x2b, 0x20])));
        assert_eq!(Colour::parse(" 8E2B20 "), Some(Colour([0x8e, 0x2b, 0x20])));
        assert_eq!(Colour::parse("#fa0"), Some(Colour([0xff, 0xaa, 0x00])));
        for text in
            ["", "#", "red", "#12345", "#1234567", "##8e2b20", "8e2b2g", "кызыл", "#８e2b20"]
        {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for colour in many() {
            assert_eq!(Colour::parse(&colour.hex()), Some(colour));
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 0.1);
        for colour in many() {
            assert!((colour.luminance() - exact(colour)).abs() < 0.002, "{}", colour.hex());
        }
    }

    #[test]
    fn a_colour_that_can_be_read_is_left_as_it_is() {
        let madder = Colour([0x8e, 0x2b, 0x20]);
        assert_eq!(madder.readable_on(WHITE), madder);
    }

    #[test]
    fn whatever_colour_a_partner_has_everything_can_be_read() {
        let [light_ink, dark_ink] = [Colour([0x2b, 0x22, 0x1c]), Colour([0xf3, 0xeb, 0xdd])];
        let grounds = [["faf5ea", "fffdf8", "f0e7d6"], ["1d1916", "282320", "332c27"]]
            .map(|all| all.map(|hex| Colour::parse(hex).expect("a colour")));
        for accent in many() {
            for ((shades, ink), grounds) in
                Shades::of(accent).into_iter().zip([light_ink, dark_ink]).zip(grounds)
            {
                for (one, other) in
                    grounds.into_iter().map(|ground| (shades.strong, ground)).chain([
                        (shades.strong, shades.ink),
                        (ink, shades.soft),
                        (shades.band, Colour([0xff, 0xf8, 0xee])),
                    ])
                {
                    let contrast = contrast(one, other);
                    assert!(
                        contrast >= READABLE,
                        "{} {} on {}: {contrast}",
                        accent.hex(),
                        one.hex(),
                        other.hex()
                    );
                }
            }
        }
    }
}
