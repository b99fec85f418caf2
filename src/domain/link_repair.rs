//! Repairs addresses that were damaged on their way: encoded again by a mail program, joined with the mark that ended a sentence,
//! broken over two lines of a PDF, lengthened by a tracker. An address that leads somewhere as it stands is left alone.

use super::{
    address::{MOST_ENCODINGS, decoded, decoded_once, encode, parameter, parameters},
    assessment::options::{Depth, Stage},
    case::Section,
    library::Library,
    route::{Route, Step},
    text,
    vocabulary::Facet,
};
use crate::i18n::lang;

/// What a damaged address most likely meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// Where it leads.
    pub route: Route,
    /// The language that it names.
    pub lang: Option<String>,
    /// What of it could not be understood, as a person would read it.
    pub left_out: Vec<String>,
}

/// What the address behind `#` most likely meant, where that is not what it says. `None` where it needs no repair, or nothing
/// helps. The library must have the texts of the cases.
pub fn repair(library: &Library, fragment: &str) -> Option<Repaired> {
    let text = fragment.trim_start_matches('#');
    let mut left_out = Vec::new();
    let (path, query) = parted(text.trim_start_matches('!'));
    let page = page(library, &path, &mut left_out)
        .or_else(|| page(library, &joined(&path), &mut left_out))?;
    let mut lang = None;
    let mut said = Vec::new();
    for (name, value) in parameters(&query) {
        // Of `&amp;`, which HTML has for `&`, the rest stands before the name.
        let known = Id::read(name.rsplit(';').next().unwrap_or_default()).id;
        let value = decoded(&value);
        if known == lang::PARAMETER {
            lang = Some(Id::read(&value).id);
        } else if takes(&page, &known) {
            let value = understood(library, &page, &known, value, &mut left_out);
            said.push([&*known, "=", &encode(&value)].concat());
        } else {
            note(&mut left_out, &[&*name, "=", &value].concat());
        }
    }
    let address = page.address();
    let path = address.split_once('?').map_or(&*address, |(path, _)| path);
    let route = Route::parse(&[path, "?", &said.join("&")].concat());
    let says_so = Route::parse(text) == route && parameter(text, lang::PARAMETER) == lang;
    (!says_so || !left_out.is_empty()).then_some(Repaired { route, lang, left_out })
}

/// The path of an address, in which nothing is encoded any more, and its query.
fn parted(text: &str) -> (String, String) {
    let mut text = text.to_owned();
    for _ in 0..MOST_ENCODINGS {
        // A tracker is put behind an address as if there were parameters.
        let end = text.find(['?', '&']).unwrap_or(text.len());
        let (path, query) = text.split_at_checked(end).unwrap_or((&text, ""));
        if let Some((path, begun)) = path.split_once("%3F") {
            let query = [begun, query].concat();
            return (decoded(path), if query.contains('=') { query } else { unmarked(&query) });
        }
        if !path.contains("%25") {
            return (decoded(path), query.get(1..).unwrap_or_default().to_owned());
        }
        text = [&decoded_once(path), query].concat();
    }
    (text, String::new())
}

/// A query whose marks between the parameters were encoded, too.
fn unmarked(query: &str) -> String {
    // Whatever has encoded the marks has encoded the values once more, or has left them alone.
    if query.contains("%25") {
        return decoded_once(query);
    }
    query.replace("%3D", "=").replace("%26", "&")
}

/// The page that a path leads to, with nothing chosen on it. What was written behind it says nothing.
fn page(library: &Library, path: &str, left_out: &mut Vec<String>) -> Option<Route> {
    let parts = path.split('/').map(Id::read);
    let parts: Vec<Id> = parts.filter(|part| !part.id.is_empty() || says(&part.rest)).collect();
    (0..=parts.len()).rev().find_map(|count| {
        let (known, behind) = parts.split_at_checked(count)?;
        let address = known.iter().flat_map(|part| ["/", &part.id]).collect::<String>();
        let route = Route::parse(&address);
        let is_page = match &route {
            Route::NotFound(_) => false,
            Route::Case { slug, .. } => library.corpus.case(slug).is_some(),
            // Whoever asked for a page that there is not is not served with the list.
            Route::Browse { .. } => parts.is_empty(),
            _ => true,
        };
        if !is_page {
            return None;
        }
        for part in known {
            note(left_out, &part.rest);
        }
        for part in behind {
            note(left_out, &[&*part.id, &part.rest].concat());
        }
        Some(route)
    })
}

/// Whether a route has a parameter of this name.
fn takes(route: &Route, name: &str) -> bool {
    match name {
        "q" => matches!(route, Route::Browse { .. } | Route::Case { .. }),
        "at" => matches!(
            route,
            Route::Case { .. }
                | Route::Difficulties { .. }
                | Route::Factors { .. }
                | Route::Glossary { .. }
        ),
        "answers" => matches!(route, Route::Check(Step::Carried(_))),
        "stage" | "depth" => matches!(route, Route::Check(Step::Paper(..))),
        _ => matches!(route, Route::Browse { .. }) && Facet::from_id(name).is_some(),
    }
}

/// What of the value of a parameter can be understood; all else is noted.
fn understood(
    library: &Library,
    route: &Route,
    name: &str,
    value: String,
    left_out: &mut Vec<String>,
) -> String {
    match name {
        "q" => value,
        "answers" => {
            value.rfind('}').and_then(|end| value.get(..=end)).unwrap_or(&value).to_owned()
        }
        _ => {
            let mut ids = Vec::new();
            for value in value.split(',') {
                let mut readings = [&joined(value), value].map(Id::read).into_iter();
                match readings.find(|read| is_value(library, route, name, &read.id)) {
                    Some(Id { id, rest }) => {
                        ids.push(present(library, route, id));
                        note(left_out, &rest);
                    }
                    None => note(left_out, value),
                }
            }
            ids.join(",")
        }
    }
}

/// Whether a parameter of a route can have a value.
fn is_value(library: &Library, route: &Route, name: &str, id: &str) -> bool {
    let is_of = |facet| {
        let list = library.vocabulary.facet(facet);
        list.is_some_and(|list| list.value(id).is_some())
    };
    match (route, name) {
        (Route::Case { slug, .. }, "at") => library.corpus.case(slug).is_some_and(|case| {
            case.block(id).is_some()
                || ["title", "point", "summary", "organisation"].contains(&id)
                || Section::ALL.iter().any(|section| section.rule().field == id)
        }),
        (Route::Difficulties { .. }, "at") => is_of(Facet::Obstacle),
        (Route::Factors { .. }, "at") => library.dimension(id).is_some(),
        (Route::Glossary { .. }, "at") => library.glossary.terms().iter().any(|term| term.id == id),
        (Route::Check(Step::Paper(..)), "stage") => Stage::from_id(id).is_some(),
        (Route::Check(Step::Paper(..)), "depth") => Depth::from_id(id).is_some(),
        (_, name) => Facet::from_id(name).is_some_and(is_of),
    }
}

/// The id of a block that stands where the one with this id, which is gone, stood; any other id as it is.
fn present(library: &Library, route: &Route, id: String) -> String {
    let Route::Case { slug, .. } = route else { return id };
    let block = library.corpus.case(slug).and_then(|case| case.block(&id));
    block.map_or(id, |block| block.id.clone())
}

/// A text without its blanks: a long address is broken where a line ends, and then has one there.
fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// An id at the beginning of a text.
struct Id {
    /// In small letters; without marks around it and letters that cannot be seen.
    id: String,
    /// What stands behind it.
    rest: String,
}

impl Id {
    /// What a text begins with that can be an id, be there one or not.
    fn read(text: &str) -> Self {
        let seen = text.chars().filter(|letter| !text::is_invisible(*letter));
        let text: String = seen
            .map(|letter| match letter {
                // What word processors make of a hyphen.
                '‐'..='―' | '−' => '-',
                letter => letter.to_ascii_lowercase(),
            })
            .collect();
        let is_letter = |letter: char| letter.is_ascii_alphanumeric();
        let start = text.find(is_letter).unwrap_or(text.len());
        let (before, id) = text.split_at_checked(start).unwrap_or(("", &text));
        // Marks may stand before it, but no words.
        if says(before) {
            return Self { id: String::new(), rest: text };
        }
        let end = id.find(|letter| !is_letter(letter) && letter != '-').unwrap_or(id.len());
        let (id, rest) = id.split_at_checked(end).unwrap_or((id, ""));
        Self { id: id.trim_end_matches('-').to_owned(), rest: rest.to_owned() }
    }
}

/// Whether a text has any words.
fn says(text: &str) -> bool {
    !text::tokens(text).is_empty()
}

/// Notes what could not be understood, from its first word to its last. Of a long text its beginning will do.
fn note(left_out: &mut Vec<String>, text: &str) {
    const MOST: usize = 60;
    let words = text::tokens(text);
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        let text = text.get(first.range.start..last.range.end).unwrap_or(text);
        left_out.push(text.chars().take(MOST).collect());
    }
}
