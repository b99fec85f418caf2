//! Protects what stands in `data/`: the real records are whole and hold together, and a broken record
//! gives an editor a message that names the file, the field and the mend.

mod support;

use ashar::domain::{
    case::{CaseStudy, Reading, Section},
    library::Library,
    number::grouped,
    text::tokens,
    vocabulary::Facet,
};
use serde_json::json;
use std::collections::BTreeSet;
use support::{assert_names, errors, library, load, neighbour, record};

/// The slugs of the 25 cases, in the book's order.
const SLUGS: [&str; 25] = [
    "alga",
    "adept",
    "krasnaya-rechka",
    "shazet",
    "zionis",
    "sairon",
    "coa",
    "leader",
    "rce",
    "rural-life",
    "shoola",
    "hava",
    "lady-shirin",
    "manas-1000",
    "aikol",
    "bayastan",
    "interbilim",
    "mehr-shafkat",
    "baktynur-osh",
    "soop-kochu",
    "araket",
    "altius",
    "suzak-villages",
    "fti",
    "insan-leilek",
];

/// Filter values that no case of the book has; they wait for cases from elsewhere.
const UNUSED: [(Facet, &str); 3] =
    [(Facet::Topic, "roads"), (Facet::Funder, "embassy"), (Facet::Obstacle, "donor-left")];

fn cases() -> &'static [CaseStudy] {
    library().corpus.cases()
}

#[test]
fn the_real_data_loads_without_a_fault() {
    let faults = Library::load().err().unwrap_or_default();
    assert!(faults.is_empty(), "{}", support::lines(&faults));
}

#[test]
fn the_twenty_five_cases_stand_in_the_order_of_the_book() {
    let slugs: Vec<&str> = cases().iter().map(|case| case.slug.as_str()).collect();
    assert_eq!(slugs, SLUGS);
    let places: Vec<u32> = cases().iter().map(|case| case.order).collect();
    assert_eq!(places, (1..=25).collect::<Vec<_>>());
}

#[test]
fn every_file_of_a_case_is_in_the_app() {
    let mut expected: Vec<String> =
        SLUGS.iter().map(|slug| format!("data/cases/{slug}.json")).collect();
    expected.sort();
    assert_eq!(support::files("data/cases", ".json"), expected);
}

#[test]
fn every_case_has_enough_text_to_do_without_the_book() {
    for case in cases() {
        assert!(case.words() >= 450, "{} has only {} words", case.slug, case.words());
    }
}

#[test]
fn every_block_says_where_in_the_book_it_comes_from() {
    for case in cases() {
        assert!(!case.source.trim().is_empty(), "{}", case.slug);
        assert!(!case.organisation.source.trim().is_empty(), "{}", case.slug);
        for block in &case.blocks {
            assert!(!block.source.trim().is_empty(), "{}#{}", case.slug, block.id);
        }
    }
}

#[test]
fn every_title_fits_on_a_card() {
    for case in cases() {
        let length = case.title.chars().count();
        assert!(length <= 75, "the title of {} has {length} characters", case.slug);
    }
}

#[test]
fn factors_and_lessons_point_to_dimensions_of_the_check() {
    let known: Vec<&str> =
        library().checklist.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    for case in cases() {
        for section in [Section::Factors, Section::Lessons] {
            for block in case.section(section) {
                assert!(!block.dimensions.is_empty(), "{}#{}", case.slug, block.id);
                for dimension in &block.dimensions {
                    assert!(
                        known.contains(&dimension.as_str()),
                        "{}#{}: {dimension}",
                        case.slug,
                        block.id
                    );
                }
            }
        }
    }
}

#[test]
fn every_dimension_of_the_check_is_seen_in_at_least_one_case() {
    let dimensions = &library().checklist.dimensions;
    assert_eq!(dimensions.len(), 15);
    for dimension in dimensions {
        let supporting = library().corpus.supporting(&dimension.id);
        assert!(!supporting.is_empty(), "no case has a factor or lesson on {}", dimension.id);
    }
}

#[test]
fn every_dimension_sends_people_to_three_different_cases_that_exist() {
    for dimension in &library().checklist.dimensions {
        let slugs: BTreeSet<&str> = dimension
            .read
            .iter()
            .map(|reference| {
                let found = library().corpus.block(reference);
                let (case, _) =
                    found.unwrap_or_else(|| panic!("{}: {reference} is nowhere", dimension.id));
                case.slug.as_str()
            })
            .collect();
        assert_eq!(slugs.len(), 3, "{}: {:?}", dimension.id, dimension.read);
    }
}

#[test]
fn every_glossary_term_is_used_somewhere_in_the_cases() {
    let mut texts: Vec<Vec<String>> = Vec::new();
    let mut put = |text: &str| {
        texts.push(tokens(text).into_iter().map(|token| token.word).collect());
    };
    for case in cases() {
        put(&case.title);
        put(&case.summary);
        put(&case.organisation.text);
        for block in &case.blocks {
            put(&block.text);
            put(&block.name);
            put(&block.role);
            block.met.iter().for_each(|met| put(met));
        }
    }
    for list in Facet::ALL.into_iter().filter_map(|facet| library().vocabulary.facet(facet)) {
        list.values.iter().for_each(|value| put(&value.label));
    }
    let unused: Vec<&str> = library()
        .glossary
        .terms()
        .iter()
        .filter(|term| {
            !std::iter::once(&term.term).chain(&term.forms).any(|form| {
                let form: Vec<String> = tokens(form).into_iter().map(|token| token.word).collect();
                texts.iter().any(|text| text.windows(form.len()).any(|window| window == form))
            })
        })
        .map(|term| term.id.as_str())
        .collect();
    assert_eq!(unused, [""; 0], "terms that nobody meets in a case");
}

/// Whether a word could be a way to reach a person: an address of the network, or nine digits and more
/// in one run, which is a telephone number and no amount (amounts have commas).
fn reaches_a_person(text: &str) -> bool {
    let lower = text.to_lowercase();
    let network = ["@", "http", "www.", ".kg", ".com", ".org", ".net", ".ru"];
    if network.iter().any(|sign| lower.contains(sign)) {
        return true;
    }
    let telephone = |run: &str| run.bytes().filter(u8::is_ascii_digit).count() >= 9;
    lower.split(|c: char| !(c.is_ascii_digit() || "+-() ".contains(c))).any(telephone)
}

#[test]
fn no_file_of_the_data_holds_a_way_to_reach_a_person() {
    let files = support::files("data", ".json");
    assert!(files.len() > 25);
    for file in files {
        for (number, line) in support::file(&file).lines().enumerate() {
            assert!(!reaches_a_person(line), "{file}, line {}: {line}", number + 1);
        }
    }
}

#[test]
fn the_search_for_ways_to_reach_a_person_knows_them_when_it_sees_them() {
    for text in ["a@b.kg", "www.alga.kg", "see https://x", "0 (312) 66-11-22-33", "+996312661122"] {
        assert!(reaches_a_person(text), "{text}");
    }
    for text in ["1,101,696 som", "2001/2003-05", "2004-05-17", "from 1999 to 2003", "№ 12"] {
        assert!(!reaches_a_person(text), "{text}");
    }
}

#[test]
fn every_number_of_a_figure_stands_in_the_text_beside_it() {
    for case in cases() {
        for block in &case.blocks {
            let words: Vec<String> =
                tokens(&block.text).into_iter().map(|token| token.word).collect();
            for figure in &block.figures {
                let numbers = match figure.reading {
                    Reading::One(value) => vec![value],
                    Reading::Change(before, after) => vec![before, after],
                };
                for number in numbers {
                    assert!(
                        words.contains(&grouped(number)) || words.contains(&number.to_string()),
                        "{}#{}: {number} is not in: {}",
                        case.slug,
                        figure.id,
                        block.text
                    );
                }
            }
        }
    }
}

#[test]
fn editors_find_every_block_in_the_review_table() {
    for case in cases() {
        let table = support::file(&format!("data/review/{}.tsv", case.slug));
        let rows: Vec<&str> = table.lines().filter_map(|line| line.split('\t').next()).collect();
        for block in case.blocks.iter().filter(|block| block.section != Section::Related) {
            assert!(rows.contains(&block.id.as_str()), "{}: no row for {}", case.slug, block.id);
        }
    }
}

#[test]
fn the_review_table_has_no_row_for_a_block_that_is_gone() {
    for case in cases() {
        let table = support::file(&format!("data/review/{}.tsv", case.slug));
        for row in table.lines().skip(1).filter_map(|line| line.split('\t').next()) {
            let known = ["title", "summary", "organisation"].contains(&row)
                || case.block(row).is_some()
                || case.blocks.iter().flat_map(|block| &block.figures).any(|f| f.id == row);
            assert!(known, "{}: the row {row} is about nothing", case.slug);
        }
    }
}

#[test]
fn every_filter_value_finds_a_case_or_is_known_to_wait_for_one() {
    for facet in Facet::ALL {
        let list = library().vocabulary.facet(facet).expect("every filter has its list");
        for value in &list.values {
            let used = cases().iter().any(|case| case.values(facet).contains(&value.id.as_str()));
            let waits = UNUSED.contains(&(facet, value.id.as_str()));
            assert!(used != waits, "{} {}: used {used}, waits {waits}", facet.id(), value.id);
        }
    }
}

#[test]
fn every_connected_case_exists_and_is_another_one() {
    for case in cases() {
        for block in case.section(Section::Related) {
            assert!(library().corpus.case(&block.slug).is_some(), "{}#{}", case.slug, block.id);
            assert_ne!(block.slug, case.slug, "{}#{}", case.slug, block.id);
        }
    }
}

#[test]
fn the_smallest_record_is_right() {
    let corpus = load(&[("well.json", &record())]);
    assert_eq!(corpus.err().map(|errors| support::lines(&errors)), None);
}

/// One thing is wrong with the record; the message names its field and how to mend it.
macro_rules! names {
    ($name:ident, |$record:ident| $break:expr, $field:literal, $word:literal) => {
        #[test]
        fn $name() {
            let mut $record = record();
            $break;
            let errors = errors(&[("well.json", &$record)]);
            assert_names(&errors, "data/cases/well.json", $field, $word);
        }
    };
}

names!(
    an_unknown_field_is_named,
    |record| record["titel"] = json!("A well"),
    "titel",
    "correct its spelling"
);
names!(
    an_unknown_field_of_a_block_is_named,
    |record| record["steps"][0]["when"] = json!("2004"),
    "steps/step-one.when",
    "correct its spelling"
);
names!(
    an_unknown_topic_is_named,
    |record| record["topics"] = json!(["wells"]),
    "topics",
    "facets.json"
);
names!(
    an_unknown_kind_of_instrument_is_named,
    |record| record["instruments"][0]["kind"] = json!("magic"),
    "instruments/instrument-ashar.kind",
    "facets.json"
);
names!(
    an_unknown_oblast_is_named,
    |record| record["places"][0]["oblast"] = json!("Chuy"),
    "places/1.oblast",
    "oblast"
);
names!(
    a_topic_that_stands_twice_is_named,
    |record| record["topics"] = json!(["water", "water"]),
    "topics",
    "remove one"
);
names!(
    an_id_that_stands_twice_is_named,
    |record| record["steps"][1]["id"] = json!("step-one"),
    "steps/step-one.id",
    "rename"
);
names!(
    a_figure_with_the_id_of_another_block_is_named,
    |record| record["results"][1]["figures"] = json!([
        {"id": "figure-homes", "what": "homes", "unit": "homes", "value": 40}
    ]),
    "results/result-health.figures/figure-homes.id",
    "rename"
);
names!(
    an_id_of_another_section_is_named,
    |record| record["steps"][0]["id"] = json!("paper-one"),
    "steps/paper-one.id",
    "like step-some-words"
);
names!(
    an_id_with_capitals_is_named,
    |record| record["steps"][0]["id"] = json!("step-One"),
    "steps/step-One.id",
    "lower-case"
);
names!(
    a_connected_case_that_does_not_exist_is_named,
    |record| record["related"] = json!([{
        "id": "related-spring", "slug": "spring", "kind": "same-problem", "text": "Dry.",
        "source": "Start"
    }]),
    "related/related-spring.slug",
    "spring"
);
names!(
    a_case_connected_with_itself_is_named,
    |record| record["related"] = json!([{
        "id": "related-well", "slug": "well", "kind": "same-problem", "text": "Dry.",
        "source": "Start"
    }]),
    "related/related-well.slug",
    "other case"
);
names!(
    a_block_without_its_source_is_named,
    |record| {
        record["lasts"][0].as_object_mut().expect("a block").remove("source");
    },
    "lasts/lasts-well.source",
    "is missing"
);
names!(
    a_missing_title_is_named,
    |record| {
        record.as_object_mut().expect("a record").remove("title");
    },
    "title",
    "is missing"
);
names!(
    a_figure_without_its_unit_is_named,
    |record| record["results"][0]["figures"][0]["unit"] = json!(null),
    "results/result-water.figures/figure-homes.unit",
    "is missing"
);
names!(
    a_figure_without_a_number_is_named,
    |record| record["results"][0]["figures"][0]["value"] = json!(null),
    "results/result-water.figures/figure-homes.value",
    "`before` and `after`"
);
names!(
    a_figure_with_before_but_no_after_is_named,
    |record| {
        record["results"][0]["figures"][0]["value"] = json!(null);
        record["results"][0]["figures"][0]["before"] = json!(2);
    },
    "results/result-water.figures/figure-homes.value",
    "`before` and `after`"
);
names!(
    a_figure_with_a_value_and_a_change_is_named,
    |record| {
        record["results"][0]["figures"][0]["before"] = json!(2);
        record["results"][0]["figures"][0]["after"] = json!(3);
    },
    "results/result-water.figures/figure-homes.value",
    "either"
);
names!(
    a_number_in_quotation_marks_is_named,
    |record| record["results"][0]["figures"][0]["value"] = json!("40"),
    "results/result-water.figures/figure-homes.value",
    "without quotation marks"
);
names!(
    a_date_that_is_none_is_named,
    |record| record["steps"][0]["date"] = json!("May 2004"),
    "steps/step-one.date",
    "2004-05"
);
names!(
    a_year_without_quotation_marks_is_named,
    |record| record["steps"][0]["date"] = json!(2004),
    "steps/step-one.date",
    "quotation marks"
);
names!(
    a_period_that_ends_before_it_begins_is_named,
    |record| record["period"] = json!({"from": "2004", "to": "2001"}),
    "period",
    "swap"
);
names!(
    an_empty_text_is_named,
    |record| record["factors"][1]["text"] = json!("  "),
    "factors/factor-two.text",
    "write it"
);
names!(
    a_note_about_an_unknown_block_is_named,
    |record| record["notes"][0]["about"] = json!("step-six"),
    "notes/note-homes.about",
    "step-six"
);
names!(
    a_way_it_was_met_on_something_that_is_no_obstacle_is_named,
    |record| record["steps"][0]["met"] = json!("They dug."),
    "steps/step-one.met",
    "remove it"
);
names!(
    an_amount_of_nothing_is_named,
    |record| record["contributions"][0]["amount"] = json!({"value": 2000}),
    "contributions/gave-money.amount.unit",
    "is missing"
);
names!(too_few_steps_are_named, |record| record["steps"] = json!([]), "steps", "at least");
names!(
    a_factor_without_a_dimension_is_named,
    |record| record["factors"][0]["dimensions"] = json!([]),
    "factors/factor-one.dimensions",
    "one or two"
);
names!(a_list_that_is_missing_is_named, |record| record["voices"] = json!(null), "voices", "[]");
names!(
    a_file_called_otherwise_than_its_case_is_named,
    |record| record["slug"] = json!("spring"),
    "slug",
    "spring.json"
);

#[test]
fn two_cases_with_one_place_in_the_book_are_named() {
    let errors = errors(&[("well.json", &record()), ("spring.json", &neighbour("spring", 1))]);
    assert_names(&errors, "data/cases/spring.json", "order", "next free number");
}

#[test]
fn cases_are_put_in_the_order_of_the_book_whatever_their_file_names() {
    let (later, earlier) = (neighbour("a-later-case", 2), record());
    let corpus = load(&[("a-later-case.json", &later), ("well.json", &earlier)]).expect("right");
    let slugs: Vec<&str> = corpus.cases().iter().map(|case| case.slug.as_str()).collect();
    assert_eq!(slugs, ["well", "a-later-case"]);
}

#[test]
fn a_file_that_is_not_json_is_named_with_the_line_to_look_at() {
    let files = [("well.json", "{\n  \"slug\": \"well\",,\n}")];
    let errors = ashar::domain::corpus::Corpus::load(&files, &support::vocabulary())
        .expect_err("this is not JSON");
    assert_eq!(errors.len(), 1);
    assert_names(&errors, "data/cases/well.json", "the whole file", "line 2");
}

#[test]
fn a_file_that_holds_no_record_is_named() {
    let errors = errors(&[("well.json", &json!([]))]);
    assert_names(&errors, "data/cases/well.json", "the whole file", "must be an object");
}

#[test]
fn a_message_is_one_line_with_file_field_and_mend() {
    let mut record = record();
    record["title"] = json!("");
    let errors = errors(&[("well.json", &record)]);
    assert_eq!(errors.len(), 1, "{}", support::lines(&errors));
    let line = errors[0].to_string();
    assert!(line.starts_with("data/cases/well.json: title: "), "{line}");
    assert!(!line.contains('\n'), "{line}");
}

#[test]
fn two_mistakes_in_one_record_are_told_at_once() {
    let mut record = record();
    record["title"] = json!("");
    record["steps"][2]["date"] = json!("long ago");
    let errors = errors(&[("well.json", &record)]);
    assert_names(&errors, "data/cases/well.json", "title", "write it");
    assert_names(&errors, "data/cases/well.json", "steps/step-three.date", "2004-05");
}

#[test]
fn a_bad_period_does_not_hide_the_mistakes_after_it() {
    let mut record = record();
    record["period"]["to"] = json!("today");
    record["steps"][2]["date"] = json!("long ago");
    let errors = errors(&[("well.json", &record)]);
    assert_names(&errors, "data/cases/well.json", "period.to", "2004-05");
    assert_names(&errors, "data/cases/well.json", "steps/step-three.date", "2004-05");
}

#[test]
fn a_misspelt_field_of_a_figure_is_named_and_not_only_what_it_leaves_missing() {
    let mut record = record();
    record["results"][0]["figures"][0] =
        json!({"id": "figure-homes", "what": "homes", "unit": "homes", "valeu": 40});
    let errors = errors(&[("well.json", &record)]);
    let field = "results/result-water.figures/figure-homes.valeu";
    assert_names(&errors, "data/cases/well.json", field, "correct its spelling");
}

#[test]
fn a_broken_record_is_not_blamed_on_the_records_that_are_connected_with_it() {
    let mut broken = record();
    broken["title"] = json!("");
    let mut right = neighbour("spring", 2);
    right["related"] = json!([{
        "id": "related-well", "slug": "well", "kind": "same-problem", "text": "Dry.",
        "source": "Start"
    }]);
    let errors = errors(&[("well.json", &broken), ("spring.json", &right)]);
    assert_names(&errors, "data/cases/well.json", "title", "write it");
    let blamed: Vec<_> =
        errors.iter().filter(|error| error.file == "data/cases/spring.json").collect();
    assert!(blamed.is_empty(), "{blamed:?}");
}
