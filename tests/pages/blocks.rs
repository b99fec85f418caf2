//! The blocks of a case.

use crate::{
    page::Element,
    shown::{cases_on, cases_with, of_all, shown_blocks},
    support::{library, says},
};
use ashar::{
    domain::{
        case::{Reading, Section},
        number::grouped,
        route::Route,
    },
    i18n::Messages,
};

#[test]
fn every_text_of_a_record_is_on_its_page() {
    for (at, block, shown) in shown_blocks() {
        assert_eq!(shown.first("block__text").text(), block.text, "{at}");
    }
}

#[test]
fn every_date_that_is_known_stands_above_its_block() {
    for (at, block, shown) in shown_blocks() {
        let dates: Vec<String> =
            shown.classed("block__date").iter().map(|date| date.text()).collect();
        let expected: Vec<String> =
            block.date.iter().map(|date| Messages::english().date(date)).collect();
        assert_eq!(dates, expected, "{at}");
    }
}

#[test]
fn every_name_role_and_kind_stands_above_its_block() {
    for (at, block, shown) in shown_blocks() {
        let kind = library().vocabulary.label(block.section.rule().kinds, &block.kind);
        let known = [block.name.as_str(), &block.role, kind];
        for word in known.into_iter().filter(|word| !word.is_empty()) {
            assert!(shown.first("block__label").text().contains(word), "{at}: {word}");
        }
    }
}

#[test]
fn every_amount_stands_above_its_block() {
    for (at, block, shown) in shown_blocks() {
        let Some(amount) = &block.amount else { continue };
        let said = format!("{} {}", grouped(amount.value), amount.unit);
        assert!(shown.first("block__label").text().contains(&said), "{at}: {said}");
    }
}

#[test]
fn every_obstacle_shows_how_it_was_met_or_that_the_book_does_not_say() {
    for (at, block, shown) in shown_blocks() {
        let met: Vec<String> = shown.classed("block__met").iter().map(|met| met.text()).collect();
        let expected = match (&block.met, block.section) {
            (Some(met), _) => vec![format!("{} {met}", says("block.met", &[]))],
            (None, Section::Obstacles) => vec![says("block.unmet", &[])],
            (None, _) => vec![],
        };
        assert_eq!(met, expected, "{at}");
    }
}

#[test]
fn every_figure_says_what_was_counted() {
    for (at, block, shown) in shown_blocks() {
        for figure in &block.figures {
            assert_eq!(shown.id(&figure.id).tagged("dt")[0].text(), figure.what, "{at}");
        }
    }
}

#[test]
fn every_figure_shows_its_number_and_a_change_shows_both() {
    let mut changes = 0;
    for (at, block, shown) in shown_blocks() {
        for figure in &block.figures {
            let values: Vec<String> =
                shown.id(&figure.id).tagged("dd").iter().map(|value| value.text()).collect();
            let value = |value: f64| format!("{} {}", grouped(value), figure.unit);
            let labelled = |key: &str, number: f64| format!("{} {}", says(key, &[]), value(number));
            let expected = match figure.reading {
                Reading::One(number) => vec![value(number)],
                Reading::Change(before, after) => {
                    changes += 1;
                    vec![labelled("figure.before", before), labelled("figure.after", after)]
                }
            };
            assert_eq!(values, expected, "{at}");
        }
    }
    assert!(changes > 0);
}

/// The length of a bar, in thousandths of its measure.
fn length(bar: &Element) -> f64 {
    let width = bar.tagged("rect").first().and_then(|rect| rect.attribute("width"));
    width.and_then(|width| width.parse().ok()).expect("a bar has a width")
}

#[test]
fn of_before_and_after_the_greater_number_has_the_longer_bar() {
    for (at, block, shown) in shown_blocks() {
        for figure in &block.figures {
            let bars: Vec<f64> =
                shown.id(&figure.id).classed("bar").into_iter().map(length).collect();
            match figure.reading {
                Reading::One(_) => assert!(bars.is_empty(), "{at}"),
                Reading::Change(before, after) => {
                    let order = bars[0].partial_cmp(&bars[1]);
                    assert_eq!(order, before.partial_cmp(&after), "{at}: {bars:?}");
                }
            }
        }
    }
}

#[test]
fn every_connected_case_is_named_and_led_to() {
    for (at, block, shown) in shown_blocks() {
        if block.section == Section::Related {
            let other = library().corpus.case(&block.slug).expect("a connected case exists");
            let link = shown.first("block__case");
            assert_eq!(link.text(), other.title, "{at}");
            assert_eq!(link.addresses(), [Route::case(&other.slug).address()], "{at}");
        }
    }
}

#[test]
fn a_tool_or_trouble_says_how_many_of_all_cases_have_it() {
    for (at, block, shown) in shown_blocks() {
        let counts: Vec<String> =
            shown.classed("block__shared").iter().map(|count| count.text()).collect();
        let counted = [Section::Instruments, Section::Obstacles].contains(&block.section);
        let expected: Vec<String> =
            counted.then(|| of_all(cases_with(block.section, &block.kind))).into_iter().collect();
        assert_eq!(counts, expected, "{at}");
    }
}

#[test]
fn a_factor_or_lesson_says_how_many_of_all_cases_have_one_on_the_same() {
    for (at, block, shown) in shown_blocks() {
        let tags = shown.classed("tags");
        let tags: Vec<String> =
            tags.iter().flat_map(|tags| tags.tagged("li")).map(Element::text).collect();
        let expected: Vec<String> = block
            .dimensions
            .iter()
            .map(|id| {
                let dimension = library().checklist.dimension(id).expect("a known dimension");
                format!("{}: {}", dimension.label, of_all(cases_on(id)))
            })
            .collect();
        assert_eq!(tags, expected, "{at}");
    }
}
