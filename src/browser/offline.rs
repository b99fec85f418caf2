//! The service worker that keeps the app on the phone.
//!
//! Everything here may be refused: in frames on other sites, in private windows, from a file.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageChannel, MessageEvent, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState,
};

/// Starts the worker. `on_update` is called when a newer version has arrived whole and waits.
pub(crate) async fn register(on_update: impl Fn() + Clone + 'static) {
    // A refusal only means that this page cannot be kept; the page about offline use says so.
    let _ = try_register(on_update).await;
}

async fn try_register(on_update: impl Fn() + Clone + 'static) -> Result<(), JsValue> {
    let container = container().ok_or(JsValue::NULL)?;
    let registration: ServiceWorkerRegistration =
        JsFuture::from(container.register("sw.js")).await?.dyn_into()?;
    if registration.waiting().is_some() && container.controller().is_some() {
        on_update();
    }
    let watched = registration.clone();
    let found = Closure::<dyn Fn()>::new(move || {
        let Some(worker) = watched.installing() else { return };
        let (on_update, container, changed) =
            (on_update.clone(), container.clone(), worker.clone());
        let state = Closure::<dyn Fn()>::new(move || {
            // On a first visit nothing answers for the page yet, or this very worker does already: browsers differ in
            // what they tell first.
            let older = container.controller().is_some_and(|older| older != changed);
            if changed.state() == ServiceWorkerState::Installed && older {
                on_update();
            }
        });
        worker.set_onstatechange(Some(state.as_ref().unchecked_ref()));
        state.forget();
    });
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
    Ok(())
}

/// Calls back when the worker begins to answer for this page: on a first visit, some time after it has opened.
pub(crate) fn on_taken_over(act: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    let act = Closure::<dyn Fn()>::new(act);
    container.set_oncontrollerchange(Some(act.as_ref().unchecked_ref()));
    act.forget();
}

/// Lets the waiting version take over and reloads the page with it. Only on the person's word.
pub(crate) async fn use_new_version() {
    let _ = try_use_new_version().await;
}

async fn try_use_new_version() -> Result<(), JsValue> {
    let container = container().ok_or(JsValue::NULL)?;
    let registration: ServiceWorkerRegistration =
        JsFuture::from(container.get_registration()).await?.dyn_into()?;
    let changed = Closure::<dyn Fn()>::new(|| {
        if let Some(window) = web_sys::window() {
            let _ = window.location().reload();
        }
    });
    container.set_oncontrollerchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
    match registration.waiting() {
        Some(waiting) => waiting.post_message(&task("use-new-version", "", "")),
        // Another tab has let it in already.
        None => web_sys::window().ok_or(JsValue::NULL)?.location().reload(),
    }
}

/// Whether the site is one where a browser keeps anything at all: served by https, or from this very device.
pub(crate) fn is_possible() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// What of the app is kept on this phone.
#[derive(Debug)]
pub(crate) struct Kept {
    /// How many files.
    pub(crate) files: u32,
    /// How much room they take, in bytes.
    pub(crate) bytes: u32,
    /// Of which version they are.
    pub(crate) version: String,
    /// The ids of the parts that are not kept yet.
    pub(crate) missing: Vec<String>,
}

/// What of the app is kept on this phone in a language, after the worker has fetched what was missing; `all`: also the parts that
/// nobody has needed yet. `None` where it cannot be used offline.
pub(crate) async fn keep(lang: &str, all: bool) -> Option<Kept> {
    let worker = container()?.controller()?;
    let channel = MessageChannel::new().ok()?;
    let (mine, theirs) = (channel.port1(), channel.port2());
    let answer = Promise::new(&mut |resolve, _| mine.set_onmessage(Some(&resolve)));
    let ports = Array::of1(&theirs);
    let task = task(if all { "keep-all" } else { "keep" }, lang, "");
    worker.post_message_with_transferable(&task, &ports).ok()?;
    let event: MessageEvent = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    let told: Array = event.data().dyn_into().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, and a handful of files is counted"
    )]
    let number = |at: u32| told.get(at).as_f64().map(|number| number as u32);
    let missing: Array = told.get(3).dyn_into().ok()?;
    Some(Kept {
        files: number(0)?,
        bytes: number(1)?,
        version: told.get(2).as_string()?,
        missing: missing.iter().filter_map(|id| id.as_string()).collect(),
    })
    .filter(|kept| kept.files > 0)
}

/// Tells the worker that everything has started, so that it can let go of the version before this one.
pub(crate) fn started() {
    if let Some(worker) = container().and_then(|container| container.controller()) {
        // Refused only for what cannot be copied.
        let _ = worker.post_message(&task("started", "", ""));
    }
}

/// Has the worker keep a part that has come in a language, as soon as there is one.
pub(crate) async fn keep_part(lang: &str, id: &str) {
    let _ = try_keep_part(lang, id).await;
}

async fn try_keep_part(lang: &str, id: &str) -> Result<(), JsValue> {
    let ready = container().ok_or(JsValue::NULL)?.ready()?;
    let registration: ServiceWorkerRegistration = JsFuture::from(ready).await?.dyn_into()?;
    registration.active().ok_or(JsValue::NULL)?.post_message(&task("keep-part", lang, id))
}

/// What the worker is asked to do, in which language and with which part.
fn task(name: &str, lang: &str, part: &str) -> JsValue {
    Array::of3(&name.into(), &lang.into(), &part.into()).into()
}

/// Whether the browser has promised not to clear what is kept when it needs room. `ask`: for that promise; some browsers
/// ask the person then. `None` where it says nothing about that.
pub(crate) async fn promised(ask: bool) -> Option<bool> {
    let storage = property(&web_sys::window()?.navigator(), "storage")?;
    let name = if ask { "persist" } else { "persisted" };
    let function: js_sys::Function = property(&storage, name)?.dyn_into().ok()?;
    let promise: Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// A property by its name: in old browsers and closed frames many are missing.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

/// The worker container. Asked by reflection, because merely touching it throws in a sandboxed frame.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    found.dyn_into().ok()
}
