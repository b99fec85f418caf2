//! The reader of these tests itself.

use crate::page::read;

#[test]
fn the_reader_of_these_tests_takes_no_page_that_a_browser_has_to_mend() {
    for careless in [
        "</p>",
        "<p></div>",
        "<p><b></p></b>",
        "<p><ul></ul></p>",
        "<p><b><div></div></b></p>",
        "<a><a></a></a>",
        "<p id=\"a\" id=\"b\"></p>",
        "<p",
        "<>",
        "<div><dt></dt></div></div>",
    ] {
        assert!(read(careless).is_err(), "{careless}");
    }
    let page = read("<p id=\"a\">x &lt; <br><b hidden>y</b>&amp;</p>z").expect("a right page");
    assert_eq!((page.id("a").text(), page.full_text()), ("x < &".to_owned(), "x < y&z".to_owned()));
}
