//! A check to take along: as a table, and its days for a calendar. As JSON it is written by [`super::saved`].

use super::{
    assessment::{Action, Assessment},
    definition::Checklist,
    options::RespondentRole,
};
use crate::{
    domain::{
        calendar::Day,
        table::{Table, typed},
    },
    i18n::{Messages, key},
};

/// Every item with its answer, one a row, for a spreadsheet program. Each row also says which check it is of, so that
/// tables of several checks can be put one below the other.
pub fn csv(messages: Messages, list: &Checklist, assessment: &Assessment) -> String {
    let mut table = Table::new(&[
        "check",
        "day",
        "stage",
        "seat",
        "section",
        "part",
        "id",
        "statement",
        "answer",
        "meaning",
        "why",
        "hands",
    ]);
    let name = typed(&assessment.setup.name);
    let day = assessment.changed.map(Day::written).unwrap_or_default();
    let stage = assessment.setup.stage();
    let role = assessment.setup.role.map(RespondentRole::id).unwrap_or_default();
    let mut row = |cells: [&str; 8]| {
        table.row(&[&[&name, day.as_str(), stage.id(), role], cells.as_slice()].concat());
    };
    for (dimension, item) in assessment.items(list) {
        let answer = assessment.answers.items.get(&item.id).map(|answer| answer.id());
        let degree = list.scale.iter().find(|degree| Some(degree.id.as_str()) == answer);
        let votes = assessment.votes.get(&item.id).map(|votes| {
            let counts: Vec<String> = votes.0.iter().map(ToString::to_string).collect();
            counts.join(" ")
        });
        row([
            list.group(&dimension.group),
            &dimension.label,
            &item.id,
            item.at(stage),
            degree.map_or("", |degree| &degree.label),
            degree.map_or("", |degree| &degree.meaning),
            &typed(assessment.why(&item.id).unwrap_or_default()),
            &votes.unwrap_or_default(),
        ]);
    }
    for flag in &list.flags {
        let said = match assessment.answers.flags.get(&flag.id) {
            Some(true) => messages.text(key::FLAGS_YES),
            Some(false) => messages.text(key::FLAGS_NO),
            None => "",
        };
        row([messages.text(key::FLAGS_TITLE), "", &flag.id, &flag.text, said, "", "", ""]);
    }
    table.text()
}

/// The days of the plan that are not done, and the day to look again, as a calendar (RFC 5545). `now`: the moment it is
/// made, as `20261128T101500Z`. `None` where no day is set.
pub fn calendar(messages: Messages, assessment: &Assessment, now: &str) -> Option<String> {
    let open = |action: &&Action| !action.is_empty() && !action.done;
    let actions = assessment.plan.iter().enumerate().filter(|(_, action)| open(action));
    let mut days: Vec<(String, Day, String)> = actions
        .filter_map(|(number, action)| {
            let who = if action.who.is_empty() { "" } else { " – " };
            Some((number.to_string(), action.day()?, [&action.text, who, &action.who].concat()))
        })
        .collect();
    let again = messages.fill(key::CALENDAR_AGAIN, &[("name", &assessment.setup.name)]);
    days.extend(
        assessment.look_again().map(|day| ("again".to_owned(), day, again.trim().to_owned())),
    );
    if days.is_empty() {
        return None;
    }
    let mut out = String::new();
    let mut line = |text: &[&str]| fold(&text.concat(), &mut out);
    line(&["BEGIN:VCALENDAR"]);
    line(&["VERSION:2.0"]);
    line(&["PRODID:-//Ashar//Readiness check//EN"]);
    for (number, day, text) in days {
        line(&["BEGIN:VEVENT"]);
        // The same again, so that a calendar puts the new day in the place of the old one.
        line(&["UID:", &assessment.id, "-", &number, "@ashar.invalid"]);
        line(&["DTSTAMP:", now]);
        line(&["DTSTART;VALUE=DATE:", &day.with("")]);
        line(&["DTEND;VALUE=DATE:", &day.next().with("")]);
        line(&["SUMMARY:", &escaped(&text)]);
        line(&["TRANSP:TRANSPARENT"]);
        line(&["END:VEVENT"]);
    }
    line(&["END:VCALENDAR"]);
    Some(out)
}

/// A text of a calendar (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Ends a line, broken where it is longer than 75 bytes (section 3.1).
fn fold(line: &str, out: &mut String) {
    const LONGEST: usize = 75;
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}
