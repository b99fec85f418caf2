//! One type for many views and for views that may be missing.
//!
//! `collect_view()` and `Option` of a view make a type of their own for everything they hold, and each such type is compiled
//! anew: measured on the list and the case page, 11 kB of a module in brotli.

use leptos::prelude::*;

/// A view for each item.
pub(crate) fn each<T, V: IntoView>(
    items: impl IntoIterator<Item = T>,
    draw: impl FnMut(T) -> V,
) -> Vec<AnyView>
where
    V: IntoAny,
{
    let mut draw = draw;
    items.into_iter().map(|item| draw(item).into_any()).collect()
}

/// A view, or nothing.
pub(crate) fn maybe<V: IntoAny>(view: Option<V>) -> AnyView {
    view.map_or_else(|| ().into_any(), IntoAny::into_any)
}
