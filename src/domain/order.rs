//! Sorting.
//!
//! The standard library's sort is built for millions of items and adds 3 kB to the download for every type it sorts.
//! Here places in a list are put in order one by one, each where it belongs: stable, plain, and fast enough for
//! thousands.

use std::cmp::Ordering;

/// Sorts a list; equal items keep their order.
pub fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = arranged(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b) == Ordering::Greater,
        _ => false,
    });
    // Each place is filled with the item that belongs there; one that was moved away on the way there is found
    // by following where it went.
    for at in 0..places.len() {
        let mut from = places.get(at).copied().unwrap_or(at);
        while from < at {
            from = places.get(from).copied().unwrap_or(at);
        }
        items.swap(at, from);
    }
}

/// The places of so many items in their order. One function for all kinds of items.
#[inline(never)]
fn arranged(count: usize, is_behind: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places = Vec::with_capacity(count);
    for item in 0..count {
        let at = places.partition_point(|known| !is_behind(*known, item));
        places.insert(at, item);
    }
    places
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::sort;
    use proptest::prelude::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort(&mut items, |a, b| a.0.cmp(&b.0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    proptest! {
        #[test]
        fn a_sorted_list_is_what_the_standard_library_makes_of_it(items in prop::collection::vec(0..20u8, 0..60)) {
            let mut ours: Vec<(u8, usize)> = items.into_iter().enumerate().map(|(n, i)| (i, n)).collect();
            let mut theirs = ours.clone();
            sort(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
