//! The filters of the list. The panel is written once; what a choice changes in it is told by [`news`], so that folds, focus
//! and the place of the reader stay as they are.

use super::{Act, Desk};
use crate::domain::{
    library::Library,
    listing::Listing,
    vocabulary::{Facet, Value},
    words::key,
};
use maud::html;

/// The id of the panel.
pub const PANEL: &str = "filters";
/// The id of its title.
pub const TITLE: &str = "filters-title";
/// The id of the button that leaves it.
pub const SHOW: &str = "filters-show";

/// The id of the place that says how many values of a filter are chosen.
pub fn chosen_id(facet: Facet) -> String {
    ["chosen-", facet.id()].concat()
}

/// A value in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Whether it is chosen.
    pub checked: bool,
    /// How many cases it would leave.
    pub count: String,
    /// The same in words.
    pub said: String,
}

/// What changes in the panel with the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Its title.
    pub title: String,
    /// What the button says.
    pub show: String,
    /// How many values of each filter are chosen; nothing for none.
    pub chosen: Vec<(Facet, String)>,
    /// Its values, in the order in which they stand there.
    pub ticks: Vec<Tick>,
}

/// What the panel says of a list.
pub fn news(library: &Library, list: &Listing) -> News {
    let chosen = |facet: Facet| match list.chosen(facet) {
        0 => String::new(),
        count => count.to_string(),
    };
    News {
        title: match list.selection.len() {
            0 => key::FILTERS_TITLE.text().to_owned(),
            count => key::FILTERS_CHOSEN.of(count),
        },
        show: key::FILTERS_SHOW.of(list.shown.len()),
        chosen: Facet::ALL.into_iter().map(|facet| (facet, chosen(facet))).collect(),
        ticks: Facet::ALL
            .into_iter()
            .flat_map(|facet| values(library, facet).map(move |(at, value)| (facet, at, value)))
            .map(|(facet, at, value)| tick(list, facet, at, value))
            .collect(),
    }
}

fn tick(list: &Listing, facet: Facet, at: usize, value: &Value) -> Tick {
    let count = list.count(facet, at);
    Tick {
        checked: list.selection.has(facet, &value.id),
        count: count.to_string(),
        said: key::FILTER_COUNT.of(count),
    }
}

/// The values of a filter that any case has, each with its place in the list of all.
pub(super) fn values(library: &Library, facet: Facet) -> impl Iterator<Item = (usize, &Value)> {
    let all = library.vocabulary.facet(facet).into_iter().flat_map(|list| &list.values).enumerate();
    all.filter(move |(_, value)| library.corpus.with_value(facet, &value.id) > 0)
}

/// The panel. (`name` and `value` of the boxes are a contract.)
pub fn panel(desk: Desk<'_>, list: &Listing) -> String {
    let library = desk.library;
    let news = news(library, list);
    html! {
        // Beside the cases on a wide screen; on a phone it waits for a tap.
        details .filters id=(PANEL) open[desk.wide] {
            summary .filters__title id=(TITLE) { (news.title) }
            @for (facet, chosen) in &news.chosen {
                @if let Some(words) = library.vocabulary.facet(*facet) {
                    details .facet open[!chosen.is_empty()] {
                        summary { (words.label) " " span .facet__chosen id=(chosen_id(*facet)) { (chosen) } }
                        fieldset {
                            legend { (words.hint) }
                            @for (at, value) in values(library, *facet) {
                                @let tick = tick(list, *facet, at, value);
                                label .tick {
                                    input type="checkbox" name=(facet.id()) value=(value.id) data-leaves=(tick.count)
                                        checked[tick.checked];
                                    span .tick__label { (value.label) }
                                    span .tick__count aria-label=(tick.said) { (tick.count) }
                                }
                            }
                        }
                    }
                }
            }
            p .filters__show {
                button .button #(SHOW) type="button" data-act=(Act::ShowCases.id()) { (news.show) }
            }
        }
    }
    .into_string()
}
