//! The readiness check as it is being answered: kept on the phone at every tap.

use crate::{
    domain::{
        checklist::{
            answers::Answer,
            check::{Check as Sheet, News, Setup, Shelf, Unsettled},
            definition::Checklist,
        },
        saved::{self, Read},
    },
    effects::{clock, storage},
};
use leptos::prelude::*;

/// Whether the answers are safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// There is nothing to keep yet.
    Nothing,
    /// Kept on this phone.
    Kept,
    /// The browser refuses; they live until the page is closed.
    Refused,
}

/// What the check holds.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    /// Every check on this phone.
    pub(crate) shelf: Shelf,
    /// The one at hand in this tab; without an id it is not begun.
    pub(crate) check: Sheet,
    /// Whether it is safe.
    pub(crate) keeping: Keeping,
    /// Texts of earlier visits that could not be read, whole or in part.
    pub(crate) set_aside: Option<String>,
    /// What is filled in for a check that is about to begin.
    pub(crate) draft: Setup,
    /// What was missing when the person wanted to go on.
    pub(crate) faults: Vec<Unsettled>,
    /// What the person is asked about erasing: the id of a check, or empty for everything.
    pub(crate) asking: Option<String>,
    /// What has just happened to the checks.
    pub(crate) news: News,
    /// The check that the result is compared with.
    pub(crate) beside: Option<String>,
    /// The text that stood where the checks are kept when it was last read or written: what differs came from another tab.
    known: String,
    /// Whether a text that could not be read lies only where the checks are kept, so that keeping an answer would
    /// destroy it.
    only_copy: bool,
}

/// Handles to the check.
#[derive(Clone, Copy)]
pub(crate) struct Check {
    /// What it holds; one signal, because every type of signal weighs a kilobyte on a phone.
    pub(crate) held: RwSignal<Held>,
    /// How often something came from elsewhere, such as another tab, so that what is on the screen must be drawn anew.
    pub(crate) elsewhere: RwSignal<usize>,
}

impl Check {
    /// Picks up what an earlier visit kept. What cannot be read is put beside, never thrown away.
    pub(crate) fn restore() -> Self {
        let mut held = Held {
            shelf: Shelf::default(),
            check: Sheet::default(),
            keeping: Keeping::Nothing,
            set_aside: storage::read(saved::SET_ASIDE).ok().flatten(),
            draft: Setup::default(),
            faults: Vec::new(),
            asking: None,
            news: News::Nothing,
            beside: None,
            known: String::new(),
            only_copy: false,
        };
        match storage::read(saved::KEY) {
            Err(storage::Refused) => held.keeping = Keeping::Refused,
            Ok(None) => {}
            Ok(Some(text)) => held.take_up(text),
        }
        held.check = held.shelf.latest().cloned().unwrap_or_default();
        Self { held: RwSignal::new(held), elsewhere: RwSignal::new(0) }
    }

    /// Takes up what another tab has answered or erased meanwhile.
    pub(crate) fn follow(self) {
        let before = self.held.get_untracked();
        let mut held = before.clone();
        match storage::read(saved::KEY) {
            Ok(Some(text)) => held.take_up(text),
            Ok(None) if held.keeping == Keeping::Kept => {
                held.shelf = Shelf::default();
                held.keeping = Keeping::Nothing;
            }
            Ok(None) | Err(storage::Refused) => {}
        }
        // Erased there is erased here.
        if !held.check.id.is_empty() && held.shelf.get(&held.check.id).is_none() {
            held.check = held.shelf.latest().cloned().unwrap_or_default();
        }
        let new = before.shelf != held.shelf || before.check != held.check;
        if new || before.keeping != held.keeping {
            if new {
                held.asking = None;
            }
            self.held.set(held);
        }
        if new {
            self.redraw();
        }
    }

    /// Draws screens anew that otherwise stay as the browser has them.
    pub(crate) fn redraw(self) {
        self.elsewhere.update(|times| *times += 1);
    }

    /// Takes an answer and keeps it.
    pub(crate) fn answer(self, item: &str, answer: Answer) {
        self.change(|check| {
            check.answers.items.put(item.to_owned(), answer);
        });
    }

    /// Changes the check at hand and keeps it.
    pub(crate) fn change(self, change: impl FnOnce(&mut Sheet)) {
        self.keep(|held| {
            change(&mut held.check);
            held.check.changed = clock::today().or(held.check.changed);
            held.put();
        });
    }

    /// Notes where the person is, so that they can go on there. What is not begun is nowhere.
    pub(crate) fn visit(self, place: &str) {
        if self.held.with_untracked(|held| !held.check.id.is_empty() && held.check.at != place) {
            self.keep(|held| {
                place.clone_into(&mut held.check.at);
                held.put();
            });
        }
    }

    /// Begins a check as it was settled, if all is settled that must be; says whether it was.
    pub(crate) fn begin(self) -> bool {
        let faults = self.held.with_untracked(|held| held.draft.unsettled());
        let settled = faults.is_empty();
        if settled {
            self.keep(|held| {
                held.check = Sheet {
                    setup: std::mem::take(&mut held.draft),
                    changed: clock::today(),
                    ..Sheet::default()
                };
                held.put();
            });
        }
        self.held.update(|held| held.faults = faults);
        settled
    }

    /// Takes up a check again.
    pub(crate) fn open(self, id: &str) {
        self.held.update(|held| {
            if let Some(check) = held.shelf.get(id) {
                held.check = check.clone();
                held.beside = None;
            }
        });
    }

    /// Does something to what is held, with what other tabs have kept since in it, and keeps it.
    fn keep(self, act: impl FnOnce(&mut Held)) {
        self.held.update(|held| {
            if let Ok(Some(text)) = storage::read(saved::KEY) {
                held.take_up(text);
            }
            act(held);
            held.write();
        });
    }

    /// Takes a check off this phone, or everything for an empty id. It can be brought back until the page is left.
    pub(crate) fn erase(self, id: &str) {
        self.keep(|held| {
            held.asking = None;
            let everything = id.is_empty();
            let taken = held.shelf.take(Some(id).filter(|_| !everything));
            let text = if everything { held.set_aside.take() } else { None };
            if everything {
                held.only_copy = false;
            }
            if held.shelf.get(&held.check.id).is_none() {
                held.check = held.shelf.latest().cloned().unwrap_or_default();
            }
            held.news = News::Erased(taken, text);
        });
    }

    /// Brings back what was erased.
    pub(crate) fn undo(self) {
        self.keep(|held| {
            let News::Erased(checks, text) = std::mem::replace(&mut held.news, News::Restored)
            else {
                return;
            };
            for check in checks {
                held.shelf.put(check);
            }
            held.check = held.shelf.latest().cloned().unwrap_or_default();
            if let Some(text) = text {
                held.put_aside(text);
            }
        });
    }

    /// Takes the checks of a file, or says why not.
    pub(crate) fn receive(self, list: &Checklist, file: Option<&str>) {
        let read = file.ok_or(None).and_then(|text| saved::read(text).map_err(Some));
        self.keep(|held| {
            held.news = match read {
                Err(why) => News::Refused(why),
                Ok(Read { mut shelf, mut lost }) => {
                    lost.extend(shelf.drop_strangers(list));
                    let all = shelf.0.len();
                    let new = shelf.0.into_iter().filter(|check| held.shelf.adopt(check.clone()));
                    let new = new.count();
                    if held.check.id.is_empty() {
                        held.check = held.shelf.latest().cloned().unwrap_or_default();
                    }
                    News::Read { new, known: all - new, lost }
                }
            };
        });
    }

    /// What was said once is not said again, and what was erased stays so, once the page is left.
    pub(crate) fn leave(self) {
        let lingers = |held: &Held| {
            held.news != News::Nothing || held.asking.is_some() || !held.faults.is_empty()
        };
        if self.held.with_untracked(lingers) {
            self.held.update(|held| {
                held.news = News::Nothing;
                held.asking = None;
                held.faults.clear();
            });
        }
    }
}

impl Held {
    /// Takes up a text that stands where the checks are kept.
    fn take_up(&mut self, text: String) {
        if text == self.known {
            return;
        }
        self.known.clone_from(&text);
        // What could not be kept is here only.
        let unkept = (self.keeping == Keeping::Refused && !self.check.id.is_empty())
            .then(|| self.check.clone());
        match saved::read(&text) {
            Ok(Read { shelf, lost }) => {
                self.shelf = shelf;
                self.keeping = Keeping::Kept;
                if !lost.is_empty() {
                    self.put_aside(text);
                }
            }
            Err(_) => self.put_aside(text),
        }
        if let Some(check) = unkept {
            self.shelf.put(check);
        }
        if let Some(check) = self.shelf.get(&self.check.id) {
            self.check = check.clone();
        }
    }

    /// Puts the check at hand on the shelf, begun today if it was not yet.
    fn put(&mut self) {
        if self.check.id.is_empty() {
            self.check.id = clock::stamp();
            self.check.started = clock::today();
        }
        self.shelf.put(self.check.clone());
    }

    /// Keeps the shelf on the phone; an empty one leaves nothing there.
    fn write(&mut self) {
        let done = if self.only_copy {
            Err(storage::Refused)
        } else if self.shelf.0.is_empty() {
            let aside =
                if self.set_aside.is_none() { storage::remove(saved::SET_ASIDE) } else { Ok(()) };
            storage::remove(saved::KEY).and(aside)
        } else {
            let text = saved::write(&self.shelf.0);
            let done = storage::write(saved::KEY, &text);
            if done.is_ok() {
                self.known = text;
            }
            done
        };
        self.keeping = match done {
            Err(storage::Refused) => Keeping::Refused,
            Ok(()) if self.shelf.0.is_empty() => Keeping::Nothing,
            Ok(()) => Keeping::Kept,
        };
    }

    /// Adds a text to those set aside.
    fn put_aside(&mut self, text: String) {
        let all = match self.set_aside.take() {
            Some(earlier) if earlier.contains(&text) => earlier,
            Some(earlier) => [&earlier, "\n", &text].concat(),
            None => text,
        };
        self.only_copy = storage::write(saved::SET_ASIDE, &all).is_err();
        self.set_aside = Some(all);
    }
}
