//! One item with its answers: as radio buttons, or as fields for raised hands.

use super::{Desk, degree};
use crate::{
    domain::{
        checklist::{
            answers::Answer,
            check::Check,
            definition::{Checklist, Degree, Item},
            hands::Hands,
        },
        glossary::Seen,
        words::key,
    },
    html::{Act, parts::explained},
};
use maud::{Markup, html};

/// An item; `title`: its statement as a heading of the page it stands on.
pub(super) fn view(desk: Desk<'_>, item: &Item, check: &Check, title: Markup) -> Markup {
    let example = key::QUESTION_EXAMPLE.with(&[("example", item.example_at(check.setup.stage()))]);
    let chosen = check.answers.items.get(&item.id).copied();
    let scale = &desk.library.checklist.scale;
    html! {
        fieldset .answers {
            legend { (title) }
            p .answers__example { (explained(desk, &example, &mut Seen::default())) }
            @if check.setup.in_hall() {
                (hall(desk, item, check.hands.get(&item.id).copied().unwrap_or_default(), chosen))
            } @else {
                @for degree in scale {
                    (radio(item, degree, chosen))
                    // Right below the answers that may have a reason.
                    @if degree.id == LAST_LOW { (why(desk, item, check, chosen)) }
                }
            }
        }
    }
}

/// The higher of the two answers that ask why.
const LAST_LOW: &str = "1";

fn radio(item: &Item, degree: &Degree, chosen: Option<Answer>) -> Markup {
    html! {
        label .answer {
            input type="radio" id={ (item.id) "-" (degree.id) } name=(item.id) value=(degree.id)
                data-act=(Act::Answer.id()) checked[chosen.is_some() && chosen == Answer::from_id(&degree.id)];
            span .answer__label { (degree.label) }
            span .answer__meaning { (degree.meaning) }
        }
    }
}

/// Asked only after a low answer, and never needed.
fn why(desk: Desk<'_>, item: &Item, check: &Check, chosen: Option<Answer>) -> Markup {
    let id = why_id(&item.id);
    let hidden = !desk.tells_height() && !chosen.is_some_and(Answer::is_low);
    html! {
        div .why id=(id) hidden[hidden] {
            label for={ (id) "-text" } {
                (if desk.tells_height() { key::QUESTION_WHY_GUEST } else { key::QUESTION_WHY }.text())
            }
            input id={ (id) "-text" } type="text" maxlength="300" autocomplete="off"
                data-act=(Act::Why.id()) data-item=(item.id)
                value=(check.why.get(&item.id).map_or("", String::as_str));
        }
    }
}

/// The id of the part that asks why the answer to an item is low.
pub fn why_id(item: &str) -> String {
    ["why-", item].concat()
}

/// A field for each answer, and what the counted hands mean.
fn hall(desk: Desk<'_>, item: &Item, hands: Hands, chosen: Option<Answer>) -> Markup {
    let list = &desk.library.checklist;
    html! {
        div .hall {
            @for (place, (degree, count)) in list.scale.iter().zip(hands.0).enumerate() {
                label .hall__line {
                    span .answer__label { (degree.label) }
                    span .answer__meaning { (degree.meaning) }
                    input type="text" inputmode="numeric" autocomplete="off" maxlength="4" id={ (item.id) "-" (degree.id) }
                        data-act=(Act::Hands.id()) data-item=(item.id) data-place=(place)
                        aria-describedby=(room_id(&item.id)) value=(if count == 0 { String::new() } else { count.to_string() });
                }
            }
        }
        p .hall__room id=(room_id(&item.id)) role="status" {
            @match chosen.filter(|_| hands.raised() == 0).and_then(|answer| degree(list, answer)) {
                // Given by a person, before hands were counted.
                Some(degree) => (key::HALL_BEFORE.with(&[("answer", &degree.label)])),
                None => (room(list, hands)),
            }
        }
    }
}

/// The id of the line that says what the hands mean.
pub fn room_id(item: &str) -> String {
    ["room-", item].concat()
}

/// What the hands mean for the room: the middle answer and how far apart they are. No hand is anybody's.
pub fn room(list: &Checklist, hands: Hands) -> String {
    let Some(answer) = hands.answer() else { return String::new() };
    let label = |answer: Answer| degree(list, answer).map_or("", |degree| degree.label.as_str());
    let raised = key::HALL_HANDS.of(usize::try_from(hands.raised()).unwrap_or(usize::MAX));
    let said = key::HALL_ROOM.with(&[("answer", label(answer)), ("hands", &raised)]);
    match hands.spread() {
        Some((low, high)) if low < high => {
            let (low, high) = (label(Answer::Degree(low)), label(Answer::Degree(high)));
            [&said, " ", &key::HALL_SPREAD.with(&[("low", low), ("high", high)])].concat()
        }
        _ => said,
    }
}
