//! What a query asks for, before anything is looked up.

use crate::domain::text;

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded.
    pub(super) word: String,
    /// Whether it may still be typed: it is the last one, and no blank or mark stands behind it.
    pub(super) unfinished: bool,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words that may stand anywhere in a case.
    Loose(Vec<Word>),
    /// Words in quotation marks: side by side, in this order.
    Quoted(Vec<Word>),
}

/// Cuts a query at its quotation marks. A mark without its partner counts for nothing, so that a phrase can be
/// typed from left to right.
pub(super) fn pieces(query: &str) -> Vec<Piece> {
    let marks = ['"', '“', '”', '„', '«', '»'];
    let parts: Vec<&str> = query.split(marks).collect();
    let closed = parts.len() % 2 == 1;
    let mut pieces = Vec::new();
    let last = parts.len().saturating_sub(1);
    for (place, part) in parts.into_iter().enumerate() {
        let tokens = text::tokens(part);
        let words: Vec<Word> = tokens
            .into_iter()
            .map(|token| Word {
                unfinished: place == last && token.range.end == part.len()
                    || is_cut_off(part, token.range.end),
                word: token.word,
            })
            .collect();
        let quoted = place % 2 == 1 && (closed || place < last);
        if !words.is_empty() {
            pieces.push(if quoted { Piece::Quoted(words) } else { Piece::Loose(words) });
        }
    }
    pieces
}

/// Whether a star stands behind a word, which for many people means any ending.
fn is_cut_off(text: &str, end: usize) -> bool {
    text.get(end..).is_some_and(|rest| rest.starts_with('*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(query: &str) -> String {
        let words = |words: Vec<Word>| {
            let words = words.into_iter();
            words
                .map(|word| if word.unfinished { [&word.word, "…"].concat() } else { word.word })
                .collect::<Vec<_>>()
                .join(" ")
        };
        let pieces = pieces(query).into_iter().map(|piece| match piece {
            Piece::Loose(loose) => words(loose),
            Piece::Quoted(quoted) => ["[", &words(quoted), "]"].concat(),
        });
        pieces.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_in_quotation_marks_of_any_kind_are_one_piece() {
        assert_eq!(said("clean \"drinking water\" now "), "clean [drinking water] now");
        assert_eq!(said("«айыл өкмөтү»"), "[айыл өкмөтү]");
        assert_eq!(said("“budget hearing”"), "[budget hearing]");
    }

    #[test]
    fn a_star_behind_a_word_stands_for_any_ending() {
        assert_eq!(said("wat* clean "), "wat… clean");
        assert_eq!(said("clean wat*"), "clean wat…");
        assert_eq!(said("* clean "), "clean");
    }

    #[test]
    fn a_quotation_mark_without_its_partner_counts_for_nothing() {
        assert_eq!(said("\"drinking wat"), "drinking wat…");
    }

    #[test]
    fn the_last_word_may_still_be_typed_until_a_blank_stands_behind_it() {
        assert_eq!(said("clean wat"), "clean wat…");
        assert_eq!(said("clean wat "), "clean wat");
    }
}
