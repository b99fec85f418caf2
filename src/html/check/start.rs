//! What the check is, how long it takes, what stays on the phone; and the checks there are.

use super::{Desk, done, judgement, kind, name, to};
use crate::{
    domain::{
        checklist::{
            check::{Action, Check},
            navigation,
            options::{Depth, Stage},
            saved::Unreadable,
            store::{AssessmentStore, EraseScope, News, Safety},
        },
        glossary::Seen,
        order,
        route::{Route, Step},
        words::{self, Key, key},
    },
    html::{
        Act, Place,
        parts::{button, explained, heading, link},
    },
    state::dialogs::Dialogs,
};
use maud::{Markup, html};

/// The element that asks whether to erase.
pub const ERASE_QUESTION: &str = "erase-question";

/// The page.
pub fn page(desk: Desk<'_>, store: &AssessmentStore, dialogs: &Dialogs) -> String {
    let list = &desk.library.checklist;
    let counts = [Depth::Quick, Depth::Full].map(|depth| list.asked(depth).len().to_string());
    let [quick, full] = &counts;
    let mut checks: Vec<&Check> = store.checks.iter().rev().collect();
    order::sort(&mut checks, |a, b| b.changed.cmp(&a.changed));
    let something = !checks.is_empty() || store.aside.is_some();
    html! {
        (heading(key::CHECK_TITLE.text()))
        p .lead { (key::CHECK_LEAD.with(&[("n", quick), ("all", full)])) }
        (news(store, dialogs))
        @if store.aside.is_some() {
            div .notice role="alert" {
                p { (key::SET_ASIDE_TEXT.text()) }
                p .actions {
                    (button(Act::Fetch, "", key::SET_ASIDE_FETCH)) " "
                    @if desk.place != Place::Guest { (button(Act::DropAside, "button--plain", key::SET_ASIDE_DROP)) }
                }
            }
        }
        @if !checks.is_empty() {
            h2 { (key::SHELF_TITLE.text()) }
            ul .shelf { @for check in checks { (shelf_view(desk, check, dialogs.asking.as_ref())) } }
        }
        p .notice .notice--privacy { (privacy(desk).text()) }
        p .actions {
            @let label = if store.checks.is_empty() { key::CHECK_BEGIN } else { key::SHELF_NEW };
            (to(Step::New, if store.checks.is_empty() { "button--go" } else { "" }, label))
        }
        ul .points {
            @for point in [key::CHECK_POINT_ASK, key::CHECK_POINT_SHOW, key::CHECK_POINT_STOP, key::CHECK_POINT_READ] {
                li { (point.text()) }
            }
        }
        (scale(desk))
        h2 { (key::SHELF_OTHER.text()) }
        ul .points {
            li {
                (link(&Route::Check(Step::Paper(Stage::Together, Depth::Quick)), key::PAPER_LINK.text())) " "
                (key::PAPER_HINT.text())
            }
            li .upload {
                label for="read-file" { (key::READ_LABEL.text()) }
                " " span #read-file-hint .small { (key::READ_HINT.text()) }
                input id="read-file" type="file" accept=".json,application/json" data-act=(Act::ReadFile.id())
                    aria-describedby="read-file-hint";
            }
        }
        (judgement(desk))
        @if something && desk.place == Place::Guest {
            p .small { (key::ERASE_GUEST.text()) }
        } @else if something {
            (erase_all(dialogs.asking == Some(EraseScope::All)))
        }
    }
    .into_string()
}

/// Who sees the answers.
fn privacy(desk: Desk<'_>) -> Key {
    if desk.place == Place::Guest { key::CHECK_PRIVACY_GUEST } else { key::CHECK_PRIVACY }
}

/// What an answer means, with an example, before the first one is given.
fn scale(desk: Desk<'_>) -> Markup {
    let list = &desk.library.checklist;
    let example = list.dimension("roles").and_then(|dimension| dimension.items.first());
    html! {
        details .fold {
            summary { h2 { (key::SCALE_TITLE.text()) } }
            p { (key::SCALE_LEAD.text()) }
            dl .scale {
                @for degree in &list.scale { div { dt { (degree.label) } dd { (degree.meaning) } } }
            }
            @if let Some(item) = example {
                p {
                    (explained(desk, &key::SCALE_EXAMPLE.with(&[
                        ("statement", &item.text), ("example", &item.example),
                    ]), &mut Seen::default()))
                }
            }
        }
    }
}

/// One check: its name, how far it is, what was agreed, and what can be done with it.
fn shelf_view(desk: Desk<'_>, check: &Check, asking: Option<&EraseScope>) -> Markup {
    let list = &desk.library.checklist;
    let called = name(check);
    let open = |step: Step, class: &str, label: Key| {
        html! {
            button class=(class) type="button" data-act=(Act::Open.id()) data-check=(check.id)
                data-to=(step.id()) {
                (label.text()) span .unseen { " " (called) }
            }
        }
    };
    let whole = navigation::next_open(list, check).is_none() && check.flags_answered(list);
    let asked = matches!(asking, Some(EraseScope::One(id)) if *id == check.id);
    html! {
        li .shelf__check {
            h3 { (called) }
            p .small { (kind(check)) }
            p .small {
                (done(desk, check))
                @if let Some(day) = check.started {
                    " " (key::SHELF_BEGUN.with(&[("date", &words::day(day))]))
                }
                @if let Some(day) = check.changed.filter(|day| check.started != Some(*day)) {
                    " " (key::SHELF_CHANGED.with(&[("date", &words::day(day))]))
                }
            }
            @if check.actions().next().is_some() {
                p .shelf__plan { (key::SHELF_PLAN.text()) }
                ul .agreed {
                    @for action in check.actions() {
                        li { (agreed(action)) }
                    }
                }
            }
            @if let Some(day) = check.look_again().filter(|_| whole) {
                p .small { (key::RESULT_AGAIN.with(&[("date", &words::day(day))])) }
            }
            @if asked {
                (sure(key::ERASE_ASK_ONE))
            } @else {
                p .actions {
                    @if whole { (open(Step::Result, "button button--go", key::CHECK_TO_RESULT)) }
                    @else { (open(navigation::resume(list, check), "button button--go", key::CHECK_GO_ON)) }
                }
                p .shelf__more {
                    (open(if whole { Step::Review } else { Step::Result }, "",
                        if whole { key::CHECK_LOOK_OVER } else { key::CHECK_TO_RESULT_SO_FAR })) " "
                    (open(Step::Plan, "", key::PLAN_TITLE)) " "
                    (open(Step::Setup, "", key::SETUP_CHANGE)) " "
                    @if desk.place != Place::Guest {
                        button type="button" id={ "erase-" (check.id) } data-act=(Act::EraseAsk.id()) data-check=(check.id) {
                            (key::ERASE_ONE.text()) span .unseen { " " (called) }
                        }
                    }
                }
            }
        }
    }
}

/// An action in one line: whether it is done, what, who, until when.
pub(super) fn agreed(action: &Action) -> String {
    let by = action.day().map_or_else(|| action.by.clone(), words::day);
    let parts = [action.text.as_str(), &action.who, &by];
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>();
    let done = if action.done { key::PLAN_DONE_YES } else { key::PLAN_DONE_NO };
    [done.text(), &parts.join(" – ")].join(" ")
}

/// Asks before erasing; the second tap does it.
fn sure(question: Key) -> Markup {
    html! {
        div .erase {
            p id=(ERASE_QUESTION) { (question.text()) }
            button .button type="button" data-act=(Act::EraseYes.id()) { (key::ERASE_YES.text()) } " "
            button .button .button--plain type="button" data-act=(Act::EraseNo.id()) { (key::ERASE_NO.text()) }
        }
    }
}

fn erase_all(asking: bool) -> Markup {
    html! {
        @if asking {
            (sure(key::ERASE_ASK))
        } @else {
            p .actions {
                button .button .button--plain type="button" id="erase-" data-act=(Act::EraseAsk.id()) data-check="" {
                    (key::ERASE_START.text())
                }
            }
        }
    }
}

/// What has just happened, and the way back from erasing.
fn news(store: &AssessmentStore, dialogs: &Dialogs) -> Markup {
    let Some(news) = &dialogs.news else { return html! {} };
    let said = match news {
        News::Erased => key::NEWS_ERASED.text().to_owned(),
        News::Gone => key::NEWS_GONE.text().to_owned(),
        News::Restored => key::NEWS_RESTORED.text().to_owned(),
        News::Read { new, known, lost } => {
            let mut said = vec![match (new, known) {
                (0, 0) => key::NEWS_READ_NONE.text().to_owned(),
                (0, _) => key::NEWS_READ_KNOWN.text().to_owned(),
                (new, _) => key::NEWS_READ.of(*new),
            }];
            if !lost.is_empty() {
                said.push(key::NEWS_LOST.with(&[("what", &lost.join(", "))]));
            }
            said.join(" ")
        }
        News::Refused(why) => match why {
            Some(Unreadable::Newer) => key::NEWS_NEWER,
            Some(Unreadable::Foreign) => key::NEWS_FOREIGN,
            Some(Unreadable::Broken) => key::NEWS_BROKEN,
            None => key::NEWS_NO_FILE,
        }
        .text()
        .to_owned(),
    };
    html! {
        div .notice role="status" id="news" {
            p { (said) }
            @if store.can_undo() { p .actions { (button(Act::Undo, "", key::NEWS_UNDO)) } }
        }
    }
}

/// Said above every screen of the check while what was entered is not safe, with a way to keep it.
pub fn unsafe_notice(desk: Desk<'_>, store: &AssessmentStore) -> String {
    let said = match store.safety {
        Safety::Refused if desk.place == Place::Guest => key::KEEPING_GUEST,
        Safety::Refused => key::KEEPING_REFUSED,
        Safety::Newer => key::KEEPING_NEWER,
        _ => return String::new(),
    };
    html! {
        section .notice .notice--unsafe {
            p { (said.text()) }
            @if !store.here().is_empty() {
                p .actions {
                    @if desk.place == Place::Guest { (to(Step::Carry, "button--small", key::FRAME_FULL)) " " }
                    button .button .button--small type="button" data-act=(Act::FetchJson.id()) { (key::TAKE_JSON.text()) }
                }
            }
            p .small role="status" {}
        }
    }
    .into_string()
}
