//! What the tests share: the real data, read once, and a small record to break.

#![allow(dead_code, reason = "every test file uses its own part of this module")]
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

use ashar::domain::{
    assessment::answers::{Answer, Answers},
    assessment::{definition::Checklist, options::Depth},
    corpus::Corpus,
    data_error::DataError,
    data_files::{self, DataFile},
    deferred::Deferred,
    filter::Selection,
    library::Library,
    validate,
    vocabulary::{Facet, Vocabulary},
};
use proptest::{collection::vec, sample::select, strategy::Strategy, test_runner::Config};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    Library::load().unwrap_or_else(|errors| panic!("the data does not load:\n{}", lines(&errors)))
});

/// The real data.
pub(crate) fn library() -> &'static Library {
    &LIBRARY
}

static FILES: LazyLock<Vec<DataFile>> = LazyLock::new(|| {
    data_files::write(&path("data"), "en").unwrap_or_else(|errors| panic!("{}", lines(&errors)))
});

/// A file that the app fetches, in English, by its name in `data_files`.
pub(crate) fn data_file(name: &str) -> &'static str {
    let file = FILES.iter().find(|file| file.name == name);
    file.map_or_else(|| panic!("there is no file {name}"), |file| &file.json)
}

/// All messages, one to a line.
pub(crate) fn lines(errors: &[DataError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The real word lists.
pub(crate) fn vocabulary() -> Vocabulary {
    validate::vocabulary(&file("data/facets.json"))
        .unwrap_or_else(|errors| panic!("{}", lines(&errors)))
}

/// Property tests leave no files behind.
pub(crate) fn tries(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// A path from the top of the repository.
pub(crate) fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// The text of a file, by its path from the top of the repository.
pub(crate) fn file(below: &str) -> String {
    fs::read_to_string(path(below)).unwrap_or_else(|error| panic!("{below}: {error}"))
}

/// All files below a folder with this ending, sorted, as paths from the top of the repository.
pub(crate) fn files(below: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(path(below)).unwrap_or_else(|error| panic!("{below}: {error}"));
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let here = format!("{below}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&here, ending));
        } else if here.ends_with(ending) {
            found.push(here);
        }
    }
    found.sort();
    found
}

/// A copy of `data/` to change; gone with this value.
pub(crate) struct DataFolder(PathBuf);

impl DataFolder {
    /// `name`: that of the test, so that tests do not meet in one folder.
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("ashar-{}-{name}", std::process::id()));
        files("data", ".json").iter().fold(Self(folder), |copy, path| {
            copy.with(path.strip_prefix("data/").expect("it is in the folder"), &file(path))
        })
    }

    /// Writes a file.
    pub(crate) fn with(self, below: &str, text: &str) -> Self {
        let path = self.0.join(below);
        fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder");
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self
    }

    /// Takes a file away.
    pub(crate) fn without(self, below: &str) -> Self {
        fs::remove_file(self.0.join(below)).expect("the file is there");
        self
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for DataFolder {
    fn drop(&mut self) {
        // What is left in a folder for temporary files harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The smallest record that is right, called `well`: as few blocks as the format allows, and one of
/// each kind that can go wrong in its own way.
pub(crate) fn record() -> Value {
    let block = |id: &str| json!({"id": id, "text": "Somebody did something.", "source": "Start"});
    let with = |id: &str, more: Value| {
        let mut block = block(id);
        if let (Value::Object(block), Value::Object(more)) = (&mut block, more) {
            block.extend(more);
        }
        block
    };
    let step = |id: &str| with(id, json!({"date": "2004-spring"}));
    let tagged = |id: &str| with(id, json!({"dimensions": ["trust"]}));
    json!({
        "slug": "well",
        "order": 1,
        "title": "A village dug a well",
        "point": {"text": "A village may dig.", "source": "The well"},
        "summary": "A village dug a well with its ayil okmot.",
        "source": "The well",
        "organisation": {
            "name": "Well", "spellings": [], "legal_form": "public-association",
            "founded": "2001", "registered": null, "text": "It digs.", "source": "The well",
        },
        "places": [{"oblast": "chui", "rayon": null, "settlement": "Digging", "spellings": []}],
        "period": {"from": "2001", "to": "2006"},
        "topics": ["water"],
        "beneficiaries": ["villagers"],
        "numbers": [],
        "instruments": [
            with("instrument-ashar", json!({"kind": "ashar"})),
            with("instrument-training", json!({"kind": "training"})),
        ],
        "partners": [
            with("partner-office", json!({"kind": "ayil-okmot", "name": "Ayil okmot"})),
            with("partner-residents", json!({"kind": "residents", "name": "Residents"})),
        ],
        "funders": [],
        "contributions": [with(
            "gave-money",
            json!({"kind": "money", "side": "residents", "date": null,
                   "amount": {"value": 2000, "unit": "som"}}),
        )],
        "situation": [block("situation-dry")],
        "steps": [
            step("step-one"), step("step-two"), step("step-three"), step("step-four"),
            step("step-five"),
        ],
        "agreements": [],
        "obstacles": [with(
            "obstacle-rock", json!({"kind": "technical", "met": "They dug beside it."}),
        )],
        "results": [
            with("result-water", json!({"figures": [
                {"id": "figure-homes", "what": "homes with water", "unit": "homes", "value": 40},
            ]})),
            with("result-health", json!({"figures": []})),
        ],
        "factors": [tagged("factor-one"), tagged("factor-two"), tagged("factor-three")],
        "lessons": [tagged("lesson-one"), tagged("lesson-two")],
        "lasts": [block("lasts-well")],
        "voices": [],
        "related": [],
        "notes": [with("note-homes", json!({"about": "figure-homes"}))],
    })
}

/// The same record under another slug and in another place of the book.
pub(crate) fn neighbour(slug: &str, order: u32) -> Value {
    let mut record = record();
    if let Value::Object(fields) = &mut record {
        fields.insert("slug".to_owned(), json!(slug));
        fields.insert("order".to_owned(), json!(order));
    }
    record
}

/// Loads records under their file names.
pub(crate) fn load(records: &[(&str, &Value)]) -> Result<Corpus, Vec<DataError>> {
    let files: Vec<(&str, String)> =
        records.iter().map(|(name, record)| (*name, record.to_string())).collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    validate::corpus(&files, &vocabulary())
}

/// The rows of a table of `data/review`, which begins with this line.
pub(crate) fn rows<const N: usize>(file: &str, header: &str) -> Vec<[String; N]> {
    let table = self::file(file);
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some(header), "{file}");
    lines
        .map(|line| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            cells.try_into().unwrap_or_else(|cells| panic!("{file}: not {N} cells: {cells:?}"))
        })
        .collect()
}

/// The real library with one record in place of its own.
pub(crate) fn library_with(record: &Value) -> Library {
    let mut library = Library::load().expect("the real data is right");
    let corpus =
        load(&[("well.json", record)]).unwrap_or_else(|errors| panic!("{}", lines(&errors)));
    library.corpus = Deferred::with_placeholder(corpus);
    library
}

/// What is wrong with these records.
pub(crate) fn errors(records: &[(&str, &Value)]) -> Vec<DataError> {
    load(records).err().unwrap_or_default()
}

/// Stops the test unless one of the messages is about this field of this file, with this word in what
/// it says to do.
pub(crate) fn assert_names(errors: &[DataError], file: &str, field: &str, word: &str) {
    let named = errors
        .iter()
        .any(|error| error.file == file && error.path == field && error.message.contains(word));
    assert!(
        named,
        "no message names {file}, {field} and says {word:?}; there are:\n{}",
        lines(errors)
    );
}

/// The ids of the quick check's questions, in the order they are asked.
pub(crate) fn questions(list: &Checklist) -> Vec<String> {
    list.asked(Depth::Quick).iter().map(|(_, item)| item.id.clone()).collect()
}

/// Answers, written as in `checklist.json`: `("trust-1", "3")`.
pub(crate) fn answers<'a>(given: impl IntoIterator<Item = (&'a str, &'a str)>) -> Answers {
    let mut answers = Answers::default();
    for (item, answer) in given {
        let known = Answer::from_id(answer);
        answers.items.insert(
            item.to_owned(),
            known.unwrap_or_else(|| panic!("{answer:?} is no answer of the scale")),
        );
    }
    answers
}

/// A selection of these values.
pub(crate) fn chosen(values: &[(Facet, &str)]) -> Selection {
    values.iter().fold(Selection::default(), |all, (facet, value)| all.with(*facet, value))
}

/// Any value of any filter.
pub(crate) fn any_value() -> impl Strategy<Value = (Facet, String)> {
    let mut all = Vec::new();
    for facet in Facet::ALL {
        let list = library().vocabulary.facet(facet).into_iter();
        all.extend(list.flat_map(|list| &list.values).map(|value| (facet, value.id.clone())));
    }
    select(all)
}

/// Up to eight values of the vocabulary.
pub(crate) fn any_selection() -> impl Strategy<Value = Selection> {
    vec(any_value(), 0..=8).prop_map(|values| {
        values.iter().fold(Selection::default(), |all, (facet, value)| all.with(*facet, value))
    })
}

/// A text of the interface, with its parameters filled in; of texts that count the form for many.
pub(crate) fn says(key: &str, parameters: &[(&str, &str)]) -> String {
    static WORDS: LazyLock<Value> = LazyLock::new(|| {
        serde_json::from_str(&file("data/words/en.json")).expect("the words are JSON")
    });
    let text = WORDS[key].as_str().or_else(|| WORDS[key]["other"].as_str());
    let text = text.unwrap_or_else(|| panic!("there is no text {key}"));
    parameters
        .iter()
        .fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
