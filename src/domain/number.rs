//! Numbers as people write them: 7,200 and 0.5.
//!
//! One place, because the comma and the point change with the language. Integer arithmetic only: the
//! general float formatter would cost a phone several kilobytes to print a few percentages.

/// Writes a number with thousands apart and at most two digits behind the point.
///
/// Range: up to nine million million; beyond that the nearest such number is written.
pub fn grouped(value: f64) -> String {
    let negative = value < 0.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, which is the documented behaviour"
    )]
    let hundredths = (value.abs() * 100.0 + 0.5) as u64;
    let mut out = whole(hundredths / 100);
    let rest = hundredths % 100;
    if rest > 0 {
        out.push('.');
        out.push(digit(rest / 10));
        if !rest.is_multiple_of(10) {
            out.push(digit(rest % 10));
        }
    }
    if negative {
        out.insert(0, '−');
    }
    out
}

/// Writes a number for machines: without commas, with a point and a plain minus.
pub fn plain(value: f64) -> String {
    grouped(value).replace(',', "").replace('−', "-")
}

/// Writes a whole number with thousands apart.
pub fn whole(mut value: u64) -> String {
    let mut backwards = Vec::new();
    loop {
        if backwards.len() % 4 == 3 {
            backwards.push(',');
        }
        backwards.push(digit(value % 10));
        value /= 10;
        if value == 0 {
            break;
        }
    }
    backwards.iter().rev().collect()
}

/// Reads a number as machines write it: digits, with a point or a minus where it needs one.
///
/// Range: up to fifteen digits, all of which a float holds; more are no number for us.
pub fn parse(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    if whole.is_empty() || part.is_empty() || digits.len() > 15 {
        return None;
    }
    let mut value = 0.0;
    for letter in whole.chars().chain(part.chars()) {
        value = value * 10.0 + f64::from(letter.to_digit(10)?);
    }
    // One division, so that nothing is rounded twice.
    let scale = part.chars().fold(1.0, |scale, _| scale * 10.0);
    Some(sign * value / scale)
}

fn digit(value: u64) -> char {
    char::from_digit(u32::try_from(value).unwrap_or(0), 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::{grouped, parse, plain};

    #[test]
    fn numbers_are_written_as_people_read_them() {
        for (value, text) in [
            (0.0, "0"),
            (7.0, "7"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (7200.0, "7,200"),
            (1_101_696.0, "1,101,696"),
            (0.5, "0.5"),
            (18.14, "18.14"),
            (2.05, "2.05"),
            (-3.0, "−3"),
        ] {
            assert_eq!(grouped(value), text);
        }
    }

    #[test]
    fn machines_read_numbers_without_commas() {
        for (value, text) in [(1_101_696.0, "1101696"), (0.5, "0.5"), (-3.0, "-3")] {
            assert_eq!(plain(value), text);
        }
    }

    #[test]
    fn what_machines_write_is_read_as_the_same_number() {
        for value in [0.0, 7.0, 7200.0, 1_101_696.5, 0.5, 18.14, 2.05, -3.0] {
            assert_eq!(parse(&plain(value)), Some(value));
        }
    }

    #[test]
    fn what_is_no_plain_number_is_not_read() {
        for text in ["", "-", ".5", "5.", "1e3", "1,000", "1.2.3", "--1", "1234567890123456"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
