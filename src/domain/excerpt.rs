//! A short piece of a text around the words that matched, as ranges; never markup.

use std::ops::Range;

/// A piece of a text and what to mark in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// Pieces in their order; the flag says whether to mark the piece.
    pub parts: Vec<(&'a str, bool)>,
    /// Whether text before the piece was left out.
    pub cut_before: bool,
    /// Whether text behind it was left out.
    pub cut_after: bool,
}

/// Cuts about `length` bytes out of `text`, at blanks, so that as many marks as possible stand in it.
/// Marks must be in order and on character boundaries; others are passed over.
pub fn excerpt<'a>(text: &'a str, marks: &[Range<usize>], length: usize) -> Excerpt<'a> {
    let (from, to) = window(text, marks, length);
    let parts = parts(text, from..to, marks);
    Excerpt { parts, cut_before: from > 0, cut_after: to < text.len() }
}

/// Cuts a stretch of a text at its marks; the flag says whether to mark the piece. A mark that reaches over the
/// edge of the stretch is cut there. Together the pieces are the stretch, whatever the marks are.
pub fn parts<'a>(
    text: &'a str,
    stretch: Range<usize>,
    marks: &[Range<usize>],
) -> Vec<(&'a str, bool)> {
    let mut parts = Vec::new();
    let mut at = stretch.start;
    for mark in marks {
        let (from, to) = (mark.start.max(at), mark.end.min(stretch.end));
        if from < to
            && let (Some(plain), Some(marked)) = (text.get(at..from), text.get(from..to))
        {
            parts.extend([(plain, false), (marked, true)]);
            at = to;
        }
    }
    parts.extend(text.get(at..stretch.end).map(|rest| (rest, false)));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// The stretch that holds most marks, starting a little before the first of them.
fn window(text: &str, marks: &[Range<usize>], length: usize) -> (usize, usize) {
    if text.len() <= length {
        return (0, text.len());
    }
    let within = |start: usize| {
        marks
            .iter()
            .filter(|mark| mark.start >= start && mark.end <= start + length * 3 / 4)
            .count()
    };
    // Of equal stretches the first: `max_by_key` would take the last.
    let first = marks.iter().map(|mark| mark.start).rev().max_by_key(|start| within(*start));
    let wish = first.unwrap_or(0).saturating_sub(length / 4);
    let from = if wish == 0 { 0 } else { after_blank(text, wish - 1) };
    let to =
        if from + length >= text.len() { text.len() } else { before_blank(text, from + length) };
    (from, to.max(from))
}

/// The place behind the first blank at or after `at`.
fn after_blank(text: &str, at: usize) -> usize {
    text.char_indices()
        .find(|(place, letter)| *place >= at && letter.is_whitespace())
        .map_or(0, |(place, letter)| place + letter.len_utf8())
}

/// The place of the last blank before `at`.
fn before_blank(text: &str, at: usize) -> usize {
    text.char_indices()
        .take_while(|(place, _)| *place < at)
        .filter(|(_, letter)| letter.is_whitespace())
        .last()
        .map_or(text.len(), |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marks: &[Range<usize>], length: usize) -> String {
        let cut = excerpt(text, marks, length);
        let parts: Vec<String> = cut
            .parts
            .into_iter()
            .map(|(part, marked)| if marked { ["[", part, "]"].concat() } else { part.to_owned() })
            .collect();
        let (before, after) =
            (if cut.cut_before { "… " } else { "" }, if cut.cut_after { " …" } else { "" });
        [before, &parts.concat(), after].concat()
    }

    #[test]
    fn a_short_text_is_shown_whole_with_its_words_marked() {
        assert_eq!(
            shown("clean water for all", std::slice::from_ref(&(6..11)), 80),
            "clean [water] for all"
        );
    }

    #[test]
    fn a_long_text_is_cut_at_blanks_around_the_match() {
        let text = "one two three four five six seven eight nine ten eleven twelve";
        let at = text.find("nine").unwrap();
        assert_eq!(
            shown(text, std::slice::from_ref(&(at..at + 4)), 24),
            "… eight [nine] ten eleven …"
        );
    }

    #[test]
    fn a_long_text_without_a_match_is_shown_from_its_beginning() {
        assert_eq!(shown("one two three four five six", &[], 12), "one two …");
    }

    #[test]
    fn a_mark_inside_a_letter_is_passed_over() {
        assert_eq!(shown("өзөн", std::slice::from_ref(&(1..2)), 80), "өзөн");
    }

    #[test]
    fn a_mark_over_the_edge_of_a_stretch_is_cut_there() {
        let marks = [0..5, 6..11, 12..15];
        assert_eq!(
            parts("clean water now", 3..9, &marks),
            [("an", true), (" ", false), ("wat", true)]
        );
    }

    #[test]
    fn marks_that_overlap_or_stand_out_of_order_lose_no_letter() {
        for marks in [vec![0..8, 4..11], vec![6..11, 0..5], vec![0..0, 2..400]] {
            let all: String = parts("clean water", 0..11, &marks).iter().map(|(t, _)| *t).collect();
            assert_eq!(all, "clean water");
        }
    }
}
