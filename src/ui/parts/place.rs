//! Where a case took place, in one line.

use crate::{
    domain::{case::CaseStudy, words::key},
    state::app::app,
};

/// "Talas · Talas rayon · Kok Oy" for the main place of a case.
pub(crate) fn line(case: &CaseStudy) -> String {
    let Some(place) = case.places.first() else { return String::new() };
    let mut parts = vec![app().library.vocabulary.label(&["oblast"], &place.oblast).to_owned()];
    if let Some(rayon) = &place.rayon {
        parts.push(key::PLACE_RAYON.with(&[("name", rayon)]));
    }
    parts.extend(place.settlement.clone());
    parts.join(" · ")
}
