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
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use support::{assert_names, library};

/// A copy of `data/` with a language `xx`; gone with this value.
struct Folder(PathBuf);

impl Folder {
    /// `name`: that of the test.
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("ashar-{}-{name}", std::process::id()));
        for file in support::files("data", ".json") {
            let below = file.strip_prefix("data/").expect("a file of data/");
            put(&folder.join(below), &support::file(&file));
        }
        put(&folder.join("words/xx.json"), &support::file("data/words/en.json"));
        Self(folder)
    }

    /// Writes a file of the translation.
    fn with(self, below: &str, text: &str) -> Self {
        put(&self.0.join("i18n/xx").join(below), text);
        self
    }

    fn read(&self) -> Result<Library, Vec<DataError>> {
        Library::read(&self.0, "xx")
    }

    fn library(&self) -> Library {
        self.read().unwrap_or_else(|errors| panic!("{}", support::lines(&errors)))
    }

    fn errors(&self) -> Vec<DataError> {
        self.read().err().unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
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
    let folder = ENGLISH.iter().fold(Folder::new("accented"), |folder, (file, texts)| {
        let texts: Texts = texts.iter().map(|(key, text)| (key.clone(), accented(text))).collect();
        folder.with(file, &serde_json::to_string(&texts).expect("texts are JSON"))
    });
    folder.library()
});

/// What people read of a case.
fn read_of(case: &CaseStudy) -> Vec<&str> {
    let mut texts = vec![case.title.as_str(), &case.summary, &case.organisation.text];
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
    let folder = Folder::new("languages");
    assert_eq!(data_files::languages(&folder.0), ["en", "xx"]);
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
    let here = Folder::new("empty").library();
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
    let here = Folder::new("some").with("cases/alga.json", some).library();
    let alga = here.corpus.case("alga").expect("the case");
    let block = alga.block("paper-grants-committee").expect("the block");
    assert_eq!((alga.title.as_str(), block.text.as_str()), ("Т", "Б"));
    assert_eq!(block.name, "Grants committee");
    assert!(here.is_translated("alga#title"));
    assert!(!here.is_translated("alga#summary"));
    assert!(!here.is_translated("alga#paper-grants-committee"), "its name is not");
    let whole = r#"{"paper-grants-committee": "Б", "paper-grants-committee.name": "К"}"#;
    let here = Folder::new("whole").with("cases/alga.json", whole).library();
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
    let read = |name: &str, texts: &Texts| {
        let json = serde_json::to_string(texts).expect("texts are JSON");
        Folder::new(name).with("cases/alga.json", &json).library()
    };
    assert!(read("figures", &texts).is_translated(&id));
    texts.remove(&format!("{}.unit", block.figures[0].id));
    assert!(!read("no-unit", &texts).is_translated(&id));
}

#[test]
fn a_local_word_is_explained_in_its_own_forms_and_where_the_text_is_still_english() {
    let texts = r#"{"akim": "аким", "akim.forms": "акимдер; акимге"}"#;
    let here = Folder::new("forms").with("glossary.json", texts).library();
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
            let errors = Folder::new(stringify!($name)).with($file, $text).errors();
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
    let folder = Folder::new("several")
        .with("cases/alga.json", r#"{"tilte": "Т", "summary": ""}"#)
        .with("glossary.json", r#"{"akmi": "Т"}"#);
    let errors = folder.errors();
    assert_names(&errors, "data/i18n/xx/cases/alga.json", "tilte", "spelling");
    assert_names(&errors, "data/i18n/xx/cases/alga.json", "summary", "empty");
    assert_names(&errors, "data/i18n/xx/glossary.json", "akmi", "spelling");
}
