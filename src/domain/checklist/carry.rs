//! Carrying answers from a frame on a partner's page, where they cannot be kept, to the app in full: in the address that is
//! opened there, behind its `#`, which a browser sends to nobody. Only when the person asks for it.

use super::{check::Check, saved, step::Step};
use crate::domain::route::Route;

/// How long such an address may be, in bytes: every browser takes that. What is longer goes along as a file.
pub const MOST: usize = 60_000;

/// The address that holds these checks, from its `#` on, unless it would be too long.
pub fn address<'a>(checks: impl IntoIterator<Item = &'a Check>) -> Option<String> {
    let address = Route::Check(Step::Carried(saved::write(checks))).address();
    (address.len() <= MOST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{MOST, address};
    use crate::domain::{
        checklist::{answers::Answer, check::Check, saved, step::Step},
        route::Route,
    };

    fn check(why: &str) -> Check {
        let mut check = Check { id: "a1".to_owned(), ..Check::default() };
        check.setup.name = "Суу & \"water\" #1 100 %".to_owned();
        check.answer("trust-1", Answer::from_id("1").expect("an answer"));
        check.why.insert("trust-1".to_owned(), why.to_owned());
        check
    }

    #[test]
    fn what_is_carried_arrives_as_it_was() {
        let check = check("эмне үчүн? a+b=c&d");
        let address = address([&check]).expect("short enough");
        let Route::Check(Step::Carried(text)) = Route::parse(&address) else {
            panic!("another page")
        };
        let read = saved::read(&text).expect("our own");
        assert_eq!(read.lost, Vec::<String>::new());
        assert_eq!(read.checks, [check]);
    }

    #[test]
    fn what_would_be_too_long_for_an_address_is_not_put_into_one() {
        assert_eq!(address([&check(&"ы".repeat(MOST / 6))]), None);
        assert!(address([&check(&"ы".repeat(1000))]).is_some());
    }
}
