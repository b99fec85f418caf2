//! Numbers as people write them: 7,200 and 0.5.
//!
//! One place, because the comma and the point change with the language. Integer arithmetic only: the
//! general float formatter would cost a phone several kilobytes to print a few percentages.

use serde::Serializer;

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

/// Writes a number into JSON; a whole one without a point.
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for this signature; the lint speaks only where addresses are as long as numbers"
)]
pub(crate) fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    #[expect(clippy::cast_possible_truncation, reason = "checked in the next line")]
    let whole = *value as i32;
    if f64::from(whole).to_bits() == value.to_bits() {
        serializer.serialize_i32(whole)
    } else {
        serializer.serialize_f64(*value)
    }
}

/// The same for a number that may be unknown; an unknown one is null.
#[expect(clippy::ref_option, reason = "serde asks for this signature")]
pub(crate) fn serialize_known<S: Serializer>(
    value: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serialize(value, serializer),
        None => serializer.serialize_none(),
    }
}

fn digit(value: u64) -> char {
    char::from_digit(u32::try_from(value).unwrap_or(0), 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::{grouped, plain, serialize};

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
    fn a_whole_number_has_no_point_in_json() {
        for (value, text) in [
            (7200.0, "7200"),
            (1_101_696.5, "1101696.5"),
            (0.5, "0.5"),
            (-3.0, "-3"),
            (0.0, "0"),
            (3e12, "3000000000000.0"),
        ] {
            let mut json = Vec::new();
            serialize(&value, &mut serde_json::Serializer::new(&mut json)).unwrap();
            assert_eq!(String::from_utf8(json).unwrap(), text);
        }
    }
}
