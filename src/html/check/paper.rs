//! The blank form: prints whole, and is scored by hand to the same words as on the phone.

use super::{Desk, depth_label, stage_label};
use crate::{
    domain::{
        checklist::{
            definition::{Checklist, Degree},
            options::{Depth, Stage},
            outcome::CAPPING,
            paper,
        },
        route::{Route, Step},
        words::key,
    },
    html::{
        Act,
        parts::{button, heading, link},
    },
};
use maud::{Markup, html};

/// The form for a stage and a length.
pub fn page(desk: Desk<'_>, stage: Stage, depth: Depth) -> String {
    let list = &desk.library.checklist;
    let choose = |to: (Stage, Depth), chosen: bool, label: &str| {
        html! {
            @if chosen { strong { (label) } } @else { (link(&Route::Check(Step::Paper(to.0, to.1)), label)) }
        }
    };
    html! {
        section .page .check .paper-form {
            div .screen {
                (super::back(Step::Start))
                p .lead { (key::PAPER_LEAD.text()) }
                ul .points {
                    @for known in Stage::ALL { li { (choose((*known, depth), *known == stage, stage_label(*known).text())) } }
                }
                ul .points {
                    @for known in Depth::ALL { li { (choose((stage, *known), *known == depth, depth_label(*known).text())) } }
                }
                @if !desk.still { p .actions { (button(Act::Print, "button--go", key::PAPER_PRINT)) } }
            }
            (heading(key::PAPER_TITLE.text()))
            p .small { (stage_label(stage).text()) " · " (depth_label(depth).text()) }
            p .paper__fill { (key::PAPER_FILL.text()) }
            p { (key::PAPER_HOW.text()) }
            dl .scale {
                @for degree in &list.scale { div { dt { (sign(degree)) " = " (degree.label) } dd { (degree.meaning) } } }
            }
            (items(list, stage, depth))
            h2 { (key::FLAGS_TITLE.text()) }
            p { (key::FLAGS_LEAD.text()) }
            table .paper {
                tbody {
                    @for flag in &list.flags {
                        tr { td { (flag.text) } td .paper__word { (key::FLAGS_YES.text()) } td .paper__word { (key::FLAGS_NO.text()) } }
                    }
                }
            }
            (by_hand(list, depth))
            (super::judgement(desk))
        }
    }
    .into_string()
}

/// Every item with a box for each answer, and a line for what its dimension is worth.
fn items(list: &Checklist, stage: Stage, depth: Depth) -> Markup {
    let asked = list.asked(depth);
    html! {
        @for group in &list.groups {
            h2 { (group.label) }
            table .paper {
                thead {
                    tr {
                        th scope="col" { (key::PAPER_STATEMENT.text()) }
                        @for degree in &list.scale { th .paper__box scope="col" { (sign(degree)) } }
                    }
                }
                @for dimension in list.dimensions.iter().filter(|dimension| dimension.group == group.id) {
                    tbody {
                        tr .paper__part {
                            th scope="rowgroup" colspan=(list.scale.len() + 1) { (dimension.label) }
                        }
                        @for (_, item) in asked.iter().filter(|(of, _)| of.id == dimension.id) {
                            tr {
                                td { (item.at(stage)) }
                                @for degree in &list.scale { td .paper__box { span .unseen { (sign(degree)) } } }
                            }
                        }
                        tr .paper__sum {
                            td colspan=(list.scale.len() + 1) { (match depth {
                                Depth::Quick => key::PAPER_SUM_QUICK,
                                Depth::Full => key::PAPER_SUM_FULL,
                            }.text()) }
                        }
                    }
                }
            }
        }
    }
}

/// An answer's sign on paper.
fn sign(degree: &Degree) -> &str {
    if degree.id == "-" { "–" } else { &degree.id }
}

/// How to come from the boxes to the words.
fn by_hand(list: &Checklist, depth: Depth) -> Markup {
    let answered: &[u32] = match depth {
        Depth::Quick => &[1],
        Depth::Full => &[3, 2, 1],
    };
    let label = |id: &str| list.dimension(id).map_or("", |dimension| dimension.label.as_str());
    let links: Vec<String> =
        CAPPING.iter().map(|id| key::QUOTED.with(&[("text", label(id))])).collect();
    html! {
        section .paper__score {
            h2 { (key::PAPER_SCORE.text()) }
            ol {
                li { (key::PAPER_STEP_POINTS.text()) }
                @if depth == Depth::Full { li { (key::PAPER_STEP_UNKNOWN.text()) } }
                li { (match depth {
                    Depth::Quick => key::PAPER_STEP_BAND_QUICK,
                    Depth::Full => key::PAPER_STEP_BAND,
                }.text()) }
                li { (key::PAPER_STEP_SUM.text()) }
                li { (key::PAPER_STEP_CAP.with(&[("dimensions", &links.join(", "))])) }
            }
            table .paper {
                caption { (key::PAPER_TABLE_PART.text()) }
                thead {
                    tr {
                        th scope="col" { (key::PAPER_ANSWERED.text()) }
                        @for band in &list.bands { th scope="col" { (band.label) } }
                        @if depth == Depth::Full { th scope="col" { (key::PAPER_WORTH.text()) } }
                    }
                }
                tbody {
                    @for count in answered {
                        tr {
                            th scope="row" { (count) }
                            @for (band, points) in paper::bands(*count) {
                                td {
                                    span .unseen { (list.band(band)) ": " }
                                    (points.start()) @if points.end() > points.start() { "–" (points.end()) }
                                }
                            }
                            @if depth == Depth::Full {
                                td { (key::PAPER_TIMES.with(&[("n", &paper::factor(depth, *count).to_string())])) }
                            }
                        }
                    }
                }
            }
            table .paper {
                caption { (key::PAPER_TABLE_WHOLE.text()) }
                thead {
                    tr {
                        th scope="col" { (key::PAPER_SCORED.text()) }
                        @for band in &list.overall { th scope="col" { (band.label) } }
                    }
                }
                tbody {
                    @for count in paper::enough(list.dimensions.len()) {
                        @let [small, sign, widen] = paper::least_sums(depth, count);
                        tr {
                            th scope="row" { (count) }
                            td { "0–" (small - 1) }
                            td { (small) "–" (sign - 1) }
                            td { (sign) "–" (widen - 1) }
                            td { (widen) "–" (paper::full(depth) * count) }
                        }
                    }
                }
            }
            p .paper__fill { (key::PAPER_RESULT.text()) }
            p { (key::PAPER_OTHERWISE.text()) }
            ul .points { @for band in &list.overall { li { strong { (band.label) } ": " (band.text) } } }
        }
    }
}
