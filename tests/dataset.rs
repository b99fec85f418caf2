//! Protects the files that people take along: a spreadsheet and a program read in them exactly what the
//! records say, and every field is explained.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

mod support;

use ashar::domain::{
    case::Section,
    dataset::{self, CASE_COLUMNS, FINGERPRINT, File, PART_COLUMNS},
    date::When,
    deferred::Deferred,
    library::Library,
};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::{library, load, record};

/// A table as RFC 4180 has it, read without mercy: every record ends with CRLF, a cell with a comma, a
/// quotation mark or a line break stands in quotation marks, and a quotation mark in it is doubled.
fn rows(text: &str) -> Result<Vec<Vec<String>>, String> {
    let mut rows = vec![];
    let mut row = vec![];
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, behind) = if let Some(quoted) = rest.strip_prefix('"') {
            inside_quotes(quoted)?
        } else {
            let end = rest.find([',', '"', '\r', '\n']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        };
        row.push(cell);
        if let Some(next) = behind.strip_prefix(',') {
            rest = next;
            // A comma at the very end would promise a cell that is not there.
            if rest.is_empty() {
                return Err("the file ends behind a comma".to_owned());
            }
        } else if let Some(next) = behind.strip_prefix("\r\n") {
            rest = next;
            rows.push(std::mem::take(&mut row));
        } else {
            let here: String = behind.chars().take(20).collect();
            return Err(format!("row {}: neither comma nor CRLF before {here:?}", rows.len() + 1));
        }
    }
    Ok(rows)
}

/// The cell that began with a quotation mark, and what stands behind it.
fn inside_quotes(text: &str) -> Result<(String, &str), String> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let end = rest.find('"').ok_or("a quotation mark is never closed")?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return Ok((cell, rest)),
        }
    }
}

/// The rows of a table, each with its cells by column.
fn table(file: File, library: &Library) -> Vec<BTreeMap<String, String>> {
    let text = file.text(library);
    let text = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{}: no mark", file.name()));
    let rows = rows(text).unwrap_or_else(|error| panic!("{}: {error}", file.name()));
    let (head, body) = rows.split_first().expect("a table has a head");
    body.iter()
        .map(|row| {
            assert_eq!(row.len(), head.len(), "{}: {row:?}", file.name());
            head.iter().cloned().zip(row.iter().cloned()).collect()
        })
        .collect()
}

fn parsed(below: &str) -> Value {
    let text = support::file(below);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{below}: {error}"))
}

/// The records as editors wrote them, in the book's order.
fn records() -> Vec<Value> {
    let mut records: Vec<Value> =
        support::files("data/cases", ".json").iter().map(|file| parsed(file)).collect();
    records.sort_by_key(|record| record["order"].as_u64());
    records
}

fn everything() -> Map<String, Value> {
    let text = File::Everything.text(library());
    match serde_json::from_str(&text) {
        Ok(Value::Object(map)) => map,
        other => panic!("the file with everything is no JSON object: {other:?}"),
    }
}

/// The list of a section in a raw record.
fn blocks<'a>(record: &'a Value, field: &str) -> &'a [Value] {
    record[field].as_array().unwrap_or_else(|| panic!("{field} is no list"))
}

#[test]
fn the_csv_reader_of_these_tests_takes_no_careless_table() {
    assert_eq!(
        rows("a,\"b, \"\"c\"\"\r\nd\",\r\n"),
        Ok(vec![vec!["a".to_owned(), "b, \"c\"\r\nd".to_owned(), String::new()]])
    );
    for careless in ["a,b\n", "a,b", "a,\"b\r\n", "a\"b\r\n", "\"a\"b\r\n", "a\rb\r\n", "a,"] {
        assert!(rows(careless).is_err(), "{careless:?}");
    }
}

#[test]
fn the_version_names_the_app_and_the_data() {
    assert_eq!(dataset::version(), format!("{}+{FINGERPRINT}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_fingerprint_of_the_data_is_eight_hexadecimal_digits() {
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    assert!(FINGERPRINT.len() == 8 && FINGERPRINT.bytes().all(hex), "{FINGERPRINT:?}");
}

#[test]
fn every_file_has_a_name_of_its_own_and_is_found_by_it() {
    let names: BTreeSet<&str> = File::ALL.into_iter().map(File::name).collect();
    assert_eq!(names.len(), File::ALL.len());
    for file in File::ALL {
        assert_eq!(File::named(file.name()), Some(file));
    }
    assert_eq!(File::named("ashar.csv"), None);
}

#[test]
fn the_ending_of_every_file_fits_its_media_type() {
    for file in File::ALL {
        let ending = match file.kind() {
            "application/json" => ".json",
            "text/csv" => ".csv",
            "text/plain" => ".txt",
            other => panic!("{}: {other} is no type of these files", file.name()),
        };
        assert!(file.name().ends_with(ending), "{} is {}", file.name(), file.kind());
    }
}

#[test]
fn the_file_with_everything_says_its_version() {
    assert_eq!(everything()["version"], json!(dataset::version()));
}

#[test]
fn the_file_with_everything_says_that_its_facts_are_of_2006() {
    assert_eq!(everything()["as_of"], json!("2006-12"));
}

/// A record without what it says nothing about: a field that is null and one that is left out mean the same.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(values) => values.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

#[test]
fn the_file_with_everything_holds_each_record_once_and_unchanged() {
    let everything = everything();
    let cases = everything["cases"].as_array().expect("a list of cases");
    assert_eq!(cases.len(), 25);
    for record in records() {
        let slug = record["slug"].clone();
        assert!(cases.contains(&without_nulls(record)), "{slug} is missing or differs");
    }
}

/// A part of the file with everything, and the file of `data/` that it repeats.
macro_rules! repeats {
    ($name:ident, $part:literal, $file:literal) => {
        #[test]
        fn $name() {
            assert!(everything()[$part] == parsed($file), "{} is not {}", $part, $file);
        }
    };
}

repeats!(the_file_with_everything_holds_the_glossary, "glossary", "data/glossary.json");
repeats!(the_file_with_everything_holds_the_word_lists, "lists", "data/facets.json");
repeats!(the_file_with_everything_holds_the_guide, "guide", "data/fields.json");
repeats!(the_file_with_everything_holds_the_check, "check", "data/checklist.json");
repeats!(the_file_with_everything_holds_the_families, "families", "data/families.json");

/// Every key of a record as the guide names it. An object is explained by its fields.
fn keys(record: &Value) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut put = |group: &str, object: &Value| {
        let object = object.as_object().unwrap_or_else(|| panic!("{group} is no object"));
        keys.extend(object.keys().map(|key| format!("{group}{key}")));
    };
    put("", record);
    for object in ["point", "organisation", "period"] {
        put(&format!("{object}."), &record[object]);
    }
    for place in blocks(record, "places") {
        put("places.", place);
    }
    for section in Section::ALL {
        for block in blocks(record, section.rule().field) {
            put("block.", block);
            if block["amount"].is_object() {
                put("block.amount.", &block["amount"]);
            }
            for figure in block["figures"].as_array().into_iter().flatten() {
                put("figure.", figure);
            }
        }
    }
    for object in ["point", "organisation", "period", "places", "block.amount"] {
        keys.remove(object);
    }
    keys
}

fn all_keys() -> BTreeSet<String> {
    records().iter().flat_map(keys).collect()
}

fn explained() -> BTreeSet<String> {
    library().guide.iter().map(|field| field.field.clone()).collect()
}

fn columns() -> BTreeSet<String> {
    CASE_COLUMNS.into_iter().chain(PART_COLUMNS).map(str::to_owned).collect()
}

#[test]
fn every_field_of_a_record_is_explained() {
    let missing: Vec<String> = all_keys().difference(&explained()).cloned().collect();
    assert_eq!(missing, [""; 0], "not in data/fields.json");
}

#[test]
fn every_column_of_a_table_is_explained() {
    let missing: Vec<String> = columns().difference(&explained()).cloned().collect();
    assert_eq!(missing, [""; 0], "not in data/fields.json");
}

#[test]
fn nothing_is_explained_that_nobody_meets() {
    let of_the_whole = everything();
    let met: BTreeSet<String> =
        all_keys().union(&columns()).chain(of_the_whole.keys()).cloned().collect();
    let idle: Vec<String> = explained().difference(&met).cloned().collect();
    assert_eq!(idle, [""; 0], "in data/fields.json, but neither in a record nor a column");
}

#[test]
fn no_field_is_explained_twice() {
    assert_eq!(explained().len(), library().guide.len());
}

#[test]
fn the_guide_gives_every_field_a_line_with_its_meaning() {
    let guide = File::Guide.text(library());
    let lines: Vec<&str> = guide.lines().collect();
    for field in parsed("data/fields.json").as_array().expect("a list") {
        let [name, meaning] = ["field", "meaning"].map(|key| field[key].as_str().expect("a text"));
        assert!(lines.contains(&format!("{name}: {meaning}").as_str()), "no line on {name}");
    }
}

#[test]
fn the_guide_says_which_version_it_is_of() {
    let guide = File::Guide.text(library());
    let first = guide.lines().next().unwrap_or_default();
    assert!(first.contains(&dataset::version()), "{first}");
}

/// What holds for both tables.
macro_rules! tables {
    ($name:ident, |$file:ident| $check:expr) => {
        #[test]
        fn $name() {
            for $file in [File::Cases, File::Parts] {
                $check;
            }
        }
    };
}

tables!(a_table_begins_with_the_mark_that_spreadsheets_need_for_cyrillic, |file| {
    assert!(file.text(library()).starts_with('\u{feff}'), "{}", file.name());
    assert_eq!(file.text(library()).matches('\u{feff}').count(), 1, "{}", file.name());
});
tables!(a_table_is_right_by_the_standard_and_has_as_many_cells_in_every_row, |file| {
    let text = file.text(library());
    let rows = rows(text.trim_start_matches('\u{feff}')).unwrap();
    for row in &rows {
        assert_eq!(row.len(), rows[0].len(), "{}: {row:?}", file.name());
    }
});
tables!(the_head_of_a_table_names_every_column_once, |file| {
    let text = file.text(library());
    let head = rows(text.trim_start_matches('\u{feff}')).unwrap().remove(0);
    let expected: &[&str] =
        if file == File::Cases { CASE_COLUMNS.as_slice() } else { PART_COLUMNS.as_slice() };
    assert_eq!(head, expected);
    assert_eq!(head.iter().collect::<BTreeSet<_>>().len(), head.len(), "{head:?}");
});
tables!(every_column_of_a_table_is_filled_somewhere, |file| {
    let rows = table(file, library());
    for column in rows[0].keys() {
        assert!(rows.iter().any(|row| !row[column].is_empty()), "{}: {column}", file.name());
    }
});
tables!(every_date_of_a_table_can_be_read, |file| {
    let dates = [
        "organisation.founded",
        "organisation.registered",
        "period.from",
        "period.to",
        "block.date",
    ];
    let rows = table(file, library());
    for (column, cell) in rows
        .iter()
        .flatten()
        .filter(|(column, cell)| dates.contains(&column.as_str()) && !cell.is_empty())
    {
        assert!(When::parse(cell).is_ok(), "{}: {column} is {cell}", file.name());
    }
});
tables!(every_number_of_a_table_is_one_to_a_program, |file| {
    let numbers = ["order", "block.amount.value", "figure.value", "figure.before", "figure.after"];
    let rows = table(file, library());
    for (column, cell) in rows
        .iter()
        .flatten()
        .filter(|(column, cell)| numbers.contains(&column.as_str()) && !cell.is_empty())
    {
        let plain = cell.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte));
        assert!(plain && cell.parse::<f64>().is_ok(), "{}: {column} is {cell}", file.name());
    }
});

#[test]
fn the_table_of_cases_has_a_row_for_each_case_in_the_order_of_the_book() {
    let rows = table(File::Cases, library());
    let slugs: Vec<&str> = rows.iter().map(|row| row["slug"].as_str()).collect();
    let records = records();
    let expected: Vec<&str> = records.iter().filter_map(|record| record["slug"].as_str()).collect();
    assert_eq!(slugs, expected);
    assert_eq!(slugs.len(), 25);
}

/// A value of a raw record as a cell: a text as it stands, nothing as an empty cell, texts with `; `.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join("; "),
        other => panic!("{other} is no text"),
    }
}

#[test]
fn a_row_of_the_table_of_cases_says_what_the_record_says() {
    for (row, record) in table(File::Cases, library()).into_iter().zip(records()) {
        let slug = &record["slug"];
        assert_eq!(row["order"], record["order"].to_string(), "{slug}");
        for field in ["slug", "title", "summary", "source"] {
            assert_eq!(row[field], cell(&record[field]), "{slug}: {field}");
        }
        for field in ["text", "source"] {
            assert_eq!(row[&format!("point.{field}")], cell(&record["point"][field]), "{slug}");
        }
        for field in ["name", "spellings", "founded", "registered", "text", "source"] {
            let column = format!("organisation.{field}");
            assert_eq!(row[&column], cell(&record["organisation"][field]), "{slug}: {column}");
        }
        for field in ["from", "to"] {
            assert_eq!(row[&format!("period.{field}")], cell(&record["period"][field]), "{slug}");
        }
        for field in ["rayon", "settlement"] {
            let names: Vec<String> = blocks(&record, "places")
                .iter()
                .map(|place| cell(&place[field]))
                .filter(|name| !name.is_empty())
                .collect();
            assert_eq!(row[&format!("places.{field}")], names.join("; "), "{slug}: {field}");
        }
    }
}

/// The names of values, each once, as the word lists of `data/facets.json` give them.
fn labels<'a>(lists: &[&str], values: impl Iterator<Item = &'a Value>) -> String {
    let facets = parsed("data/facets.json");
    let mut labels: Vec<String> = Vec::new();
    for value in values {
        let label = ["facets", "vocabularies"]
            .into_iter()
            .flat_map(|group| blocks(&facets, group))
            .filter(|list| list["id"].as_str().is_some_and(|id| lists.contains(&id)))
            .flat_map(|list| blocks(list, "values"))
            .find(|known| known["id"] == *value)
            .map_or_else(
                || panic!("{value} is no value of {lists:?}"),
                |known| cell(&known["label"]),
            );
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.join("; ")
}

/// A column with filter values: from a list of values, or from the kinds of a section's blocks.
macro_rules! in_words {
    ($name:ident, $column:literal, $lists:expr, $field:literal, $key:expr) => {
        #[test]
        fn $name() {
            for (row, record) in table(File::Cases, library()).into_iter().zip(records()) {
                let key: Option<&str> = $key;
                let values = blocks(&record, $field)
                    .iter()
                    .map(|value| key.map_or(value, |key| &value[key]));
                assert_eq!(row[$column], labels(&$lists, values), "{}", record["slug"]);
            }
        }
    };
}

in_words!(oblasts_stand_in_words, "places.oblast", ["oblast"], "places", Some("oblast"));
in_words!(topics_stand_in_words, "topics", ["topic"], "topics", None);
in_words!(beneficiaries_stand_in_words, "beneficiaries", ["beneficiary"], "beneficiaries", None);
in_words!(instruments_stand_in_words, "instruments", ["instrument"], "instruments", Some("kind"));
in_words!(
    partners_of_every_kind_stand_in_words,
    "partners",
    ["partner", "partner-kind"],
    "partners",
    Some("kind")
);
in_words!(funders_stand_in_words, "funders", ["funder"], "funders", Some("kind"));
in_words!(obstacles_stand_in_words, "obstacles", ["obstacle"], "obstacles", Some("kind"));

#[test]
fn the_table_of_parts_has_a_row_for_each_block_and_behind_it_one_for_each_of_its_figures() {
    let mut expected: Vec<[String; 4]> = Vec::new();
    for record in records() {
        for section in Section::ALL {
            let field = section.rule().field;
            for block in blocks(&record, field) {
                let (slug, id) = (cell(&record["slug"]), cell(&block["id"]));
                expected.push([slug.clone(), field.to_owned(), id.clone(), String::new()]);
                for figure in block["figures"].as_array().into_iter().flatten() {
                    let figures = "figures".to_owned();
                    expected.push([slug.clone(), figures, id.clone(), cell(&figure["id"])]);
                }
            }
        }
    }
    let rows = table(File::Parts, library());
    let columns = ["case", "section", "block.id", "figure.id"];
    let found: Vec<[String; 4]> =
        rows.iter().map(|row| columns.map(|name| row[name].clone())).collect();
    let first = found.iter().zip(&expected).find(|(found, expected)| found != expected);
    assert_eq!(first, None);
    assert_eq!(found.len(), expected.len());
}

/// The rows of blocks, or of figures, each with the raw object that it tells of.
fn parts(of_figures: bool) -> Vec<(BTreeMap<String, String>, Value)> {
    let mut raw: BTreeMap<(String, String), Value> = BTreeMap::new();
    for record in records() {
        for section in Section::ALL {
            for block in blocks(&record, section.rule().field) {
                let figures = block["figures"].as_array().into_iter().flatten();
                for object in std::iter::once(block).chain(figures) {
                    raw.insert((cell(&record["slug"]), cell(&object["id"])), object.clone());
                }
            }
        }
    }
    table(File::Parts, library())
        .into_iter()
        .filter(|row| (row["section"] == "figures") == of_figures)
        .map(|row| {
            let id = if of_figures { "figure.id" } else { "block.id" };
            let at = (row["case"].clone(), row[id].clone());
            let object = raw.get(&at).unwrap_or_else(|| panic!("{at:?} is in no record")).clone();
            (row, object)
        })
        .collect()
}

#[test]
fn a_row_of_a_block_says_what_the_record_says() {
    for (row, block) in parts(false) {
        for field in [
            "kind",
            "name",
            "side",
            "role",
            "date",
            "text",
            "met",
            "dimensions",
            "slug",
            "about",
            "source",
        ] {
            let column = format!("block.{field}");
            assert_eq!(row[&column], cell(&block[field]), "{} {column}", row["block.id"]);
        }
    }
}

/// A cell with a number, and the number of the raw record.
fn assert_number(cell: &str, value: &Value, at: &str) {
    assert_eq!(cell.parse::<f64>().ok(), value.as_f64(), "{at}: {cell:?} for {value}");
}

#[test]
fn an_amount_in_the_table_is_the_amount_of_the_record() {
    for (row, block) in parts(false) {
        assert_number(&row["block.amount.value"], &block["amount"]["value"], &row["block.id"]);
        assert_eq!(row["block.amount.unit"], cell(&block["amount"]["unit"]), "{}", row["block.id"]);
    }
}

#[test]
fn a_row_of_a_figure_says_what_the_record_says() {
    let rows = parts(true);
    assert!(!rows.is_empty());
    for (row, figure) in rows {
        for field in ["value", "before", "after"] {
            assert_number(&row[&format!("figure.{field}")], &figure[field], &row["block.id"]);
        }
        for field in ["what", "unit"] {
            assert_eq!(
                row[&format!("figure.{field}")],
                cell(&figure[field]),
                "{}",
                row["block.id"]
            );
        }
    }
}

#[test]
fn the_kind_of_a_block_stands_beside_its_id_in_words() {
    let rules: BTreeMap<&str, &[&str]> = Section::ALL
        .into_iter()
        .map(|section| (section.rule().field, section.rule().kinds))
        .collect();
    let mut named = 0;
    for (row, block) in parts(false) {
        let lists = rules[row["section"].as_str()];
        let kind = Some(&block["kind"]).filter(|kind| kind.is_string());
        assert_eq!(row["block.label"], labels(lists, kind.into_iter()), "{}", row["block.id"]);
        named += usize::from(kind.is_some());
    }
    assert!(named > 0);
}

/// The real library around one record, with this text for its first step and this name for its first
/// partner.
fn with_text(text: &str) -> Library {
    let mut record = record();
    record["steps"][0]["text"] = json!(text);
    record["title"] = json!(text);
    let mut library = Library::load().expect("the real data is right");
    let corpus = load(&[("well.json", &record)]).expect("a record with an odd text is right");
    library.corpus = Deferred::with_placeholder(corpus);
    library
}

/// A text that a careless table would break at.
macro_rules! survives {
    ($name:ident, $text:literal) => {
        #[test]
        fn $name() {
            let library = with_text($text);
            let parts = table(File::Parts, &library);
            let step = parts.iter().find(|row| row["block.id"] == "step-one").expect("the step");
            assert_eq!(step["block.text"], $text);
            assert_eq!(table(File::Cases, &library)[0]["title"], $text);
        }
    };
}

survives!(a_comma_in_a_text_begins_no_new_cell, "They dug, drank, and rested");
survives!(a_quotation_mark_in_a_text_ends_no_cell, "The \"well\" of the \"upper\" street\"");
survives!(a_line_break_in_a_text_begins_no_new_row, "They dug.\nThey drank.\r\nThey rested.");
survives!(comma_quotation_mark_and_line_break_may_meet, "\"Dig\",\r\n\",\" they said,\n\"\"");
survives!(cyrillic_letters_stay_what_they_are, "Айыл өкмөтү, “Ашар”");

#[test]
fn a_great_amount_has_no_comma_in_the_table() {
    let mut record = record();
    record["contributions"][0]["amount"]["value"] = json!(1_101_696.5);
    let mut library = Library::load().expect("the real data is right");
    let corpus = load(&[("well.json", &record)]).expect("a great amount is right");
    library.corpus = Deferred::with_placeholder(corpus);
    let parts = table(File::Parts, &library);
    let gift = parts.iter().find(|row| row["block.id"] == "gave-money").expect("the gift");
    assert_eq!(gift["block.amount.value"], "1101696.5");
}

#[test]
fn everything_lists_the_cases_in_the_order_of_the_book() {
    let all = everything();
    let cases = all["cases"].as_array().expect("a list");
    let slugs: Vec<_> = cases.iter().map(|case| case["slug"].clone()).collect();
    let book: Vec<_> = records().iter().map(|record| record["slug"].clone()).collect();
    assert_eq!(slugs, book);
}
