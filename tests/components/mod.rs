//! Components mounted in a real browser: what they do there beyond what they draw. Compiled into the library, so that they can
//! be reached; run by `make test-components`.

use crate::{
    browser::{
        debounce::Debounce,
        focus,
        storage::{self, Refused},
    },
    components::{
        live_text::LiveText,
        rich_text::{Html, RichText},
        status::{Status, StatusText},
    },
    domain::assessment::{answers::Answer, saved, store::Safety},
    state::assessments::Assessments,
};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A place of its own in the page for what a test mounts.
struct Stage(HtmlElement);

impl Stage {
    /// Mounts a view.
    fn new<V: IntoView + 'static>(draw: impl FnOnce() -> V + 'static) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root: HtmlElement = document.create_element("section").unwrap().unchecked_into();
        document.body().unwrap().append_child(&root).unwrap();
        mount_to(root.clone(), draw).forget();
        Self(root)
    }

    fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap().unwrap_or_else(|| {
            panic!("no {selector} in {}", self.0.inner_html());
        })
    }

    fn text(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    /// Replaces every text node by an element, as the page translators of browsers do.
    fn translate(&self) {
        let document = web_sys::window().unwrap().document().unwrap();
        let mut rest: Vec<web_sys::Node> = vec![self.0.clone().into()];
        while let Some(node) = rest.pop() {
            let children = node.child_nodes();
            rest.extend((0..children.length()).filter_map(|at| children.get(at)));
            let text = node.text_content().unwrap_or_default();
            if node.node_type() == web_sys::Node::TEXT_NODE && !text.trim().is_empty() {
                let font = document.create_element("font").unwrap();
                font.set_text_content(Some(&["«", &text, "»"].concat()));
                node.parent_node().unwrap().replace_child(&font, &node).unwrap();
            }
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Waits until what has changed is drawn.
async fn drawn() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
}

#[wasm_bindgen_test]
async fn a_text_that_changes_is_true_on_a_page_that_was_translated() {
    let text = RwSignal::new("one".to_owned());
    let stage = Stage::new(move || view! { <p>"Count: " <LiveText text=text/></p> });
    stage.translate();
    assert_eq!(stage.text(), "«Count: »«one»");
    text.set("two <b>".to_owned());
    drawn().await;
    assert_eq!(stage.text(), "«Count: »two <b>");
}

#[wasm_bindgen_test]
async fn a_status_says_the_same_again_in_a_line_that_was_there_before() {
    let status = StatusText::new();
    let stage = Stage::new(move || view! { <Status text=status/> });
    let line = stage.find("[role=status]");
    assert_eq!(stage.text(), "");
    for _ in 0..2 {
        status.say("Copied.");
        drawn().await;
        assert_eq!(stage.text(), "Copied.");
    }
    assert_eq!(stage.find("[role=status]"), line);
}

#[wasm_bindgen_test]
async fn what_people_wrote_is_never_markup() {
    let stage = Stage::new(|| view! { <RichText html=Html::from("<b>bold</b>")/> });
    assert_eq!(stage.text(), "<b>bold</b>");
}

/// The id of the element that has the focus.
fn focused() -> String {
    let document = web_sys::window().unwrap().document().unwrap();
    document.active_element().map(|element| element.id()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_a_heading_and_to_nothing_that_is_not_there() {
    let stage = Stage::new(|| {
        view! { <button id="before">"Go"</button> <h1 id="heading">"Cases"</h1> }
    });
    stage.find("#before").unchecked_into::<HtmlElement>().focus().unwrap();
    assert!(!focus::focus("no-such-element", true));
    assert_eq!(focused(), "before");
    assert!(focus::focus("heading", true));
    assert_eq!(focused(), "heading");
}

#[wasm_bindgen_test]
async fn the_focus_goes_into_a_folded_text_that_opens_for_it() {
    let stage = Stage::new(|| {
        view! { <details><summary>"More"</summary><p id="within">"Text"</p></details> }
    });
    assert!(focus::focus("within", true));
    assert_eq!(focused(), "within");
    assert!(stage.find("details").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn of_what_is_asked_for_again_and_again_the_last_is_done_and_nothing_once_the_page_is_left() {
    let done = RwSignal::new(Vec::new());
    let page = Owner::new();
    let debounce = page.with(|| Debounce::new(0));
    for number in 1..=3 {
        debounce.run(move || done.update(|done| done.push(number)));
    }
    drawn().await;
    assert_eq!(done.get_untracked(), [3]);
    debounce.run(move || done.update(|done| done.push(4)));
    page.cleanup();
    drawn().await;
    assert_eq!(done.get_untracked(), [3]);
}

/// Takes the storage of the page away, as browsers do where a person refuses it; gives it back when it is dropped.
struct WithoutStorage;

impl WithoutStorage {
    fn new() -> Self {
        run("window.kept = Object.getOwnPropertyDescriptors(window);
            for (const name of ['localStorage', 'sessionStorage'])
                Object.defineProperty(window, name, {
                    configurable: true,
                    get() { throw new DOMException('refused', 'SecurityError'); },
                });");
        Self
    }
}

impl Drop for WithoutStorage {
    fn drop(&mut self) {
        run("for (const name of ['localStorage', 'sessionStorage'])
                Object.defineProperty(window, name, window.kept[name]);");
    }
}

fn run(script: &str) {
    js_sys::Function::new_no_args(script).call0(&wasm_bindgen::JsValue::NULL).unwrap();
}

#[wasm_bindgen_test]
fn where_storage_is_refused_an_answer_stays_in_memory_and_is_known_to_be_unsaved() {
    let refused = WithoutStorage::new();
    Owner::new().with(|| {
        assert_eq!(storage::read(saved::KEY), Err(Refused));
        assert_eq!(storage::recall(saved::KEY), None);
        let check = Assessments::restore();
        assert!(check.read(|store| store.safety == Safety::Refused));
        let has_unsaved = check.has_unsaved();
        assert!(!has_unsaved.get_untracked());
        check.answer("trust-1", Answer::Unknown);
        assert!(has_unsaved.get_untracked());
        let answer = check.read(|store| store.current().answers.items.get("trust-1").copied());
        assert_eq!(answer, Some(Answer::Unknown));
    });
    drop(refused);
    assert_eq!(storage::read(saved::KEY), Ok(None));
}
