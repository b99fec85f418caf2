//! About the app.

use crate::{shown::screen, support::library};
use ashar::domain::{dataset::File, route::Route};

#[test]
fn every_file_can_be_taken_along_from_the_page_about_the_app() {
    let page = screen(&Route::About);
    let files = page.first("files");
    let offered: Vec<String> = files
        .children()
        .inspect(|file| assert_eq!(file.tagged("button").len(), 1))
        .map(|file| file.first("small").text())
        .collect();
    assert_eq!(offered, File::ALL.map(File::name));
}

#[test]
fn the_page_about_the_app_explains_every_field_of_the_files() {
    let page = screen(&Route::About);
    let shown: Vec<(String, String)> = page
        .first("glossary")
        .children()
        .map(|field| (field.tagged("dt")[0].text(), field.tagged("dd")[0].text()))
        .collect();
    let guide = &library().guide;
    let expected: Vec<(String, String)> =
        guide.iter().map(|field| (field.field.clone(), field.meaning.clone())).collect();
    assert_eq!(shown, expected);
}
