//! Translations of `data/`: in `data/i18n/<lang>/` a file for each file of `data/` (and for each case), one flat object from the
//! key of a text to the text. Which keys there are is told in `data/README.md` and decided here, once for all uses.
//!
//! A text that is missing stays English, and the id of the block or record it belongs to is noted. Lists of spellings and the
//! headings of the book are not translated.

use crate::domain::{
    assessment::definition::{Checklist, Horizon},
    case::CaseStudy,
    data_error::{DataError, WHOLE_FILE},
    dataset::Field,
    family::Family,
    glossary::{Glossary, Term},
    validate::{self, Data, schema::Faults},
    vocabulary::Vocabulary,
};
use serde_json::{Map, Value};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The texts of one file, by their keys.
pub type Texts = BTreeMap<String, String>;

/// Looks at a text that can be translated: the id of the block or record that it belongs to, its key, and the text itself.
type Visit<'a> = &'a mut dyn FnMut(&str, &str, &mut String);

/// All texts that can be translated, in English, by the path of their file in `data/i18n/<lang>/`. A translator's empty form;
/// written with texts in another language, it is a whole translation.
pub fn source_texts(data: &Data) -> BTreeMap<String, Texts> {
    let mut files: BTreeMap<String, Texts> = BTreeMap::new();
    visit(&mut data.clone(), &mut |file, _, key, text| {
        if !text.is_empty() {
            files.entry(path_of(file)).or_default().insert(key.to_owned(), text.clone());
        }
    });
    files
}

/// Lays a translation over the data, and returns the ids of what stays in English ([`super::Envelope::untranslated`]).
///
/// # Errors
/// Every fault of the translation: a file or key that belongs to nothing, a text that is empty or no text.
pub fn translate(
    data: &mut Data,
    data_dir: &Path,
    lang: &str,
) -> Result<BTreeSet<String>, Vec<DataError>> {
    let folder = ["i18n/", lang, "/"].concat();
    let mut errors = Vec::new();
    let mut given: BTreeMap<String, Texts> = BTreeMap::new();
    for below in ["", "cases/"] {
        let below = [&folder, below].concat();
        for name in validate::names(&data_dir.join(&below), ".json") {
            let path = below.clone() + &name;
            let texts = read(data_dir, &path, &mut errors);
            given.insert(path, texts);
        }
    }
    let mut untranslated: BTreeSet<String> = BTreeSet::new();
    let mut files: BTreeSet<String> = BTreeSet::new();
    visit(data, &mut |file, id, key, text| {
        let path = [&folder, &*path_of(file)].concat();
        match given.get_mut(&path).and_then(|texts| texts.remove(key)) {
            Some(translated) => *text = translated,
            None if text.is_empty() => {}
            None => drop(untranslated.insert([file, "#", id].concat())),
        }
        files.insert(path);
    });
    for (path, left) in given {
        let mut faults = Faults::in_file(&["data/", &path].concat());
        if files.contains(&path) {
            for key in left.keys() {
                faults.add(key, "is no text of this file; remove it, or correct its spelling");
            }
        } else {
            faults.add(WHOLE_FILE, "translates no file of data/; remove it, or correct its name");
        }
        errors.extend(faults.into_errors());
    }
    if errors.is_empty() { Ok(untranslated) } else { Err(errors) }
}

/// The path of a file's translation in the folder of a language. `file`: a file of `data/` without its ending, or a slug.
fn path_of(file: &str) -> String {
    let folder = if FILES.contains(&file) { "" } else { "cases/" };
    [folder, file, ".json"].concat()
}

/// The files beside the cases that are translated.
const FILES: [&str; 5] = ["facets", "checklist", "glossary", "families", "fields"];

/// The texts of one file of a translation; what is none is noted.
fn read(data_dir: &Path, path: &str, errors: &mut Vec<DataError>) -> Texts {
    let mut faults = Faults::in_file(&["data/", path].concat());
    let mut texts = Texts::new();
    match validate::text(data_dir, path)
        .map(|text| serde_json::from_str::<Map<String, Value>>(&text))
    {
        Ok(Ok(given)) => {
            for (key, value) in given {
                match value {
                    Value::String(text) if !text.trim().is_empty() => drop(texts.insert(key, text)),
                    Value::String(_) => {
                        faults.add(&key, "is empty; write it, or remove it until it is translated");
                    }
                    _ => faults.add(&key, "must be a text in quotation marks"),
                }
            }
        }
        Ok(Err(error)) => faults.add(WHOLE_FILE, format!("is not one flat object: {error}")),
        Err(unread) => errors.extend(unread),
    }
    errors.extend(faults.into_errors());
    texts
}

/// Visits every text of all files, file by file.
fn visit(data: &mut Data, visit: &mut dyn FnMut(&str, &str, &str, &mut String)) {
    fn of<'a>(
        file: &'a str,
        visit: &'a mut dyn FnMut(&str, &str, &str, &mut String),
    ) -> impl FnMut(&str, &str, &mut String) + 'a {
        move |id, key, text| {
            // What a record leaves out has nothing to translate, but another language may have forms where English has none.
            if !text.is_empty() || key.ends_with(FORMS) {
                visit(file, id, key, text);
            }
        }
    }
    vocabulary(&mut data.vocabulary, &mut of("facets", visit));
    for case in &mut data.cases {
        let slug = case.slug.clone();
        self::case(case, &mut of(&slug, visit));
    }
    checklist(&mut data.checklist, &mut of("checklist", visit));
    let mut terms = data.glossary.terms().to_vec();
    for term in &mut terms {
        self::term(term, &mut of("glossary", visit));
    }
    data.glossary = Glossary::new(terms);
    for family in &mut data.families {
        self::family(family, &mut of("families", visit));
    }
    for Field { field, meaning } in &mut data.guide {
        of("fields", visit)(field, field, meaning);
    }
}

fn case(case: &mut CaseStudy, visit: Visit<'_>) {
    visit("title", "title", &mut case.title);
    visit("point", "point", &mut case.point.text);
    visit("summary", "summary", &mut case.summary);
    let organisation = &mut case.organisation;
    visit("organisation", "organisation", &mut organisation.text);
    visit("organisation", "organisation.name", &mut organisation.name);
    for (number, place) in (1..).zip(&mut case.places) {
        let id = format!("place-{number}");
        for (name, text) in [("rayon", &mut place.rayon), ("settlement", &mut place.settlement)] {
            if let Some(text) = text {
                visit(&id, &[&id, ".", name].concat(), text);
            }
        }
    }
    for block in &mut case.blocks {
        let id = &block.id;
        visit(id, id, &mut block.text);
        let key = |name: &str| [id, ".", name].concat();
        visit(id, &key("name"), &mut block.name);
        visit(id, &key("role"), &mut block.role);
        block.met.iter_mut().for_each(|met| visit(id, &key("met"), met));
        block.amount.iter_mut().for_each(|amount| visit(id, &key("unit"), &mut amount.unit));
        for figure in &mut block.figures {
            visit(id, &[&figure.id, ".what"].concat(), &mut figure.what);
            visit(id, &[&figure.id, ".unit"].concat(), &mut figure.unit);
        }
    }
}

fn vocabulary(vocabulary: &mut Vocabulary, visit: Visit<'_>) {
    for list in vocabulary.facets.iter_mut().chain(&mut vocabulary.lists) {
        visit(&list.id, &list.id, &mut list.label);
        visit(&list.id, &[&list.id, ".hint"].concat(), &mut list.hint);
        for value in &mut list.values {
            let id = [&list.id, "/", &*value.id].concat();
            visit(&id, &id, &mut value.label);
        }
    }
}

fn checklist(list: &mut Checklist, visit: Visit<'_>) {
    let below = |id: &str, name: &str| [id, ".", name].concat();
    for group in &mut list.groups {
        let id = ["groups/", &group.id].concat();
        visit(&id, &id, &mut group.label);
    }
    for degree in &mut list.scale {
        let id = ["scale/", &degree.id].concat();
        visit(&id, &id, &mut degree.label);
        visit(&id, &below(&id, "meaning"), &mut degree.meaning);
    }
    for dimension in &mut list.dimensions {
        let id = &dimension.id;
        visit(id, id, &mut dimension.label);
        visit(id, &below(id, "why"), &mut dimension.why);
        for item in &mut dimension.items {
            let id = &item.id;
            visit(id, id, &mut item.text);
            visit(id, &below(id, "planned"), &mut item.planned);
            visit(id, &below(id, "example"), &mut item.example);
            let planned = item.planned_example.iter_mut();
            planned.for_each(|text| visit(id, &below(id, "planned_example"), text));
        }
        for (horizon, step) in Horizon::ALL.into_iter().zip(&mut dimension.steps) {
            let id = below(id, horizon.id());
            visit(&id, &id, &mut step.text);
            visit(&id, &below(&id, "by_group"), &mut step.by_group);
            visit(&id, &below(&id, "by_office"), &mut step.by_office);
        }
    }
    for flag in &mut list.flags {
        let id = ["flags/", &flag.id].concat();
        visit(&id, &id, &mut flag.text);
        visit(&id, &below(&id, "advice"), &mut flag.advice);
    }
    for band in &mut list.bands {
        let id = ["bands/", &band.id].concat();
        visit(&id, &id, &mut band.label);
    }
    for band in &mut list.overall {
        let id = ["overall/", &band.id].concat();
        visit(&id, &id, &mut band.label);
        visit(&id, &below(&id, "text"), &mut band.text);
        let planned = [("planned_label", &mut band.planned_label), ("planned", &mut band.planned)];
        for (name, text) in planned {
            if let Some(text) = text {
                visit(&id, &below(&id, name), text);
            }
        }
    }
}

/// A term keeps its English forms beside its own, because blocks that are not translated still use them.
fn term(term: &mut Term, visit: Visit<'_>) {
    let id = &term.id;
    let english = term.term.clone();
    visit(id, id, &mut term.term);
    let mut forms = term.forms.join(BETWEEN_FORMS);
    visit(id, &[id, FORMS].concat(), &mut forms);
    for form in std::iter::once(english.as_str()).chain(forms.split(BETWEEN_FORMS)) {
        let known = term.forms.iter().chain([&term.term]).any(|known| known == form);
        if !known && !form.is_empty() {
            term.forms.push(form.to_owned());
        }
    }
    visit(id, &[id, ".text"].concat(), &mut term.text);
    if let Some(now) = &mut term.now {
        visit(id, &[id, ".now"].concat(), &mut now.text);
        visit(id, &[id, ".now.source"].concat(), &mut now.source);
    }
}

/// The end of the key of a term's forms, and what stands between them.
const FORMS: &str = ".forms";
const BETWEEN_FORMS: &str = "; ";

fn family(family: &mut Family, visit: Visit<'_>) {
    let id = &family.id;
    visit(id, id, &mut family.label);
    visit(id, &[id, ".text"].concat(), &mut family.text);
    for member in &mut family.members {
        visit(id, &[id, ".", &member.slug].concat(), &mut member.text);
    }
}
