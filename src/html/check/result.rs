//! What the answers of the check say: one sentence, what to work on and how others did it, what is strong,
//! the whole as a table, what has changed since an earlier check, and what can be taken along.

use super::{Desk, back, done, judgement, kind, name, question, review};
use crate::{
    domain::{
        checklist::{
            answers::Answer,
            bands::{FULL, Overall},
            check::Check,
            definition::{Checklist, Dimension, Item, Span, Stride},
            navigation,
            options::Depth,
            outcome::{Change, ENOUGH, Outcome, Standing, changes},
            store::AssessmentStore,
        },
        glossary::Seen,
        route::{Route, Step},
        words::{self, Key, key},
    },
    html::{
        Act,
        parts::{button, explained, heading, link},
    },
    state::dialogs::Dialogs,
};
use maud::{Markup, html};

/// What the answers say; what follows from it, and changes with the plan, stands below, see [`onwards`].
pub fn page(desk: Desk<'_>, check: &Check) -> String {
    let list = &desk.library.checklist;
    html! {
        (back(Step::Review))
        (heading(key::RESULT_TITLE.text()))
        p .result__whose { strong { (name(check)) } br; (kind(check))
            @if let Some(day) = check.changed { br; (words::day(day)) }
        }
        (warnings(desk, check))
        @if check.answered(list) == 0 {
            @let first = if check.id.is_empty() { Step::New } else { navigation::resume(list, check) };
            p { (key::RESULT_EMPTY.text()) }
            p .actions { (super::to(first, "button--go", key::CHECK_BEGIN)) }
        } @else {
            (body(desk, check))
        }
    }
    .into_string()
}

/// What has changed since an earlier check, what was agreed, and what can be taken along.
pub fn onwards(desk: Desk<'_>, store: &AssessmentStore, dialogs: &Dialogs) -> String {
    let check = store.check();
    html! {
        @if check.answered(&desk.library.checklist) > 0 {
            (since(desk, store, dialogs))
            (agreed(check))
            (take_along())
            section .only-print { h2 { (key::REVIEW_TITLE.text()) } (review::answers(desk, check)) }
            (judgement(desk))
        }
        p .notice .notice--privacy { (key::CHECK_PRIVACY.text()) }
    }
    .into_string()
}

/// Advice on the warning signs, before anything else and whether or not there is a result.
fn warnings(desk: Desk<'_>, check: &Check) -> Markup {
    let flags = desk.library.checklist.flags.iter();
    let mut raised =
        flags.filter(|flag| check.answers.flags.get(&flag.id) == Some(&true)).peekable();
    html! {
        @if raised.peek().is_some() {
            h2 { (key::RESULT_FLAGS.text()) }
            @for flag in raised { (question::advice(desk, flag)) }
        }
    }
}

fn body(desk: Desk<'_>, check: &Check) -> Markup {
    let list = &desk.library.checklist;
    let outcome = Outcome::of(list, check.setup.depth, &check.answers);
    let work_on: Vec<&Dimension> =
        outcome.work_on().into_iter().filter_map(|id| list.dimension(id)).collect();
    html! {
        (verdict(desk, check, &outcome))
        @if navigation::next_open(list, check).is_some() {
            p { (done(desk, check)) " " (link(&Route::Check(Step::Review), key::RESULT_TO_REVIEW.text())) }
        }
        @if !check.flags_answered(list) {
            p { (key::RESULT_FLAGS_OPEN.text()) " " (link(&Route::Check(Step::Flags), key::RESULT_TO_FLAGS.text())) }
        }
        @if !work_on.is_empty() {
            h2 .long { (key::RESULT_WORK_ON.text()) }
            @for dimension in work_on { (advice(desk, dimension)) }
        }
        (find_out(desk, check))
        (table(desk, check, &outcome))
        (split(desk, check))
    }
}

/// The overall band in words, with the cap where it lowered it, and beside it always the lowest and the highest parts.
fn verdict(desk: Desk<'_>, check: &Check, outcome: &Outcome) -> Markup {
    let list = &desk.library.checklist;
    let label = |id: &String| list.dimension(id).map_or("", |dimension| dimension.label.as_str());
    let weak: Vec<String> =
        outcome.weak_links.iter().map(|id| key::QUOTED.with(&[("text", label(id))])).collect();
    let band = outcome.overall.map(Overall::id);
    let named = list.overall.iter().find(|named| Some(named.id.as_str()) == band);
    let list_of = |ids: Vec<&str>| -> Markup {
        let dimensions = ids.into_iter().filter_map(|id| list.dimension(id));
        html! { ul .points { @for dimension in dimensions { li { (dimension.label) } } } }
    };
    html! {
        div .verdict {
            @if let Some(named) = named {
                @let (label, text) = named.at(check.setup.stage());
                p .verdict__band { (label) }
                p { (text) }
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
            div .verdict__ends {
                div { h2 { (key::RESULT_LOWEST.text()) } (list_of(outcome.lowest())) }
                @let highest = outcome.highest();
                @if !highest.is_empty() { div { h2 { (key::RESULT_HIGHEST.text()) } (list_of(highest)) } }
            }
        }
    }
}

/// Why a weak dimension matters, which cases did it, what to read aloud, and a step for this week, month and quarter.
fn advice(desk: Desk<'_>, dimension: &Dimension) -> Markup {
    let corpus = &desk.library.corpus;
    let cases = corpus.supporting(&dimension.id);
    let all = corpus.cases().len().to_string();
    let mut seen = Seen::default();
    html! {
        section .advice {
            h3 { (dimension.label) }
            p { (explained(desk, &dimension.why, &mut seen)) }
            details .long {
                summary { (key::RESULT_SHARED.with(cases.len(), &[("all", &all)])) }
                ul .tags .tags--links {
                    @for case in &cases { li { (link(&Route::case(&case.slug), &case.organisation.name)) } }
                }
                p { (link(&Route::Factors { at: Some(dimension.id.clone()) }, key::RESULT_FACTORS.text())) }
            }
            @let [week, later @ ..] = &dimension.steps;
            (stride(desk, dimension, Span::Week, week, &mut seen))
            details .later open[desk.wide] {
                summary { (key::RESULT_LATER.text()) }
                @for (span, step) in [Span::Month, Span::Quarter].into_iter().zip(later) {
                    (stride(desk, dimension, span, step, &mut seen))
                }
            }
            p .advice__kept role="status" {}
            p .advice__read .long { (key::RESULT_READ.text()) }
            ul .reading .long {
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

/// One step: what, who on which side, who did it before, and the way into the plan.
fn stride(
    desk: Desk<'_>,
    dimension: &Dimension,
    span: Span,
    step: &Stride,
    seen: &mut Seen,
) -> Markup {
    let label = match span {
        Span::Week => key::RESULT_WEEK,
        Span::Month => key::RESULT_MONTH,
        Span::Quarter => key::RESULT_QUARTER,
    };
    let side = |who: Key, what: &str, seen: &mut Seen| {
        html! { li { strong { (who.text()) } " " (explained(desk, what, seen)) } }
    };
    let blocks = step.read.iter().filter_map(|reference| desk.library.corpus.block(reference));
    html! {
        div .stride {
            p { strong { (label.text()) } " " (explained(desk, &step.text, seen)) }
            ul .stride__sides {
                (side(key::STRIDE_GROUP, &step.by_group, seen))
                (side(key::STRIDE_OFFICE, &step.by_office, seen))
            }
            p .stride__ways .long {
                @for (case, block) in blocks {
                    (link(&Route::block(&case.slug, &block.id), &key::STRIDE_READ.with(&[("name", &case.organisation.name)]))) " "
                }
                button .button .button--small type="button" data-act=(Act::Keep.id()) data-dimension=(dimension.id)
                    data-span=(span.id()) {
                    (key::STRIDE_KEEP.text()) span .unseen { " " (step.text) }
                }
            }
        }
    }
}

/// What the answer "don't know" asks for.
fn find_out(desk: Desk<'_>, check: &Check) -> Markup {
    let unknown = check.unknown(&desk.library.checklist);
    html! {
        @if !unknown.is_empty() {
            h2 { (key::RESULT_FIND_OUT.text()) }
            p { (key::RESULT_FIND_OUT_TEXT.text()) }
            ul .points {
                @for (dimension, item) in unknown {
                    li { strong { (dimension.label) } br; (item.at(check.setup.stage())) }
                }
            }
        }
    }
}

/// Every dimension with its band in words. The bar beside the word only repeats it; after a full check it also has the
/// points, as on paper.
fn table(desk: Desk<'_>, check: &Check, outcome: &Outcome) -> Markup {
    let list = &desk.library.checklist;
    let full = check.setup.depth == Depth::Full;
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
                    @let (word, class) = band(desk, *standing);
                    tr {
                        th scope="row" { (dimension.label) }
                        td class={ "band band--" (class) } {
                            span { (word) }
                            @if full { @if let Some(points) = points(check, dimension, *standing) { " " small { (points) } } }
                        }
                    }
                }
            }
        }
    }
}

fn band(desk: Desk<'_>, standing: Standing) -> (&str, &'static str) {
    let none = |key: Key| (key.text(), "none");
    match (standing, standing.band()) {
        (Standing::Open, _) => none(key::STANDING_OPEN),
        (Standing::LeftOut, _) => none(key::STANDING_LEFT_OUT),
        (Standing::Unknown, _) | (_, None) => none(key::STANDING_UNKNOWN),
        (_, Some(band)) => (desk.library.checklist.band(band), band.id()),
    }
}

/// "4 of 9": the points of a dimension, out of those its answered items could bring.
fn points(check: &Check, dimension: &Dimension, standing: Standing) -> Option<String> {
    let Standing::Scored(score) = standing else { return None };
    let known = |item: &&Item| matches!(check.answers.items.get(&item.id), Some(Answer::Degree(_)));
    let count = u32::try_from(dimension.items.iter().filter(known).count()).ok()?;
    let most = count * 3;
    let points = score * most / FULL;
    Some(key::RESULT_POINTS.with(&[("n", &points.to_string()), ("all", &most.to_string())]))
}

/// In a hall: where hands were two steps apart or more. That is what to talk about.
fn split(desk: Desk<'_>, check: &Check) -> Markup {
    let list = &desk.library.checklist;
    let items = check.items(list).into_iter().filter(|(_, item)| {
        let spread = check.hands.get(&item.id).and_then(|hands| hands.spread());
        check.setup.in_hall() && spread.is_some_and(|(low, high)| high >= low + 2)
    });
    let items: Vec<_> = items.collect();
    html! {
        @if !items.is_empty() {
            section .split {
                h2 { (key::HALL_SPLIT.text()) }
                p { (key::HALL_SPLIT_TEXT.text()) }
                ul .points {
                    @for (_, item) in items {
                        li {
                            (item.at(check.setup.stage())) br;
                            @let hands = check.hands.get(&item.id).copied().unwrap_or_default();
                            span .small { (super::room(list, hands)) }
                        }
                    }
                }
            }
        }
    }
}

/// What has changed between two checks on this phone, the earlier one first.
fn since(desk: Desk<'_>, store: &AssessmentStore, dialogs: &Dialogs) -> Markup {
    let (list, check) = (&desk.library.checklist, store.check());
    let others = || store.checks.iter().filter(|other| other.id != check.id);
    let chosen = |other: &Check| dialogs.beside.as_ref() == Some(&other.id);
    html! {
        @if others().next().is_some() {
            section .compare {
                h2 { (key::SINCE_TITLE.text()) }
                p { (key::SINCE_LEAD.text()) }
                p .actions {
                    @for other in others() {
                        button .button .button--small type="button" id={ "beside-" (other.id) } data-act=(Act::Beside.id())
                            data-check=(other.id) aria-pressed=(if chosen(other) { "true" } else { "false" }) {
                            (dated(other))
                        } " "
                    }
                }
                @if let Some(other) = others().find(|other| chosen(other)) {
                    @if other.changed <= check.changed { (changed(desk, list, other, check)) }
                    @else { (changed(desk, list, check, other)) }
                }
            }
        }
    }
}

/// A check's name, with its day.
fn dated(check: &Check) -> String {
    let day = check.changed.map(words::day);
    [Some(name(check)), day].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn changed(desk: Desk<'_>, list: &Checklist, before: &Check, now: &Check) -> Markup {
    let outcome = |check: &Check| Outcome::of(list, check.setup.depth, &check.answers);
    let (was, is) = (outcome(before), outcome(now));
    let exactly = before.asks_as(now);
    let word = |of: &Outcome, at: usize| {
        band(desk, of.standings.get(at).map_or(Standing::Open, |(_, standing)| *standing)).0
    };
    html! {
        @if !exactly { p .small { (key::SINCE_OTHER.text()) } }
        table .bands .bands--beside {
            thead {
                tr {
                    th scope="col" { (key::RESULT_COLUMN_DIMENSION.text()) }
                    th scope="col" { (dated(before)) }
                    th scope="col" { (dated(now)) }
                }
            }
            tbody {
                @for (at, (id, change)) in changes(&was, &is, exactly).iter().enumerate() {
                    tr {
                        th scope="row" { (list.dimension(id).map_or("", |dimension| &dimension.label)) }
                        td { (word(&was, at)) }
                        td { (word(&is, at)) " " (moved(*change)) }
                    }
                }
            }
        }
    }
}

fn moved(change: Change) -> Markup {
    let (sign, said) = match change {
        Change::Higher => ("▲", key::SINCE_HIGHER),
        Change::Lower => ("▼", key::SINCE_LOWER),
        Change::Same => ("=", key::SINCE_SAME),
        Change::Unknown => return html! {},
    };
    html! { small .moved { span aria-hidden="true" { (sign) } " " (said.text()) } }
}

/// What was agreed, and when to look again.
fn agreed(check: &Check) -> Markup {
    html! {
        h2 { (key::PLAN_TITLE.text()) }
        @if check.actions().next().is_some() {
            ul .agreed { @for action in check.actions() { li { (super::start::agreed(action)) } } }
        } @else {
            p { (key::RESULT_NO_PLAN.text()) }
        }
        @if let Some(day) = check.look_again() {
            p { (key::RESULT_AGAIN.with(&[("date", &words::day(day))])) }
        }
        p .actions { (super::to(Step::Plan, "", key::RESULT_TO_PLAN)) }
    }
}

/// Paper and files.
fn take_along() -> Markup {
    html! {
        section .take {
            h2 { (key::TAKE_TITLE.text()) }
            p .small { (key::TAKE_LEAD.text()) }
            p .actions {
                (button(Act::PrintShort, "", key::RESULT_PRINT_SHORT)) " "
                (button(Act::Print, "button--plain", key::RESULT_PRINT)) " "
                (button(Act::FetchJson, "button--plain", key::TAKE_JSON)) " "
                (button(Act::FetchCsv, "button--plain", key::TAKE_CSV)) " "
                (button(Act::FetchCalendar, "button--plain", key::PLAN_CALENDAR))
            }
            p .small role="status" {}
        }
    }
}
