//! Names as they sound, whatever alphabet and habit of spelling they are written in: Талас and Talas,
//! Чүй, Chui and Chuy, Жалал-Абад and Jalal-Abad.

use crate::domain::text;

/// Latin spellings of one sound, the longest first, and the letter that stands for it here.
const SOUNDS: [(&str, &str); 16] = [
    ("shch", "ш"),
    ("dzh", "ж"),
    ("zh", "ж"),
    ("dj", "ж"),
    ("kh", "х"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("ts", "ц"),
    ("ng", "н"),
    ("yu", "у"),
    ("iu", "у"),
    ("ya", "а"),
    ("ia", "а"),
    ("yo", "о"),
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
    for letter in spelled.chars() {
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

fn cyrillic(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    'word: while let Some(letter) = rest.chars().next() {
        for (latin, sound) in SOUNDS {
            if let Some(after) = rest.strip_prefix(latin) {
                out.push_str(sound);
                rest = after;
                continue 'word;
            }
        }
        out.push(match letter {
            'a' => 'а',
            'b' => 'б',
            'c' | 'k' | 'q' => 'к',
            'd' => 'д',
            'e' => 'е',
            'f' => 'ф',
            'g' => 'г',
            'h' | 'x' => 'х',
            'i' | 'y' => 'и',
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
            'z' => 'з',
            other => other,
        });
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::key;

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
}
