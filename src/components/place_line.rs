//! Where a case took place.

use crate::{
    domain::{case::CaseStudy, library::Library},
    i18n::{Messages, key},
};

/// "Talas · Talas rayon · Kok Oy" for the main place of a case.
pub(crate) fn place_line(library: &Library, messages: Messages, case: &CaseStudy) -> String {
    let Some(place) = case.places.first() else { return String::new() };
    let mut parts = vec![library.vocabulary.label(&["oblast"], &place.oblast).to_owned()];
    if let Some(rayon) = &place.rayon {
        parts.push(messages.fill(key::PLACE_RAYON, &[("name", rayon)]));
    }
    parts.extend(place.settlement.clone());
    parts.join(" · ")
}
