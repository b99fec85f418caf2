//! Names as they sound, whatever alphabet and habit of spelling they are written in: Талас and Talas,
//! Чүй, Chui and Chuy, Жалал-Абад and Jalal-Abad.

use crate::domain::text;

/// Latin spellings of one letter, the longest first.
const LETTERS: [(&str, &str); 16] = [
    ("shch", "щ"),
    ("dzh", "ж"),
    ("zh", "ж"),
    ("dj", "ж"),
    ("kh", "х"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("ts", "ц"),
    ("ng", "ң"),
    ("yu", "ю"),
    ("iu", "ю"),
    ("ya", "я"),
    ("ia", "я"),
    ("yo", "е"),
    ("ye", "е"),
    ("ee", "и"),
];

/// A folded name as a row of Cyrillic letters that sound alike in every spelling. Empty for what is no name:
/// a word with digits.
///
/// Loses what spellings disagree about: hard and soft signs, ы and и and й, ё and е, о and у, doubled letters,
/// the letters that only Kyrgyz has.
pub(super) fn key(word: &str) -> String {
    if word.chars().any(|letter| letter.is_ascii_digit()) {
        return String::new();
    }
    let spelled = if text::is_cyrillic(word) { word.to_owned() } else { cyrillic(word) };
    let mut key = String::new();
    for letter in spelled.replace("дж", "ж").chars() {
        let letter = match letter {
            'ы' | 'й' => 'и',
            // Көл is Kul on Russian maps and Kol in letters.
            'ө' | 'о' | 'ү' | 'ю' => 'у',
            'ң' => 'н',
            'э' | 'ё' => 'е',
            'я' => 'а',
            'щ' => 'ш',
            'ъ' | 'ь' => continue,
            other => other,
        };
        if !key.ends_with(letter) {
            key.push(letter);
        }
    }
    key
}

/// A Russian or Kyrgyz word that was typed in Latin letters, in its own: musor, tashtandy, detskii.
pub(super) fn cyrillic(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    'word: while let Some(letter) = rest.chars().next() {
        for (latin, sound) in LETTERS {
            if let Some(after) = rest.strip_prefix(latin) {
                out.push_str(sound);
                rest = after;
                continue 'word;
            }
        }
        let after_vowel = out.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'ю', 'я']);
        out.push(match letter {
            'a' => 'а',
            'b' => 'б',
            'c' if matches!(rest.as_bytes().get(1), Some(b'e' | b'i' | b'y')) => 'ц',
            'c' | 'k' | 'q' => 'к',
            // Keeps two letters apart that together would be one.
            '\'' => {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            'd' => 'д',
            'e' => 'е',
            'f' => 'ф',
            'g' => 'г',
            'h' | 'x' => 'х',
            'i' => 'и',
            'j' => 'ж',
            'l' => 'л',
            'm' => 'м',
            'n' => 'н',
            'o' => 'о',
            'p' => 'п',
            'r' => 'р',
            's' => 'с',
            't' => 'т',
            'u' => 'у',
            'v' | 'w' => 'в',
            'y' if after_vowel => 'й',
            'y' => 'ы',
            'z' => 'з',
            other => other,
        });
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{cyrillic, key};

    #[test]
    fn spellings_of_one_name_sound_the_same() {
        for [a, b] in [
            ["талас", "talas"],
            ["нарын", "naryn"],
            ["чүй", "chui"],
            ["chuy", "chui"],
            ["чуй", "chuy"],
            ["жалал", "jalal"],
            ["djalal", "jalal"],
            ["ысык", "issyk"],
            ["иссык", "issyk"],
            ["көл", "kol"],
            ["көл", "kul"],
            ["балыкчы", "balykchi"],
            ["балыкчы", "balykchy"],
            ["сузак", "suzak"],
            ["лейлек", "leilek"],
            ["лейлек", "leylek"],
            ["баткен", "batken"],
            ["aiyl", "ayil"],
            ["айыл", "ayil"],
            ["кызыл", "kyzyl"],
            ["хава", "hava"],
            ["каракол", "karakol"],
            ["токмок", "tokmok"],
            ["шазет", "shazet"],
            ["шоола", "shoola"],
            ["бюджет", "byudjet"],
            ["бюджет", "byujet"],
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
    }

    #[test]
    fn names_that_differ_sound_different() {
        for [a, b] in [["ош", "ашар"], ["alga", "altius"], ["talas", "tokmok"]] {
            assert_ne!(key(a), key(b), "{a} {b}");
        }
    }

    #[test]
    fn words_typed_in_latin_letters_are_read_as_they_are_meant() {
        for (latin, meant) in [
            ("musor", "мусор"),
            ("tashtandy", "таштанды"),
            ("vzyatki", "взятки"),
            ("pensionery", "пенсионеры"),
            ("jumushsuzduk", "жумушсуздук"),
            ("ayil", "айил"),
            ("korrupciya", "коррупция"),
            ("det'skii", "детскии"),
        ] {
            assert_eq!(cyrillic(latin), meant);
        }
    }
}
