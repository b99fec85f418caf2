//! The page around the app: its elements, its title, its width, and the sign that it answers.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

/// Sets the title shown in the tab and read first by a screen reader.
pub(crate) fn title(text: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(text);
    }
}

/// The document, which only a page without a window lacks.
pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The element around everything, which carries what is true of the whole page.
pub(super) fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// The element with this id.
pub(super) fn element(id: &str) -> Option<web_sys::HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Says something in the element with this id, if it is there.
pub(crate) fn say(id: &str, text: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(text));
    }
}

/// Puts written HTML into the element with this id, if it is there.
pub(crate) fn put(id: &str, html: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(html);
    }
}

/// Shows or hides the element with this id, if it is there.
pub(crate) fn show(id: &str, shown: bool) {
    if let Some(element) = element(id) {
        element.set_hidden(!shown);
    }
}

/// Puts a text into the field with this id; one that stands there already is left alone, with the place of the next
/// letter in it.
pub(crate) fn fill(id: &str, text: &str) {
    if let Some(field) = element(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        && field.value() != text
    {
        field.set_value(text);
    }
}

/// Takes away the page that stood in `index.html` until the app was there, and tells what the person had done with it: what
/// they had typed into the field with this id, whether they were still typing, and how far they had scrolled.
pub(crate) fn take_over(field: &str) -> (String, bool, f64) {
    let typing = super::focus::current().as_deref() == Some(field);
    let input = element(field).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let typed = input.map(|input| input.value()).unwrap_or_default();
    let top = super::location::scrolled();
    stop_waiting();
    (typed, typing, top)
}

/// Takes away the waiting screen of `index.html`.
pub(super) fn stop_waiting() {
    if let Some(waiting) = element("waiting") {
        waiting.remove();
    }
}

/// Marks the page as answering input (`data-ready` is a contract).
pub(crate) fn ready() {
    super::failure::withdraw();
    if let Some(root) = root() {
        // Nothing depends on this attribute but tests and embedders; without it the app still works.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// Settles a value of the style sheet.
pub(super) fn shade(name: &str, value: &str) {
    if let Some(root) = root().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A name that is spelt right is never refused; without it the colour stays.
        let _ = root.style().set_property(name, value);
    }
}

/// Says which language the page is in, for screen readers, hyphenation and translators.
pub(crate) fn language(tag: &str) {
    if let Some(root) = root() {
        // A name that is spelt right is never refused.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Whether the app is all in this one file.
pub(crate) fn is_one_file() -> bool {
    root().is_some_and(|root| root.has_attribute("data-file"))
}

/// Whether there is room for two columns: the same bound as in `style/`.
pub(crate) fn is_wide() -> bool {
    matches("(min-width: 56.25em)")
}

/// Whether fingers do what elsewhere a mouse does, so that a keyboard is most likely drawn over the page.
pub(crate) fn is_touched() -> bool {
    matches("(hover: none)")
}

/// Whether a media query is true of this screen.
fn matches(query: &str) -> bool {
    let asked = web_sys::window().and_then(|window| window.match_media(query).ok()?);
    asked.is_some_and(|answer| answer.matches())
}

/// Opens the browser's print dialog. Where there is none, or a frame is not allowed it, nothing happens, and
/// the page cannot know.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// What marks the page while only one sheet of it is printed.
const SHORT: &str = "data-short";

/// Prints what belongs on one page. The mark stays until the browser says that it has printed: on phones it goes on at
/// once.
pub(crate) fn print_short() {
    // A name that is spelt right is never refused.
    if let Some(root) = root() {
        let _ = root.set_attribute(SHORT, "");
    }
    print();
}

/// From now on the whole page is printed again.
pub(crate) fn print_whole() {
    if let Some(root) = root() {
        let _ = root.remove_attribute(SHORT);
    }
}
