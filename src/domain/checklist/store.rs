//! What is kept on the phone and what is not: the checks in this tab beside those that lie in the phone's memory, where
//! other tabs put theirs and a person may clear everything.
//!
//! Refuses: touching that memory, and what a person is being asked or told. It is told what lies in the memory, and says what
//! is to lie there.

use super::{
    assessments,
    check::Check,
    definition::Checklist,
    options::{Setup, Unsettled},
    saved::{self, Read, Unreadable},
};
use crate::domain::calendar::Day;

/// Whether what was entered is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Safety {
    /// There is nothing to keep yet.
    #[default]
    Nothing,
    /// All of it lies in the phone's memory.
    Kept,
    /// The browser refuses; it lives until the page is closed.
    Refused,
    /// A newer version of the app keeps its checks there, which this one must not touch.
    Newer,
}

/// What has become of the checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Something was erased, and can be brought back.
    Erased,
    /// The check at hand was erased in another window, and can be kept here.
    Gone,
    /// What was erased was brought back.
    Restored,
    /// A file was read: how many checks are new, how many were here already, and what was not understood.
    Read {
        /// New ones.
        new: usize,
        /// Those that were here already.
        known: usize,
        /// Where something stood that was not understood, or ids that nobody asks for.
        lost: Vec<String>,
    },
    /// A file could not be read.
    Refused(Option<Unreadable>),
}

/// What is to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EraseScope {
    /// The check with this id.
    One(String),
    /// Everything.
    All,
}

/// What came of another tab's change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// A text that could not be read, whole or in part, to be set aside.
    pub aside: Option<String>,
    /// Whether what is on the screen has changed.
    pub changed: bool,
    /// What is to be told.
    pub news: Option<News>,
}

/// The checks in this tab.
#[derive(Clone, Debug, Default)]
pub struct AssessmentStore {
    /// Every check, in the order they were begun.
    pub checks: Vec<Check>,
    /// Whether they are safe.
    pub safety: Safety,
    /// Texts that could not be read, whole or in part.
    pub aside: Option<String>,
    /// Whether a text that could not be read lies only in the phone's memory, so that keeping an answer would destroy it.
    pub only_copy: bool,
    /// What was erased and can be brought back: checks, and a text that was set aside.
    erased: (Vec<Check>, Option<String>),
    /// The id of the check at hand; empty where none is begun.
    here: String,
    /// What stands for a check that is not begun.
    blank: Check,
    /// The text in the phone's memory when it was last read or written: what differs came from another tab.
    known: Option<String>,
    /// The ids of checks that are newer here than there.
    unkept: Vec<String>,
}

impl AssessmentStore {
    /// The check with this id.
    pub fn get(&self, id: &str) -> Option<&Check> {
        assessments::find(&self.checks, id)
    }

    /// The check at hand.
    pub fn check(&self) -> &Check {
        self.get(&self.here).unwrap_or(&self.blank)
    }

    /// The id of the check at hand; empty where none is begun.
    pub fn here(&self) -> &str {
        &self.here
    }

    /// The id of the check that was answered last; empty where there is none.
    fn latest(&self) -> String {
        assessments::latest(&self.checks).map(|check| check.id.clone()).unwrap_or_default()
    }

    /// Takes up what lies in the memory at the start. `here`: the check that this tab had at hand before a reload. A text
    /// that cannot be read, whole or in part, is handed back, to be set aside.
    pub fn start(&mut self, stored: Option<String>, here: Option<String>) -> Option<String> {
        let aside = self.take_up(stored, true);
        let known = here.filter(|id| self.get(id).is_some());
        self.here = known.unwrap_or_else(|| self.latest());
        aside
    }

    /// Takes up what lies in the memory before something is changed here. What was there and is gone was cleared, and
    /// everything here stays.
    pub fn meet(&mut self, stored: Option<String>) -> Option<String> {
        if stored.is_none() && self.known.take().is_some() {
            self.unkept = self.checks.iter().map(|check| check.id.clone()).collect();
        }
        if stored.is_some() { self.take_up(stored, false) } else { None }
    }

    /// Takes up what another tab has just put into the memory, or erased there.
    pub fn follow(&mut self, stored: Option<String>) -> Followed {
        let (before, count) = (self.check().clone(), self.checks.len());
        let aside = if stored.is_none() && self.known.take().is_some() {
            self.checks.retain(|check| self.unkept.contains(&check.id));
            self.safety = if self.checks.is_empty() { Safety::Nothing } else { Safety::Refused };
            None
        } else {
            self.take_up(stored, false)
        };
        let gone = !self.here.is_empty() && self.get(&self.here).is_none();
        let changed = gone || !self.check().is_same(&before) || self.checks.len() != count;
        if gone {
            // Never another one in its place, which would take the next answer.
            self.here.clear();
            self.erased.0.push(before);
        }
        Followed { aside, changed, news: gone.then_some(News::Gone) }
    }

    fn take_up(&mut self, stored: Option<String>, starting: bool) -> Option<String> {
        if stored == self.known {
            return None;
        }
        self.known.clone_from(&stored);
        let text = stored?;
        match saved::read(&text) {
            Ok(Read { mut checks, lost }) => {
                for id in &self.unkept {
                    if let Some(check) = self.get(id) {
                        assessments::put(&mut checks, check.clone());
                    }
                }
                self.checks = checks;
                self.only_copy = false;
                if self.unkept.is_empty() {
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

    /// Changes the check at hand, begun now under this id and on this day if it is not yet.
    pub fn change(&mut self, id: &str, today: Option<Day>, change: impl FnOnce(&mut Check)) {
        let mut check = self.check().clone();
        if check.id.is_empty() {
            id.clone_into(&mut check.id);
            check.started = today;
            check.changed = today;
        }
        change(&mut check);
        self.here.clone_from(&check.id);
        self.note(&check.id);
        assessments::put(&mut self.checks, check);
    }

    fn note(&mut self, id: &str) {
        if !self.unkept.iter().any(|known| known == id) {
            self.unkept.push(id.to_owned());
        }
    }

    /// Begins a check with this setup.
    ///
    /// # Errors
    /// What must be settled before; then nothing is begun.
    pub fn begin(
        &mut self,
        id: &str,
        today: Option<Day>,
        setup: &Setup,
    ) -> Result<(), Vec<Unsettled>> {
        let faults = setup.unsettled();
        if !faults.is_empty() {
            return Err(faults);
        }
        self.here.clear();
        self.change(id, today, |check| check.setup = setup.clone());
        Ok(())
    }

    /// Takes up a check again; says whether there is one with this id.
    pub fn open(&mut self, id: &str) -> bool {
        let known = self.get(id).is_some();
        if known {
            id.clone_into(&mut self.here);
        }
        known
    }

    /// Takes checks out; they can be brought back until [`AssessmentStore::forget_erased`].
    pub fn erase(&mut self, scope: &EraseScope) -> News {
        let id = match scope {
            EraseScope::One(id) => Some(id.as_str()),
            EraseScope::All => None,
        };
        self.erased.0.extend(assessments::take(&mut self.checks, id));
        if id.is_none() {
            self.erased.1 = self.aside.take().or(self.erased.1.take());
        }
        self.unkept.retain(|id| assessments::find(&self.checks, id).is_some());
        if self.get(&self.here).is_none() {
            self.here.clear();
        }
        News::Erased
    }

    /// Whether something was erased that can be brought back.
    pub fn can_undo(&self) -> bool {
        !self.erased.0.is_empty() || self.erased.1.is_some()
    }

    /// Brings back what was erased; hands back a text that was set aside before.
    pub fn undo(&mut self) -> (News, Option<String>) {
        let (checks, aside) = std::mem::take(&mut self.erased);
        for check in checks {
            self.note(&check.id);
            if self.here.is_empty() {
                self.here.clone_from(&check.id);
            }
            assessments::put(&mut self.checks, check);
        }
        (News::Restored, aside)
    }

    /// What was erased stays so; says whether there was anything.
    pub fn forget_erased(&mut self) -> bool {
        let forgets = self.can_undo();
        self.erased = (Vec::new(), None);
        forgets
    }

    /// Takes the checks of a file, or says why not. `file`: its text, if it could be opened.
    pub fn receive(&mut self, list: &Checklist, file: Option<&str>) -> News {
        let read = file.ok_or(None).and_then(|text| saved::read(text).map_err(Some));
        match read {
            Err(why) => News::Refused(why),
            Ok(Read { mut checks, mut lost }) => {
                lost.extend(assessments::drop_strangers(&mut checks, list));
                let (mut new, mut known) = (0, 0);
                for check in checks {
                    if assessments::adopt(&mut self.checks, check) {
                        new += 1;
                        let added = self.checks.last().map(|check| check.id.clone());
                        self.note(&added.unwrap_or_default());
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

    /// Whether anything may be put into the memory.
    pub fn may_write(&self) -> bool {
        !self.only_copy && self.safety != Safety::Newer
    }

    /// What is to lie in the memory; `None` for nothing at all.
    pub fn to_write(&self) -> Option<String> {
        (!self.checks.is_empty()).then(|| saved::write(&self.checks))
    }

    /// Notes whether `text` lies in the memory now.
    pub fn written(&mut self, text: Option<String>, done: bool) {
        self.safety = match (done, &text) {
            (false, _) if self.safety == Safety::Newer => Safety::Newer,
            (false, _) => Safety::Refused,
            (true, None) => Safety::Nothing,
            (true, Some(_)) => Safety::Kept,
        };
        if done {
            self.known = text;
            self.unkept.clear();
        }
    }
}
