//! Sorting the short lists of this app.
//!
//! The standard library's sort is built for millions of items and adds 3 kB to the download for every
//! type it sorts. Our longest list has a few hundred entries; inserting one by one is stable, plain and fast
//! enough for that.

use std::cmp::Ordering;

/// Sorts a list; equal items keep their order. Takes time with the square of the length: for short
/// lists only.
pub fn sort<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 {
            let (Some(before), Some(this)) = (items.get(at - 1), items.get(at)) else { break };
            if compare(before, this) != Ordering::Greater {
                break;
            }
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort(&mut items, |a, b| a.0.cmp(&b.0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
