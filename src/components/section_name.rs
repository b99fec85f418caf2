//! What the sections of a case are called.

use crate::{
    domain::case::Section,
    i18n::{Key, key},
};

/// The heading under which the blocks of a section stand; editor's notes have none of their own.
pub(crate) fn section_name(section: Section) -> Option<Key> {
    Some(match section {
        Section::Situation => key::CASE_SITUATION,
        Section::Steps => key::CASE_STEPS,
        Section::Contributions => key::CASE_CONTRIBUTIONS,
        Section::Funders => key::CASE_FUNDERS,
        Section::Obstacles => key::CASE_OBSTACLES,
        Section::Results => key::CASE_RESULTS,
        Section::Voices => key::CASE_VOICES,
        Section::Factors => key::CASE_FACTORS,
        Section::Lessons => key::CASE_LESSONS,
        Section::Lasts => key::CASE_LASTS,
        Section::Partners => key::CASE_PARTNERS,
        Section::Agreements => key::CASE_AGREEMENTS,
        Section::Instruments => key::CASE_INSTRUMENTS,
        Section::Related => key::CASE_RELATED,
        Section::Notes => return None,
    })
}
