//! The clock of the phone.

use crate::domain::calendar::Day;
use js_sys::Date;

/// Today, as the wall says; `None` where the clock stands outside the calendar the app knows.
pub(crate) fn today() -> Option<Day> {
    let now = Date::new_0();
    let small = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(now.get_full_year()).ok()?;
    Day::new(year, small(now.get_month() + 1)?, small(now.get_date())?)
}

/// The moment in world time, as calendars write it: `20261128T101500Z`.
pub(crate) fn moment() -> String {
    let written = String::from(Date::new_0().to_iso_string());
    let seconds = written.split('.').next().unwrap_or_default();
    [&seconds.replace(['-', ':'], ""), "Z"].concat()
}

/// A name for something begun now: no two are begun on a phone in the same thousandth of a second.
pub(crate) fn unique_id() -> String {
    moment_in_milliseconds().to_string()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number of milliseconds since 1970, far below 2^53"
)]
fn moment_in_milliseconds() -> u64 {
    Date::now() as u64
}
