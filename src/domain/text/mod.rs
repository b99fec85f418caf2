//! Letters and words: folding and splitting, with the way back to the original.
//!
//! The tables for letters are our own and know the Latin and Cyrillic scripts: those of the standard library
//! know every script there is, and a phone would pay for them.

mod figure;
mod lookalike;

use std::ops::Range;

/// Makes spellings that people take for the same the same: lower case, no accents, no apostrophes, no letters that cannot be
/// seen. Cyrillic `ё` becomes `е`, a habit of print; `й`, `ө`, `ү` and `ң` stay letters of their own, and what only looks like
/// `ө` or `ү` becomes that.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for piece in word.split_inclusive(' ') {
        fold_into(piece, &mut out);
    }
    out
}

/// [`fold`] of one word, behind what already stands in `out`.
fn fold_into(word: &str, out: &mut String) {
    let from = out.len();
    for letter in word.chars() {
        match if letter == lookalike::CAPITAL { letter } else { lower(letter) } {
            '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | '`' => {}
            unseen if is_invisible(unseen) => {}
            // The breve of a decomposed й belongs to the letter.
            '\u{306}' if out.ends_with('и') => {
                out.pop();
                out.push('й');
            }
            mark if is_mark(mark) => {}
            letter => out.push(plain(letter)),
        }
    }
    lookalike::mend(out, from);
}

/// Whether a character is an accent that stands behind its letter.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Whether a character cannot be seen: soft hyphens, joiners, marks of direction, the mark that begins a file. They come along when
/// a text is copied, and part no word.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// The small letter, for Latin and Cyrillic; letters of other scripts stay as they are.
pub(super) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => code + 32,
        'Ѐ'..='Џ' => code + 80,
        'İ' => u32::from('i'),
        'Ÿ' => u32::from('ÿ'),
        // Pairs of which the second is the small one.
        'Ĺ'..='Ň' | 'Ź'..='Ž' | 'Ӂ'..='Ӎ' => code + (code & 1),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => {
            code + (1 - (code & 1))
        }
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Whether a letter is a capital of the Latin or Cyrillic script.
pub fn is_capital(letter: char) -> bool {
    lower(letter) != letter
}

/// The letter without its accent, for the Latin letters of Europe's and Turkic languages.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        'Ɵ' | 'ɵ' | 'ѳ' | 'ӧ' => 'ө',
        'ұ' => 'ү',
        other => other,
    }
}

/// A word and where it stands in the text it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded word.
    pub word: String,
    /// The bytes of the original, on character boundaries.
    pub range: Range<usize>,
}

/// Splits a text into folded words. A word is a run of letters and digits; an apostrophe inside
/// belongs to it, a hyphen parts two words.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    each_token(text, |word, range| out.push(Token { word: word.to_owned(), range }));
    out
}

/// A folded word as it stands in a text, with its capitals; the word itself where it does not stand there.
pub fn as_written<'a>(text: &'a str, word: &'a str) -> &'a str {
    let found = tokens(text).into_iter().find(|token| token.word == *word);
    found.and_then(|token| text.get(token.range)).unwrap_or(word)
}

/// Hands over the words of [`tokens`] one by one, without keeping them.
pub fn each_token(text: &str, mut take: impl FnMut(&str, Range<usize>)) {
    let bytes = text.as_bytes();
    let from = |at: usize| bytes.get(at..).unwrap_or_default().iter();
    let mut folded = String::new();
    let mut at = 0;
    while let Some(marks) =
        from(at).position(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric())
    {
        at += marks;
        if let Some((end, figure)) = figure::at(text, at) {
            take(&figure, at..end);
            at = end;
            continue;
        }
        // Most words have only plain letters and digits, and end at a plain mark.
        let plain = from(at).position(|byte| !byte.is_ascii_alphanumeric());
        let to = plain.map_or(bytes.len(), |plain| at + plain);
        let is_plain = match bytes.get(to).unwrap_or(&b' ') {
            b',' | b'.' => !bytes.get(to + 1).is_some_and(u8::is_ascii_digit),
            next => next.is_ascii() && *next != b'\'',
        };
        let to = if is_plain { to } else { end_of_word(text, at) };
        let raw = text.get(at..to).unwrap_or_default();
        folded.clear();
        let word = if !is_plain {
            fold_into(raw, &mut folded);
            folded.as_str()
        } else if raw.bytes().any(|byte| byte.is_ascii_uppercase()) {
            folded.push_str(raw);
            folded.make_ascii_lowercase();
            folded.as_str()
        } else {
            raw
        };
        if !word.is_empty() {
            take(word, at..to);
        }
        // What is no word is a mark, one character long.
        let first = || text.get(at..).and_then(|rest| rest.chars().next());
        at = if to > at { to } else { at + first().map_or(1, char::len_utf8) };
    }
}

/// The parts of a text between marks. For thousands of parts as short as words; the standard library's way is made for
/// long ones, and takes twice as long here.
pub fn parts(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| byte == mark);
        rest = end.and_then(|end| text.get(end + 1..));
        text.get(..end.unwrap_or(text.len()))
    })
}

/// The end of the word that begins here, if one does.
fn end_of_word(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let outside = rest
        .char_indices()
        .find(|(at, letter)| !is_inside(*letter) && (*at == 0 || !joins(text, from + at, *letter)));
    outside.map_or(text.len(), |(at, _)| from + at)
}

/// Whether a character is part of a word: letters, digits, accents. What is no known mark is taken for a letter.
fn is_inside(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' => true,
        // Punctuation, arrows, drawings, pictures, and what is set aside for private use.
        '\u{80}'..='¿'
        | '×'
        | '÷'
        | '\u{2000}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2e7f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe6f}'
        | '\u{feff}'..='\u{ff0f}'
        | '\u{fff0}'..='\u{ffff}'
        | '\u{1f000}'.. => false,
        _ => true,
    }
}

/// Whether an apostrophe, a figure's separator or a character that cannot be seen stands between two characters of one word:
/// `women's`, `9.12.2001`, `0.5`.
fn joins(text: &str, at: usize, letter: char) -> bool {
    let mut behind = text.get(at + letter.len_utf8()..).unwrap_or_default().chars();
    let next = behind.find(|letter| !is_invisible(*letter));
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    match letter {
        unseen if is_invisible(unseen) => next.is_some_and(is_inside),
        '\'' | '’' | 'ʼ' => next.is_some_and(|c| is_inside(c) && !c.is_ascii_digit()),
        ',' | '.' => {
            next.is_some_and(|c| c.is_ascii_digit()) && before.is_some_and(|c| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether a folded word has Cyrillic letters.
pub fn is_cyrillic(word: &str) -> bool {
    word.chars().any(is_cyrillic_letter)
}

fn is_cyrillic_letter(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_people_take_for_the_same_fold_to_the_same() {
        for (written, folded) in [
            ("Ayil Okmot", "ayil okmot"),
            ("café", "cafe"),
            ("women’s", "womens"),
            ("women's", "womens"),
            ("Ёлка", "елка"),
            ("Йод", "йод"),
            ("Йод", "йод"),
            ("Өзгөн", "өзгөн"),
            ("ҮҢӨ", "үңө"),
            ("Җә Ӝӑ", "җә ӝӑ"),
            ("İstanbul", "istanbul"),
            ("ŽŁÓĆ", "zloc"),
            ("ѳзгɵн", "өзгөн"),
            ("ӨКМӦТҰ", "өкмөтү"),
            ("Ɵзгѳн", "өзгөн"),
            ("Oʻsh", "osh"),
            ("ФАП clinic", "фап clinic"),
            ("wаter", "water"),
            ("irri\u{ad}ga\u{200c}tion", "irrigation"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }

    #[test]
    fn small_letters_are_those_that_the_standard_library_knows() {
        let scripts = ('\0'..='ž').chain('\u{400}'..='\u{52f}');
        for letter in scripts.filter(|letter| !['İ', 'Ӏ', 'ŉ'].contains(letter)) {
            assert_eq!(lower(letter).to_string(), letter.to_lowercase().to_string(), "{letter}");
        }
    }

    #[test]
    fn words_are_made_of_what_the_standard_library_takes_for_letters_and_digits() {
        let scripts = ('\0'..='\u{17f}').chain('\u{400}'..='\u{481}').chain('\u{48a}'..='\u{52f}');
        for letter in scripts {
            let known = ['²', '³', '¹', '¼', '½', '¾'].contains(&letter);
            assert_eq!(is_inside(letter), letter.is_alphanumeric() && !known, "{letter:?}");
        }
    }

    #[test]
    fn words_know_where_they_stand_in_the_original() {
        let text = "Кызыл-Адыр: women’s café, 7,200 som.";
        let found: Vec<_> = tokens(text);
        let words: Vec<_> = found.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, ["кызыл", "адыр", "womens", "cafe", "7200", "som"]);
        let originals: Vec<_> = found.iter().map(|token| &text[token.range.clone()]).collect();
        assert_eq!(originals, ["Кызыл", "Адыр", "women’s", "café", "7,200", "som"]);
    }

    #[test]
    fn letters_that_cannot_be_seen_part_no_word_and_belong_to_none() {
        for unseen in
            ["\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{2060}", "\u{feff}"]
        {
            let text = format!("{unseen}irri{unseen}{unseen}gation{unseen} таш{unseen}танды");
            let found = tokens(&text);
            let words: Vec<_> = found.iter().map(|token| token.word.as_str()).collect();
            assert_eq!(words, ["irrigation", "таштанды"], "{unseen:?}");
            let original = &text[found[0].range.clone()];
            assert_eq!(original, format!("irri{unseen}{unseen}gation"), "{unseen:?}");
        }
    }
}
