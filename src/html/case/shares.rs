//! Who put in what, at a glance: sides with the kinds of what they gave, and bars for amounts in one unit.

use super::{
    super::{
        Desk,
        parts::{bar, beginning, link},
    },
    place_in,
};
use crate::domain::{
    case::{Block, CaseStudy, Section},
    contribution::{self, Scale},
    number,
    words::key,
};
use maud::{Markup, html};

/// The drawing above the contributions. Everything it shows is text in lists; the bars repeat it.
pub(super) fn chart(desk: Desk<'_>, case: &CaseStudy) -> Markup {
    let vocabulary = &desk.library.vocabulary;
    let sides = contribution::by_side(case, Section::Contributions, vocabulary);
    html! {
        div .shares {
            figure {
                figcaption { (key::SHARES_SIDES.text()) }
                dl {
                    @for (side, blocks) in sides {
                        div {
                            dt { (side.label) }
                            dd { ul .shares__kinds { @for kind in kinds(&blocks) {
                                li { (vocabulary.label(&["contribution"], kind)) }
                            } } }
                        }
                    }
                }
            }
            @for scale in contribution::scales(case) { (scale_list(desk, case, &scale)) }
        }
    }
}

/// The kinds of these contributions, each once.
fn kinds<'a>(blocks: &[&'a Block]) -> Vec<&'a str> {
    let mut kinds: Vec<&str> = Vec::new();
    for block in blocks {
        if !kinds.contains(&block.kind.as_str()) {
            kinds.push(&block.kind);
        }
    }
    kinds
}

fn scale_list(desk: Desk<'_>, case: &CaseStudy, scale: &Scale<'_>) -> Markup {
    html! {
        figure {
            figcaption { (key::SHARES_SCALE.with(&[("unit", scale.unit)])) }
            dl .shares__scale {
                @for (block, amount, part) in &scale.rows {
                    div {
                        dt { (link(&place_in(desk, case, &block.id), &giver(block))) }
                        dd .shares__value { (number::grouped(amount.value)) }
                        dd .shares__bar { (bar(*part)) }
                    }
                }
            }
        }
    }
}

/// What it was: the funder's name, or the first words of what was given.
fn giver(block: &Block) -> String {
    if block.section == Section::Funders {
        return block.name.clone();
    }
    key::SHARES_GIVEN.with(&[("text", &beginning(&block.text))])
}
