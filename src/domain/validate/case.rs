//! The record of a case, and the links between cases.

use super::schema::{self, Faults, Shape, field, optional, texts};
use crate::domain::{
    case::{CaseStudy, Place, Rule, Section},
    corpus::Corpus,
    data_error::DataError,
    vocabulary::Vocabulary,
};
use serde_json::{Value, json};

/// The path of the files of cases.
const FOLDER: &str = "data/cases/";

/// Reads and checks one record. `file`: its path in errors.
///
/// # Errors
/// Everything that is wrong with it. A file that is no record at all gives one fault.
pub fn case(file: &str, json: &str, vocabulary: &Vocabulary) -> Result<CaseStudy, Vec<DataError>> {
    let mut faults = Faults::in_file(file);
    let case = schema::walk(json, &shape(), "", &mut faults).and_then(|mut record| {
        check_figures(&mut record, &mut faults);
        schema::typed(record, &mut faults)
    });
    if let Some(case) = &case {
        Checker { vocabulary, faults: &mut faults, ids: Vec::new(), gone: Vec::new() }.case(case);
    }
    faults.none_in(case)
}

/// Reads and checks records, each with the name of its file, and the links between them.
///
/// # Errors
/// Everything that is wrong in any of them.
pub fn corpus(files: &[(&str, &str)], vocabulary: &Vocabulary) -> Result<Corpus, Vec<DataError>> {
    let mut errors = Vec::new();
    let mut cases: Vec<CaseStudy> = Vec::new();
    for (file, json) in files {
        let file = [FOLDER, file].concat();
        match case(&file, json, vocabulary) {
            Ok(case) => {
                let mut faults = Faults::in_file(&file);
                if file != file_of(&case.slug) {
                    let message = format!("is {0}; the file must be called {0}.json", case.slug);
                    faults.add("slug", message);
                }
                for twin in cases.iter().filter(|twin| twin.order == case.order) {
                    let message = format!("is taken by {}; give the next free number", twin.slug);
                    faults.add("order", message);
                }
                errors.extend(faults.into_errors());
                cases.push(case);
            }
            Err(faults) => errors.extend(faults),
        }
    }
    // By file name: a record with a fault of its own is still there to be linked to.
    let exists =
        |slug: &str| files.iter().any(|(file, _)| file.strip_suffix(".json") == Some(slug));
    for case in &cases {
        errors.extend(links(case, &cases, exists));
    }
    if errors.is_empty() { Ok(Corpus::new(cases)) } else { Err(errors) }
}

/// The path of a case's file.
pub(crate) fn file_of(slug: &str) -> String {
    [FOLDER, slug, ".json"].concat()
}

/// Links that lead nowhere, and links that do not lead back.
fn links(case: &CaseStudy, cases: &[CaseStudy], exists: impl Fn(&str) -> bool) -> Vec<DataError> {
    let mut faults = Faults::in_file(&file_of(&case.slug));
    for block in case.section(Section::Related) {
        let (at, slug) = (["related/", &block.id].concat(), &block.slug);
        if !exists(slug) || *slug == case.slug {
            let message = format!("there is no other case {slug}; use a slug that exists");
            faults.add(&[&at, ".slug"].concat(), message);
        }
        let seen = seen_from_there(&block.kind);
        let back = |other: &CaseStudy| {
            other.section(Section::Related).any(|link| link.slug == case.slug && link.kind == seen)
        };
        if cases.iter().any(|other| other.slug == *slug && !back(other)) {
            let message =
                format!("{slug} does not name this case as {seen}; a link stands in both records");
            faults.add(&at, message);
        }
    }
    faults.into_errors()
}

/// The kind of a link between two cases as the other case's record has it.
fn seen_from_there(kind: &str) -> &str {
    match kind {
        "gave-start" => "grew-from",
        "grew-from" => "gave-start",
        both_ways => both_ways,
    }
}

/// The fields of a record.
fn shape() -> Shape {
    let organisation = texts(["name", "legal_form", "text", "source"]).into_iter().chain([
        field("spellings", Shape::Texts),
        optional("founded", Shape::Date("2006")),
        optional("registered", Shape::Date("2006")),
    ]);
    let place = vec![
        field("oblast", Shape::Text),
        optional("rayon", Shape::Text),
        optional("settlement", Shape::Text),
        field("spellings", Shape::Texts),
    ];
    let period = vec![field("from", Shape::Date("1900")), field("to", Shape::Date("2100"))];
    let point = Shape::Object(texts(["text", "source"]).into());
    let own = texts(["slug", "title", "summary", "source"]).into_iter().chain([
        field("order", Shape::Whole),
        field("point", point),
        field("organisation", Shape::Object(organisation.collect())),
        field("places", Shape::Objects(place)),
        field("period", Shape::Object(period)),
        field("topics", Shape::Texts),
        field("beneficiaries", Shape::Texts),
        field("numbers", Shape::Texts),
    ]);
    let sections = Section::ALL.map(|section| field(section.rule().field, block(section)));
    Shape::Object(own.chain(sections).collect())
}

/// The fields of a section's blocks: what its rule asks for, and what only this section has.
fn block(section: Section) -> Shape {
    let rule = section.rule();
    let mut fields = Vec::from(texts(["id", "text", "source"]));
    fields.push(optional("formerly", Shape::Texts));
    let named = [
        ("kind", !rule.kinds.is_empty()),
        ("name", rule.name),
        ("side", rule.side),
        ("role", section == Section::Voices),
        ("slug", section == Section::Related),
        ("about", section == Section::Notes),
    ];
    fields.extend(
        named.into_iter().filter(|(_, has)| *has).map(|(name, _)| field(name, Shape::Text)),
    );
    if rule.date {
        fields.push(optional("date", Shape::Date("2006")));
    }
    if rule.amount {
        let amount = vec![field("value", Shape::Number), field("unit", Shape::Text)];
        fields.push(optional("amount", Shape::Object(amount)));
    }
    match section {
        Section::Obstacles => fields.push(optional("met", Shape::Text)),
        Section::Results => {
            let figure = texts(["id", "what", "unit"]).into_iter();
            let readings = READINGS.map(|name| optional(name, Shape::Number));
            fields.push(field("figures", Shape::Objects(figure.chain(readings).collect())));
        }
        Section::Factors | Section::Lessons => fields.push(field("dimensions", Shape::Texts)),
        _ => {}
    }
    Shape::Objects(fields)
}

/// The numbers of a figure.
const READINGS: [&str; 3] = ["value", "before", "after"];

/// Figures that have not either one number or two. They get one, so that the record can be read.
fn check_figures(record: &mut Value, faults: &mut Faults) {
    let list = |value: &mut Value, name: &str| -> Vec<Value> {
        value.get_mut(name).and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default()
    };
    let field = Section::Results.rule().field;
    let mut results = list(record, field);
    for (place, result) in results.iter_mut().enumerate() {
        let at = [field, "/", &schema::name(result, place), ".figures/"].concat();
        let mut figures = list(result, "figures");
        for (place, figure) in figures.iter_mut().enumerate() {
            let has = READINGS.map(|name| figure.get(name).is_some());
            if has != [true, false, false] && has != [false, true, true] {
                let at = [&at, &schema::name(figure, place), ".value"].concat();
                faults.add(&at, "needs either `value`, or `before` and `after`");
                if let Some(figure) = figure.as_object_mut() {
                    figure.retain(|name, _| !READINGS.contains(&name.as_str()));
                    figure.insert("value".to_owned(), json!(0));
                }
            }
        }
        if let Some(result) = result.as_object_mut() {
            result.insert("figures".to_owned(), Value::Array(figures));
        }
    }
    if let Some(record) = record.as_object_mut() {
        record.insert(field.to_owned(), Value::Array(results));
    }
}

/// Looks at what depends on the word lists, or on several fields of a record.
struct Checker<'a> {
    vocabulary: &'a Vocabulary,
    faults: &'a mut Faults,
    /// The ids of the blocks and figures so far.
    ids: Vec<String>,
    /// Those of blocks that are gone.
    gone: Vec<String>,
}

impl Checker<'_> {
    fn case(mut self, case: &CaseStudy) {
        self.allowed("organisation.legal_form", &["legal-form"], &case.organisation.legal_form);
        if case.places.is_empty() {
            self.faults.add("places", "is empty; name at least the oblast");
        }
        for (place, Place { oblast, .. }) in case.places.iter().enumerate() {
            self.allowed(&format!("places/{}.oblast", place + 1), &["oblast"], oblast);
        }
        let (from, to) = case.period;
        if to.last_year() < from.from.year {
            self.faults.add("period", "ends before it begins; swap the two");
        }
        self.values("topics", "topic", &case.topics);
        self.values("beneficiaries", "beneficiary", &case.beneficiaries);
        for section in Section::ALL {
            self.section(case, section);
        }
        self.gone_ids(case);
        for id in &case.numbers {
            if case.figure(id).is_none() {
                let message =
                    format!("there is no figure {id} in this case; name one of its results");
                self.faults.add("numbers", message);
            }
        }
        for note in case.section(Section::Notes) {
            let about = note.about.as_str();
            let known = ["title", "point", "summary", "organisation", ""].contains(&about)
                || self.ids.contains(&note.about);
            if !known {
                let message =
                    format!("there is no block {about} in this case; name the one it is about");
                self.faults.add(&["notes/", &note.id, ".about"].concat(), message);
            }
        }
    }

    fn section(&mut self, case: &CaseStudy, section: Section) {
        let rule: Rule = section.rule();
        if case.section(section).count() < rule.at_least {
            let message = format!("needs at least this many blocks: {}", rule.at_least);
            self.faults.add(rule.field, message);
        }
        for (place, block) in case.section(section).enumerate() {
            let name = if block.id.is_empty() { (place + 1).to_string() } else { block.id.clone() };
            let at = [rule.field, "/", &name].concat();
            self.new_id(&at, rule.prefix, &block.id);
            for figure in &block.figures {
                self.new_id(&[&at, ".figures/", &figure.id].concat(), "figure", &figure.id);
            }
            self.allowed(&[&at, ".kind"].concat(), rule.kinds, &block.kind);
            self.allowed(&[&at, ".side"].concat(), &["side"], &block.side);
            if matches!(section, Section::Factors | Section::Lessons)
                && !(1..=2).contains(&block.dimensions.len())
            {
                let message = "must name one or two dimensions of checklist.json";
                self.faults.add(&[&at, ".dimensions"].concat(), message);
            }
        }
    }

    /// A value that must stand in one of these lists. An empty one has been named as missing, or belongs to another section.
    fn allowed(&mut self, at: &str, lists: &[&str], value: &str) {
        let mut known = lists.iter().filter_map(|list| self.vocabulary.list(list));
        if !value.is_empty() && !known.any(|list| list.value(value).is_some()) {
            let lists = lists.join(" or ");
            let message =
                format!("\"{value}\" is no value of {lists} in facets.json; use one of them");
            self.faults.add(at, message);
        }
    }

    fn values(&mut self, field: &str, list: &str, values: &[String]) {
        if values.is_empty() {
            self.faults.add(field, "is empty; give at least one value of facets.json");
        }
        for (place, value) in values.iter().enumerate() {
            self.allowed(field, &[list], value);
            if values.iter().take(place).any(|earlier| earlier == value) {
                self.faults.add(field, format!("{value} stands twice; remove one"));
            }
        }
    }

    /// Links to a block that is gone can lead to one place only, and to no place of another meaning.
    fn gone_ids(&mut self, case: &CaseStudy) {
        for block in &case.blocks {
            for id in &block.formerly {
                if self.ids.contains(id) || self.gone.contains(id) || !id.contains('-') {
                    let at = [block.section.rule().field, "/", &block.id, ".formerly"].concat();
                    let message =
                        format!("{id} is taken, or no id of a block; a link can lead to one place");
                    self.faults.add(&at, message);
                }
                self.gone.push(id.clone());
            }
        }
    }

    /// An id of a block or figure; an empty one has been named as missing.
    fn new_id(&mut self, at: &str, prefix: &str, id: &str) {
        let at = [at, ".id"].concat();
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let plain = id.split('-').all(|word| !word.is_empty() && word.bytes().all(is_plain));
        let starts = id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'));
        if id.is_empty() {
            return;
        }
        if !(plain && starts) {
            let message =
                format!("must be lower-case words with hyphens, like {prefix}-some-words");
            self.faults.add(&at, message);
        }
        if self.ids.iter().any(|known| known == id) {
            self.faults.add(&at, "stands twice in this case; rename one of the two");
        }
        self.ids.push(id.to_owned());
    }
}
