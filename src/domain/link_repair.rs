//! Repairs addresses that were damaged on their way: encoded again by a mail program, joined with the mark that ended a sentence,
//! broken over two lines of a PDF, lengthened by a tracker. An address that leads somewhere as it stands is left alone.

use super::{
    address::{MOST_ENCODINGS, decoded, decoded_once, parameter, parameters},
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

/// What the address behind `#` most likely meant, where it leads nowhere as it stands or names what there is not. `None` where it
/// needs no repair, or nothing helps. The library must have the texts of the cases.
pub fn repair(library: &Library, fragment: &str) -> Option<Repaired> {
    let text = fragment.strip_prefix('#').unwrap_or(fragment);
    let route = Route::parse(text);
    if exists(library, &route) && holds_all(&route, text) {
        return None;
    }
    let repaired = read(library, text)?;
    let is_same = repaired.route == route && repaired.lang == parameter(text, lang::PARAMETER);
    (!is_same || !repaired.left_out.is_empty()).then_some(repaired)
}

/// Whether there is what a route leads to.
fn exists(library: &Library, route: &Route) -> bool {
    let has = |at: &Option<String>| at.as_deref().is_none_or(|at| has_place(library, route, at));
    match route {
        Route::NotFound(_) => false,
        Route::Browse { query, selection } => {
            let (_, unknown) = selection.clone().known(&library.vocabulary);
            unknown.is_empty() && decoded(query) == *query
        }
        Route::Case { slug, at, query } => {
            library.corpus.case(slug).is_some() && has(at) && decoded(query) == *query
        }
        Route::Difficulties { at } | Route::Factors { at } | Route::Glossary { at } => has(at),
        Route::Check(Step::Carried(answers)) => answers.is_empty() || answers.ends_with('}'),
        Route::Check(_) | Route::About | Route::Embed | Route::Offline => true,
    }
}

/// Whether the page of a route has a place of this id.
fn has_place(library: &Library, route: &Route, at: &str) -> bool {
    match route {
        Route::Case { slug, .. } => library.corpus.case(slug).is_some_and(|case| {
            case.block(at).is_some()
                || ["title", "summary", "organisation"].contains(&at)
                || Section::ALL.iter().any(|section| section.rule().field == at)
        }),
        Route::Difficulties { .. } => {
            let kinds = library.vocabulary.facet(Facet::Obstacle);
            kinds.is_some_and(|list| list.value(at).is_some())
        }
        Route::Factors { .. } => library.dimension(at).is_some(),
        Route::Glossary { .. } => library.glossary.terms().iter().any(|term| term.id == at),
        _ => false,
    }
}

/// Whether a route holds all that its address says.
fn holds_all(route: &Route, text: &str) -> bool {
    let of = |address: &str| parameters(address.split_once('?').map_or("", |(_, query)| query));
    let held = of(&route.address());
    of(text).iter().all(|(name, value)| {
        let holds = |(known, is): &(String, String)| {
            // The values of a filter may stand in any order.
            known == name && (is == value || Facet::from_id(name).is_some())
        };
        value.is_empty() || name == lang::PARAMETER || held.iter().any(holds)
    })
}

/// Reads an address part by part, each as far as it can be understood. `None` where the page itself is not known.
fn read(library: &Library, text: &str) -> Option<Repaired> {
    let mut left_out = LeftOut::default();
    let (path, query) = parted(text.trim_start_matches(['#', '!']));
    let mut route = page(library, &path, &mut left_out)
        .or_else(|| page(library, &joined(&path), &mut left_out))?;
    let mut lang = None;
    for (given, value) in parameters(&query) {
        // Of `&amp;`, which HTML has for `&`, the rest stands before the name.
        let name = Id::read(given.rsplit(';').next().unwrap_or_default()).id;
        let value = decoded(&value);
        if name == lang::PARAMETER {
            lang = Some(Id::read(&value).id);
        } else if let Some(rest) = choose(library, &mut route, &name, &value) {
            for rest in rest {
                left_out.note(&rest);
            }
        } else {
            left_out.note(&[&*given, "=", &value].concat());
        }
    }
    Some(Repaired { route, lang, left_out: left_out.0 })
}

/// Sets on a route what a parameter says, and gives back what of the value cannot be understood. `None` where the route has no such
/// parameter, or has it already.
fn choose(library: &Library, route: &mut Route, name: &str, value: &str) -> Option<Vec<String>> {
    let known_place = Id::find(value, |id| has_place(library, route, id));
    let no_place = || Id { id: String::new(), rest: value.to_owned() };
    match (route, name) {
        (Route::Browse { query, .. } | Route::Case { query, .. }, "q") if query.is_empty() => {
            value.clone_into(query);
            Some(Vec::new())
        }
        (Route::Browse { selection, .. }, name) => {
            let facet = Facet::from_id(name)?;
            let list = library.vocabulary.facet(facet)?;
            let values = value.split(',').map(|value| {
                let Some(Id { id, rest }) = Id::find(value, |id| list.value(id).is_some()) else {
                    return value.to_owned();
                };
                *selection = selection.clone().with(facet, &id);
                rest
            });
            Some(values.collect())
        }
        (
            Route::Case { at, .. }
            | Route::Difficulties { at }
            | Route::Factors { at }
            | Route::Glossary { at },
            "at",
        ) => {
            let Id { id, rest } = known_place.unwrap_or_else(no_place);
            *at = Some(id).filter(|id| !id.is_empty());
            Some(vec![rest])
        }
        (Route::Check(Step::Carried(answers)), "answers") => {
            let end = value.rfind('}').map_or(value.len(), |at| at + 1);
            value.get(..end)?.clone_into(answers);
            Some(Vec::new())
        }
        (Route::Check(Step::Paper(stage, _)), "stage") => {
            let Id { id, rest } = Id::find(value, |id| Stage::from_id(id).is_some())?;
            *stage = Stage::from_id(&id)?;
            Some(vec![rest])
        }
        (Route::Check(Step::Paper(_, depth)), "depth") => {
            let Id { id, rest } = Id::find(value, |id| Depth::from_id(id).is_some())?;
            *depth = Depth::from_id(&id)?;
            Some(vec![rest])
        }
        _ => None,
    }
}

/// The path of an address, in which nothing is encoded any more, and its query.
fn parted(text: &str) -> (String, String) {
    let mut text = text.to_owned();
    for _ in 0..MOST_ENCODINGS {
        // A tracker is put behind an address as if there were parameters.
        let end = text.find(['?', '&']).unwrap_or(text.len());
        let (path, query) = text.split_at_checked(end).unwrap_or((&text, ""));
        if let Some((path, begun)) = path.split_once("%3F").or_else(|| path.split_once("%3f")) {
            let query = [begun, query].concat();
            return (decoded(path), if query.contains('=') { query } else { unmarked(&query) });
        }
        if !path.contains("%25") {
            return (decoded(path), query.trim_start_matches(['?', '&']).to_owned());
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
    let marks = [("%3D", "="), ("%3d", "="), ("%26", "&")];
    marks.iter().fold(query.to_owned(), |query, (encoded, mark)| query.replace(encoded, mark))
}

/// The page that a path leads to, with nothing chosen on it. What was written behind it says nothing.
fn page(library: &Library, path: &str, left_out: &mut LeftOut) -> Option<Route> {
    // The browser's own way to point at words of a page.
    let (path, words) = path.split_once(":~:").unwrap_or((path, ""));
    let mut known = Vec::new();
    let mut parts = path.trim_start_matches(['#', '!', '/']).split('/');
    let mut behind = Vec::new();
    for part in parts.by_ref() {
        let Id { id, rest } = Id::read(part);
        known.extend(Some(id).filter(|id| !id.is_empty()));
        if !text::tokens(&rest).is_empty() {
            behind.push(rest);
            break;
        }
    }
    behind.extend(parts.map(str::to_owned));
    let behind = behind.join("/");
    let mut dropped: Vec<String> = Vec::new();
    loop {
        let route = Route::parse(&["/", &known.join("/")].concat());
        let is_page = match &route {
            Route::NotFound(_) => false,
            Route::Case { slug, .. } => library.corpus.case(slug).is_some(),
            // Whoever asked for a page that there is not is not served with the list.
            Route::Browse { .. } => dropped.is_empty() && text::tokens(&behind).is_empty(),
            _ => true,
        };
        if is_page {
            dropped.iter().rev().for_each(|part| left_out.note(part));
            left_out.note(&behind);
            left_out.note(words);
            return Some(route);
        }
        dropped.push(known.pop()?);
    }
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
    /// The id that a text begins with, if it is one that there is; also where it was broken.
    fn find(text: &str, exists: impl Fn(&str) -> bool) -> Option<Self> {
        [text, &joined(text)].map(Self::read).into_iter().find(|read| exists(&read.id))
    }

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
        if !text::tokens(before).is_empty() {
            return Self { id: String::new(), rest: text };
        }
        let end = id.find(|letter| !is_letter(letter) && letter != '-').unwrap_or(id.len());
        let (id, rest) = id.split_at_checked(end).unwrap_or((id, ""));
        Self { id: id.trim_end_matches('-').to_owned(), rest: rest.to_owned() }
    }
}

/// What of an address could not be understood.
#[derive(Default)]
struct LeftOut(Vec<String>);

impl LeftOut {
    /// Notes a text, if it has any words. Of a long one its beginning will do.
    fn note(&mut self, text: &str) {
        const MOST: usize = 60;
        if !text::tokens(text).is_empty() {
            self.0.push(text.trim().chars().take(MOST).collect());
        }
    }
}
