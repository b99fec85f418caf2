//! The assessments in this tab, merged with those in the browser's storage, which other tabs write as well and a person may
//! clear at any time.
//!
//! Refuses: reading and writing storage, and what a person is being asked or told. It is given what is stored, and says what
//! is to be stored.

use super::{
    assessment::Assessment,
    assessment_list,
    definition::Checklist,
    options::{Setup, ValidationError},
    saved::{self, Read, Unreadable},
};
use crate::domain::calendar::Day;

/// Whether what was entered is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Safety {
    /// There is nothing to keep yet.
    #[default]
    Nothing,
    /// All of it is stored.
    Kept,
    /// The browser refuses to store it; it lives until the page is closed.
    Refused,
    /// A newer version of the app has stored its own, which this one must not overwrite.
    Newer,
}

/// What has become of the assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Something was erased, and can be brought back.
    Erased,
    /// The current assessment was erased in another tab, and can be kept here.
    Gone,
    /// What was erased was brought back.
    Restored,
    /// A file was read.
    Read {
        /// How many of its assessments are new.
        new: usize,
        /// How many were here already.
        known: usize,
        /// The paths of what was not understood, and the ids of what the questionnaire does not ask.
        lost: Vec<String>,
    },
    /// A file could not be read.
    Refused(Option<Unreadable>),
}

/// What is to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EraseScope {
    /// The assessment with this id.
    One(String),
    /// Everything.
    All,
}

/// What came of another tab's change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExternalChange {
    /// A text that could not be read, whole or in part, to be quarantined.
    pub unreadable: Option<String>,
    /// Whether what a screen shows has changed.
    pub changed: bool,
    /// What is to be told.
    pub news: Option<News>,
}

/// The assessments in this tab, and what is known of storage.
#[derive(Clone, Debug, Default)]
pub struct AssessmentStore {
    /// All of them, in the order in which they were begun.
    pub assessments: Vec<Assessment>,
    /// Whether they are safe.
    pub safety: Safety,
    /// Texts that could not be read, whole or in part.
    pub quarantine: Option<String>,
    /// Whether a text that could not be read could not be quarantined either, so that overwriting storage would destroy it.
    pub quarantine_failed: bool,
    /// What was erased and can be brought back: assessments, and quarantined text.
    erased: (Vec<Assessment>, Option<String>),
    /// The id of the current assessment; empty where none is begun.
    here: String,
    /// Stands for the current assessment where none is begun.
    blank: Assessment,
    /// The text in storage when it was last read or written; a different one comes from another tab.
    last_stored: Option<String>,
    /// The ids of assessments with changes that are not stored.
    dirty: Vec<String>,
}

impl AssessmentStore {
    /// The assessment with this id.
    pub fn get(&self, id: &str) -> Option<&Assessment> {
        assessment_list::find(&self.assessments, id)
    }

    /// The current assessment; an empty one where none is begun.
    pub fn current(&self) -> &Assessment {
        self.get(&self.here).unwrap_or(&self.blank)
    }

    /// The id of the current assessment; empty where none is begun.
    pub fn here(&self) -> &str {
        &self.here
    }

    /// The id of the assessment that was answered last; empty where there is none.
    fn latest(&self) -> String {
        assessment_list::latest(&self.assessments)
            .map(|assessment| assessment.id.clone())
            .unwrap_or_default()
    }

    /// Loads what is stored when the app starts. `here`: the id of the assessment that was current before a reload. Returns a
    /// text that cannot be read, whole or in part, to be quarantined.
    pub fn start(&mut self, stored: Option<String>, here: Option<String>) -> Option<String> {
        let unreadable = self.merge(stored, true);
        let known = here.filter(|id| self.get(id).is_some());
        self.here = known.unwrap_or_else(|| self.latest());
        unreadable
    }

    /// Merges what is stored, before something is changed here. Where storage was cleared, everything here stays. Returns a
    /// text to be quarantined.
    pub fn merge_before_write(&mut self, stored: Option<String>) -> Option<String> {
        if stored.is_none() && self.last_stored.take().is_some() {
            self.dirty = self.assessments.iter().map(|assessment| assessment.id.clone()).collect();
        }
        if stored.is_some() { self.merge(stored, false) } else { None }
    }

    /// Merges what another tab has just stored or erased.
    pub fn merge_external_change(&mut self, stored: Option<String>) -> ExternalChange {
        let (before, count) = (self.current().clone(), self.assessments.len());
        let unreadable = if stored.is_none() && self.last_stored.take().is_some() {
            self.assessments.retain(|assessment| self.dirty.contains(&assessment.id));
            self.safety =
                if self.assessments.is_empty() { Safety::Nothing } else { Safety::Refused };
            None
        } else {
            self.merge(stored, false)
        };
        let gone = !self.here.is_empty() && self.get(&self.here).is_none();
        let changed = gone || !self.current().is_same(&before) || self.assessments.len() != count;
        if gone {
            // Never another one in its place, which would take the next answer.
            self.here.clear();
            self.erased.0.push(before);
        }
        ExternalChange { unreadable, changed, news: gone.then_some(News::Gone) }
    }

    /// Takes up a text from storage; assessments with changes that are not stored stay as they are here. `starting`: whether
    /// the app starts. Returns a text to be quarantined.
    fn merge(&mut self, stored: Option<String>, starting: bool) -> Option<String> {
        if stored == self.last_stored {
            return None;
        }
        self.last_stored.clone_from(&stored);
        let text = stored?;
        match saved::read(&text) {
            Ok(Read { mut assessments, lost }) => {
                for id in &self.dirty {
                    if let Some(assessment) = self.get(id) {
                        assessment_list::put(&mut assessments, assessment.clone());
                    }
                }
                self.assessments = assessments;
                self.quarantine_failed = false;
                if self.dirty.is_empty() {
                    self.safety = Safety::Kept;
                }
                (!lost.is_empty()).then_some(text)
            }
            Err(Unreadable::Newer) if !starting => {
                self.safety = Safety::Newer;
                None
            }
            Err(_) => Some(text),
        }
    }

    /// Changes the current assessment; where none is begun, one is, under this id and on this day.
    pub fn change(&mut self, id: &str, today: Option<Day>, change: impl FnOnce(&mut Assessment)) {
        let mut assessment = self.current().clone();
        if assessment.id.is_empty() {
            id.clone_into(&mut assessment.id);
            assessment.started = today;
            assessment.changed = today;
        }
        change(&mut assessment);
        self.here.clone_from(&assessment.id);
        self.mark_dirty(&assessment.id);
        assessment_list::put(&mut self.assessments, assessment);
    }

    fn mark_dirty(&mut self, id: &str) {
        if !self.dirty.iter().any(|known| known == id) {
            self.dirty.push(id.to_owned());
        }
    }

    /// Begins an assessment with this setup.
    ///
    /// # Errors
    /// What is missing in the setup; then nothing is begun.
    pub fn begin(
        &mut self,
        id: &str,
        today: Option<Day>,
        setup: &Setup,
    ) -> Result<(), Vec<ValidationError>> {
        let faults = setup.validate();
        if !faults.is_empty() {
            return Err(faults);
        }
        self.here.clear();
        self.change(id, today, |assessment| assessment.setup = setup.clone());
        Ok(())
    }

    /// Makes an assessment the current one; returns whether there is one with this id.
    pub fn open(&mut self, id: &str) -> bool {
        let known = self.get(id).is_some();
        if known {
            id.clone_into(&mut self.here);
        }
        known
    }

    /// Erases; [`AssessmentStore::undo`] brings it back until [`AssessmentStore::forget_erased`].
    pub fn erase(&mut self, scope: &EraseScope) -> News {
        let id = match scope {
            EraseScope::One(id) => Some(id.as_str()),
            EraseScope::All => None,
        };
        self.erased.0.extend(assessment_list::take(&mut self.assessments, id));
        if id.is_none() {
            self.erased.1 = self.quarantine.take().or(self.erased.1.take());
        }
        self.dirty.retain(|id| assessment_list::find(&self.assessments, id).is_some());
        if self.get(&self.here).is_none() {
            self.here.clear();
        }
        News::Erased
    }

    /// Whether something was erased that can be brought back.
    pub fn can_undo(&self) -> bool {
        !self.erased.0.is_empty() || self.erased.1.is_some()
    }

    /// Brings back what was erased; returns the text that was quarantined before.
    pub fn undo(&mut self) -> (News, Option<String>) {
        let (assessments, quarantine) = std::mem::take(&mut self.erased);
        for assessment in assessments {
            self.mark_dirty(&assessment.id);
            if self.here.is_empty() {
                self.here.clone_from(&assessment.id);
            }
            assessment_list::put(&mut self.assessments, assessment);
        }
        (News::Restored, quarantine)
    }

    /// Makes erasing final; returns whether there was anything to bring back.
    pub fn forget_erased(&mut self) -> bool {
        let forgets = self.can_undo();
        self.erased = (Vec::new(), None);
        forgets
    }

    /// Adds the assessments of a file, or says why not. `file`: its text, if it could be opened.
    pub fn receive(&mut self, list: &Checklist, file: Option<&str>) -> News {
        let read = file.ok_or(None).and_then(|text| saved::read(text).map_err(Some));
        match read {
            Err(why) => News::Refused(why),
            Ok(Read { mut assessments, mut lost }) => {
                lost.extend(assessment_list::drop_strangers(&mut assessments, list));
                let (mut new, mut known) = (0, 0);
                for assessment in assessments {
                    if assessment_list::adopt(&mut self.assessments, assessment) {
                        new += 1;
                        let added = self.assessments.last().map(|assessment| assessment.id.clone());
                        self.mark_dirty(&added.unwrap_or_default());
                    } else {
                        known += 1;
                    }
                }
                if self.here.is_empty() {
                    self.here = self.latest();
                }
                News::Read { new, known, lost }
            }
        }
    }

    /// Whether storage may be overwritten.
    pub fn may_write(&self) -> bool {
        !self.quarantine_failed && self.safety != Safety::Newer
    }

    /// The text to be stored; `None` for nothing at all.
    pub fn to_write(&self) -> Option<String> {
        (!self.assessments.is_empty()).then(|| saved::write(&self.assessments))
    }

    /// Records that `text` was to be stored, and whether it was.
    pub fn written(&mut self, text: Option<String>, done: bool) {
        self.safety = match (done, &text) {
            (false, _) if self.safety == Safety::Newer => Safety::Newer,
            (false, _) => Safety::Refused,
            (true, None) => Safety::Nothing,
            (true, Some(_)) => Safety::Kept,
        };
        if done {
            self.last_stored = text;
            self.dirty.clear();
        }
    }
}
