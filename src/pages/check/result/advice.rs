//! What to work on, how others did it, and a step for this week, month and quarter; and advice on warning signs.

use crate::{
    components::{
        link::Link,
        rich_text::{RichText, SeenTerms, use_text_renderer},
        status::{Status, StatusText},
        use_library, use_messages,
        view::each,
    },
    domain::{
        assessment::definition::{Dimension, Flag, Horizon, NextStep},
        case::{Block, CaseStudy},
        route::Route,
    },
    i18n::{Key, key},
    state::{assessments::use_assessments, render::use_render_context},
};
use leptos::prelude::*;

/// Why a weak dimension matters, which cases did it, what to read aloud, and what to do.
#[component]
pub(super) fn Advice(
    /// The dimension.
    dimension: &'static Dimension,
) -> impl IntoView {
    let (messages, corpus) = (use_messages(), &use_library().corpus);
    let cases = corpus.supporting(&dimension.id);
    let all = corpus.cases().len().to_string();
    let shared = messages.count_with(key::RESULT_SHARED, cases.len(), &[("all", &all)]);
    let cases = each(cases, |case| {
        view! { <li><Link to=Route::case(&case.slug)>{case.organisation.name.as_str()}</Link></li> }
    });
    let factors = Route::Factors { at: Some(dimension.id.clone()) };
    // Each term is explained where it stands first: the texts are made in the order of the page.
    let seen = SeenTerms::default();
    let why = use_text_renderer().explained(&dimension.why, "", &seen);
    let kept = StatusText::new();
    let [week, later @ ..] = &dimension.steps;
    let step = |horizon, step| view! { <NextStepItem horizon=horizon step=step seen=seen.clone() kept=kept/> };
    let week = step(Horizon::Week, week).into_any();
    let later = each([Horizon::Month, Horizon::Quarter].into_iter().zip(later), |(horizon, of)| {
        step(horizon, of)
    });
    let reading = each(blocks(&dimension.read), |(case, block)| {
        let text = use_text_renderer().explained(&block.text, "", &seen);
        view! {
            <li>
                <Link to=Route::block(&case.slug, &block.id)>{case.organisation.name.as_str()}</Link>
                <p><RichText html=text/></p>
            </li>
        }
    });
    view! {
        <section class="advice">
            <h3>{dimension.label.as_str()}</h3>
            <p><RichText html=why/></p>
            <details class="long">
                <summary>{shared}</summary>
                <ul class="tags tags--links">{cases}</ul>
                <p><Link to=factors>{messages.text(key::RESULT_FACTORS)}</Link></p>
            </details>
            {week}
            <details class="later" open=use_render_context().wide>
                <summary>{messages.text(key::RESULT_LATER)}</summary>
                {later}
            </details>
            <Status text=kept class="advice__kept"/>
            <p class="advice__read long">{messages.text(key::RESULT_READ)}</p>
            <ul class="reading long">{reading}</ul>
        </section>
    }
}

/// The blocks that references of the questionnaire name, each with its case.
fn blocks(references: &'static [String]) -> Vec<(&'static CaseStudy, &'static Block)> {
    let corpus = &use_library().corpus;
    references.iter().filter_map(|reference| corpus.block(reference)).collect()
}

/// One step: what, who on which side, who did it before, and the way into the plan.
#[component]
fn NextStepItem(
    /// How far ahead it looks.
    horizon: Horizon,
    /// What is to be done.
    step: &'static NextStep,
    /// The terms that are explained already in the advice.
    seen: SeenTerms,
    /// Says what came of putting it into the plan.
    kept: StatusText,
) -> impl IntoView {
    let (messages, texts, check) = (use_messages(), use_text_renderer(), use_assessments());
    let label = match horizon {
        Horizon::Week => key::RESULT_WEEK,
        Horizon::Month => key::RESULT_MONTH,
        Horizon::Quarter => key::RESULT_QUARTER,
    };
    let text = texts.explained(&step.text, "", &seen);
    let sides: [(Key, &str); 2] =
        [(key::STRIDE_GROUP, &step.by_group), (key::STRIDE_OFFICE, &step.by_office)];
    let sides = each(sides, |(who, what)| {
        let what = texts.explained(what, "", &seen);
        view! { <li><strong>{messages.text(who)}</strong> " " <RichText html=what/></li> }
    });
    let reading = each(blocks(&step.read), |(case, block)| {
        let label = messages.fill(key::STRIDE_READ, &[("name", &case.organisation.name)]);
        view! { <Link to=Route::block(&case.slug, &block.id)>{label}</Link> " " }
    });
    let keep = move |_| {
        let mut is_kept = false;
        check.change(|check| is_kept = check.plan(&step.text));
        kept.say(messages.text(if is_kept { key::STRIDE_KEPT } else { key::STRIDE_FULL }));
    };
    view! {
        <div class="stride">
            <p><strong>{messages.text(label)}</strong> " " <RichText html=text/></p>
            <ul class="stride__sides">{sides}</ul>
            <p class="stride__ways long">
                {reading}
                <button class="button button--small" type="button" on:click=keep>
                    {messages.text(key::STRIDE_KEEP)}
                    <span class="unseen">" " {step.text.as_str()}</span>
                </button>
            </p>
        </div>
    }
}

/// Advice on a warning sign that is there, with who tells of it.
#[component]
pub(super) fn FlagAdvice(
    /// The warning sign.
    flag: &'static Flag,
) -> impl IntoView {
    let reading = each(blocks(&flag.read), |(case, block)| {
        let text = use_text_renderer().explained(&block.text, "", &SeenTerms::default());
        view! {
            <p>
                <Link to=Route::block(&case.slug, &block.id)>{case.organisation.name.as_str()}</Link>
                ": "
                <RichText html=text/>
            </p>
        }
    });
    view! {
        <div class="notice notice--advice">
            <p><strong>{flag.text.as_str()}</strong></p>
            <p>{flag.advice.as_str()}</p>
            {reading}
        </div>
    }
}
