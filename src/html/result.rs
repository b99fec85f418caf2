//! What the answers of the check say: one sentence, what to work on and how others did it, what is strong,
//! and the whole as a table.

use super::{
    Desk,
    parts::{explained, heading, link},
};
use crate::domain::{
    checklist::{
        answers::Answers,
        definition::Dimension,
        outcome::{ENOUGH, Outcome, Overall, Standing},
    },
    glossary::Seen,
    route::{Route, Step},
    words::key,
};
use maud::{Markup, html};

/// Heading, warnings, result and the promise; what keeps and erases the answers stands below it.
pub fn page(desk: Desk<'_>, answers: &Answers) -> String {
    let list = &desk.library.checklist;
    let answered = answers.answered(list);
    html! {
        (heading(key::RESULT_TITLE.text()))
        (warnings(desk, answers))
        @if answered == 0 {
            p { (key::RESULT_EMPTY.text()) }
            p .actions {
                a .button .button--go href=(Route::Check(Step::Question(1)).address()) { (key::CHECK_BEGIN.text()) }
            }
        } @else {
            (body(desk, &Outcome::of(list, answers), answered))
        }
        p .notice .notice--privacy { (key::CHECK_PRIVACY.text()) }
    }
    .into_string()
}

/// Advice on the warning signs, before anything else and whether or not there is a result.
fn warnings(desk: Desk<'_>, answers: &Answers) -> Markup {
    let flags = desk.library.checklist.flags.iter();
    let mut raised = flags.filter(|flag| answers.flags.get(&flag.id) == Some(&true)).peekable();
    html! {
        @if raised.peek().is_some() {
            h2 { (key::RESULT_FLAGS.text()) }
            @for flag in raised {
                div .notice .notice--advice {
                    p { strong { (flag.text) } }
                    p { (flag.advice) }
                }
            }
        }
    }
}

fn body(desk: Desk<'_>, outcome: &Outcome, answered: usize) -> Markup {
    let list = &desk.library.checklist;
    let find = |ids: Vec<&str>| -> Vec<&Dimension> {
        ids.into_iter().filter_map(|id| list.dimension(id)).collect()
    };
    let (work_on, all) = (find(outcome.work_on()), list.quick().count());
    html! {
        (verdict(desk, outcome))
        @if answered < all {
            p {
                (key::RESULT_OPEN.with(&[("n", &answered.to_string()), ("all", &all.to_string())])) " "
                (link(&Route::Check(Step::Review), key::RESULT_TO_REVIEW.text()))
            }
        }
        @if !work_on.is_empty() {
            h2 { (key::RESULT_WORK_ON.text()) }
            @for dimension in work_on { (advice(desk, dimension)) }
        }
        (named(key::RESULT_STRENGTHS.text(), "", &find(outcome.strengths())))
        (named(key::RESULT_FIND_OUT.text(), key::RESULT_FIND_OUT_TEXT.text(), &find(outcome.find_out())))
        (table(desk, outcome))
        (judgement(desk))
    }
}

/// A heading over the names of some dimensions; nothing when there are none.
fn named(title: &str, text: &str, dimensions: &[&Dimension]) -> Markup {
    html! {
        @if !dimensions.is_empty() {
            h2 { (title) }
            @if !text.is_empty() { p { (text) } }
            ul .points { @for dimension in dimensions { li { (dimension.label) } } }
        }
    }
}

/// The overall band in words, with the cap where it lowered it.
fn verdict(desk: Desk<'_>, outcome: &Outcome) -> Markup {
    let list = &desk.library.checklist;
    let label = |id: &String| list.dimension(id).map_or("", |dimension| dimension.label.as_str());
    let weak: Vec<String> =
        outcome.weak_links.iter().map(|id| key::QUOTED.with(&[("text", label(id))])).collect();
    let band = outcome.overall.map(Overall::id);
    let named = list.overall.iter().find(|named| Some(named.id.as_str()) == band);
    html! {
        div .verdict {
            @if let Some(named) = named {
                p .verdict__band { (named.label) }
                p { (named.text) }
            } @else {
                p {
                    (key::RESULT_NOT_ENOUGH.with(&[
                        ("least", &ENOUGH.to_string()),
                        ("all", &list.dimensions.len().to_string()),
                    ]))
                }
            }
            @if outcome.capped {
                p .verdict__cap {
                    (key::RESULT_CAP.with(weak.len(), &[("dimensions", &weak.join(key::LIST_AND.text()))]))
                }
            }
        }
    }
}

/// Why a weak dimension matters, how many cases did it, what to read, and a step for this week.
fn advice(desk: Desk<'_>, dimension: &Dimension) -> Markup {
    let corpus = &desk.library.corpus;
    let count = corpus.supporting(&dimension.id).len();
    let all = corpus.cases().len().to_string();
    let mut seen = Seen::default();
    html! {
        section .advice {
            h3 { (dimension.label) }
            p { (explained(desk, &dimension.why, &mut seen)) " " (key::RESULT_SHARED.with(count, &[("all", &all)])) }
            p .advice__week { strong { (key::RESULT_WEEK.text()) } " " (explained(desk, &dimension.week, &mut seen)) }
            p .advice__read { (key::RESULT_READ.text()) }
            ul .reading {
                @for (case, block) in dimension.read.iter().filter_map(|reference| corpus.block(reference)) {
                    li {
                        (link(&Route::block(&case.slug, &block.id), &case.organisation.name))
                        p { (explained(desk, &block.text, &mut seen)) }
                    }
                }
            }
        }
    }
}

/// Every dimension with its band in words; the bar beside the word only repeats it.
fn table(desk: Desk<'_>, outcome: &Outcome) -> Markup {
    let list = &desk.library.checklist;
    let band = |standing: &Standing| match (standing, standing.band()) {
        (Standing::Open, _) => (key::STANDING_OPEN.text(), "none"),
        (Standing::LeftOut, _) => (key::STANDING_LEFT_OUT.text(), "none"),
        (Standing::Unknown, _) | (_, None) => (key::STANDING_UNKNOWN.text(), "none"),
        (_, Some(band)) => {
            let named = list.bands.iter().find(|named| named.id == band.id());
            (named.map_or("", |named| named.label.as_str()), band.id())
        }
    };
    html! {
        h2 { (key::RESULT_ALL.text()) }
        table .bands {
            thead {
                tr {
                    th scope="col" { (key::RESULT_COLUMN_DIMENSION.text()) }
                    th scope="col" { (key::RESULT_COLUMN_BAND.text()) }
                }
            }
            tbody {
                @for (dimension, (_, standing)) in list.dimensions.iter().zip(&outcome.standings) {
                    @let (word, class) = band(standing);
                    tr {
                        th scope="row" { (dimension.label) }
                        td class={ "band band--" (class) } { span { (word) } }
                    }
                }
            }
        }
    }
}

/// Says whose judgement the levels are.
pub(super) fn judgement(desk: Desk<'_>) -> Markup {
    let cases = desk.library.corpus.cases().len().to_string();
    html! { p .small { (key::CHECK_JUDGEMENT.with(&[("n", &cases)])) } }
}
