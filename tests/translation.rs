//! Protects the data in other languages: a language needs only files, what is not translated stands in English and is marked, and
//! a mistake in a translation is named with its file, its key and what to do.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

mod support;

use ashar::domain::{
    case::CaseStudy,
    data_error::DataError,
    data_files::{
        self,
        translation::{Texts, source_texts},
    },
    glossary::{Piece, Seen},
    library::Library,
    validate::Data,
};
use std::{collections::BTreeMap, sync::LazyLock};
use support::{DataFolder, assert_names, library};

/// A copy of `data/` with a language `xx`. `name`: that of the test; `translations`: its files in `i18n/xx/`.
fn folder(name: &str, translations: &[(&str, &str)]) -> DataFolder {
    let folder = DataFolder::new(name).with("words/xx.json", &support::file("data/words/en.json"));
    translations
        .iter()
        .fold(folder, |folder, (file, text)| folder.with(&format!("i18n/xx/{file}"), text))
}

fn read(name: &str, translations: &[(&str, &str)]) -> Library {
    let read = Library::read(folder(name, translations).path(), "xx");
    read.unwrap_or_else(|errors| panic!("{}", support::lines(&errors)))
}

fn errors(name: &str, translations: &[(&str, &str)]) -> Vec<DataError> {
    Library::read(folder(name, translations).path(), "xx").err().unwrap_or_default()
}

/// English with an accent on every letter.
fn accented(text: &str) -> String {
    let accent =
        |letter: char| [letter, if letter.is_alphabetic() { '\u{301}' } else { '\u{2060}' }];
    text.chars().flat_map(accent).filter(|letter| *letter != '\u{2060}').collect()
}

/// All texts of the data in English.
static ENGLISH: LazyLock<BTreeMap<String, Texts>> = LazyLock::new(|| {
    let data = Data::read(&support::path("data"));
    source_texts(&data.unwrap_or_else(|errors| panic!("{}", support::lines(&errors))))
});

/// The whole data in a made-up language.
static ACCENTED: LazyLock<Library> = LazyLock::new(|| {
    let translated = ENGLISH.iter().map(|(file, texts)| {
        let texts: Texts = texts.iter().map(|(key, text)| (key.clone(), accented(text))).collect();
        (file.as_str(), serde_json::to_string(&texts).expect("texts are JSON"))
    });
    let translated: Vec<(&str, String)> = translated.collect();
    let translated: Vec<(&str, &str)> =
        translated.iter().map(|(file, text)| (*file, text.as_str())).collect();
    read("accented", &translated)
});

/// What people read of a case.
fn read_of(case: &CaseStudy) -> Vec<&str> {
    let mut texts =
        vec![case.title.as_str(), &case.point.text, &case.summary, &case.organisation.text];
    texts.push(&case.organisation.name);
    texts.extend(
        case.places
            .iter()
            .flat_map(|place| [&place.rayon, &place.settlement])
            .flatten()
            .map(String::as_str),
    );
    for block in &case.blocks {
        texts.extend([block.text.as_str(), &block.name, &block.role]);
        texts.extend(block.met.as_deref());
        texts.extend(block.amount.iter().map(|amount| amount.unit.as_str()));
        texts.extend(block.figures.iter().flat_map(|one| [one.what.as_str(), &one.unit]));
    }
    texts
}

#[test]
fn a_language_is_found_by_its_words_of_the_interface() {
    assert_eq!(data_files::languages(folder("languages", &[]).path()), ["en", "xx"]);
    assert_eq!(data_files::languages(&support::path("data"))[0], "en");
}

#[test]
fn every_language_of_the_data_can_be_written() {
    for lang in data_files::languages(&support::path("data")) {
        let errors = data_files::write(&support::path("data"), &lang).err().unwrap_or_default();
        assert!(errors.is_empty(), "{}", support::lines(&errors));
    }
}

#[test]
fn a_language_without_words_of_the_interface_is_named() {
    let errors = data_files::write(&support::path("data"), "xx").expect_err("there is none");
    assert_names(&errors, "data/words/xx.json", "the whole file", "is missing");
}

#[test]
fn whole_translations_change_every_text_of_the_cases_and_nothing_else() {
    for (case, english) in ACCENTED.corpus.cases().iter().zip(library().corpus.cases()) {
        let expected: Vec<String> = read_of(english).into_iter().map(accented).collect();
        assert_eq!(read_of(case), expected, "{}", case.slug);
        assert_eq!(
            (&case.slug, &case.topics, case.period),
            (&english.slug, &english.topics, english.period)
        );
        assert_eq!(case.source, english.source);
        for (block, english) in case.blocks.iter().zip(&english.blocks) {
            assert_eq!(
                (&block.id, &block.kind, &block.source),
                (&english.id, &english.kind, &english.source)
            );
        }
    }
}

#[test]
fn whole_translations_change_every_text_beside_the_cases() {
    let (here, english) = (&*ACCENTED, library());
    let same = |text: &str, english: &str| assert_eq!(text, accented(english));
    for (list, known) in here.checklist.dimensions.iter().zip(&english.checklist.dimensions) {
        same(&list.label, &known.label);
        same(&list.why, &known.why);
        for (item, known) in list.items.iter().zip(&known.items) {
            same(&item.text, &known.text);
            same(&item.planned, &known.planned);
            same(&item.example, &known.example);
        }
        for (step, known) in list.steps.iter().zip(&known.steps) {
            same(&step.text, &known.text);
            same(&step.by_group, &known.by_group);
            same(&step.by_office, &known.by_office);
        }
    }
    for (one, known) in here.checklist.overall.iter().zip(&english.checklist.overall) {
        same(&one.label, &known.label);
        same(&one.text, &known.text);
    }
    for (term, known) in here.glossary.terms().iter().zip(english.glossary.terms()) {
        same(&term.term, &known.term);
        same(&term.text, &known.text);
    }
    for (family, known) in here.families.iter().zip(&*english.families) {
        same(&family.label, &known.label);
        same(&family.members[0].text, &known.members[0].text);
    }
    for (field, known) in here.guide.iter().zip(&*english.guide) {
        assert_eq!(field.field, known.field);
        same(&field.meaning, &known.meaning);
    }
    for (one, known) in here.dimensions.iter().zip(&*english.dimensions) {
        same(&one.label, &known.label);
    }
    same(here.vocabulary.label(&["topic"], "water"), english.vocabulary.label(&["topic"], "water"));
    assert_eq!(here.lang, "xx");
}

#[test]
fn what_is_translated_is_not_marked() {
    for (file, texts) in &*ENGLISH {
        let file = file.trim_start_matches("cases/").trim_end_matches(".json");
        for key in texts.keys() {
            assert!(ACCENTED.is_translated(&format!("{file}#{key}")), "{file}: {key}");
        }
    }
}

#[test]
fn a_search_in_another_language_finds_its_words() {
    for query in ["water", "irrigation"] {
        assert_eq!(ACCENTED.search(&accented(query)).hits.len(), ACCENTED.search(query).hits.len());
        assert!(!ACCENTED.search(&accented(query)).hits.is_empty(), "{query}");
    }
}

#[test]
fn without_translations_everything_stands_in_english_and_is_marked() {
    let here = read("empty", &[]);
    assert_eq!(here.corpus.cases(), library().corpus.cases());
    assert_eq!(*here.checklist, *library().checklist);
    assert_eq!(here.glossary.terms(), library().glossary.terms());
    for id in [
        "alga#title",
        "alga#summary",
        "alga#organisation",
        "alga#paper-grants-committee",
        "glossary#akim",
        "facets#topic",
        "facets#topic/water",
        "checklist#trust-1",
        "checklist#trust.week",
        "families#support-centres",
        "fields#slug",
    ] {
        assert!(!here.is_translated(id), "{id}");
        assert!(library().is_translated(id), "{id} is English");
    }
}

#[test]
fn a_block_is_marked_until_all_its_texts_are_translated() {
    let some = r#"{"title": "Т", "paper-grants-committee": "Б"}"#;
    let here = read("some", &[("cases/alga.json", some)]);
    let alga = here.corpus.case("alga").expect("the case");
    let block = alga.block("paper-grants-committee").expect("the block");
    assert_eq!((alga.title.as_str(), block.text.as_str()), ("Т", "Б"));
    assert_eq!(block.name, "Grants committee");
    assert!(here.is_translated("alga#title"));
    assert!(!here.is_translated("alga#summary"));
    assert!(!here.is_translated("alga#paper-grants-committee"), "its name is not");
    let whole = r#"{"paper-grants-committee": "Б", "paper-grants-committee.name": "К"}"#;
    let here = read("whole", &[("cases/alga.json", whole)]);
    assert!(here.is_translated("alga#paper-grants-committee"));
}

#[test]
fn the_figures_of_a_block_are_marked_with_it() {
    let alga = library().corpus.case("alga").expect("the case");
    let block = alga.blocks.iter().find(|block| !block.figures.is_empty()).expect("figures");
    let own = &ENGLISH["cases/alga.json"];
    let is_own = |key: &str| {
        let id = key.split('.').next().unwrap_or_default();
        id == block.id || block.figures.iter().any(|figure| figure.id == id)
    };
    let mut texts: Texts =
        own.iter().filter(|(key, _)| is_own(key)).map(|(k, t)| (k.clone(), t.clone())).collect();
    let id = format!("alga#{}", block.id);
    let is_translated = |name: &str, texts: &Texts| {
        let json = serde_json::to_string(texts).expect("texts are JSON");
        read(name, &[("cases/alga.json", &json)]).is_translated(&id)
    };
    assert!(is_translated("figures", &texts));
    texts.remove(&format!("{}.unit", block.figures[0].id));
    assert!(!is_translated("no-unit", &texts));
}

#[test]
fn a_local_word_is_explained_in_its_own_forms_and_where_the_text_is_still_english() {
    let texts = r#"{"akim": "аким", "akim.forms": "акимдер; акимге"}"#;
    let here = read("forms", &[("glossary.json", texts)]);
    for text in ["Ал акимге барды.", "Акимдер", "The Akims came."] {
        let pieces = here.glossary.pieces(text, &mut Seen::default());
        let found =
            pieces.iter().any(|piece| matches!(piece, Piece::Term(_, term) if term.id == "akim"));
        assert!(found, "{text}");
    }
    let term = here.glossary.terms().iter().find(|term| term.id == "akim").expect("the term");
    assert_eq!(term.term, "аким");
}

/// A broken file of a translation: its place, what stands there, and what the message names.
macro_rules! broken {
    ($name:ident, $file:literal, $text:literal, $path:literal, $message:literal) => {
        #[test]
        fn $name() {
            let errors = errors(stringify!($name), &[($file, $text)]);
            assert_names(&errors, concat!("data/i18n/xx/", $file), $path, $message);
            assert_eq!(errors.len(), 1, "{}", support::lines(&errors));
        }
    };
}

broken!(
    a_key_that_no_text_has_is_named,
    "cases/alga.json",
    r#"{"step-frist": "Т"}"#,
    "step-frist",
    "correct its spelling"
);
broken!(
    a_key_of_a_text_that_a_block_does_not_have_is_named,
    "cases/alga.json",
    r#"{"paper-grants-committee.met": "Т"}"#,
    "paper-grants-committee.met",
    "remove it"
);
broken!(
    a_translation_that_is_empty_is_named,
    "glossary.json",
    r#"{"akim": " "}"#,
    "akim",
    "is empty"
);
broken!(
    a_translation_that_is_no_text_is_named,
    "checklist.json",
    r#"{"trust": {"label": "Т"}}"#,
    "trust",
    "quotation marks"
);
broken!(
    a_translation_of_a_case_that_there_is_not_is_named,
    "cases/agla.json",
    r#"{"title": "Т"}"#,
    "the whole file",
    "correct its name"
);
broken!(
    a_translation_of_a_file_that_there_is_not_is_named,
    "words.json",
    r#"{"akim": "Т"}"#,
    "the whole file",
    "correct its name"
);
broken!(a_translation_that_is_no_json_is_named, "facets.json", "{\n,}", "the whole file", "line 2");
broken!(
    a_translation_that_is_a_list_is_named,
    "facets.json",
    "[]",
    "the whole file",
    "flat object"
);

#[test]
fn mistakes_in_several_files_are_told_at_once() {
    let translations = [
        ("cases/alga.json", r#"{"tilte": "Т", "summary": ""}"#),
        ("glossary.json", r#"{"akmi": "Т"}"#),
    ];
    let errors = errors("several", &translations);
    assert_names(&errors, "data/i18n/xx/cases/alga.json", "tilte", "spelling");
    assert_names(&errors, "data/i18n/xx/cases/alga.json", "summary", "empty");
    assert_names(&errors, "data/i18n/xx/glossary.json", "akmi", "spelling");
}
