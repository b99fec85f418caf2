//! Protects what people take along from a check: the table opens in a spreadsheet program, and the days in a calendar.

#![allow(clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::{
    domain::{
        assessment::{
            answers::Answer,
            assessment::{Action, Assessment},
            export::{calendar, csv},
            options::{Depth, Stage},
            votes::VoteCounts,
        },
        calendar::Day,
    },
    i18n::Messages,
};
use support::library;

const NOW: &str = "20261128T101500Z";

fn check() -> Assessment {
    let mut check = Assessment {
        id: "17".to_owned(),
        changed: Day::parse("2026-11-28"),
        ..Assessment::default()
    };
    check.answers.items.insert("trust-1".to_owned(), Answer::Degree(1));
    check.why.insert("trust-1".to_owned(), "=HYPERLINK(\"x\"), they said".to_owned());
    check
}

fn action(text: &str, who: &str, by: &str) -> Action {
    Action { text: text.to_owned(), who: who.to_owned(), by: by.to_owned(), done: false }
}

#[test]
fn the_table_has_a_row_for_each_statement_and_warning_sign() {
    let list = &library().checklist;
    let table = csv(Messages::english(), list, &check());
    let rows: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows.len(), 1 + 15 + 5);
    assert!(rows[0].starts_with("check,day,stage,seat,section,part,id,statement,answer"));
    let row = rows.iter().find(|row| row.contains(",trust-1,")).expect("a row for trust");
    assert!(
        row.starts_with(",2026-11-28,together,,Common ground,Trust and equal respect,trust-1,"),
        "{row}"
    );
    assert!(row.contains(",Started,"), "{row}");
    assert!(row.contains("\"'=HYPERLINK(\"\"x\"\"), they said\""), "no formula: {row}");
}

#[test]
fn the_table_has_the_words_of_the_stage_and_the_hands_of_a_hall() {
    let list = &library().checklist;
    let mut check = check();
    check.setup.depth = Depth::Full;
    check.setup.stage = Some(Stage::Before);
    check.record_votes("trust-2", VoteCounts([0, 4, 9, 1, 2, 0]));
    let table = csv(Messages::english(), list, &check);
    let (_, item) =
        list.asked(Depth::Full).into_iter().find(|(_, item)| item.id == "trust-2").expect("asked");
    let row = table.lines().find(|row| row.contains(",trust-2,")).expect("a row");
    assert!(
        row.contains(&item.planned.replace('"', "\"\"")) && row.contains("0 4 9 1 2 0"),
        "{row}"
    );
    assert_eq!(table.lines().count(), 1 + 45 + 5);
}

/// The lines of a calendar, with broken ones joined again.
fn lines(check: &Assessment) -> Vec<String> {
    let text = calendar(Messages::english(), check, NOW).expect("there are days");
    assert!(text.lines().all(|line| line.len() <= 75), "a line may have 75 bytes");
    assert!(
        text.split_inclusive("\r\n").all(|line| line.ends_with("\r\n")),
        "lines end with CR LF"
    );
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[test]
fn each_open_action_with_a_day_and_the_next_look_stand_in_the_calendar() {
    let mut check = check();
    check.setup.name = "Water, and land; here".to_owned();
    check.plan = vec![
        action(
            "List three problems,\nand ask five households which one they would solve first",
            "ayil okmot",
            "2026-12-31",
        ),
        action("No day yet", "", "soon"),
        Action { done: true, ..action("Done already", "", "2026-12-01") },
    ];
    assert_eq!(check.undated(), 1, "what is done needs no day");
    let lines = lines(&check);
    let of = |name: &str| -> Vec<&str> {
        lines.iter().filter_map(|line| line.strip_prefix(name)).collect()
    };
    assert_eq!(of("DTSTART;VALUE=DATE:"), ["20261231", "20270228"]);
    assert_eq!(of("DTEND;VALUE=DATE:"), ["20270101", "20270301"]);
    assert_eq!(of("UID:"), ["17-0@ashar.invalid", "17-again@ashar.invalid"]);
    assert_eq!(of("DTSTAMP:"), [NOW, NOW]);
    let said = of("SUMMARY:");
    assert_eq!(
        said[0],
        "List three problems\\,\\nand ask five households which one they would solve first – ayil okmot"
    );
    assert!(said[1].ends_with("Water\\, and land\\; here"), "{}", said[1]);
    assert_eq!((lines[0].as_str(), lines[1].as_str()), ("BEGIN:VCALENDAR", "VERSION:2.0"));
    assert_eq!(lines.last().map(String::as_str), Some("END:VCALENDAR"));
}

#[test]
fn long_words_in_cyrillic_letters_are_broken_between_letters() {
    let mut check = check();
    let text = "Кызматташтык жөнүндө меморандумга кол коюу жана аны кеңештин отурумунда окуп берүү"
        .repeat(3);
    check.plan = vec![action(&text, "", "2027-01-02")];
    assert!(lines(&check).contains(&["SUMMARY:", &text].concat()));
}

#[test]
fn without_any_day_there_is_no_calendar() {
    assert_eq!(calendar(Messages::english(), &Assessment::default(), NOW), None);
}
