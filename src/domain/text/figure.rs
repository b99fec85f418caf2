//! Figures, which people write in several ways: 7200, 7,200 and 7 200; 0.5 and 0,5.

/// The figure that begins at a place of a text: where it ends, and the one way in which it is compared: without marks between
/// thousands, with a point before decimals. `None` where no figure stands by itself there: `2nd`, `1.2.3`.
pub(super) fn at(text: &str, from: usize) -> Option<(usize, String)> {
    let begin = text.get(from..)?;
    let (first, mut rest) = begin.split_at(digits(begin));
    // Most words begin with a letter.
    if first.is_empty() {
        return None;
    }
    let may_begin = first.len() <= 3 && first != "0";
    let mut figure = first.to_owned();
    let mut mark = None;
    // Groups of three behind one to three digits, all parted by the same mark.
    while let Some(next) = thousands(rest) {
        if !mark.map_or(may_begin, |mark| mark == next) {
            break;
        }
        mark = Some(next);
        let (group, after) = rest.split_at(next.len_utf8() + 3);
        figure.push_str(group.trim_start_matches(next));
        rest = after;
    }
    if let Some(part) = decimals(rest) {
        figure.extend([".", part]);
        rest = rest.get(1 + part.len()..)?;
    }
    let goes_on = rest.chars().next().is_some_and(super::is_inside) || decimals(rest).is_some();
    (!goes_on).then(|| (text.len() - rest.len(), figure))
}

/// How many digits a text begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The digits behind the comma or the point that a text begins with.
fn decimals(text: &str) -> Option<&str> {
    let behind = text.strip_prefix([',', '.'])?;
    behind.get(..digits(behind)).filter(|part| !part.is_empty())
}

/// The mark that a text begins with if three digits, and no more, stand behind it: a comma or a blank.
fn thousands(text: &str) -> Option<char> {
    let mark = text.chars().next()?;
    let is_mark = matches!(mark, ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    (is_mark && digits(text.get(mark.len_utf8()..)?) == 3).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn a_figure_is_the_same_however_it_is_written() {
        for (written, figure) in [
            ("7200", "7200"),
            ("7,200", "7200"),
            ("7 200", "7200"),
            ("7\u{a0}200", "7200"),
            ("7\u{202f}200", "7200"),
            ("1,234,567", "1234567"),
            ("1 234 567", "1234567"),
            ("12,345.6", "12345.6"),
            ("12 345,6", "12345.6"),
            ("0.5", "0.5"),
            ("0,5", "0.5"),
            ("0,500", "0.500"),
            ("2006", "2006"),
        ] {
            assert_eq!(at(written, 0), Some((written.len(), figure.to_owned())), "{written}");
        }
    }

    #[test]
    fn figures_beside_each_other_stay_apart() {
        for (written, first) in [
            ("2001, 2002", 4),
            ("2001 200", 4),
            ("7,20 som", 4),
            ("5. Then", 1),
            ("7,200, 300", 5),
            ("25 cases", 2),
            ("1,234 567", 5),
        ] {
            assert_eq!(at(written, 0).map(|(end, _)| end), Some(first), "{written}");
        }
    }

    #[test]
    fn what_is_no_figure_by_itself_is_left_to_the_words() {
        for written in ["2nd", "7,200m", "9.12.2001", "1.2.3", ""] {
            assert_eq!(at(written, 0), None, "{written}");
        }
    }
}
