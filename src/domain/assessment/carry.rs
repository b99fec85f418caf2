//! Carrying answers from a frame on a partner's page, where they cannot be kept, to the app in full: in the address that is
//! opened there, behind its `#`, which a browser sends to nobody. Only when the person asks for it.

use super::{assessment::Assessment, saved, step::Step};
use crate::domain::route::Route;

/// How long such an address may be, in bytes: every browser takes that. What is longer goes along as a file.
pub const MOST: usize = 60_000;

/// The address that holds these checks, from its `#` on, unless it would be too long.
pub fn address<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Option<String> {
    let address = Route::Check(Step::Carried(saved::write(assessments))).address();
    (address.len() <= MOST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{MOST, address};
    use crate::domain::{
        assessment::{answers::Answer, assessment::Assessment, saved, step::Step},
        route::Route,
    };

    fn assessment(why: &str) -> Assessment {
        let mut assessment = Assessment { id: "a1".to_owned(), ..Assessment::default() };
        assessment.setup.name = "Суу & \"water\" #1 100 %".to_owned();
        assessment.answer("trust-1", Answer::from_id("1").expect("an answer"));
        assessment.why.insert("trust-1".to_owned(), why.to_owned());
        assessment
    }

    #[test]
    fn what_is_carried_arrives_as_it_was() {
        let assessment = assessment("эмне үчүн? a+b=c&d");
        let address = address([&assessment]).expect("short enough");
        let Route::Check(Step::Carried(text)) = Route::parse(&address) else {
            panic!("another page")
        };
        let read = saved::read(&text).expect("our own");
        assert_eq!(read.lost, Vec::<String>::new());
        assert_eq!(read.assessments, [assessment]);
    }

    #[test]
    fn what_would_be_too_long_for_an_address_is_not_put_into_one() {
        assert_eq!(address([&assessment(&"ы".repeat(MOST / 6))]), None);
        assert!(address([&assessment(&"ы".repeat(1000))]).is_some());
    }
}
