//! The screens of the check that are still written as HTML text.

use super::files::{self, File};
use crate::{
    browser::{control::Control, frame, location, page},
    components::page_title::use_page_title,
    domain::{
        checklist::{answers::Answer, check::Pace, definition::Span, hands::Hands, keeper::Keeper},
        embed::Told,
        route::{Route, Step},
        words::key,
    },
    html::{self, Act},
    i18n::Messages,
    state::{app::App, check::Check},
    written::{desk, live, tell, then_focus, written},
};
use leptos::prelude::*;

/// The check, with the app around it. Copying it copies handles.
#[derive(Clone, Copy)]
pub(super) struct Seat {
    pub(super) app: App,
    pub(super) check: Check,
}

/// The title for a step.
fn title(seat: Seat, step: &Step) -> String {
    let list = &seat.app.library.checklist;
    let titled = match step {
        Step::Question(number) => seat.check.held.with_untracked(|held| {
            let items = held.check().items(list);
            let (dimension, _) = items.get(number.checked_sub(1)?)?;
            let number = number.to_string();
            Some(key::TITLE_QUESTION.with(&[("n", &number), ("dimension", &dimension.label)]))
        }),
        Step::Part(number) => list.part(*number).map(|group| group.label.clone()),
        Step::Flags => Some(key::FLAGS_TITLE.text().to_owned()),
        Step::Review => Some(key::REVIEW_TITLE.text().to_owned()),
        _ => Some(key::RESULT_TITLE.text().to_owned()),
    };
    titled.unwrap_or_else(|| key::NOT_FOUND_TITLE.text().to_owned())
}

/// What a screen shows inside its frame.
pub(super) fn content(seat: Seat, step: &Step) -> AnyView {
    let desk = desk();
    use_page_title(title(seat, step));
    let list = &desk.library.checklist;
    let at = step.clone();
    let once = |text: &dyn Fn(&Keeper) -> String| written(seat.check.held.with_untracked(text));
    let follows = |text: Box<dyn Fn(&Keeper) -> String + Send + Sync>| {
        let text = seat.check.derive(text);
        live(Box::new(move || text.get())).into_any()
    };
    match step {
        Step::Question(number) | Step::Part(number) => {
            let (number, part) = (*number, matches!(step, Step::Part(_)));
            let text = once(&|held| {
                let write = if part { html::check::part } else { html::check::question };
                write(desk, number, held).unwrap_or_default()
            });
            if !part {
                seat.check.held.with_untracked(|held| {
                    let items = held.check().items(list);
                    if let Some((_, item)) = items.get(number.saturating_sub(1)) {
                        let change = html::check::change_id(&item.id);
                        seat.app.return_to.set_value(Some((Route::Check(Step::Review), change)));
                    }
                });
            }
            let way_on =
                follows(Box::new(move |held| html::check::way_on(list, &at, held.check())));
            vec![text, way_on].into_any()
        }
        Step::Start => follows(Box::new(move |held| html::check::start(desk, held))),
        Step::New => once(&|held| html::check::setup(desk, &held.draft, true, &held.faults)),
        Step::Setup => once(&|held| html::check::setup(desk, &held.check().setup, false, &[])),
        Step::Plan => once(&|held| html::check::plan(held.check())),
        Step::Carry => once(&|held| html::check::carry(desk, held, &location::site(), "#/check")),
        Step::Carried(text) => written(html::check::carried(desk, text, &location::site())),
        Step::Paper(stage, depth) => written(html::check::paper(desk, *stage, *depth)),
        Step::Flags => once(&|held| html::check::flags(desk, held.check())),
        Step::Review => follows(Box::new(move |held| html::check::review(desk, held.check()))),
        _ => {
            let whole = |held: &Keeper| held.check().next_open(list).is_none();
            if seat.check.held.with_untracked(whole) {
                frame::tell(Told::CheckCompleted);
            }
            let onwards = follows(Box::new(move |held| html::check::onwards(desk, held)));
            vec![once(&|held| html::check::result(desk, held.check())), onwards].into_any()
        }
    }
}

/// Does what a control of these screens asks for.
pub(super) fn perform(seat: Seat, act: Act, control: &Control) {
    let check = seat.check;
    match act {
        Act::Answer => {
            if let Some(answer) = Answer::from_id(&control.get("value")) {
                let item = control.get("name");
                check.answer(&item, answer);
                if !frame::is_foreign() {
                    page::show(&html::check::why_id(&item), answer.is_low());
                }
            }
        }
        Act::Flag => {
            let (flag, so) = (control.get("data-flag"), control.get("value") == "yes");
            let known = seat.app.library.checklist.flags.iter().find(|known| known.id == flag);
            if !frame::is_foreign() {
                control.say(known.filter(|_| so).map_or("", |known| &known.advice));
            }
            check.take(|check| check.answers.flags.put(flag, so));
        }
        // The link leads where its address says; the check remembers how it is shown.
        Act::Pace => {
            if let Some(pace) = Pace::from_id(&control.get("data-pace")) {
                check.change(|check| check.setup.pace = pace);
            }
        }
        Act::Keep => keep(seat, control),
        Act::Beside => {
            let id = control.get("data-check");
            let focused = ["beside-", &id].concat();
            check.held.update(|held| {
                held.beside = Some(id).filter(|id| held.beside.as_ref() != Some(id));
            });
            then_focus(focused);
        }
        Act::FetchJson | Act::FetchCsv | Act::FetchCalendar => fetch(seat, act, control),
        Act::PrintShort => page::print_short(),
        _ => {}
    }
}

/// Puts a step of the result into the plan.
fn keep(seat: Seat, control: &Control) {
    let list = &seat.app.library.checklist;
    let span = control.get("data-span");
    let place = Span::ALL.into_iter().position(|known| known.id() == span);
    let dimension = list.dimension(&control.get("data-dimension"));
    let Some(step) = dimension.zip(place).and_then(|(of, place)| of.steps.get(place)) else {
        return;
    };
    let mut kept = false;
    seat.check.change(|check| kept = check.plan(&step.text));
    control.say(if kept { key::STRIDE_KEPT } else { key::STRIDE_FULL }.text());
}

/// Makes a file of the check at hand.
fn fetch(seat: Seat, act: Act, control: &Control) {
    let file = match act {
        Act::FetchJson => File::Json,
        Act::FetchCsv => File::Csv,
        _ => File::Calendar,
    };
    let list = &seat.app.library.checklist;
    let messages = Messages::english();
    tell(control.clone(), files::offer(seat.check, list, messages, frame::is_foreign(), file));
}

/// Takes what is typed into a field of these screens; says whether it was one.
pub(super) fn typed(seat: Seat, event: &web_sys::Event) -> bool {
    let Some(control) = Control::of(event) else { return false };
    let Some(act) = Act::from_id(&control.get("data-act")) else { return false };
    let value = control.value();
    match act {
        Act::Why => {
            let item = control.get("data-item");
            seat.check.change(|check| {
                if value.trim().is_empty() {
                    check.why.remove(&item);
                } else {
                    check.why.put(item, value);
                }
            });
        }
        Act::Hands => raise(seat, &control, &value),
        _ => return false,
    }
    true
}

/// Takes the number of hands for one answer. What is no number changes nothing, and is told.
fn raise(seat: Seat, control: &Control, value: &str) {
    let item = control.get("data-item");
    let Ok(place) = control.get("data-place").parse::<usize>() else { return };
    let value = value.trim();
    let count = if value.is_empty() { Ok(0) } else { value.parse() };
    control.mark(count.is_err());
    let said = match count {
        Err(_) => key::HALL_NUMBER.text().to_owned(),
        Ok(count) => {
            let mut hands = Hands::default();
            seat.check.take(|check| {
                hands = check.hands.get(&item).copied().unwrap_or_default();
                if let Some(known) = hands.0.get_mut(place) {
                    *known = count;
                }
                check.raise(&item, hands);
            });
            html::check::room(&seat.app.library.checklist, hands)
        }
    };
    page::say(&html::check::room_id(&item), &said);
}
