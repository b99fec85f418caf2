//! The page of a case.

use crate::{
    page::{Element, page_of},
    renderer,
    shown::{MARKUP, case_pages, full_of_markup},
    support::{library, says},
};
use ashar::{
    domain::{
        case::{Block, Reading, Section},
        contribution, likeness,
        number::grouped,
        route::Route,
        text::tokens,
        vocabulary::Facet,
    },
    i18n::Messages,
    static_site::Renderer,
};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn a_case_has_its_title_as_heading() {
    for (case, page) in case_pages() {
        assert_eq!(page.id("heading").text(), case.title, "{}", case.slug);
    }
}

#[test]
fn a_case_begins_with_its_point() {
    for (case, page) in case_pages() {
        assert_eq!(page.first("case__head").id("point").text(), case.point.text, "{}", case.slug);
    }
}

#[test]
fn every_entry_is_linked_under_the_heading_of_the_book_where_it_is_found() {
    for (case, page) in case_pages() {
        let list = page.id("fold-sources").tagged("dl")[0];
        let mut shown: BTreeMap<String, String> = BTreeMap::new();
        let mut heading = String::new();
        for element in list.children() {
            if element.tag == "dt" {
                heading = element.text();
            } else {
                let links = element.addresses().into_iter();
                shown.extend(links.map(|address| (address.to_owned(), heading.clone())));
            }
        }
        let blocks = case.blocks.iter().filter(|block| block.section != Section::Notes);
        let blocks = blocks.map(|block| (block.id.as_str(), &block.source));
        let leads = [("point", &case.point.source), ("organisation", &case.organisation.source)];
        let expected: BTreeMap<String, String> = blocks
            .chain(leads)
            .map(|(id, source)| (Route::block(&case.slug, id).address(), source.clone()))
            .collect();
        assert_eq!(shown, expected, "{}", case.slug);
    }
}

#[test]
fn the_numbers_that_tell_most_stand_in_the_head_as_the_results_have_them() {
    let mut told = 0;
    for (case, page) in case_pages() {
        let shown = page.first("case__head").classed("numbers");
        let shown: Vec<String> =
            shown.into_iter().flat_map(|list| list.tagged("li")).map(Element::text).collect();
        assert_eq!(shown.len(), case.numbers.len(), "{}", case.slug);
        for (figure, shown) in case.numbers().zip(shown) {
            told += 1;
            let numbers = match figure.reading {
                Reading::One(value) => vec![value],
                Reading::Change(before, after) => vec![before, after],
            };
            for part in
                numbers.into_iter().map(grouped).chain([figure.unit.clone(), figure.what.clone()])
            {
                assert!(shown.contains(&part), "{}: {part} is not in {shown}", case.slug);
            }
        }
    }
    assert!(told > 25);
}

#[test]
fn a_case_shows_its_summary() {
    for (case, page) in case_pages() {
        assert_eq!(page.id("summary").text(), case.summary, "{}", case.slug);
    }
}

#[test]
fn a_case_says_who_its_organisation_is() {
    for (case, page) in case_pages() {
        let glance = page.first("glance");
        assert_eq!(glance.id("organisation").text(), case.organisation.name, "{}", case.slug);
        let texts: Vec<String> = glance.tagged("p").iter().map(|p| p.text()).collect();
        assert!(texts.contains(&case.organisation.text), "{}", case.slug);
    }
}

#[test]
fn a_case_says_how_old_its_account_is() {
    for (case, page) in case_pages() {
        let dates = [("from", &case.period.0), ("to", &case.period.1)]
            .map(|(name, date)| (name, Messages::english().date(date)));
        let [from, to] = &dates;
        let said = says("case.date", &[(from.0, &from.1), (to.0, &to.1)]);
        assert_eq!(page.first("case__date").text(), said, "{}", case.slug);
    }
}

#[test]
fn the_facts_at_a_glance_lead_to_every_topic_tool_and_group_of_people() {
    for (case, page) in case_pages() {
        let addresses = page.first("glance").addresses();
        for facet in [Facet::Topic, Facet::Beneficiary, Facet::Instrument, Facet::Funder] {
            for value in case.values(facet) {
                let address = format!("#/?{}={value}", facet.id());
                assert!(addresses.contains(&address.as_str()), "{}: {address}", case.slug);
            }
        }
    }
}

#[test]
fn the_contents_of_a_case_name_every_section_in_its_order() {
    for (case, page) in case_pages() {
        let sections = page.classed("section");
        let headings: Vec<(String, String)> = sections
            .iter()
            .map(|section| {
                let name = section.attribute("aria-label").expect("a section has a name");
                let class = section.attribute("class").expect("a section has a class");
                let field = class.split("section--").nth(1).expect("a section has its own class");
                let heading = section.id(field).text();
                assert!(heading.starts_with(name), "{heading} is not headed {name}");
                (Route::block(&case.slug, field).address(), name.to_owned())
            })
            .collect();
        let contents: Vec<(String, String)> = page
            .first("contents")
            .tagged("a")
            .iter()
            .map(|link| (link.attribute("href").unwrap_or_default().to_owned(), link.text()))
            .collect();
        assert_eq!(contents, headings, "{}", case.slug);
    }
}

#[test]
fn folded_parts_stand_open_where_there_is_room() {
    for (renderer, open) in [(renderer().wide(), true), (renderer(), false)] {
        let page = page_of(&renderer.page(&Route::case("shazet")));
        let glance = page.first("glance").tagged("details")[0];
        for fold in [page.first("contents"), glance] {
            assert_eq!(fold.attribute("open").is_some(), open);
        }
    }
}

#[test]
fn the_way_back_leads_to_the_list_that_the_reader_came_from() {
    let list = Route::parse("#/?q=water&oblast=osh");
    let page = page_of(&renderer().case("shazet", "", &list));
    assert_eq!(page.first("back").addresses(), ["#/?q=water&oblast=osh"]);
}

#[test]
fn every_block_stands_in_its_section_in_the_order_of_the_record() {
    for (case, page) in case_pages() {
        for section in Section::ALL.into_iter().filter(|section| !section.rule().side) {
            let ids: Vec<&str> = case.section(section).map(|block| block.id.as_str()).collect();
            if ids.is_empty() || section == Section::Notes {
                continue;
            }
            let shown = page.first(&format!("section--{}", section.rule().field));
            assert_eq!(block_ids(shown.first("blocks")), ids, "{}", case.slug);
        }
    }
}

#[test]
fn a_folded_section_says_how_many_blocks_wait_in_it() {
    let mut folded = 0;
    for (case, page) in case_pages() {
        for section in Section::ALL {
            let class = format!("section--{}", section.rule().field);
            for fold in page.classed(&class).into_iter().flat_map(Element::children) {
                if fold.has("fold") && !fold.has("fold--family") {
                    folded += 1;
                    let count = fold.first("fold__count").text();
                    let number = count.split(' ').next().and_then(|number| number.parse().ok());
                    let blocks = case.section(section).count();
                    assert_eq!(number, Some(blocks), "{}: {class}: {count}", case.slug);
                }
            }
        }
    }
    assert!(folded > 0);
}

/// The ids of the blocks of a list.
fn block_ids(list: &Element) -> Vec<&str> {
    list.children().filter_map(|item| item.attribute("id")).collect()
}

#[test]
fn every_note_of_the_editor_stands_with_what_it_is_about() {
    for (case, page) in case_pages() {
        for note in case.section(Section::Notes) {
            let shown = page.id(&note.id);
            let said = format!("{}: {}", says("note.label", &[]), note.text);
            assert_eq!(shown.text(), said, "{}#{}", case.slug, note.id);
            let place = match note.about.as_str() {
                "title" | "point" | "summary" => page.first("case__head"),
                "organisation" => page.first("glance"),
                about => {
                    let of = |block: &&Block| {
                        block.id == about || block.figures.iter().any(|figure| figure.id == about)
                    };
                    let block = case.blocks.iter().find(of).expect("a note is about something");
                    page.id(&block.id)
                }
            };
            assert!(place.text().contains(&said), "{}#{} stands elsewhere", case.slug, note.id);
        }
    }
}

/// A section that has sides: its blocks stand under the heading of their side, in the record's order.
macro_rules! by_side {
    ($name:ident, $section:ident) => {
        #[test]
        fn $name() {
            let sides = library().vocabulary.list("side").expect("the list of sides");
            for (case, page) in case_pages() {
                let mut expected: Vec<(&str, Vec<&str>)> = Vec::new();
                for side in &sides.values {
                    let ids: Vec<&str> = case
                        .section(Section::$section)
                        .filter(|block| block.side == side.id)
                        .map(|block| block.id.as_str())
                        .collect();
                    if !ids.is_empty() {
                        expected.push((&side.label, ids));
                    }
                }
                let class = format!("section--{}", Section::$section.rule().field);
                let mut shown: Vec<(String, Vec<&str>)> = Vec::new();
                for element in page.classed(&class).into_iter().flat_map(Element::all) {
                    if element.has("section__side") {
                        shown.push((element.text(), Vec::new()));
                    } else if element.has("blocks") {
                        let side = shown.last_mut().expect("a list stands under a side");
                        side.1.extend(block_ids(element));
                    }
                }
                let shown: Vec<(&str, Vec<&str>)> =
                    shown.iter().map(|(side, ids)| (side.as_str(), ids.clone())).collect();
                assert_eq!(shown, expected, "{}", case.slug);
            }
        }
    };
}

by_side!(every_gift_stands_under_the_heading_of_the_side_that_gave_it, Contributions);
by_side!(every_voice_stands_under_the_heading_of_the_side_that_speaks, Voices);

#[test]
fn who_gave_what_is_seen_at_a_glance_before_the_gifts() {
    for (case, page) in case_pages() {
        let first = page.first("shares").tagged("dl")[0];
        let shown: Vec<(String, BTreeSet<String>)> = first
            .children()
            .map(|side| {
                let kinds = side.tagged("li").iter().map(|kind| kind.text()).collect();
                (side.tagged("dt")[0].text(), kinds)
            })
            .collect();
        let vocabulary = &library().vocabulary;
        let expected: Vec<(String, BTreeSet<String>)> =
            contribution::by_side(case, Section::Contributions, vocabulary)
                .into_iter()
                .map(|(side, blocks)| {
                    let kind =
                        |block: &Block| vocabulary.label(&["contribution"], &block.kind).to_owned();
                    (side.label.clone(), blocks.into_iter().map(kind).collect())
                })
                .collect();
        assert_eq!(shown, expected, "{}", case.slug);
    }
}

#[test]
fn every_scale_names_its_unit_and_shows_its_amounts_as_numbers() {
    let mut drawn = 0;
    for (case, page) in case_pages() {
        let figures = page.first("shares").tagged("figure");
        let scales = contribution::scales(case);
        // The first drawing tells the kinds of what each side gave.
        assert_eq!(figures.len(), scales.len() + 1, "{}", case.slug);
        for (scale, figure) in scales.iter().zip(&figures[1..]) {
            drawn += 1;
            let title = says("shares.scale", &[("unit", scale.unit)]);
            assert_eq!(figure.tagged("figcaption")[0].text(), title, "{}", case.slug);
            let shown: Vec<String> =
                figure.classed("shares__value").iter().map(|value| value.text()).collect();
            let amounts: Vec<String> =
                scale.rows.iter().map(|(_, amount, _)| grouped(amount.value)).collect();
            assert_eq!(shown, amounts, "{}: {}", case.slug, scale.unit);
            let links: Vec<String> = scale
                .rows
                .iter()
                .map(|(block, ..)| Route::block(&case.slug, &block.id).address())
                .collect();
            assert_eq!(figure.addresses(), links, "{}: {}", case.slug, scale.unit);
        }
    }
    assert!(drawn > 0);
}

#[test]
fn a_case_of_a_family_says_how_it_and_each_other_case_belongs_there() {
    for (case, page) in case_pages() {
        let families: Vec<_> =
            library().families.iter().filter(|family| family.has(&case.slug)).collect();
        let folds = page.classed("fold--family");
        assert_eq!(folds.len(), families.len(), "{}", case.slug);
        for (family, fold) in families.into_iter().zip(folds) {
            assert_eq!(fold.tagged("h3")[0].text(), family.label, "{}", case.slug);
            let shown: Vec<(String, String)> = fold
                .tagged("li")
                .iter()
                .map(|other| (other.addresses().concat(), other.tagged("p")[0].text()))
                .collect();
            let (own, others): (Vec<_>, Vec<_>) =
                family.members.iter().partition(|member| member.slug == case.slug);
            let expected: Vec<(String, String)> = others
                .into_iter()
                .map(|other| (Route::case(&other.slug).address(), other.text.clone()))
                .collect();
            assert_eq!(shown, expected, "{}", case.slug);
            assert!(fold.text().contains(&own[0].text), "{}", case.slug);
        }
    }
}

#[test]
fn a_similar_case_is_named_with_what_both_have() {
    let mut named = 0;
    for (case, page) in case_pages() {
        let section = page.first("section--related");
        let lists = section.children().filter(|element| element.has("alike"));
        let shown: Vec<(String, String)> = lists
            .flat_map(|list| list.tagged("li"))
            .map(|other| (other.addresses().concat(), other.tagged("p")[0].text()))
            .collect();
        let expected: Vec<(String, String)> = likeness::like(&library().corpus, case)
            .into_iter()
            .map(|one| {
                let values: Vec<&str> = one
                    .shared
                    .iter()
                    .map(|(facet, value)| library().vocabulary.label(&[facet.id()], value))
                    .collect();
                assert!(!values.is_empty(), "{}", case.slug);
                let reason = says("related.shared", &[("values", &values.join(" · "))]);
                (Route::case(&one.case.slug).address(), reason)
            })
            .collect();
        assert_eq!(shown, expected, "{}", case.slug);
        named += shown.len();
    }
    assert!(named > 0);
}

#[test]
fn a_word_that_can_be_touched_is_followed_by_its_hidden_explanation() {
    let terms = library().glossary.terms();
    let mut met = 0;
    for (case, page) in case_pages() {
        for outer in page.all() {
            let children: Vec<&Element> = outer.children().collect();
            for (place, word) in children.iter().enumerate().filter(|(_, child)| child.has("term"))
            {
                met += 1;
                let said = word.text();
                let explanation = children.get(place + 1).filter(|next| next.has("term__text"));
                let explanation = explanation.unwrap_or_else(|| panic!("{}: {said}", case.slug));
                assert!(explanation.attribute("hidden").is_some(), "{}: {said}", case.slug);
                let text = explanation.full_text();
                let term = terms.iter().find(|term| {
                    text.starts_with(&says(
                        "term.text",
                        &[("term", &term.term), ("text", &term.text)],
                    ))
                });
                let term = term.unwrap_or_else(|| panic!("{}: {said}: {text}", case.slug));
                let words = |text: &str| -> Vec<String> {
                    tokens(text).into_iter().map(|token| token.word).collect()
                };
                let mut forms = std::iter::once(&term.term).chain(&term.forms);
                assert!(
                    forms.any(|form| words(form) == words(&said)),
                    "{}: {said} is explained as {}",
                    case.slug,
                    term.term
                );
                if let Some(now) = &term.now {
                    assert!(text.contains(&now.text) && text.contains(&now.source), "{}", term.id);
                }
            }
        }
    }
    assert!(met > 0);
}

#[test]
fn markup_in_a_record_comes_out_as_text() {
    let renderer = Renderer::new(full_of_markup(), Messages::english()).wide();
    let page = page_of(&renderer.page(&Route::case("well")));
    for (id, class) in [
        ("step-one", "block__text"),
        ("partner-office", "block__label"),
        ("gave-money", "block__label"),
        ("obstacle-rock", "block__met"),
        ("result-water", "figures"),
        ("result-water", "note"),
    ] {
        assert!(page.id(id).first(class).text().contains(MARKUP), "#{id} .{class}");
    }
    for id in ["heading", "point", "summary", "organisation"] {
        assert!(page.id(id).text().contains(MARKUP), "#{id}");
    }
    assert!(page.id("fold-sources").text().contains(MARKUP));
    assert!(page.tagged("script").is_empty() && page.tagged("b").is_empty());
}
