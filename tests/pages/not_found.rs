//! Addresses that lead nowhere.

use crate::shown::{MARKUP, screen};
use ashar::domain::route::Route;

#[test]
fn markup_in_an_address_that_leads_nowhere_comes_out_as_text() {
    for route in [Route::NotFound(MARKUP.to_owned()), Route::case(MARKUP)] {
        let page = screen(&route);
        assert!(page.text().contains(MARKUP), "{}", page.text());
        assert!(page.tagged("script").is_empty() && page.tagged("b").is_empty());
    }
}

#[test]
fn an_address_with_an_unknown_case_gets_a_page_that_names_it_and_leads_on() {
    let page = screen(&Route::case("nobody"));
    assert!(page.text().contains("nobody"), "{}", page.text());
    assert!(page.addresses().contains(&"#/"), "{:?}", page.addresses());
}
