//! The service worker that keeps the app on the phone.
//!
//! Everything here may be refused: in frames on other sites, in private windows, from a file.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

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
            // Without a controller this is the first visit, not an update.
            if changed.state() == ServiceWorkerState::Installed && container.controller().is_some()
            {
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
    registration.waiting().ok_or(JsValue::NULL)?.post_message(&JsValue::from_str("use-new-version"))
}

/// How many files of the app are kept on this phone; `None` where the browser keeps none.
pub(crate) async fn stored_files() -> Option<u32> {
    let caches = web_sys::window()?.caches().ok()?;
    let names: Array = JsFuture::from(caches.keys()).await.ok()?.dyn_into().ok()?;
    let ours =
        names.iter().filter_map(|name| name.as_string()).find(|name| name.starts_with("ashar-"))?;
    let cache: web_sys::Cache = JsFuture::from(caches.open(&ours)).await.ok()?.dyn_into().ok()?;
    let files: Array = JsFuture::from(cache.keys()).await.ok()?.dyn_into().ok()?;
    Some(files.length())
}

/// The worker container. Asked by reflection, because merely touching it throws in a sandboxed frame.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    found.dyn_into().ok()
}
