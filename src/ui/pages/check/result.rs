//! What the answers say: one sentence, what to work on and how others did it, what is strong, and the
//! whole as a table.

use super::{erase, judgement, keeping};
use crate::{
    domain::{
        checklist::{
            definition::{Dimension, Flag},
            outcome::{ENOUGH, Outcome, Overall, Standing},
        },
        route::{Route, Step},
        words::key,
    },
    state::app::{App, app},
    ui::parts::{heading, link},
};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let app = app();
    view! {
        <section class="page check result">
            {heading(key::RESULT_TITLE.text())}
            {move || warnings(app)}
            {move || {
                let list = &app.library.checklist;
                let (outcome, answered) = app
                    .check
                    .answers
                    .with(|answers| (Outcome::of(list, answers), answers.answered(list)));
                if answered == 0 { empty().into_any() } else { body(app, &outcome, answered).into_any() }
            }}
            <p class="notice notice--privacy">{key::CHECK_PRIVACY.text()}</p>
            {keeping()}
            {erase()}
        </section>
    }
}

/// Advice on the warning signs, before anything else and whether or not there is a result.
fn warnings(app: App) -> Option<impl IntoView> {
    let raised: Vec<&'static Flag> = app.check.answers.with(|answers| {
        let flags = app.library.checklist.flags.iter();
        flags.filter(|flag| answers.flags.get(&flag.id) == Some(&true)).collect()
    });
    (!raised.is_empty()).then(|| {
        let advice = raised.into_iter().map(|flag| {
            view! {
                <div class="notice notice--advice">
                    <p><strong>{flag.text.clone()}</strong></p>
                    <p>{flag.advice.clone()}</p>
                </div>
            }
        });
        view! { <h2>{key::RESULT_FLAGS.text()}</h2> {advice.collect_view()} }
    })
}

fn empty() -> impl IntoView {
    view! {
        <p>{key::RESULT_EMPTY.text()}</p>
        <p class="actions">
            <a class="button button--go" href=Route::Check(Step::Question(1)).address()>
                {key::CHECK_BEGIN.text()}
            </a>
        </p>
    }
}

fn body(app: App, outcome: &Outcome, answered: usize) -> impl IntoView + use<> {
    let list = &app.library.checklist;
    let find = |ids: Vec<&str>| -> Vec<&'static Dimension> {
        ids.into_iter().filter_map(|id| list.dimension(id)).collect()
    };
    let (work_on, strengths) = (find(outcome.work_on()), find(outcome.strengths()));
    let unknown = find(outcome.find_out());
    let all = list.quick().count();
    let open = (answered < all).then(|| {
        let text =
            key::RESULT_OPEN.with(&[("n", &answered.to_string()), ("all", &all.to_string())]);
        view! { <p>{text}" "{link(&Route::Check(Step::Review), key::RESULT_TO_REVIEW.text())}</p> }
    });
    view! {
        {verdict(app, outcome)}
        {open}
        {(!work_on.is_empty()).then(|| view! {
            <h2>{key::RESULT_WORK_ON.text()}</h2>
            {work_on.into_iter().map(|dimension| advice(app, dimension)).collect_view()}
        })}
        {(!strengths.is_empty()).then(|| view! {
            <h2>{key::RESULT_STRENGTHS.text()}</h2>
            <ul class="points">
                {strengths.into_iter().map(|dimension| view! { <li>{dimension.label.clone()}</li> }).collect_view()}
            </ul>
        })}
        {(!unknown.is_empty()).then(|| view! {
            <h2>{key::RESULT_FIND_OUT.text()}</h2>
            <p>{key::RESULT_FIND_OUT_TEXT.text()}</p>
            <ul class="points">
                {unknown.into_iter().map(|dimension| view! { <li>{dimension.label.clone()}</li> }).collect_view()}
            </ul>
        })}
        {table(app, outcome)}
        {judgement()}
    }
}

/// The overall band in words, with the cap where it lowered it.
fn verdict(app: App, outcome: &Outcome) -> impl IntoView + use<> {
    let list = &app.library.checklist;
    let label = |id: &String| list.dimension(id).map_or("", |dimension| dimension.label.as_str());
    let weak: Vec<String> =
        outcome.weak_links.iter().map(|id| key::QUOTED.with(&[("text", label(id))])).collect();
    let cap = outcome.capped.then(|| {
        let text =
            key::RESULT_CAP.with(weak.len(), &[("dimensions", &weak.join(key::LIST_AND.text()))]);
        view! { <p class="verdict__cap">{text}</p> }
    });
    let band = outcome.overall.map(Overall::id);
    let named = list.overall.iter().find(|named| Some(named.id.as_str()) == band);
    let text = if let Some(named) = named {
        view! {
            <p class="verdict__band">{named.label.clone()}</p>
            <p>{named.text.clone()}</p>
        }
        .into_any()
    } else {
        let (least, all) = (ENOUGH.to_string(), list.dimensions.len().to_string());
        view! { <p>{key::RESULT_NOT_ENOUGH.with(&[("least", &least), ("all", &all)])}</p> }
            .into_any()
    };
    view! { <div class="verdict">{text}{cap}</div> }
}

/// Why a weak dimension matters, how many cases did it, what to read, and a step for this week.
fn advice(app: App, dimension: &'static Dimension) -> impl IntoView {
    let library = app.library;
    let count = library.corpus.supporting(&dimension.id).len();
    let all = library.corpus.cases().len().to_string();
    let read = dimension.read.iter().filter_map(|reference| {
        let (case, block) = library.corpus.block(reference)?;
        Some(view! {
            <li>
                <a href=Route::block(&case.slug, &block.id).address()>{case.organisation.name.clone()}</a>
                <p>{block.text.clone()}</p>
            </li>
        })
    });
    let read = read.collect_view();
    view! {
        <section class="advice">
            <h3>{dimension.label.clone()}</h3>
            <p>{dimension.why.clone()}" "{key::RESULT_SHARED.with(count, &[("all", &all)])}</p>
            <p class="advice__week"><strong>{key::RESULT_WEEK.text()}</strong>" "{dimension.week.clone()}</p>
            <p class="advice__read">{key::RESULT_READ.text()}</p>
            <ul class="reading">{read}</ul>
        </section>
    }
}

/// Every dimension with its band in words; the bar beside the word only repeats it.
fn table(app: App, outcome: &Outcome) -> impl IntoView + use<> {
    let list = &app.library.checklist;
    let rows = list.dimensions.iter().zip(&outcome.standings).map(|(dimension, (_, standing))| {
        let band = standing.band();
        let (word, class) = match (standing, band) {
            (Standing::Open, _) => (key::STANDING_OPEN.text(), "none"),
            (Standing::LeftOut, _) => (key::STANDING_LEFT_OUT.text(), "none"),
            (Standing::Unknown, _) | (_, None) => (key::STANDING_UNKNOWN.text(), "none"),
            (_, Some(band)) => {
                let named = list.bands.iter().find(|named| named.id == band.id());
                (named.map_or("", |named| named.label.as_str()), band.id())
            }
        };
        view! {
            <tr>
                <th scope="row">{dimension.label.clone()}</th>
                <td class=format!("band band--{class}")><span>{word}</span></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <h2>{key::RESULT_ALL.text()}</h2>
        <table class="bands">
            <thead><tr>
                <th scope="col">{key::RESULT_COLUMN_DIMENSION.text()}</th>
                <th scope="col">{key::RESULT_COLUMN_BAND.text()}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
