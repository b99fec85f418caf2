//! Statements, sections, warning signs and the list of all answers.

use crate::{
    check_screens::{compared, draw, filled, forms, holding, screen},
    held::Held,
    page::{Element, page_of},
    renderer,
    support::{library, says},
};
use ashar::{
    domain::{
        assessment::{
            answers::Answer,
            assessment::Assessment,
            definition::Item,
            options::{AnswerMode, Depth, Stage},
        },
        route::{Route, Step},
    },
    state::render::Hosting,
};

const QUICK: (Stage, Depth) = (Stage::Together, Depth::Quick);

/// A check of one person with one answer to the first statement.
fn answered(answer: &str) -> Held {
    let mut check = Assessment { id: "1".to_owned(), ..Assessment::default() };
    let (_, item) = library().checklist.asked(Depth::Quick)[0];
    check.answer(&item.id, Answer::from_id(answer).expect("an answer of the scale"));
    holding(&[&check])
}

/// The radio buttons of an element, each with its value and whether it is chosen.
fn radios(element: &Element) -> Vec<(&str, bool)> {
    let inputs = element.tagged("input").into_iter();
    let radios = inputs.filter(|input| input.attribute("type") == Some("radio"));
    radios
        .map(|radio| {
            (radio.attribute("value").unwrap_or_default(), radio.attribute("checked").is_some())
        })
        .collect()
}

/// The addresses of the ways back and on from a screen.
fn ways_on(page: &Element) -> Vec<&str> {
    page.first("actions").addresses()
}

#[test]
fn a_statement_stands_in_the_words_of_its_stage_above_every_answer_with_its_meaning() {
    for (stage, depth, _) in forms() {
        let held = compared(stage, depth, AnswerMode::Single);
        let items = library().checklist.asked(depth);
        for (place, (dimension, item)) in items.iter().enumerate() {
            let page = screen(&held, Step::Question(place + 1));
            assert_eq!(page.id("heading").text(), item.at(stage));
            assert_eq!(page.first("check__dimension").text(), dimension.label);
            assert!(
                page.first("answers__example").text().contains("You could show"),
                "{}",
                item.id
            );
            let answers = page.classed("answer");
            for (degree, answer) in library().checklist.scale.iter().zip(&answers) {
                assert_eq!(answer.first("answer__label").text(), degree.label);
                assert_eq!(answer.first("answer__meaning").text(), degree.meaning);
            }
            let given = held.current().answers.items.get(&item.id).map(|answer| answer.id());
            let chosen: Vec<_> = radios(&page).into_iter().filter(|(_, chosen)| *chosen).collect();
            assert_eq!(chosen, given.map(|id| (id, true)).into_iter().collect::<Vec<_>>());
        }
    }
}

#[test]
fn only_a_low_answer_asks_why_below_all_answers() {
    for (answer, asks) in [("0", true), ("1", true), ("2", false), ("3", false), ("?", false)] {
        let page = screen(&answered(answer), Step::Question(1));
        assert_eq!(page.first("why").attribute("hidden").is_none(), asks, "{answer}");
    }
    let page = screen(&Held::default(), Step::Question(1));
    assert!(page.first("why").attribute("hidden").is_some());
    let order = page.first("answers").children();
    let classes: Vec<&str> = order
        .filter_map(|child| child.attribute("class"))
        .filter(|it| *it != "answers__example")
        .collect();
    assert_eq!(classes, ["answers__scale", "why"]);
    assert_eq!(page.first("answers__scale").classed("answer").len(), 6);
}

#[test]
fn where_the_page_around_learns_the_height_nothing_comes_or_goes_with_an_answer() {
    let embedded = renderer().hosted(Hosting::Embedded);
    let drawn = |held: &Held, step: Step| page_of(&draw(embedded, held, step));
    let unanswered = drawn(&Held::default(), Step::Question(1));
    assert!(unanswered.first("why").attribute("hidden").is_none());
    assert!(unanswered.first("why").text().contains(&says("question.why-guest", &[])));
    let advice = |held: &Held| -> Vec<String> {
        let page = drawn(held, Step::Flags);
        page.classed("notice--advice").into_iter().map(Element::text).collect()
    };
    let filled = filled(QUICK.0, QUICK.1, AnswerMode::Single);
    assert_eq!(advice(&Held::default()), advice(&holding(&[&filled])));
}

#[test]
fn in_a_hall_every_answer_has_a_field_for_its_hands_and_the_middle_is_said() {
    let held = compared(QUICK.0, QUICK.1, AnswerMode::ShowOfHands);
    let page = screen(&held, Step::Question(1));
    assert_eq!(radios(&page), []);
    let values: Vec<_> =
        page.tagged("input").iter().filter_map(|field| field.attribute("value")).collect();
    assert_eq!(values, ["1", "2", "", "", "", ""]);
    let room = page.first("hall__room");
    let hands = says("hall.hands", &[("n", "3")]);
    let said =
        says("hall.room", &[("answer", &library().checklist.scale[1].label), ("hands", &hands)]);
    assert!(room.text().starts_with(&said), "{}", room.text());
    for field in page.tagged("input") {
        assert_eq!(field.attribute("aria-describedby"), room.attribute("id"));
    }
    assert!(!page.addresses().contains(&"#/check/part/1"), "one at a time");
}

#[test]
fn what_a_person_answered_before_hands_were_counted_is_said_in_the_hall() {
    let mut held = answered("2");
    held.change("", None, |check| check.setup.mode = AnswerMode::ShowOfHands);
    let room = screen(&held, Step::Question(1)).first("hall__room").text();
    assert_eq!(room, says("hall.before", &[("answer", &library().checklist.scale[2].label)]));
}

#[test]
fn the_ways_lead_from_the_start_through_every_statement_to_the_warning_signs() {
    for (stage, depth, mode) in forms() {
        let held = compared(stage, depth, mode);
        let all = library().checklist.asked(depth).len();
        for number in 1..=all {
            let page = screen(&held, Step::Question(number));
            let next = if number == all { Step::Flags } else { Step::Question(number + 1) };
            let before = if number == 1 { Step::Start } else { Step::Question(number - 1) };
            let addresses = [next, before].map(|step| Route::Check(step).address());
            assert_eq!(ways_on(&page), addresses);
            let review = Route::Check(Step::Review).address();
            assert!(page.first("ways").addresses().contains(&review.as_str()));
        }
    }
}

#[test]
fn the_way_on_says_whether_something_on_the_screen_is_skipped() {
    let go = |held: &Held, step: Step| screen(held, step).first("button--go").text();
    assert_eq!(go(&answered("0"), Step::Question(1)), says("question.next", &[]));
    assert_eq!(go(&answered("0"), Step::Question(2)), says("question.skip", &[]));
    assert_eq!(go(&answered("0"), Step::Part(1)), says("question.skip", &[]));
    let whole = holding(&[&filled(QUICK.0, QUICK.1, AnswerMode::Single)]);
    assert_eq!(go(&whole, Step::Part(1)), says("question.next", &[]));
}

#[test]
fn the_sections_show_every_statement_once() {
    for (stage, depth, mode) in forms() {
        let held = compared(stage, depth, mode);
        let list = &library().checklist;
        let mut shown = Vec::new();
        for number in 1..=list.groups.len() {
            let page = screen(&held, Step::Part(number));
            assert_eq!(page.id("heading").text(), list.groups[number - 1].label);
            shown.extend(page.tagged("h3").into_iter().map(Element::text));
        }
        let at = |item: &Item| item.at(stage).to_owned();
        let expected: Vec<String> =
            list.asked(depth).into_iter().map(|(_, item)| at(item)).collect();
        assert_eq!(shown, expected);
    }
}

#[test]
fn a_number_that_no_statement_or_section_has_leads_to_the_page_that_says_so() {
    let held = Held::default();
    for step in [Step::Question(0), Step::Question(16), Step::Part(0), Step::Part(5)] {
        let page = screen(&held, step.clone());
        assert_eq!(page.id("heading").text(), says("not-found.title", &[]), "{step:?}");
    }
}

#[test]
fn of_several_checks_a_statement_says_to_which_it_belongs() {
    let name = |held: &Held| {
        let page = screen(held, Step::Question(1));
        page.classed("small").into_iter().map(Element::text).collect::<Vec<_>>()
    };
    let one = filled(QUICK.0, QUICK.1, AnswerMode::Single);
    assert!(!name(&holding(&[&one])).contains(&one.setup.name));
    assert!(name(&compared(QUICK.0, QUICK.1, AnswerMode::Single)).contains(&one.setup.name));
}

#[test]
fn every_warning_sign_has_two_answers_and_only_yes_brings_its_advice() {
    let flags = &library().checklist.flags;
    let whole = holding(&[&filled(QUICK.0, QUICK.1, AnswerMode::Single)]);
    for (held, raised) in [(Held::default(), false), (whole, true)] {
        let page = screen(&held, Step::Flags);
        let shown = page.classed("answers--flag");
        assert_eq!(shown.len(), flags.len());
        for (flag, shown) in flags.iter().zip(shown) {
            assert_eq!(shown.tagged("legend")[0].text(), flag.text);
            assert_eq!(radios(shown), [("yes", raised), ("no", false)]);
            let advice = shown.first("notice--advice");
            assert_eq!(advice.attribute("role"), Some("status"));
            assert_eq!(advice.text(), if raised { flag.advice.as_str() } else { "" });
        }
    }
}

#[test]
fn all_answers_stand_in_one_list_each_with_the_way_to_its_statement() {
    for (stage, depth, mode) in forms() {
        let held = compared(stage, depth, mode);
        let page = screen(&held, Step::Review);
        let lines: Vec<&Element> = page.first("review").children().collect();
        let items = library().checklist.asked(depth);
        assert_eq!(lines.len(), items.len());
        for (place, ((_, item), line)) in items.iter().zip(lines).enumerate() {
            assert_eq!(line.tagged("dt")[0].text(), item.at(stage));
            let link = line.id(&format!("change-{}", item.id));
            let address = Route::Check(Step::Question(place + 1)).address();
            assert_eq!(link.attribute("href"), Some(address.as_str()));
            let why = held.current().why(&item.id).map(|why| says("quoted", &[("text", why)]));
            let shown: Vec<String> =
                line.classed("review__why").into_iter().map(Element::text).collect();
            assert_eq!(shown, why.into_iter().collect::<Vec<_>>(), "{}", item.id);
        }
    }
}

#[test]
fn what_is_not_answered_says_so_in_the_list_of_all_answers() {
    let page = screen(&Held::default(), Step::Review);
    let answers = page.classed("review").into_iter().flat_map(|list| list.tagged("dd"));
    for answer in answers {
        assert!(answer.text().starts_with(&says("review.open", &[])), "{}", answer.text());
    }
}
