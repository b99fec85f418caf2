//! Checks the words of a language before they are shipped: its keys, its plural forms and the parameters in its texts. Native:
//! on a phone the texts have been checked.

use super::{
    catalogue::{Catalogue, PluralForms},
    lang::Lang,
    messages::{PLURALS, TEXTS},
    plural::{Category, PluralRule},
};
use crate::domain::data_error::DataError;
use serde_json::{Map, Value};
use std::{collections::BTreeSet, iter};

/// The English words as they were when the app was built.
const ENGLISH: &str = include_str!("../../data/words/en.json");

/// The texts of the reference.
pub(super) fn reference() -> Catalogue {
    // A test reads them without an error.
    read("data/words/en.json", ENGLISH, &Lang::english())
        .unwrap_or_else(|_| Catalogue::new(Vec::new(), Vec::new()))
}

/// Reads the words of a language as people edit them: one flat object from key to text, or to the forms of a text that counts
/// something. `file` is the name to call it by.
///
/// # Errors
/// Everything that is wrong with it, in the order of the keys.
pub fn read(file: &str, json: &str, lang: &Lang) -> Result<Catalogue, Vec<DataError>> {
    let words = object(json).map_err(|message| vec![DataError::of_file(file, message)])?;
    let english = object(ENGLISH).unwrap_or_default();
    let mut reader =
        Reader { english, words, rule: PluralRule::of(lang), file, errors: Vec::new() };
    let texts = TEXTS.iter().map(|key| reader.text(key)).collect();
    let plurals = PLURALS.iter().map(|key| reader.plural(key)).collect();
    reader.unknown_keys();
    let mut errors = reader.errors;
    errors.sort_by(|one, other| (&one.path, &one.message).cmp(&(&other.path, &other.message)));
    if errors.is_empty() { Ok(Catalogue::new(texts, plurals)) } else { Err(errors) }
}

fn object(json: &str) -> Result<Map<String, Value>, String> {
    match serde_json::from_str(json) {
        Ok(Value::Object(words)) => Ok(words),
        Ok(_) => Err("is not one flat object; write {\"key\": \"text\", …}".to_owned()),
        Err(error) => Err(format!("is not valid JSON: {error}")),
    }
}

/// Lists of words in one text, and how many words each has.
const LISTS: [(&str, usize); 3] =
    [("date.months", 12), ("date.day-months", 12), ("date.seasons", 4)];

struct Reader<'a> {
    english: Map<String, Value>,
    words: Map<String, Value>,
    rule: PluralRule,
    file: &'a str,
    errors: Vec<DataError>,
}

impl Reader<'_> {
    fn fault(&mut self, key: &str, message: String) {
        self.errors.push(DataError { file: self.file.to_owned(), path: key.to_owned(), message });
    }

    /// The value of a key; one that is missing is a fault.
    fn value(&mut self, key: &str) -> Option<Value> {
        let value = self.words.get(key).cloned();
        if value.is_none() {
            self.fault(key, "is missing; add it with its translation".to_owned());
        }
        value
    }

    /// The text of a key; empty where there is a fault.
    fn text(&mut self, key: &str) -> String {
        match self.value(key) {
            Some(Value::String(text)) => {
                let english = self.english.get(key).and_then(Value::as_str).unwrap_or_default();
                let wanted = parameters(english).collect();
                self.checked(key, &text, &wanted, &BTreeSet::new());
                let words = text.split(' ').count();
                if let Some((_, most)) =
                    LISTS.iter().find(|(list, most)| *list == key && *most != words)
                {
                    self.fault(
                        key,
                        format!(
                            "has {words} words and must have {most}, with one blank between two"
                        ),
                    );
                }
                text
            }
            Some(_) => {
                self.fault(key, "must be one text; nothing is counted in it".to_owned());
                String::new()
            }
            None => String::new(),
        }
    }

    /// The forms of a key; empty where there is a fault.
    fn plural(&mut self, key: &str) -> PluralForms {
        let forms = match self.value(key) {
            Some(Value::Object(forms)) => forms,
            Some(_) => {
                let names = names(self.rule.categories());
                self.fault(
                    key,
                    format!("counts something; write an object with the forms {names}"),
                );
                return PluralForms::default();
            }
            None => return PluralForms::default(),
        };
        let categories = self.rule.categories();
        for form in forms.keys() {
            if categories.iter().all(|category| category.name() != form) {
                let names = names(categories);
                self.fault(
                    key,
                    format!(
                        "has the form {form:?}, which this language does not use; it uses {names}"
                    ),
                );
            }
        }
        let english = self.english.get(key).and_then(Value::as_object);
        let wanted: BTreeSet<String> = english
            .into_iter()
            .flat_map(Map::values)
            .filter_map(Value::as_str)
            .flat_map(parameters)
            .collect();
        let without_number = self.rule == PluralRule::OneOther;
        let mut form = |category: Category| match forms.get(category.name()) {
            _ if !categories.contains(&category) => String::new(),
            Some(Value::String(text)) => {
                // "one case" needs no number where the form is for 1 alone.
                let free = without_number && category == Category::One;
                let free = free.then(|| "n".to_owned()).into_iter().collect();
                let place = [key, ".", category.name()].concat();
                self.checked(&place, text, &wanted, &free);
                text.clone()
            }
            Some(_) => {
                self.fault(key, format!("must have a text as its form {:?}", category.name()));
                String::new()
            }
            None => {
                self.fault(
                    key,
                    format!(
                        "lacks the form {:?}, which this language needs; write it",
                        category.name()
                    ),
                );
                String::new()
            }
        };
        PluralForms {
            one: form(Category::One),
            few: form(Category::Few),
            many: form(Category::Many),
            other: form(Category::Other),
        }
    }

    /// Compares the parameters in a text with those that the app fills in; those in `free` may be left out.
    fn checked(
        &mut self,
        key: &str,
        text: &str,
        wanted: &BTreeSet<String>,
        free: &BTreeSet<String>,
    ) {
        if text.trim().is_empty() {
            self.fault(key, "is empty; write it".to_owned());
            return;
        }
        let has: BTreeSet<String> = parameters(text).collect();
        for name in wanted.iter().filter(|name| !has.contains(*name) && !free.contains(*name)) {
            self.fault(
                key,
                format!("lacks {{{name}}}, which English has; put it where it belongs"),
            );
        }
        for name in has.difference(wanted) {
            self.fault(
                key,
                format!(
                    "has {{{name}}}, which English has not, so nothing fills it in; take it out"
                ),
            );
        }
    }

    fn unknown_keys(&mut self) {
        let known: BTreeSet<&str> = TEXTS.iter().chain(PLURALS).copied().collect();
        let unknown: Vec<String> =
            self.words.keys().filter(|key| !known.contains(key.as_str())).cloned().collect();
        for key in unknown {
            self.fault(
                &key,
                "is not a key of data/words/en.json; take it out, or correct its name".to_owned(),
            );
        }
    }
}

fn names(categories: &[Category]) -> String {
    categories.iter().map(|category| category.name()).collect::<Vec<_>>().join(", ")
}

/// The names of the parameters in a text, as often as they stand there.
fn parameters(text: &str) -> impl Iterator<Item = String> {
    let mut rest = text;
    iter::from_fn(move || {
        let (_, after) = rest.split_once('{')?;
        let (name, after) = after.split_once('}')?;
        rest = after;
        Some(name.to_owned())
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{ENGLISH, Lang, PluralRule, read};
    use serde_json::{Map, Value, json};

    /// The words of a language as a file: those of English in all its plural forms, but for these.
    pub(crate) fn translated(lang: &str, changes: &[(&str, &str)]) -> String {
        let categories = PluralRule::of(&Lang::parse(lang).unwrap()).categories();
        let mut words: Map<String, Value> = serde_json::from_str(ENGLISH).unwrap();
        for (_, forms) in words.iter_mut().filter(|(_, value)| value.is_object()) {
            let other = forms["other"].clone();
            *forms = categories
                .iter()
                .map(|category| (category.name().to_owned(), other.clone()))
                .collect();
        }
        for (key, value) in changes {
            words.insert((*key).to_owned(), serde_json::from_str(value).unwrap());
        }
        json!(words).to_string()
    }

    fn faults(lang: &str, words: &str) -> Vec<String> {
        let read = read("words.json", words, &Lang::parse(lang).unwrap());
        read.err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_words_of_every_language_are_whole() {
        let mut all = Vec::new();
        for entry in std::fs::read_dir("data/words").unwrap() {
            let path = entry.unwrap().path();
            let lang = path.file_stem().unwrap().to_str().unwrap();
            let json = std::fs::read_to_string(&path).unwrap();
            let lang =
                Lang::parse(lang).unwrap_or_else(|| panic!("{lang} is no tag of a language"));
            all.extend(read(&path.display().to_string(), &json, &lang).err().unwrap_or_default());
        }
        let all: Vec<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(all, Vec::<String>::new());
    }

    #[test]
    fn a_translation_with_every_key_and_form_has_no_faults() {
        for lang in ["en", "ky", "ru", "qps"] {
            assert_eq!(faults(lang, &translated(lang, &[])), Vec::<String>::new());
        }
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once_with_its_key_and_its_mend() {
        let words = translated(
            "ru",
            &[
                ("app.name", "\" \""),
                ("browse.lead", "\"Дела: {m}\""),
                ("date.seasons", "\"весна лето осень\""),
                ("foot.date", "{\"one\": \"2006\"}"),
                ("news.read", "\"проверки\""),
                ("no.such-key", "\"Нет\""),
                ("results.count", "{\"one\": \"{n} дело\", \"other\": \"дела\", \"two\": \"{n}\"}"),
            ],
        );
        let mut words: Map<String, Value> = serde_json::from_str(&words).unwrap();
        words.remove("nav.check");
        assert_eq!(
            faults("ru", &json!(words).to_string()),
            [
                "words.json: app.name: is empty; write it",
                "words.json: browse.lead: has {m}, which English has not, so nothing fills it in; take it out",
                "words.json: browse.lead: lacks {n}, which English has; put it where it belongs",
                "words.json: date.seasons: has 3 words and must have 4, with one blank between two",
                "words.json: foot.date: must be one text; nothing is counted in it",
                "words.json: nav.check: is missing; add it with its translation",
                "words.json: news.read: counts something; write an object with the forms one, few, many, other",
                "words.json: no.such-key: is not a key of data/words/en.json; take it out, or correct its name",
                "words.json: results.count: has the form \"two\", which this language does not use; it uses one, few, many, other",
                "words.json: results.count: lacks the form \"few\", which this language needs; write it",
                "words.json: results.count: lacks the form \"many\", which this language needs; write it",
                "words.json: results.count.other: lacks {n}, which English has; put it where it belongs",
            ]
        );
    }

    #[test]
    fn the_form_for_one_alone_may_say_it_without_its_number() {
        let one = "{\"one\": \"a case\", \"other\": \"{n} cases\"}";
        assert_eq!(
            faults("ky", &translated("ky", &[("results.count", one)])),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_file_that_is_no_object_says_so() {
        for (words, fault) in [
            (
                "",
                "words.json: the whole file: is not valid JSON: EOF while parsing a value at line 1 column 0",
            ),
            (
                "[]",
                "words.json: the whole file: is not one flat object; write {\"key\": \"text\", …}",
            ),
        ] {
            assert_eq!(faults("en", words), [fault]);
        }
    }
}
