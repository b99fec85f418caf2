//! The readiness check: screens written as HTML text, kept in step with the answers.

use crate::{
    browser::{clock, control::Control, download, focus, frame, location, page, upload},
    domain::{
        calendar::Day,
        checklist::{
            answers::Answer,
            check::Pace,
            definition::Span,
            export,
            hands::Hands,
            saved,
            store::{AssessmentStore, EraseScope, Safety},
        },
        embed::Told,
        route::{Route, Step},
        words::key,
    },
    html::{self, Act, Place},
    lazy::Screens,
    state::{app::App, check::Check, dialogs::Dialogs},
    written::{Text, desk, live, tell, then_focus, written},
};
use leptos::{prelude::*, task::spawn_local};
use std::cell::RefCell;

/// The check, with the app around it. Copying it copies handles.
#[derive(Clone, Copy)]
struct Seat {
    app: App,
    check: Check,
}

/// Reads the questions and what an earlier visit has kept.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_check();
    Box::leak(Box::new(Seat { app, check: Check::restore() }))
}

impl Screens for Seat {
    fn page(&self, route: &Route) -> AnyView {
        match route {
            Route::Check(step) => page(*self, step),
            Route::Factors { at } => written(html::factors::page(desk(), at.as_deref())),
            _ => written(html::not_found::page(&route.address())),
        }
    }

    fn title(&self, route: &Route) -> String {
        match route {
            Route::Check(step) => title(*self, step),
            _ => key::FACTORS_TITLE.text().to_owned(),
        }
    }

    fn perform(&self, act: Act, event: &web_sys::Event, control: &Control) {
        perform(*self, act, event, control);
    }

    fn typed(&self, event: &web_sys::Event) -> bool {
        typed(*self, event)
    }

    fn return_to(&self, before: &Route, now: &Route) -> Option<String> {
        match (before, now) {
            // Back at the list of answers: the one that was changed.
            (Route::Check(Step::Question(number)), Route::Check(Step::Review)) => {
                self.check.store.with_untracked(|store| {
                    let items = store.check().items(&self.app.library.checklist);
                    let (_, item) = items.get(number.checked_sub(1)?)?;
                    Some(html::check::change_id(&item.id))
                })
            }
            _ => None,
        }
    }

    fn left(&self) {
        self.check.leave();
    }

    fn is_unkept(&self) -> bool {
        let unkept =
            |store: &AssessmentStore| store.safety == Safety::Refused && !store.here().is_empty();
        self.check.store.with_untracked(unkept)
    }

    fn follow(&self) -> bool {
        self.check.follow()
    }
}

/// The title for a step.
fn title(seat: Seat, step: &Step) -> String {
    let list = &seat.app.library.checklist;
    let titled = match step {
        Step::Question(number) => seat.check.store.with_untracked(|store| {
            let items = store.check().items(list);
            let (dimension, _) = items.get(number.checked_sub(1)?)?;
            let number = number.to_string();
            Some(key::TITLE_QUESTION.with(&[("n", &number), ("dimension", &dimension.label)]))
        }),
        Step::Part(number) => list.part(*number).map(|group| group.label.clone()),
        _ => {
            let title = match step {
                Step::New => key::SETUP_TITLE,
                Step::Setup => key::SETUP_CHANGE,
                Step::Flags => key::FLAGS_TITLE,
                Step::Review => key::REVIEW_TITLE,
                Step::Result => key::RESULT_TITLE,
                Step::Plan => key::PLAN_TITLE,
                Step::Paper(..) => key::PAPER_TITLE,
                Step::Carry => key::CARRY_TITLE,
                Step::Carried(_) => key::CARRIED_TITLE,
                _ => key::CHECK_TITLE,
            };
            Some(title.text().to_owned())
        }
    };
    titled.unwrap_or_else(|| key::NOT_FOUND_TITLE.text().to_owned())
}

thread_local! {
    /// The screen of the check that was shown last, to go back to from taking answers along.
    static LEFT: RefCell<Route> = const { RefCell::new(Route::Check(Step::Start)) };
}

/// The screen for a step.
fn page(seat: Seat, step: &Step) -> AnyView {
    let desk = desk();
    seat.check.forget_readers();
    if *step != Step::Carry {
        LEFT.set(Route::Check(step.clone()));
    }
    if *step != Step::Start {
        seat.check.leave();
    }
    let list = &desk.library.checklist;
    let at = step.clone();
    let (text, then): (Text, Option<Text>) = match step {
        Step::Start => {
            (follows(seat, move |store, dialogs| html::check::start(desk, store, dialogs)), None)
        }
        Step::New => (
            still(seat, move |_, dialogs| {
                html::check::setup(desk, &dialogs.draft, true, &dialogs.faults)
            }),
            None,
        ),
        Step::Setup => (
            still(seat, move |store, _| html::check::setup(desk, &store.check().setup, false, &[])),
            None,
        ),
        Step::Question(number) | Step::Part(number) => {
            let shown = |store: &AssessmentStore| store.check().shown(list, step).is_some();
            if !seat.check.store.with_untracked(shown) {
                return written(html::not_found::page(&Route::Check(step.clone()).address()));
            }
            let (number, part) = (*number, matches!(step, Step::Part(_)));
            let text = still(seat, move |store, _| {
                let write = if part { html::check::part } else { html::check::question };
                write(desk, number, store).unwrap_or_default()
            });
            let way_on = move |store: &AssessmentStore, _: &Dialogs| {
                html::check::way_on(list, &at, store.check())
            };
            (text, Some(follows(seat, way_on)))
        }
        Step::Flags => (still(seat, move |store, _| html::check::flags(desk, store.check())), None),
        Step::Review => {
            (follows(seat, move |store, _| html::check::review(desk, store.check())), None)
        }
        Step::Result => {
            let whole = |store: &AssessmentStore| store.check().next_open(list).is_none();
            if seat.check.store.with_untracked(whole) {
                frame::tell(Told::CheckCompleted);
            }
            (
                still(seat, move |store, _| html::check::result(desk, store.check())),
                Some(follows(seat, move |store, dialogs| {
                    html::check::onwards(desk, store, dialogs)
                })),
            )
        }
        Step::Plan => (still(seat, move |store, _| html::check::plan(store.check())), None),
        Step::Carry => {
            let place = LEFT.with_borrow(Route::address);
            (
                follows(seat, move |store, _| {
                    html::check::carry(desk, store, &location::site(), &place)
                }),
                None,
            )
        }
        Step::Carried(answers) => {
            // Whoever sees the screen need not see them in the address, nor find them there later.
            location::replace(&Route::Check(Step::Carried(String::new())).address());
            return written(html::check::carried(desk, answers, &location::site()));
        }
        Step::Paper(stage, depth) => return written(html::check::paper(desk, *stage, *depth)),
    };
    if matches!(step, Step::Question(_) | Step::Part(_) | Step::Flags) {
        seat.check.visit(step);
    }
    let in_hall = seat.check.store.with_untracked(|store| store.check().setup.in_hall());
    let asks = matches!(step, Step::Question(_) | Step::Part(_));
    // On somebody else's page nothing is ever safe, so that it is not said above every statement.
    let says_unsafe = desk.place != Place::Guest
        || !(asks || matches!(step, Step::Flags | Step::New | Step::Setup | Step::Carry));
    let class = if in_hall && asks { "page check check--hall" } else { "page check" };
    view! {
        <section class=class>
            {says_unsafe.then(|| live(follows(seat, move |store, _| html::check::unsafe_notice(desk, store))))}
            {live(text)}
            {then.map(live)}
            {keeping(seat.check)}
        </section>
    }
    .into_any()
}

/// Text that is written anew with every change of what is held.
fn follows(
    seat: Seat,
    text: impl Fn(&AssessmentStore, &Dialogs) -> String + Send + 'static,
) -> Text {
    let Check { store, dialogs, .. } = seat.check;
    Box::new(move || store.with(|store| dialogs.with(|dialogs| text(store, dialogs))))
}

/// Text that is written anew only when something came from elsewhere, such as another tab: what the person taps and types
/// here the browser shows by itself. The number in the text makes it differ from the one before, without which
/// what was tapped here meanwhile would stay.
fn still(seat: Seat, text: impl Fn(&AssessmentStore, &Dialogs) -> String + Send + 'static) -> Text {
    let Check { store, dialogs, elsewhere } = seat.check;
    Box::new(move || {
        let times = elsewhere.get().to_string();
        let text =
            store.with_untracked(|store| dialogs.with_untracked(|dialogs| text(store, dialogs)));
        [&text, "<!--", &times, "-->"].concat()
    })
}

/// Says after every tap whether the answers are safe.
fn keeping(check: Check) -> impl IntoView {
    view! {
        <p class="keeping" role="status">
            {move || check.store.with(|store| match store.safety {
                Safety::Nothing if store.aside.is_some() => "",
                Safety::Nothing => key::KEEPING_NOTHING.text(),
                Safety::Kept => key::KEEPING_KEPT.text(),
                Safety::Refused => key::KEEPING_REFUSED.text(),
                Safety::Newer => key::KEEPING_NEWER.text(),
            })}
        </p>
    }
}

/// Does what a control of these screens asks for.
fn perform(seat: Seat, act: Act, event: &web_sys::Event, control: &Control) {
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
            check.take(|check| {
                check.answers.flags.insert(flag, so);
            });
        }
        // The link leads where its address says; the check remembers how it is shown.
        Act::Pace => {
            if let Some(pace) = Pace::from_id(&control.get("data-pace")) {
                check.change(|check| check.setup.pace = pace);
            }
        }
        Act::Begin if check.begin() => {
            // "Back" leads to the checks there are, not to a form that would begin another one.
            location::replace(&Route::Check(Step::Start).address());
            let first =
                |store: &AssessmentStore| store.check().screen(&seat.app.library.checklist, 1);
            seat.app.go(Route::Check(check.store.with_untracked(first)));
        }
        Act::Begin => {
            check.redraw();
            let title = key::TITLE_FAULT.with(&[("page", key::SETUP_TITLE.text())]);
            page::title(&key::TITLE_PAGE.with(&[("page", &title)]));
            then_focus(html::check::FAULTS.to_owned());
        }
        Act::ToField => {
            // Not an address of the app.
            event.prevent_default();
            focus::step_to(&control.get("data-field"));
        }
        Act::Open => {
            check.open(&control.get("data-check"));
            seat.app
                .go(Route::Check(Step::from_id(&control.get("data-to")).unwrap_or(Step::Start)));
        }
        Act::Keep => keep(seat, control),
        Act::Done => {
            let done = control.is_checked();
            if let Ok(line) = control.get("data-line").parse() {
                check.change(|check| {
                    if let Some(action) = check.action(line) {
                        action.done = done;
                    }
                });
            }
        }
        Act::Beside => {
            let id = control.get("data-check");
            let focused = ["beside-", &id].concat();
            check.dialogs.update(|dialogs| {
                dialogs.beside = Some(id).filter(|id| dialogs.beside.as_ref() != Some(id));
            });
            then_focus(focused);
        }
        Act::FetchJson | Act::FetchCsv | Act::FetchCalendar => fetch(seat, act, control),
        Act::Fetch => {
            if let Some(text) = check.store.with_untracked(|store| store.aside.clone()) {
                download::file("ashar-answers.txt", "text/plain", &text);
            }
        }
        Act::DropAside => {
            check.drop_aside();
            then_focus("heading".to_owned());
        }
        Act::PrintShort => page::print_short(),
        Act::EraseAsk => {
            let id = control.get("data-check");
            let what = if id.is_empty() { EraseScope::All } else { EraseScope::One(id) };
            check.dialogs.update(|dialogs| dialogs.asking = Some(what));
            then_focus(html::check::ERASE_QUESTION.to_owned());
        }
        Act::EraseNo => {
            let asked = check.dialogs.with_untracked(|dialogs| dialogs.asking.clone());
            check.dialogs.update(|dialogs| dialogs.asking = None);
            let button = match asked {
                Some(EraseScope::One(id)) => ["erase-", &id].concat(),
                _ => "erase-".to_owned(),
            };
            then_focus(button);
        }
        Act::EraseYes => {
            if let Some(what) = check.dialogs.with_untracked(|dialogs| dialogs.asking.clone()) {
                check.erase(&what);
                then_focus("news".to_owned());
            }
        }
        Act::TakeIn => {
            if let Route::Check(Step::Carried(answers)) = seat.app.route.get_untracked() {
                check.receive(&seat.app.library.checklist, Some(&answers));
                seat.app.go(Route::Check(Step::Start));
            }
        }
        Act::Undo => {
            check.undo();
            then_focus("news".to_owned());
        }
        _ => {}
    }
}

/// Takes one choice of what is settled for a check: for the one at hand on its own screen, else for a new one.
fn choose(seat: Seat, name: &str, value: &str) {
    if seat.app.route.get_untracked() == Route::Check(Step::Setup) {
        seat.check.change(|check| check.setup.choose(name, value));
    } else {
        seat.check.dialogs.update(|dialogs| dialogs.draft.choose(name, value));
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
    let list = &seat.app.library.checklist;
    let file = seat.check.store.with_untracked(|store| {
        let check = store.check();
        let json = |text| Some(("ashar-check.json", "application/json", text));
        match act {
            // Whatever is not taken along from a frame is gone.
            Act::FetchJson if frame::is_foreign() => json(saved::write(&store.checks)),
            Act::FetchJson => json(saved::write([check])),
            Act::FetchCsv => Some(("ashar-check.csv", "text/csv", export::csv(list, check))),
            _ => export::calendar(check, &clock::moment())
                .map(|text| ("ashar-plan.ics", "text/calendar", text)),
        }
    });
    let said: String = match file {
        None => key::TAKE_NO_DAY.text().to_owned(),
        Some((name, kind, text)) if download::file(name, kind, &text) => {
            let undated = seat.check.store.with_untracked(|store| store.check().undated());
            let kept = key::TAKE_KEPT.with(&[("file", name)]);
            if act == Act::FetchCalendar && undated > 0 {
                [&kept, " ", &key::TAKE_UNDATED.of(undated)].concat()
            } else {
                kept
            }
        }
        Some(_) => key::TAKE_REFUSED.text().to_owned(),
    };
    tell(control.clone(), said);
}

/// Takes what is typed into a field of these screens; says whether it was one.
fn typed(seat: Seat, event: &web_sys::Event) -> bool {
    let Some(control) = Control::of(event) else { return false };
    let Some(act) = Act::from_id(&control.get("data-act")) else { return false };
    let value = control.value();
    match act {
        Act::Choose => choose(seat, &control.get("name"), &value),
        Act::Why => {
            let item = control.get("data-item");
            seat.check.change(|check| {
                if value.trim().is_empty() {
                    check.why.remove(&item);
                } else {
                    check.why.insert(item, value);
                }
            });
        }
        Act::Hands => raise(seat, &control, &value),
        Act::Plan => plan(seat, &control, value),
        Act::Again => {
            let day = Day::parse(&value);
            let fault = day.is_none() && !value.is_empty();
            if !fault {
                seat.check.change(|check| check.again = day);
            }
            control.say(if fault { key::PLAN_BY_FAULT.text() } else { "" });
        }
        Act::ReadFile => {
            let event = event.clone();
            spawn_local(async move {
                let text = upload::text(&event).await;
                seat.check.receive(&seat.app.library.checklist, text.as_deref());
                then_focus("news".to_owned());
            });
        }
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

/// Takes a field of the plan, and says where a day is none.
fn plan(seat: Seat, control: &Control, value: String) {
    let Ok(line) = control.get("data-line").parse::<usize>() else { return };
    let name = control.get("name");
    let mut fault = false;
    seat.check.change(|check| {
        let Some(action) = check.action(line) else { return };
        match name.as_str() {
            "text" => action.text = value,
            "who" => action.who = value,
            _ => action.by = value,
        }
        fault = action.day_is_none();
    });
    if name == "by" {
        control.mark(fault);
        control.say(if fault { key::PLAN_BY_FAULT.text() } else { "" });
    }
}
