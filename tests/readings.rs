//! Protects what readers of the records found: every record was read, every finding was judged, and the totals are those of the tables.

#![allow(clippy::panic, clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use std::{env, fmt::Write as _, fs};
use support::library;

/// What a table of findings is on beside the cases.
const OTHERS: [&str; 2] = ["glossary", "interface"];

/// The kinds of findings, in the order of `data/README.md`.
const KINDS: [&str; 5] = ["wrong", "inference", "missing", "words", "title"];

/// What can become of a finding.
const DECISIONS: [&str; 2] = ["taken", "refused"];

/// One row of a table.
struct Finding {
    kind: String,
    block: String,
    decision: String,
}

fn tables() -> Vec<String> {
    let slugs = library().corpus.cases().iter().map(|case| case.slug.clone());
    slugs.chain(OTHERS.map(str::to_owned)).collect()
}

/// The findings of a table; every row has all six cells.
fn findings(table: &str) -> Vec<Finding> {
    let file = format!("data/review/readings/{table}.tsv");
    let rows = support::rows(&file, "kind\tblock\tlines\tfinding\tdecision\tbecause");
    rows.into_iter()
        .map(|cells: [String; 6]| {
            assert!(cells.iter().all(|cell| !cell.trim().is_empty()), "{file}: empty in {cells:?}");
            let [kind, block, _, _, decision, _] = cells;
            Finding { kind, block, decision }
        })
        .collect()
}

#[test]
fn every_record_was_read_by_somebody_who_found_something() {
    for table in tables() {
        assert!(!findings(&table).is_empty(), "{table}");
    }
}

#[test]
fn every_finding_is_of_a_known_kind_and_was_judged() {
    for table in tables() {
        for Finding { kind, decision, block } in findings(&table) {
            assert!(KINDS.contains(&kind.as_str()), "{table}, {block}: {kind}");
            assert!(DECISIONS.contains(&decision.as_str()), "{table}, {block}: {decision}");
        }
    }
}

/// How many findings of a kind there are, or of all kinds, as a cell: found, taken and refused.
fn cell(all: &[Finding], kind: Option<&str>) -> String {
    let of_kind = all.iter().filter(|finding| kind.is_none_or(|kind| finding.kind == kind));
    let (taken, refused): (Vec<&Finding>, _) = of_kind.partition(|one| one.decision == "taken");
    format!(" {} / {} / {} |", taken.len() + refused.len(), taken.len(), refused.len())
}

fn row(name: &str, all: &[Finding]) -> String {
    let cells: String = KINDS.iter().map(|kind| cell(all, Some(kind))).collect();
    format!("| {name} |{cells}{}\n", cell(all, None))
}

fn totals() -> String {
    let mut text = String::from(
        "# What the readers found\n\nFound / taken / refused, of each kind (`data/README.md`, “Readings”). Written by `make readings`.\n\n",
    );
    let _ = writeln!(text, "| | {} | all |", KINDS.join(" | "));
    let _ = writeln!(text, "|---|{}", "---|".repeat(KINDS.len() + 1));
    for table in tables() {
        text.push_str(&row(&table, &findings(&table)));
    }
    let everything: Vec<Finding> = tables().iter().flat_map(|table| findings(table)).collect();
    text.push_str(&row("**all**", &everything));
    text
}

#[test]
fn the_totals_are_those_of_the_tables() {
    let path = "data/review/readings/README.md";
    if env::var_os("WRITE_REPORT").is_some() {
        fs::write(support::path(path), totals()).expect("the totals can be written");
    }
    assert_eq!(support::file(path), totals(), "run make readings");
}
