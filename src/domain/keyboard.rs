//! What a key does in the search box and on the cards below it.
//!
//! Refuses every key that the browser or the screen reader has a use for there: what is not named here stays
//! theirs, so that typing, scrolling and Home or End work as everywhere.

/// Where the keyboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the search box.
    Box,
    /// On the link of the card at this place of the list.
    Card(usize),
}

/// What there is around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyContext {
    /// How many cards the list has.
    pub cards: usize,
    /// Whether the box is empty.
    pub empty: bool,
    /// Whether the query asks for something.
    pub asks: bool,
    /// Whether a finger does what elsewhere a mouse does, and the keyboard is drawn over the page.
    pub touch: bool,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Go to the card at this place of the list.
    ToCard(usize),
    /// Go back to the search box, behind its last letter.
    ToBox,
    /// Leave the box for the list, so that the drawn keyboard goes away.
    ToList,
    /// Open the case of the first card.
    Open,
    /// Empty the box.
    Empty,
}

/// What a key pressed by itself does there; `None`: what it does everywhere.
pub fn command(key: &str, place: Place, context: KeyContext) -> Option<Move> {
    match (key, place) {
        ("ArrowDown", Place::Box) => to_card(0, context),
        ("ArrowDown", Place::Card(at)) => to_card(at + 1, context),
        ("ArrowUp", Place::Card(at)) => Some(at.checked_sub(1).map_or(Move::ToBox, Move::ToCard)),
        ("Escape", Place::Card(_)) => Some(Move::ToBox),
        ("Escape", Place::Box) if !context.empty => Some(Move::Empty),
        // "Search" on a drawn keyboard: the person wants to see what was found, which lies under it.
        ("Enter", Place::Box) if context.touch && !context.empty => Some(Move::ToList),
        ("Enter", Place::Box) if context.asks && context.cards > 0 => Some(Move::Open),
        _ => None,
    }
}

fn to_card(at: usize, context: KeyContext) -> Option<Move> {
    (at < context.cards).then_some(Move::ToCard(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEARCH: KeyContext = KeyContext { cards: 3, empty: false, asks: true, touch: false };

    #[test]
    fn the_arrows_go_from_the_box_down_the_cards_and_up_again() {
        assert_eq!(command("ArrowDown", Place::Box, SEARCH), Some(Move::ToCard(0)));
        assert_eq!(command("ArrowDown", Place::Card(0), SEARCH), Some(Move::ToCard(1)));
        assert_eq!(command("ArrowUp", Place::Card(2), SEARCH), Some(Move::ToCard(1)));
        assert_eq!(command("ArrowUp", Place::Card(0), SEARCH), Some(Move::ToBox));
    }

    #[test]
    fn at_the_end_of_the_list_the_arrow_scrolls_as_everywhere() {
        assert_eq!(command("ArrowDown", Place::Card(2), SEARCH), None);
        assert_eq!(command("ArrowUp", Place::Box, SEARCH), None);
        assert_eq!(command("ArrowDown", Place::Box, KeyContext { cards: 0, ..SEARCH }), None);
    }

    #[test]
    fn enter_opens_the_first_card_of_a_search_only() {
        assert_eq!(command("Enter", Place::Box, SEARCH), Some(Move::Open));
        assert_eq!(command("Enter", Place::Box, KeyContext { asks: false, ..SEARCH }), None);
        assert_eq!(command("Enter", Place::Box, KeyContext { cards: 0, ..SEARCH }), None);
        // A link opens by itself.
        assert_eq!(command("Enter", Place::Card(1), SEARCH), None);
    }

    #[test]
    fn the_search_key_of_a_phone_shows_what_was_found() {
        let phone = KeyContext { touch: true, ..SEARCH };
        assert_eq!(command("Enter", Place::Box, phone), Some(Move::ToList));
        assert_eq!(
            command("Enter", Place::Box, KeyContext { cards: 0, ..phone }),
            Some(Move::ToList)
        );
        assert_eq!(
            command("Enter", Place::Box, KeyContext { empty: true, asks: false, ..phone }),
            None
        );
    }

    #[test]
    fn escape_goes_back_to_the_box_and_then_empties_it() {
        assert_eq!(command("Escape", Place::Card(2), SEARCH), Some(Move::ToBox));
        assert_eq!(command("Escape", Place::Box, SEARCH), Some(Move::Empty));
        assert_eq!(command("Escape", Place::Box, KeyContext { empty: true, ..SEARCH }), None);
    }

    #[test]
    fn every_other_key_does_what_it_does_everywhere() {
        for key in ["Home", "End", "PageDown", "Tab", " ", "a", "ArrowLeft", "Unidentified"] {
            for place in [Place::Box, Place::Card(1)] {
                assert_eq!(command(key, place, SEARCH), None, "{key}");
            }
        }
    }
}
