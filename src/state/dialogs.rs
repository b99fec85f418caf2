//! What a person is being asked and told on the screens of the check; nothing of it is kept.

use crate::domain::assessment::{
    options::{Setup, ValidationError},
    store::{EraseScope, News},
};

/// Dialogs, forms that are being filled in, and messages.
#[derive(Clone, Debug, Default)]
pub struct Dialogs {
    /// What is filled in for a check that is about to begin.
    pub draft: Setup,
    /// What was missing when the person wanted to go on.
    pub faults: Vec<ValidationError>,
    /// What the person is asked whether to erase.
    pub asking: Option<EraseScope>,
    /// What has just become of the checks; said once, on their page.
    pub news: Option<News>,
    /// The id of the check that the result is compared with.
    pub beside: Option<String>,
}

impl Dialogs {
    /// Clears what is said only once, when the page is left. Says whether there was anything of it.
    pub fn leave(&mut self) -> bool {
        let lingers = self.news.is_some() || self.asking.is_some() || !self.faults.is_empty();
        self.news = None;
        self.asking = None;
        self.faults.clear();
        lingers
    }
}

#[cfg(test)]
mod tests {
    use super::{Dialogs, EraseScope, News, Setup, ValidationError};

    #[test]
    fn what_was_said_once_is_not_said_again_and_what_is_filled_in_stays() {
        let mut dialogs = Dialogs { beside: Some("1".to_owned()), ..Dialogs::default() };
        dialogs.draft.choose("seat", "group");
        assert!(!dialogs.leave(), "nothing was said");
        for said in [
            Dialogs { news: Some(News::Erased), ..dialogs.clone() },
            Dialogs { asking: Some(EraseScope::All), ..dialogs.clone() },
            Dialogs { faults: vec![ValidationError::MissingStage], ..dialogs.clone() },
        ] {
            let mut left = said;
            assert!(left.leave() && !left.leave());
            assert_eq!((left.news, left.asking, left.faults), (None, None, vec![]));
            let role = Setup { role: dialogs.draft.role, ..Setup::default() };
            assert_eq!((left.draft, left.beside.as_deref()), (role, Some("1")));
        }
    }
}
