//! Protects what stands in `data/`: the real records are whole and hold together, and a broken record
//! gives an editor a message that names the file, the field and the mend.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

mod support;

use ashar::domain::{
    case::{CaseStudy, Reading, Section},
    data_error::DataError,
    data_files::{self, ThesaurusFile},
    library::Library,
    number::grouped,
    text::tokens,
    thesaurus::{Concept, Thesaurus},
    validate::{self, Data},
    vocabulary::Facet,
};
use serde_json::json;
use std::collections::BTreeSet;
use support::{
    DataFolder, assert_names, data_file, errors, library, lines, load, neighbour, record,
    vocabulary,
};

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
fn what_the_app_fetches_says_the_same_as_the_files() {
    let data = Data::read(&support::path("data")).unwrap_or_else(|e| panic!("{}", lines(&e)));
    let fetched = library();
    assert_eq!(fetched.vocabulary, data.vocabulary);
    assert_eq!(fetched.corpus.cases(), data.cases);
    assert_eq!(*fetched.families, data.families);
    assert_eq!(fetched.glossary.terms(), data.glossary.terms());
    assert_eq!(*fetched.checklist, data.checklist);
    assert_eq!(*fetched.guide, data.guide);
    let dimensions = data.checklist.dimensions.iter().map(|one| (&one.id, &one.label));
    assert!(dimensions.eq(fetched.dimensions.iter().map(|one| (&one.id, &one.label))));
}

#[test]
fn the_thesaurus_has_no_fault_and_is_fetched_whole() {
    let file: ThesaurusFile = data_files::read("thesaurus", data_file("thesaurus"), None)
        .unwrap_or_else(|error| panic!("{error}"));
    let words = |thesaurus: &Thesaurus| -> Vec<Vec<String>> {
        let words = |concept: &Concept| {
            let words = concept.words().map(|(language, word)| format!("{language:?} {word}"));
            words.chain(concept.topics().map(str::to_owned)).collect()
        };
        thesaurus.concepts().map(words).collect()
    };
    let checked = validate::thesaurus(&support::file("data/thesaurus.json"), &vocabulary());
    let checked = checked.unwrap_or_else(|errors| panic!("{}", lines(&errors)));
    assert!(words(&checked).len() > 100);
    assert_eq!(words(&file.content.thesaurus), words(&checked));
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
fn every_case_has_enough_text_to_do_without_the_book_and_no_more_than_an_evening_allows() {
    for case in cases() {
        let words = case.words();
        assert!((700..=1400).contains(&words), "{} has {words} words", case.slug);
    }
}

#[test]
fn every_section_of_a_record_is_as_long_as_the_guide_asks() {
    for case in cases() {
        for section in Section::ALL {
            let (rule, length) = (section.rule(), case.section(section).count());
            assert!(length >= rule.at_least, "{}: {} has {length}", case.slug, rule.field);
        }
        let steps = case.section(Section::Steps).count();
        assert!((5..=12).contains(&steps), "{} has {steps} steps", case.slug);
    }
}

#[test]
fn a_record_leaves_out_no_field_even_where_nothing_is_known() {
    let known = |value: &serde_json::Value| -> BTreeSet<String> {
        value.as_object().into_iter().flat_map(|fields| fields.keys().cloned()).collect()
    };
    let smallest = record();
    for slug in SLUGS {
        let raw: serde_json::Value =
            serde_json::from_str(&support::file(&format!("data/cases/{slug}.json"))).expect("JSON");
        assert_eq!(known(&raw), known(&smallest), "{slug}");
        assert_eq!(known(&raw["organisation"]), known(&smallest["organisation"]), "{slug}");
        for place in raw["places"].as_array().expect("a list") {
            assert_eq!(known(place), known(&smallest["places"][0]), "{slug}");
        }
    }
}

#[test]
fn a_case_names_one_to_four_topics_and_as_many_kinds_of_people() {
    for case in cases() {
        for values in [&case.topics, &case.beneficiaries] {
            assert!((1..=4).contains(&values.len()), "{}: {values:?}", case.slug);
        }
    }
}

#[test]
fn a_summary_is_long_enough_to_decide_and_short_enough_to_read() {
    for case in cases() {
        let words = case.summary.split_whitespace().count();
        assert!((45..=80).contains(&words), "the summary of {} has {words} words", case.slug);
    }
}

#[test]
fn a_point_is_one_thought_and_not_the_title_again() {
    for case in cases() {
        let words = case.point.text.split_whitespace().count();
        assert!((10..=30).contains(&words), "the point of {} has {words} words", case.slug);
        assert_ne!(case.point.text.trim_end_matches('.'), case.title, "{}", case.slug);
    }
}

#[test]
fn at_most_three_numbers_of_a_case_are_shown_large() {
    for case in cases() {
        let once: BTreeSet<&String> = case.numbers.iter().collect();
        assert!(case.numbers.len() <= 3, "{}: {:?}", case.slug, case.numbers);
        assert_eq!(once.len(), case.numbers.len(), "{}: {:?}", case.slug, case.numbers);
        assert_eq!(case.numbers().count(), case.numbers.len(), "{}", case.slug);
    }
}

#[test]
fn every_case_has_a_partner_on_the_side_of_the_government() {
    let government = library().vocabulary.facet(Facet::Partner).expect("the filter has its list");
    for case in cases() {
        let found = case
            .section(Section::Partners)
            .any(|block| government.values.iter().any(|value| value.id == block.kind));
        assert!(found, "{} has no partner of the government", case.slug);
    }
}

#[test]
fn in_every_case_two_sides_or_more_put_something_in() {
    for case in cases() {
        let sides: BTreeSet<&str> =
            case.section(Section::Contributions).map(|block| block.side.as_str()).collect();
        assert!(sides.len() >= 2, "{}: only {sides:?}", case.slug);
    }
}

#[test]
fn every_case_is_connected_with_another_one() {
    for case in cases() {
        assert!(case.section(Section::Related).next().is_some(), "{}", case.slug);
    }
}

#[test]
fn no_case_is_connected_with_the_same_one_twice() {
    for case in cases() {
        let slugs: Vec<&str> =
            case.section(Section::Related).map(|block| block.slug.as_str()).collect();
        let once: BTreeSet<&str> = slugs.iter().copied().collect();
        assert_eq!(once.len(), slugs.len(), "{}: {slugs:?}", case.slug);
    }
}

#[test]
fn every_connection_says_in_a_sentence_how_it_is_meant() {
    for case in cases() {
        for block in case.section(Section::Related) {
            let words = block.text.split_whitespace().count();
            assert!(
                words >= 5 && block.text.ends_with('.'),
                "{}#{}: {}",
                case.slug,
                block.id,
                block.text
            );
        }
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
        assert!(length <= 70, "the title of {} has {length} characters", case.slug);
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
fn every_glossary_term_is_used_somewhere_in_the_cases_or_by_another_term() {
    let mut texts: Vec<Vec<String>> = Vec::new();
    let mut put = |text: &str| {
        texts.push(tokens(text).into_iter().map(|token| token.word).collect());
    };
    for case in cases() {
        put(&case.title);
        put(&case.point.text);
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
    let terms = library().glossary.terms();
    let of_terms: Vec<(&str, Vec<String>)> = terms
        .iter()
        .map(|term| {
            let words = tokens(&term.text).into_iter().map(|token| token.word);
            (term.id.as_str(), words.collect())
        })
        .collect();
    let unused: Vec<&str> = terms
        .iter()
        .filter(|term| {
            !std::iter::once(&term.term).chain(&term.forms).any(|form| {
                let form: Vec<String> = tokens(form).into_iter().map(|token| token.word).collect();
                let others = of_terms.iter().filter(|(id, _)| *id != term.id).map(|(_, text)| text);
                texts
                    .iter()
                    .chain(others)
                    .any(|text| text.windows(form.len()).any(|window| window == form))
            })
        })
        .map(|term| term.id.as_str())
        .collect();
    assert_eq!(unused, [""; 0], "terms that nobody meets");
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
fn every_amount_stands_in_the_text_beside_it() {
    let mut amounts = 0;
    for case in cases() {
        for block in &case.blocks {
            let Some(amount) = &block.amount else { continue };
            amounts += 1;
            // 2,264.80 is the number 2264.8; a unit such as "million som" leaves the digits as they are.
            let found = tokens(&block.text).into_iter().any(|token| {
                let number = token.word.replace(',', "").parse::<f64>();
                number.is_ok_and(|number| (number - amount.value).abs() < f64::EPSILON)
            });
            assert!(
                found,
                "{}#{}: {} is not in: {}",
                case.slug, block.id, amount.value, block.text
            );
        }
    }
    assert!(amounts > 0);
}

#[test]
fn no_event_paper_or_founding_is_dated_after_the_book() {
    for case in cases() {
        let blocks = [Section::Steps, Section::Agreements, Section::Funders]
            .into_iter()
            .flat_map(|section| case.section(section))
            .filter_map(|block| Some((block.id.as_str(), block.date?)));
        let organisation = [case.organisation.founded, case.organisation.registered]
            .into_iter()
            .filter_map(|date| Some(("organisation", date?)));
        let period = [("period", case.period.0), ("period", case.period.1)];
        for (id, date) in blocks.chain(organisation).chain(period) {
            assert!(date.last_year() <= 2006, "{}#{id}: {}", case.slug, date.written());
        }
    }
}

#[test]
fn nothing_that_was_planned_is_dated_more_than_a_year_after_the_book() {
    for case in cases() {
        for block in &case.blocks {
            let year = block.date.map_or(0, |date| date.last_year());
            assert!(year <= 2007, "{}#{}: {year}", case.slug, block.id);
        }
    }
}

/// Abbreviations that stand in texts without an explanation, and why that is right.
const UNDERSTOOD: [(&str, &str); 8] = [
    ("EUR", "a currency as the book prints it"),
    ("US", "in US$, a currency as the book prints it"),
    ("TV", "television, as everybody says it; also in the company Ala TV"),
    ("IP", "in the name of a company"),
    ("KATEL", "a company"),
    ("KG", "in the name of a company"),
    ("LROY", "another spelling of an office, told in an editor's note"),
    ("RLROY", "another spelling of an office, told in an editor's note"),
];

/// Words with two capital letters in a row.
fn abbreviations(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let two = |word: &&str| {
        let capitals: Vec<bool> = word.chars().map(char::is_uppercase).collect();
        capitals.windows(2).any(|pair| pair == [true, true])
    };
    words.filter(two).collect()
}

/// Everything of a case that is read as text, without names.
fn prose(case: &CaseStudy) -> Vec<&str> {
    let mut texts =
        vec![case.title.as_str(), &case.point.text, &case.summary, &case.organisation.text];
    for block in &case.blocks {
        texts.extend([block.text.as_str(), &block.role]);
        texts.extend(block.met.as_deref());
        texts.extend(block.figures.iter().flat_map(|figure| [figure.what.as_str(), &figure.unit]));
    }
    texts
}

/// The names a reader of the case meets: of its organisation, partners, funders and papers, and of the
/// organisations of the cases it is connected with.
fn names(case: &CaseStudy) -> Vec<&str> {
    let connected = case
        .section(Section::Related)
        .filter_map(|block| library().corpus.case(&block.slug))
        .chain([case]);
    let mut names: Vec<&str> = Vec::new();
    for case in connected {
        names.push(&case.organisation.name);
        names.extend(case.organisation.spellings.iter().map(String::as_str));
    }
    names.extend(case.blocks.iter().map(|block| block.name.as_str()));
    names
}

#[test]
fn every_abbreviation_is_a_local_word_a_name_or_explained_in_its_case() {
    let forms: BTreeSet<String> = library()
        .glossary
        .terms()
        .iter()
        .flat_map(|term| std::iter::once(&term.term).chain(&term.forms))
        .map(|form| form.to_lowercase())
        .collect();
    let mut unexplained: BTreeSet<&str> = BTreeSet::new();
    for case in cases() {
        let prose = prose(case);
        let names = names(case);
        for word in prose.iter().flat_map(|text| abbreviations(text)) {
            let local = forms.contains(&word.to_lowercase());
            let name = names.iter().any(|name| {
                name.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == word)
            });
            let brackets = [format!("({word})"), format!("{word} (")];
            let explained =
                prose.iter().any(|text| brackets.iter().any(|sign| text.contains(sign)));
            if !local && !name && !explained {
                let understood = UNDERSTOOD.iter().any(|(known, _)| *known == word);
                assert!(
                    understood,
                    "{}: explain {word}, in brackets or as a local word",
                    case.slug
                );
                unexplained.insert(word);
            }
        }
    }
    for (word, why) in UNDERSTOOD {
        assert!(unexplained.contains(word), "{word} ({why}) is nowhere; remove it from this test");
    }
}

#[test]
fn the_search_for_abbreviations_knows_them_when_it_sees_them() {
    assert_eq!(abbreviations("The PCAs (UNDP) cost US$ 2."), ["PCAs", "UNDP", "US"]);
    assert_eq!(abbreviations("A village of Jalal-Abad, SeTech and I"), [""; 0]);
}

/// The rows of the second reader's table on a case: facet, value, lines, because.
fn facet_rows(slug: &str) -> Vec<[String; 4]> {
    support::rows(&format!("data/review/facets/{slug}.tsv"), "facet\tvalue\tlines\tbecause")
}

#[test]
fn every_filter_value_of_a_case_was_confirmed_by_a_second_reader_once() {
    for case in cases() {
        let rows = facet_rows(&case.slug);
        for facet in Facet::ALL {
            let values: BTreeSet<&str> = case.values(facet).into_iter().collect();
            for value in values {
                let found = rows
                    .iter()
                    .filter(|[of, confirmed, ..]| of == facet.id() && confirmed == value)
                    .count();
                assert_eq!(found, 1, "{}: rows on {} {value}", case.slug, facet.id());
            }
        }
    }
}

#[test]
fn the_second_readers_table_has_no_row_on_a_value_that_is_gone() {
    for case in cases() {
        for [facet, value, ..] in facet_rows(&case.slug) {
            let known = Facet::from_id(&facet)
                .is_some_and(|facet| case.values(facet).contains(&value.as_str()));
            assert!(known, "{}: the row {facet} {value} is about nothing", case.slug);
        }
    }
}

/// `12`, `12-15`, or several of them.
fn names_lines(text: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.split(", ").all(|range| match range.split_once('-') {
        Some((from, to)) => number(from) && number(to),
        None => number(range),
    })
}

#[test]
fn the_second_reader_names_the_lines_of_the_book() {
    for case in cases() {
        for [facet, value, lines, _] in facet_rows(&case.slug) {
            assert!(names_lines(&lines), "{}: {facet} {value}: {lines:?}", case.slug);
        }
    }
}

#[test]
fn lines_of_the_book_are_known_when_seen() {
    for right in ["7", "155, 163-166", "1-2, 3-4"] {
        assert!(names_lines(right), "{right:?}");
    }
    for wrong in ["", "7,8", "7-", "-7", "7-8-9", "about 7", "7, ", "7–8"] {
        assert!(!names_lines(wrong), "{wrong:?}");
    }
}

#[test]
fn the_second_reader_gives_a_reason() {
    for case in cases() {
        for [facet, value, _, because] in facet_rows(&case.slug) {
            assert!(!because.trim().is_empty(), "{}: {facet} {value}", case.slug);
        }
    }
}

#[test]
fn what_a_local_word_means_now_comes_with_its_source_and_a_year_after_the_book() {
    let mut told = 0;
    for term in library().glossary.terms() {
        let Some(now) = &term.now else { continue };
        told += 1;
        assert!(!now.text.trim().is_empty(), "{}", term.id);
        let year = tokens(&now.source)
            .into_iter()
            .any(|token| token.word.parse::<u16>().is_ok_and(|year| (2007..=2100).contains(&year)));
        assert!(year, "{}: no year in {:?}", term.id, now.source);
    }
    assert!(told > 0);
}

#[test]
fn what_a_local_word_means_now_holds_no_web_address() {
    for now in library().glossary.terms().iter().filter_map(|term| term.now.as_ref()) {
        for text in [&now.text, &now.source] {
            assert!(!reaches_a_person(text), "{text}");
        }
    }
}

#[test]
fn every_family_has_two_cases_or_more_and_all_of_them_exist() {
    let families = &library().families;
    assert!(!families.is_empty());
    for family in families.iter() {
        assert!(family.members.len() >= 2, "{}", family.id);
        for member in &family.members {
            assert!(library().corpus.case(&member.slug).is_some(), "{}", member.slug);
        }
    }
}

#[test]
fn the_cases_of_a_family_stand_in_the_order_of_the_book() {
    for family in library().families.iter() {
        let places: Vec<Option<u32>> = family
            .members
            .iter()
            .map(|member| library().corpus.case(&member.slug).map(|case| case.order))
            .collect();
        assert!(places.is_sorted(), "{}: {places:?}", family.id);
    }
}

#[test]
fn editors_find_every_block_in_the_review_table() {
    for case in cases() {
        let table = support::file(&format!("data/review/{}.tsv", case.slug));
        let rows: Vec<&str> = table.lines().filter_map(|line| line.split('\t').next()).collect();
        assert!(rows.contains(&"point"), "{}: no row for the point", case.slug);
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
            let known = ["title", "point", "summary", "organisation"].contains(&row)
                || case.blocks.iter().any(|block| block.id == row)
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
    a_number_that_is_no_figure_of_the_case_is_named,
    |record| record["numbers"] = json!(["figure-nowhere"]),
    "numbers",
    "one of its results"
);
names!(
    a_record_without_its_point_is_named,
    |record| record["point"] = json!(null),
    "point",
    "is missing"
);
names!(
    an_id_that_is_gone_cannot_be_that_of_a_block,
    |record| record["steps"][0]["formerly"] = json!(["instrument-ashar"]),
    "steps/step-one.formerly",
    "one place"
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
    let errors = validate::corpus(&files, &support::vocabulary()).expect_err("this is not JSON");
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

/// Two records, the first connected with the second as `there`, the second with the first as `back`.
fn connected(there: Option<&str>, back: Option<&str>) -> Vec<DataError> {
    let link = |slug: &str, kind: &str| {
        json!([{"id": format!("related-{slug}"), "slug": slug, "kind": kind, "text": "Both dug.",
                "source": "Start"}])
    };
    let (mut well, mut spring) = (record(), neighbour("spring", 2));
    if let Some(kind) = there {
        well["related"] = link("spring", kind);
    }
    if let Some(kind) = back {
        spring["related"] = link("well", kind);
    }
    errors(&[("well.json", &well), ("spring.json", &spring)])
}

/// Links that stand in both records and fit together.
macro_rules! fits {
    ($name:ident, $there:literal, $back:literal) => {
        #[test]
        fn $name() {
            let errors = connected(Some($there), Some($back));
            assert!(errors.is_empty(), "{}", support::lines(&errors));
        }
    };
}

fits!(a_case_that_gave_the_start_is_one_that_the_other_grew_from, "gave-start", "grew-from");
fits!(a_case_grown_from_another_is_one_that_the_other_gave_the_start, "grew-from", "gave-start");
fits!(a_same_problem_is_the_same_from_both_sides, "same-problem", "same-problem");
fits!(working_together_is_the_same_from_both_sides, "worked-together", "worked-together");

/// A link that the other record does not give back as it should; what the message says is missing.
macro_rules! one_sided {
    ($name:ident, $there:literal, $back:expr, $missing:literal) => {
        #[test]
        fn $name() {
            let errors = connected(Some($there), $back);
            let at = "related/related-spring";
            assert_names(&errors, "data/cases/well.json", at, $missing);
            assert_names(&errors, "data/cases/well.json", at, "a link stands in both records");
        }
    };
}

one_sided!(
    a_link_that_stands_in_one_record_only_is_named,
    "same-problem",
    None,
    "spring does not name this case as same-problem"
);
one_sided!(
    a_start_that_the_other_case_does_not_know_of_is_named,
    "gave-start",
    None,
    "spring does not name this case as grew-from"
);
one_sided!(
    two_cases_that_both_gave_the_other_its_start_are_named,
    "gave-start",
    Some("gave-start"),
    "spring does not name this case as grew-from"
);
one_sided!(
    a_link_of_another_kind_in_the_other_record_is_named,
    "grew-from",
    Some("same-problem"),
    "spring does not name this case as gave-start"
);

#[test]
fn a_link_is_missing_in_one_record_and_only_the_other_is_blamed() {
    let errors = connected(Some("same-problem"), None);
    assert_eq!(errors.len(), 1, "{}", support::lines(&errors));
}

/// What is wrong with a family of these members, in a corpus of `well` and `spring`.
fn family_faults(members: serde_json::Value) -> Vec<DataError> {
    let corpus =
        load(&[("well.json", &record()), ("spring.json", &neighbour("spring", 2))]).expect("right");
    let json = json!([{"id": "dug", "label": "Dug", "text": "Both dug.", "members": members}]);
    validate::families(&json.to_string(), &corpus).err().unwrap_or_default()
}

fn member(slug: &str) -> serde_json::Value {
    json!({"slug": slug, "text": "It dug.", "source": "Start"})
}

#[test]
fn a_family_of_two_cases_is_right() {
    assert_eq!(family_faults(json!([member("well"), member("spring")])), []);
}

/// A broken family; the field and a part of the mend that the message names.
macro_rules! broken_family {
    ($name:ident, $members:expr, $field:literal, $mend:literal) => {
        #[test]
        fn $name() {
            let faults = family_faults($members);
            let named =
                faults.iter().any(|fault| fault.path == $field && fault.message.contains($mend));
            assert!(named, "{faults:?}");
            assert_eq!(faults.len(), 1, "{faults:?}");
        }
    };
}

broken_family!(
    a_family_with_a_case_that_does_not_exist_is_named,
    json!([member("well"), member("spring"), member("pond")]),
    "families/dug.members/3.slug",
    "use a slug that exists"
);
broken_family!(
    a_case_that_stands_twice_in_a_family_is_named,
    json!([member("well"), member("spring"), member("well")]),
    "families/dug.members/3.slug",
    "twice"
);
broken_family!(
    a_family_of_one_case_is_named,
    json!([member("well")]),
    "families/dug.members",
    "two cases or more"
);
broken_family!(
    a_case_in_a_family_without_a_reason_is_named,
    json!([member("well"), {"slug": "spring", "source": "Start"}]),
    "families/dug.members/2.text",
    "write it"
);
broken_family!(
    a_case_in_a_family_without_its_place_in_the_book_is_named,
    json!([member("well"), {"slug": "spring", "text": "It dug."}]),
    "families/dug.members/2.source",
    "write it"
);

/// A glossary of one term with this `now`; what the message names.
macro_rules! broken_now {
    ($name:ident, $now:tt, $field:literal, $mend:literal) => {
        #[test]
        fn $name() {
            let json = json!([
                {"id": "akim", "term": "Akim", "forms": [], "text": "A head.", "now": $now}
            ]);
            let faults = validate::glossary(&json.to_string()).err().unwrap_or_default();
            let named =
                faults.iter().any(|fault| fault.path == $field && fault.message.contains($mend));
            assert!(named, "{faults:?}");
        }
    };
}

broken_now!(
    what_changed_since_without_its_source_is_named,
    {"text": "Elected."},
    "terms/akim.now.source",
    "write it"
);
broken_now!(
    a_source_without_what_changed_is_named,
    {"source": "A law, 2021"},
    "terms/akim.now.text",
    "write it"
);

/// A change to a file of `data/`, read as JSON, and the name of the file.
type Change<'a> = (&'a str, fn(&mut serde_json::Value));

/// What is wrong with a copy of `data/` in which these files are changed.
fn faults_of(name: &str, changes: &[Change<'_>]) -> Vec<DataError> {
    let folder = changes.iter().fold(DataFolder::new(name), |folder, (file, change)| {
        let mut json = serde_json::from_str(&support::file(&format!("data/{file}"))).expect("JSON");
        change(&mut json);
        folder.with(file, &json.to_string())
    });
    Data::read(folder.path()).err().unwrap_or_default()
}

/// A mistake in a file beside the cases; the path and a part of what the message says.
macro_rules! in_a_file {
    ($name:ident, $file:literal, |$json:ident| $break:expr, $path:literal, $message:literal) => {
        #[test]
        fn $name() {
            let errors = faults_of(stringify!($name), &[($file, |$json| $break)]);
            assert_names(&errors, concat!("data/", $file), $path, $message);
            assert_eq!(errors.len(), 1, "{}", lines(&errors));
        }
    };
}

in_a_file!(
    a_misspelt_field_of_the_check_is_named,
    "checklist.json",
    |list| list["flags"][0]["advise"] = json!("x"),
    "flags/election.advise",
    "correct its spelling"
);
in_a_file!(
    a_step_of_the_check_without_one_side_is_named,
    "checklist.json",
    |list| list["dimensions"][0]["steps"]["month"]["by_office"] = json!(null),
    "dimensions/found-together.steps.month.by_office",
    "is missing"
);
in_a_file!(
    a_level_with_only_half_of_its_other_wording_is_named,
    "checklist.json",
    |list| list["overall"][0]["planned"] = json!("x"),
    "overall/prepare-first.planned",
    "both or neither"
);
in_a_file!(
    a_block_to_read_that_is_nowhere_is_named,
    "checklist.json",
    |list| list["dimensions"][0]["read"][0] = json!("alga#step-nowhere"),
    "dimensions/found-together.read",
    "alga#step-nowhere is no block"
);
in_a_file!(
    a_block_to_read_for_a_step_that_is_nowhere_is_named,
    "checklist.json",
    |list| list["dimensions"][0]["steps"]["week"]["read"] = json!(["nowhere"]),
    "dimensions/found-together.steps.week.read",
    "slug#block"
);
in_a_file!(
    a_value_that_stands_twice_in_a_list_is_named,
    "facets.json",
    |lists| {
        let first = lists["facets"][0]["values"][0].clone();
        lists["facets"][0]["values"].as_array_mut().expect("a list").push(first);
    },
    "facets/oblast.values/batken.id",
    "twice"
);
in_a_file!(
    a_form_of_a_local_word_that_another_one_has_is_named,
    "glossary.json",
    |terms| terms[1]["forms"] = json!(["ACSSC"]),
    "administration-of-justice",
    "stands twice"
);
in_a_file!(
    a_concept_whose_topic_there_is_not_is_named,
    "thesaurus.json",
    |concepts| concepts[0]["topics"] = json!(["wells"]),
    "thesaurus/water.topics",
    "wells is no topic"
);
in_a_file!(
    a_word_that_stands_twice_in_a_concept_is_named,
    "thesaurus.json",
    |concepts| concepts[0]["en"] = json!(["water", "Water"]),
    "thesaurus/water.en",
    "twice"
);
in_a_file!(
    a_field_explained_twice_is_named,
    "fields.json",
    |fields| {
        let first = fields[0].clone();
        fields.as_array_mut().expect("a list").push(first);
    },
    "slug",
    "twice"
);
in_a_file!(
    a_little_word_that_is_no_text_is_named,
    "stopwords.json",
    |words| words["ky"][0] = json!(7),
    "ky",
    "texts in quotation marks"
);
in_a_file!(
    a_dimension_that_the_check_does_not_have_is_named,
    "cases/alga.json",
    |case| case["factors"][0]["dimensions"] = json!(["truth"]),
    "factors/factor-respect.dimensions",
    "truth is no dimension"
);

#[test]
fn mistakes_in_all_files_are_told_at_once() {
    let errors = faults_of(
        "all-files",
        &[
            ("cases/alga.json", |case| case["title"] = json!("")),
            ("checklist.json", |list| list["version"] = json!("2")),
            ("glossary.json", |terms| terms[0]["text"] = json!(null)),
            ("fields.json", |fields| fields[0]["meaning"] = json!(" ")),
            ("thesaurus.json", |concepts| concepts[0]["id"] = json!(null)),
            ("stopwords.json", |words| words["fr"] = json!([])),
        ],
    );
    assert_names(&errors, "data/cases/alga.json", "title", "write it");
    assert_names(&errors, "data/checklist.json", "version", "whole number");
    assert_names(&errors, "data/glossary.json", "terms/acssc.text", "is missing");
    assert_names(&errors, "data/fields.json", "guide/1.meaning", "is empty");
    assert_names(&errors, "data/thesaurus.json", "thesaurus/1.id", "is missing");
    assert_names(&errors, "data/stopwords.json", "fr", "correct its spelling");
    assert_eq!(errors.len(), 6, "{}", lines(&errors));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    for file in ["facets.json", "glossary.json", "stopwords.json"] {
        let folder = DataFolder::new(&format!("without-{file}")).without(file);
        let errors = Data::read(folder.path()).err().unwrap_or_default();
        assert_names(&errors, &format!("data/{file}"), "the whole file", "cannot be read");
        assert_eq!(errors.len(), 1, "{}", lines(&errors));
    }
}

/// Every place of a JSON value, as the way to it.
fn places(value: &serde_json::Value, way: &str, found: &mut Vec<String>) {
    found.push(way.to_owned());
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                places(value, &format!("{way}/{name}"), found);
            }
        }
        serde_json::Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                places(value, &format!("{way}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// Puts a value of every kind in each place of a file in turn. Whatever is refused is refused with a path: nothing passes the
/// tables of fields that the record's type cannot hold.
fn every_slip_of_the_pen(file: &serde_json::Value, check: impl Fn(&str) -> Vec<DataError>) {
    assert_eq!(check(&file.to_string()), []);
    let mut all = Vec::new();
    places(file, "", &mut all);
    let mut refused = 0;
    for place in all.iter().filter(|place| !place.is_empty()) {
        for slip in
            [json!(null), json!(true), json!(7), json!(-0.5), json!("x"), json!([]), json!({})]
        {
            let mut broken = file.clone();
            *broken.pointer_mut(place).expect("the place is there") = slip.clone();
            let errors = check(&broken.to_string());
            refused += usize::from(!errors.is_empty());
            for error in errors {
                assert_ne!(error.path, "the whole file", "{place} = {slip}: {error}");
            }
        }
    }
    assert!(refused > all.len(), "{refused} of {} places", all.len());
}

#[test]
fn every_slip_of_the_pen_in_a_record_is_named_by_its_field() {
    every_slip_of_the_pen(&record(), |json| {
        let vocabulary = &library().vocabulary;
        validate::case("data/cases/well.json", json, vocabulary).err().unwrap_or_default()
    });
}

#[test]
fn every_slip_of_the_pen_in_the_check_is_named_by_its_field() {
    let mut list: serde_json::Value =
        serde_json::from_str(&support::file("data/checklist.json")).expect("JSON");
    // The scoring needs these.
    let needed = ["trust", "backing", "roles"];
    let dimensions = list["dimensions"].as_array_mut().expect("a list");
    dimensions.retain(|one| needed.iter().any(|id| one["id"] == *id));
    every_slip_of_the_pen(&list, |json| validate::checklist(json).err().unwrap_or_default());
}

#[test]
fn every_slip_of_the_pen_in_the_glossary_is_named_by_its_field() {
    let terms = json!([
        {"id": "akim", "term": "Akim", "forms": ["akims"], "text": "A head.",
         "now": {"text": "Elected.", "source": "A law, 2021"}},
        {"id": "ashar", "term": "Ashar", "forms": [], "text": "Work together."},
    ]);
    every_slip_of_the_pen(&terms, |json| validate::glossary(json).err().unwrap_or_default());
}
