//! What the answers of a check say.

use crate::{
    check_screens::{compared, draw, filled, forms, holding, screen},
    held::Held,
    page::{Element, page_of},
    renderer,
    support::{answers, library, questions, says},
};
use ashar::domain::{
    assessment::{
        assessment::Assessment,
        options::{AnswerMode, Depth, Stage},
        outcome::{Outcome, changes},
    },
    case::Block,
    route::{Route, Step},
};

/// The result for somebody who answered everything with this.
fn result_of(answer: &str) -> Element {
    let asked = questions(&library().checklist);
    let given = answers(asked.iter().map(|id| (id.as_str(), answer)));
    let check = Assessment { id: "1".to_owned(), answers: given, ..Assessment::default() };
    screen(&holding(&[&check]), Step::Result)
}

/// The result of a filled check beside an earlier one.
fn result(stage: Stage, depth: Depth, mode: AnswerMode) -> (Held, Element) {
    let held = compared(stage, depth, mode);
    let page = screen(&held, Step::Result);
    (held, page)
}

/// How many cases have a block on this dimension, counted from the records.
fn cases_on(dimension: &str) -> usize {
    let on = |block: &Block| block.dimensions.iter().any(|id| id == dimension);
    library().corpus.cases().iter().filter(|case| case.blocks.iter().any(on)).count()
}

fn texts(elements: Vec<&Element>) -> Vec<String> {
    elements.into_iter().map(Element::text).collect()
}

#[test]
fn the_result_says_how_many_of_all_cases_tell_of_what_is_weak() {
    let page = result_of("0");
    let advice = page.classed("advice");
    assert!(!advice.is_empty());
    for advice in advice {
        let label = advice.tagged("h3")[0].text();
        let dimensions = &library().checklist.dimensions;
        let dimension =
            dimensions.iter().find(|dimension| dimension.label == label).expect("a dimension");
        let count = cases_on(&dimension.id).to_string();
        let all = library().corpus.cases().len().to_string();
        let said = says("result.shared", &[("n", &count), ("all", &all)]);
        assert!(advice.text().contains(&said), "{label}: {said}");
    }
}

#[test]
fn every_weak_dimension_has_three_steps_each_with_both_sides_and_a_way_into_the_plan() {
    let page = result_of("0");
    for advice in page.classed("advice") {
        let label = advice.tagged("h3")[0].text();
        let dimensions = &library().checklist.dimensions;
        let dimension =
            dimensions.iter().find(|dimension| dimension.label == label).expect("a dimension");
        let steps = advice.classed("stride");
        assert_eq!(steps.len(), 3, "{label}");
        for (step, shown) in dimension.steps.iter().zip(steps) {
            assert!(shown.full_text().contains(&step.text), "{label}");
            assert_eq!(shown.first("stride__sides").children().count(), 2, "{label}");
            let button = shown.classed("button--small")[0].text();
            assert_eq!(button, format!("{} {}", says("stride.keep", &[]), step.text));
            let addresses = shown.first("stride__ways").addresses().len();
            assert_eq!(addresses, step.read.len(), "{label}");
        }
        let status = advice.first("advice__kept");
        assert_eq!((status.attribute("role"), status.text()), (Some("status"), String::new()));
        assert_eq!(advice.first("reading").children().count(), dimension.read.len(), "{label}");
    }
}

#[test]
fn what_to_do_this_week_stands_right_below_the_verdict_with_who_does_it() {
    let page = result_of("0");
    let order: Vec<&str> =
        page.all().iter().filter_map(|element| element.attribute("class")).collect();
    let place = |class: &str| order.iter().position(|known| *known == class);
    assert!(place("verdict") < place("week") && place("week") < place("bands"));
    let week = page.first("week");
    let steps = week.tagged("li");
    let areas = texts(page.classed("advice").iter().map(|advice| advice.tagged("h3")[0]).collect());
    assert_eq!(texts(week.classed("week__area")), areas, "the same that advice is on");
    for (area, shown) in areas.iter().zip(steps) {
        let dimensions = &library().checklist.dimensions;
        let dimension = dimensions.iter().find(|one| one.label == *area).expect("a dimension");
        let step = &dimension.steps[0];
        for text in [&step.text, &step.by_group, &step.by_office] {
            assert!(shown.text().contains(text.as_str()), "{area}: {text}");
        }
    }
    assert_eq!(result_of("3").classed("week").len(), 0, "nothing is weak");
}

#[test]
fn what_is_strong_needs_no_advice_and_what_is_unknown_is_to_be_found_out() {
    assert_eq!(result_of("3").classed("advice").len(), 0);
    let page = result_of("?");
    assert!(page.text().contains(&says("result.find-out", &[])));
    let said = says("result.not-enough", &[("least", "12"), ("all", "15")]);
    assert_eq!(page.first("verdict").tagged("p")[0].text(), said);
    let unknown: Vec<_> = questions(&library().checklist);
    assert_eq!(
        page.classed("points").last().map(|list| list.children().count()),
        Some(unknown.len())
    );
}

#[test]
fn the_table_has_every_dimension_with_its_band_and_points_only_after_a_full_check() {
    for (stage, depth, mode) in forms() {
        let (_, page) = result(stage, depth, mode);
        let rows = page.first("bands").tagged("tbody")[0].tagged("tr");
        let labels: Vec<String> = rows.iter().map(|row| row.tagged("th")[0].text()).collect();
        let expected: Vec<String> =
            library().checklist.dimensions.iter().map(|of| of.label.clone()).collect();
        assert_eq!(labels, expected);
        for row in rows {
            assert_eq!(row.tagged("small").len(), usize::from(depth == Depth::Full));
            assert!(!row.tagged("span")[0].text().is_empty());
        }
    }
}

#[test]
fn warning_signs_stand_above_the_verdict_each_with_its_advice() {
    let (_, page) = result(Stage::Together, Depth::Quick, AnswerMode::Single);
    let flags = &library().checklist.flags;
    let warnings = page.classed("notice--advice");
    assert_eq!(warnings.len(), flags.len());
    for (flag, warning) in flags.iter().zip(warnings) {
        let paragraphs = warning.tagged("p");
        assert_eq!(paragraphs[0].text(), flag.text);
        assert_eq!(paragraphs[1].text(), flag.advice);
        assert_eq!(paragraphs.len(), 2 + flag.read.len(), "{}", flag.id);
    }
    let order: Vec<&str> =
        page.all().iter().filter_map(|element| element.attribute("class")).collect();
    let place = |class: &str| order.iter().position(|known| *known == class);
    assert!(place("notice notice--advice") < place("verdict"));
}

#[test]
fn a_check_without_answers_says_so_and_leads_to_the_first_statement() {
    let page = screen(&Held::default(), Step::Result);
    assert!(page.text().contains(&says("result.empty", &[])));
    assert_eq!(page.first("actions").addresses(), [Route::Check(Step::New).address()]);
    assert_eq!(page.classed("take").len() + page.classed("verdict").len(), 0);
    assert!(page.text().contains(&says("check.privacy", &[])));
}

#[test]
fn what_is_still_open_is_said_with_the_way_there() {
    let mut check = filled(Stage::Together, Depth::Quick, AnswerMode::Single);
    check.answers.flags.clear();
    let first = questions(&library().checklist).remove(0);
    check.answers.items.remove(&first);
    let page = screen(&holding(&[&check]), Step::Result);
    let done = says("check.done", &[("n", "14"), ("all", "15")]);
    assert!(page.text().contains(&done));
    assert!(page.text().contains(&says("result.flags-open", &[])));
    for step in [Step::Review, Step::Flags] {
        let address = Route::Check(step).address();
        assert!(page.addresses().contains(&address.as_str()), "{address}");
    }
}

#[test]
fn where_hands_are_far_apart_the_hall_is_told_what_to_talk_about() {
    let mut check = filled(Stage::Together, Depth::Quick, AnswerMode::ShowOfHands);
    let list = &library().checklist;
    let (_, item) = list.asked(Depth::Quick)[3];
    check.record_votes(&item.id, ashar::domain::assessment::votes::VoteCounts([2, 0, 1, 0, 0, 0]));
    let page = screen(&holding(&[&check]), Step::Result);
    let split = page.first("split");
    assert!(split.text().contains(&item.text) && split.text().contains(&list.scale[0].label));
    let person = filled(Stage::Together, Depth::Quick, AnswerMode::Single);
    assert_eq!(screen(&holding(&[&person]), Step::Result).classed("split").len(), 0);
}

#[test]
fn two_checks_stand_side_by_side_with_how_each_dimension_has_moved() {
    for (stage, depth, mode) in forms() {
        let (held, page) = result(stage, depth, mode);
        let compare = page.first("compare");
        let button = compare.id("beside-1");
        assert_eq!(button.attribute("aria-pressed"), Some("true"));
        let (earlier, now) = (held.get("1").expect("the earlier one"), held.current());
        let list = &library().checklist;
        let outcome = |check: &Assessment| Outcome::of(list, check.setup.depth, &check.answers);
        let exactly = earlier.asks_as(now);
        let changes = changes(&outcome(earlier), &outcome(now), exactly);
        assert_eq!(compare.text().contains(&says("since.other", &[])), !exactly);
        let rows = compare.tagged("tbody")[0].tagged("tr");
        assert_eq!(rows.len(), changes.len());
        for ((id, _), row) in changes.iter().zip(rows) {
            let label = list.dimension(id).map(|dimension| dimension.label.clone());
            assert_eq!(Some(row.tagged("th")[0].text()), label);
        }
    }
    let alone = holding(&[&filled(Stage::Together, Depth::Quick, AnswerMode::Single)]);
    assert_eq!(screen(&alone, Step::Result).classed("compare").len(), 0);
}

#[test]
fn the_result_shows_what_was_agreed_and_when_to_look_again() {
    let (held, page) = result(Stage::Together, Depth::Quick, AnswerMode::Single);
    let agreed = texts(page.first("agreed").tagged("li"));
    assert_eq!(agreed, [format!("{} Visit the school & ask.", says("plan.done-no", &[]))]);
    assert!(page.text().contains(&says("result.again", &[("date", "28 February 2027")])));
    assert!(held.current().look_again().is_some());
    assert!(result_of("3").text().contains(&says("result.no-plan", &[])));
}

#[test]
fn on_paper_every_answer_stands_with_its_reason_and_no_way_to_change_it() {
    for (stage, depth, mode) in forms() {
        let (_, page) = result(stage, depth, mode);
        let list = page.first("only-print").first("review");
        assert_eq!(list.children().count(), library().checklist.asked(depth).len());
        assert_eq!(list.tagged("a").len(), 0);
        assert!(!list.classed("review__why").is_empty());
    }
}

#[test]
fn what_people_wrote_comes_out_as_text() {
    let held = compared(Stage::Together, Depth::Quick, AnswerMode::Single);
    for step in [Step::Question(1), Step::Review, Step::Result] {
        let html = draw(renderer(), &held, step);
        assert!(!html.contains("<never>") && !html.contains("<land>"), "{html}");
        assert!(
            page_of(&html).full_text().contains("Water & <land>") || html.contains("&lt;never&gt;")
        );
    }
}
