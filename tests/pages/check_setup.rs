//! The forms of the check: what must be settled, the plan, and what they show of what is held.

use crate::{
    check_screens::{filled, holding, screen},
    held::Held,
    page::Element,
    support::says,
};
use ashar::domain::{
    assessment::options::{AnswerMode, Depth, Setup, Stage},
    route::Step,
};

fn held() -> Held {
    holding(&[&filled(Stage::Before, Depth::Full, AnswerMode::ShowOfHands)])
}

fn checked(page: &Element) -> Vec<&str> {
    let inputs = page.tagged("input");
    let is_checked = |input: &&&Element| input.attribute("checked").is_some();
    inputs.iter().filter(is_checked).filter_map(|input| input.attribute("id")).collect()
}

#[test]
fn the_form_shows_what_was_chosen_for_the_check_at_hand() {
    let page = screen(&held(), Step::Setup);
    let expected = ["setup-before", "setup-office", "setup-full", "setup-hall", "setup-part"];
    assert_eq!(checked(&page), expected);
    assert_eq!(page.id("setup-name").attribute("value"), Some("Water & <land>"));
    assert!(page.find_id("faults").is_none());
}

#[test]
fn nothing_that_must_be_settled_is_chosen_for_a_new_check() {
    let page = screen(&held(), Step::New);
    assert_eq!(checked(&page), ["setup-quick", "setup-person", "setup-item"]);
    assert_eq!(page.id("setup-name").attribute("value"), Some(""));
    assert!(page.find_id("faults").is_none(), "nothing is wrong before the person wants to go on");
}

#[test]
fn what_is_missing_is_said_above_the_form_and_at_each_question() {
    let mut held = held();
    held.dialogs.faults = Setup::default().validate();
    let page = screen(&held, Step::New);
    let summary = page.id("faults");
    assert_eq!(summary.attribute("role"), Some("alert"));
    let stage = says("setup.stage-fault", &[]);
    let role = says("setup.seat-fault", &[]);
    let links: Vec<String> = summary.tagged("a").into_iter().map(Element::text).collect();
    assert_eq!(links, [stage.as_str(), &role]);
    for (id, said) in [("fault-stage", stage), ("fault-seat", role)] {
        assert_eq!(page.id(id).text(), said);
        let groups = page.classed("answers--fault");
        let described = |group: &&Element| group.attribute("aria-describedby") == Some(id);
        assert!(groups.into_iter().any(|group| described(&group)), "{id}");
    }
    assert_eq!(page.classed("answers--fault").len(), 2);
}

#[test]
fn the_plan_shows_what_was_agreed_and_marks_a_day_that_is_none() {
    let mut held = held();
    held.change("2", None, |check| {
        let first = check.action(0).expect("there is room");
        first.who = "ayil okmot".to_owned();
        first.by = "soon".to_owned();
        let second = check.action(1).expect("there is room");
        second.by = "2027-03-28".to_owned();
        second.done = true;
    });
    let page = screen(&held, Step::Plan);
    assert_eq!(page.id("plan-what-0").text(), "Visit the school & ask.");
    assert_eq!(page.id("plan-who-0").attribute("value"), Some("ayil okmot"));
    let fault = says("plan.by-fault", &[]);
    for (line, by, said) in [("0", "soon", fault.as_str()), ("1", "2027-03-28", ""), ("2", "", "")]
    {
        let field = page.id(&format!("plan-by-{line}"));
        assert_eq!(field.attribute("value"), Some(by));
        assert_eq!(field.attribute("aria-invalid"), (!said.is_empty()).then_some("true"));
        let described = field.attribute("aria-describedby").expect("a description");
        assert_eq!(page.id(described).text(), said);
    }
    let ticks: Vec<bool> = page
        .classed("tick")
        .into_iter()
        .map(|tick| tick.tagged("input")[0].attribute("checked").is_some())
        .collect();
    assert_eq!(ticks, [false, true, false]);
    assert_eq!(page.id("plan-again").attribute("value"), Some("2027-05-28"), "six months on");
}
