//! What is kept on the phone and what is not: the checks in this tab beside those that lie in the phone's memory, where
//! other tabs put theirs and a person may clear everything.
//!
//! Refuses: touching that memory. It is told what lies there, and says what is to lie there.

use super::{
    check::{Check, Setup, Unsettled},
    definition::Checklist,
    saved::{self, Read, Unreadable},
    shelf::Shelf,
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

/// What has just become of the checks; said once, on their page.
#[derive(Clone, Debug, Default)]
pub enum News {
    /// Nothing.
    #[default]
    Nothing,
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

/// What a person is asked about erasing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// The check with this id.
    One(String),
    /// Everything.
    All,
}

/// The checks in this tab.
#[derive(Clone, Debug, Default)]
pub struct Keeper {
    /// Every check.
    pub shelf: Shelf,
    /// Whether they are safe.
    pub safety: Safety,
    /// Texts that could not be read, whole or in part.
    pub aside: Option<String>,
    /// What is filled in for a check that is about to begin.
    pub draft: Setup,
    /// What was missing when the person wanted to go on.
    pub faults: Vec<Unsettled>,
    /// What the person is asked about erasing.
    pub asking: Option<Asking>,
    /// What has just happened.
    pub news: News,
    /// What was erased since the page was opened, and a text that was set aside.
    pub erased: (Vec<Check>, Option<String>),
    /// The id of the check that the result is compared with.
    pub beside: Option<String>,
    /// Whether a text that could not be read lies only in the phone's memory, so that keeping an answer would destroy it.
    pub only_copy: bool,
    /// The id of the check at hand; empty where none is begun.
    here: String,
    /// What stands for a check that is not begun.
    blank: Check,
    /// The text in the phone's memory when it was last read or written: what differs came from another tab.
    known: Option<String>,
    /// The ids of checks that are newer here than there.
    unkept: Vec<String>,
}

impl Keeper {
    /// The check at hand.
    pub fn check(&self) -> &Check {
        self.shelf.get(&self.here).unwrap_or(&self.blank)
    }

    /// The id of the check at hand; empty where none is begun.
    pub fn here(&self) -> &str {
        &self.here
    }

    /// Takes up what lies in the memory at the start. `here`: the check that this tab had at hand before a reload. A text
    /// that cannot be read, whole or in part, is handed back, to be set aside.
    pub fn start(&mut self, stored: Option<String>, here: Option<String>) -> Option<String> {
        let aside = self.take_up(stored, true);
        let known = here.filter(|id| self.shelf.get(id).is_some());
        let latest = || self.shelf.latest().map(|check| check.id.clone());
        self.here = known.or_else(latest).unwrap_or_default();
        aside
    }

    /// Takes up what lies in the memory before something is changed here. What was there and is gone was cleared, and
    /// everything here stays.
    pub fn meet(&mut self, stored: Option<String>) -> Option<String> {
        if stored.is_none() && self.known.take().is_some() {
            self.unkept = self.shelf.0.iter().map(|check| check.id.clone()).collect();
        }
        if stored.is_some() { self.take_up(stored, false) } else { None }
    }

    /// Takes up what another tab has just put into the memory, or erased there. Says what is to be set aside, and whether
    /// what is on the screen has changed.
    pub fn follow(&mut self, stored: Option<String>) -> (Option<String>, bool) {
        let before = (self.check().clone(), self.shelf.0.len());
        let aside = if stored.is_none() && self.known.take().is_some() {
            let unkept = std::mem::take(&mut self.unkept);
            self.shelf.0.retain(|check| unkept.contains(&check.id));
            self.unkept = unkept;
            self.safety = if self.shelf.0.is_empty() { Safety::Nothing } else { Safety::Refused };
            None
        } else {
            self.take_up(stored, false)
        };
        let (check, count) = before;
        let gone = !self.here.is_empty() && self.shelf.get(&self.here).is_none();
        let changed = gone || !self.check().is_same(&check) || self.shelf.0.len() != count;
        if changed {
            self.asking = None;
        }
        if gone {
            // Never another one in its place, which would take the next answer.
            self.here.clear();
            self.erased.0.push(check);
            self.news = News::Gone;
        }
        (aside, changed)
    }

    fn take_up(&mut self, stored: Option<String>, starting: bool) -> Option<String> {
        if stored == self.known {
            return None;
        }
        self.known.clone_from(&stored);
        let text = stored?;
        match saved::read(&text) {
            Ok(Read { mut shelf, lost }) => {
                for id in &self.unkept {
                    if let Some(check) = self.shelf.get(id) {
                        shelf.put(check.clone());
                    }
                }
                self.shelf = shelf;
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
        self.shelf.put(check);
    }

    fn note(&mut self, id: &str) {
        if !self.unkept.iter().any(|known| known == id) {
            self.unkept.push(id.to_owned());
        }
    }

    /// Begins a check as it was settled, if all is settled that must be; says whether it was.
    pub fn begin(&mut self, id: &str, today: Option<Day>) -> bool {
        self.faults = self.draft.unsettled();
        let settled = self.faults.is_empty();
        if settled {
            let setup = std::mem::take(&mut self.draft);
            self.here.clear();
            self.change(id, today, |check| check.setup = setup);
        }
        settled
    }

    /// Takes up a check again.
    pub fn open(&mut self, id: &str) {
        if self.shelf.get(id).is_some() {
            id.clone_into(&mut self.here);
            self.beside = None;
        }
    }

    /// Takes checks off the shelf; they can be brought back until the page is left.
    pub fn erase(&mut self, what: &Asking) {
        let id = match what {
            Asking::One(id) => Some(id.as_str()),
            Asking::All => None,
        };
        self.erased.0.extend(self.shelf.take(id));
        if id.is_none() {
            self.erased.1 = self.aside.take().or(self.erased.1.take());
        }
        self.unkept.retain(|id| self.shelf.get(id).is_some());
        if self.shelf.get(&self.here).is_none() {
            self.here.clear();
        }
        self.asking = None;
        self.news = News::Erased;
    }

    /// Brings back what was erased; hands back a text that was set aside before.
    pub fn undo(&mut self) -> Option<String> {
        let (checks, aside) = std::mem::take(&mut self.erased);
        for check in checks {
            self.note(&check.id);
            if self.here.is_empty() {
                self.here.clone_from(&check.id);
            }
            self.shelf.put(check);
        }
        self.news = News::Restored;
        aside
    }

    /// Takes the checks of a file, or says why not.
    pub fn receive(&mut self, list: &Checklist, file: Option<&str>) {
        let read = file.ok_or(None).and_then(|text| saved::read(text).map_err(Some));
        self.news = match read {
            Err(why) => News::Refused(why),
            Ok(Read { mut shelf, mut lost }) => {
                lost.extend(shelf.drop_strangers(list));
                let (mut new, mut known) = (0, 0);
                for check in shelf.0 {
                    if self.shelf.adopt(check) {
                        new += 1;
                        let added = self.shelf.0.last().map(|check| check.id.clone());
                        self.note(&added.unwrap_or_default());
                    } else {
                        known += 1;
                    }
                }
                if self.here.is_empty() {
                    let latest = self.shelf.latest().map(|check| check.id.clone());
                    self.here = latest.unwrap_or_default();
                }
                News::Read { new, known, lost }
            }
        };
    }

    /// Whether anything may be put into the memory.
    pub fn may_write(&self) -> bool {
        !self.only_copy && self.safety != Safety::Newer
    }

    /// What is to lie in the memory; `None` for nothing at all.
    pub fn to_write(&self) -> Option<String> {
        (!self.shelf.0.is_empty()).then(|| saved::write(&self.shelf.0))
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

    /// What was said once is not said again, and what was erased stays so, once the page is left. Says whether there was
    /// anything of it.
    pub fn leave(&mut self) -> bool {
        let lingers = !matches!(self.news, News::Nothing)
            || self.asking.is_some()
            || !self.faults.is_empty()
            || !self.erased.0.is_empty();
        if lingers {
            self.news = News::Nothing;
            self.asking = None;
            self.faults.clear();
            self.erased = (Vec::new(), None);
        }
        lingers
    }
}
