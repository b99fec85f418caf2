//! Memos of few types.

use leptos::prelude::*;

/// A value derived from signals. Boxed, so that there is one memo for each type of result and not one for each closure: every
/// such type is compiled anew.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed(Box::new(value))
}

fn boxed<T: PartialEq + Send + Sync + 'static>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| value())
}
