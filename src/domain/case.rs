//! The record of one case: as received from a file, and as trusted.
//!
//! As received it is [`Fields`]; after [`CaseStudy::parse`] nobody checks again. A record is a few single fields and fifteen sections of blocks. What a block of a section must
//! carry stands in one table, [`Section::rule`]; reader, tests and screens all go by it.

use super::{
    date::When,
    node::Node,
    read::{CHECKED, Fault, Faults, Fields},
    vocabulary::{Facet, Vocabulary},
};

/// The sections of a record, in the order of `data/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Tools the partners used.
    Instruments,
    /// Who took part, and in which role.
    Partners,
    /// Who paid for what.
    Funders,
    /// What each side put in.
    Contributions,
    /// Place, people and trouble before the work began.
    Situation,
    /// Events in their order.
    Steps,
    /// Papers signed and bodies set up.
    Agreements,
    /// What got in the way, and how it was met.
    Obstacles,
    /// What changed, with figures.
    Results,
    /// Why it worked.
    Factors,
    /// What the partners learned.
    Lessons,
    /// What stays, and what was planned next.
    Lasts,
    /// What people of each side said, retold.
    Voices,
    /// Cases connected with this one.
    Related,
    /// Editor's notes on doubtful places.
    Notes,
}

/// What the blocks of one section carry besides `id`, `text` and `source`.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether a field belongs to the section"
)]
pub struct Rule {
    /// The field's name in the file.
    pub field: &'static str,
    /// Every block id of the section starts with this word.
    pub prefix: &'static str,
    /// The word lists that `kind` takes its value from; empty where there is no `kind`.
    pub kinds: &'static [&'static str],
    /// Whether a block has a `name`.
    pub name: bool,
    /// Whether a block has a `date` (which may be unknown).
    pub date: bool,
    /// Whether a block has a `side`.
    pub side: bool,
    /// Whether a block has an `amount` (which may be unknown).
    pub amount: bool,
    /// How few blocks a complete record has here.
    pub at_least: usize,
}

const PLAIN: Rule = Rule {
    field: "",
    prefix: "",
    kinds: &[],
    name: false,
    date: false,
    side: false,
    amount: false,
    at_least: 1,
};

impl Section {
    /// All sections.
    pub const ALL: [Self; 15] = [
        Self::Instruments,
        Self::Partners,
        Self::Funders,
        Self::Contributions,
        Self::Situation,
        Self::Steps,
        Self::Agreements,
        Self::Obstacles,
        Self::Results,
        Self::Factors,
        Self::Lessons,
        Self::Lasts,
        Self::Voices,
        Self::Related,
        Self::Notes,
    ];

    /// What its blocks carry.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Instruments => Rule {
                field: "instruments",
                prefix: "instrument",
                kinds: &["instrument"],
                at_least: 2,
                ..PLAIN
            },
            Self::Partners => Rule {
                field: "partners",
                prefix: "partner",
                kinds: &["partner", "partner-kind"],
                name: true,
                at_least: 2,
                ..PLAIN
            },
            Self::Funders => Rule {
                field: "funders",
                prefix: "funder",
                kinds: &["funder"],
                name: true,
                date: true,
                amount: true,
                at_least: 0,
                ..PLAIN
            },
            Self::Contributions => Rule {
                field: "contributions",
                prefix: "gave",
                kinds: &["contribution"],
                date: true,
                side: true,
                amount: true,
                ..PLAIN
            },
            Self::Situation => Rule { field: "situation", prefix: "situation", ..PLAIN },
            Self::Steps => {
                Rule { field: "steps", prefix: "step", date: true, at_least: 5, ..PLAIN }
            }
            Self::Agreements => Rule {
                field: "agreements",
                prefix: "paper",
                kinds: &["agreement"],
                name: true,
                date: true,
                at_least: 0,
                ..PLAIN
            },
            Self::Obstacles => {
                Rule { field: "obstacles", prefix: "obstacle", kinds: &["obstacle"], ..PLAIN }
            }
            Self::Results => Rule { field: "results", prefix: "result", at_least: 2, ..PLAIN },
            Self::Factors => Rule { field: "factors", prefix: "factor", at_least: 3, ..PLAIN },
            Self::Lessons => Rule { field: "lessons", prefix: "lesson", at_least: 2, ..PLAIN },
            Self::Lasts => Rule { field: "lasts", prefix: "lasts", ..PLAIN },
            Self::Voices => {
                Rule { field: "voices", prefix: "voice", side: true, at_least: 0, ..PLAIN }
            }
            Self::Related => Rule {
                field: "related",
                prefix: "related",
                kinds: &["relation"],
                at_least: 0,
                ..PLAIN
            },
            Self::Notes => Rule { field: "notes", prefix: "note", at_least: 0, ..PLAIN },
        }
    }
}

/// An amount of money or of something else that can be counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// How much.
    pub value: f64,
    /// Of what: a currency as the book writes it (`som`, `US$`, `EUR`), or a counted thing.
    pub unit: String,
}

/// A number that tells of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Unique in the case.
    pub id: String,
    /// What was counted.
    pub what: String,
    /// The unit; never empty.
    pub unit: String,
    /// One value, or before and after.
    pub reading: Reading,
}

/// How a figure is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// One count.
    One(f64),
    /// A count before the work and one after it.
    Change(f64, f64),
}

/// A piece of text that can be linked to, with the facts that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Unique in the case; addresses, search hits and scores point to it.
    pub id: String,
    /// Where in the record it stands.
    pub section: Section,
    /// What people read.
    pub text: String,
    /// The heading in the book under which the fact stands.
    pub source: String,
    /// A value of the section's word list.
    pub kind: String,
    /// The name of a partner, funder or paper.
    pub name: String,
    /// When, where it is known.
    pub date: Option<When>,
    /// A value of the word list *side*.
    pub side: String,
    /// The public role of the person whose view is retold.
    pub role: String,
    /// How much, where it is known.
    pub amount: Option<Amount>,
    /// How an obstacle was met, where it was.
    pub met: Option<String>,
    /// The slug of a connected case.
    pub slug: String,
    /// The block an editor's note is about.
    pub about: String,
    /// Numbers that tell of a change.
    pub figures: Vec<Figure>,
    /// Ids of the dimensions of the readiness check that it illustrates, the most fitting first.
    pub dimensions: Vec<String>,
}

/// The civil society organisation of the case.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its short name.
    pub name: String,
    /// Other spellings and full names.
    pub spellings: Vec<String>,
    /// A value of the word list *legal-form*.
    pub legal_form: String,
    /// When it began.
    pub founded: Option<When>,
    /// When it was registered.
    pub registered: Option<When>,
    /// What it is and does.
    pub text: String,
    /// The heading in the book.
    pub source: String,
}

/// Where the work took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A value of the filter *oblast*.
    pub oblast: String,
    /// The rayon's name without the word "rayon".
    pub rayon: Option<String>,
    /// Village or town.
    pub settlement: Option<String>,
    /// Other spellings of any of them.
    pub spellings: Vec<String>,
}

/// One case, checked: ids are unique, values are allowed, dates are dates.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseStudy {
    /// Stands in addresses; never changes.
    pub slug: String,
    /// Place in the book, from 1.
    pub order: u32,
    /// What happened, in one line.
    pub title: String,
    /// Who, where, what was wrong, what was done and what came of it.
    pub summary: String,
    /// The book's heading for the case.
    pub source: String,
    /// The civil society organisation.
    pub organisation: Organisation,
    /// Where; the first place is the main one.
    pub places: Vec<Place>,
    /// The years the account covers.
    pub period: (When, When),
    /// Values of the filter *topic*, the most important first.
    pub topics: Vec<String>,
    /// Values of the filter *beneficiary*.
    pub beneficiaries: Vec<String>,
    /// Every block, section by section.
    pub blocks: Vec<Block>,
}

impl CaseStudy {
    /// Reads and checks one record.
    ///
    /// # Errors
    /// Everything that is wrong with it, so that an editor mends it in one go. A file that is not a
    /// record at all gives one fault.
    pub fn parse(json: &str, vocabulary: &Vocabulary) -> Result<Self, Vec<Fault>> {
        Self::read(Node::from_json(json)?, vocabulary, &Faults::default())
    }

    /// Reads one record, as [`CaseStudy::parse`] does; `faults`: where they are noted.
    pub(crate) fn read(
        record: Node,
        vocabulary: &Vocabulary,
        faults: &Faults,
    ) -> Result<Self, Vec<Fault>> {
        let record = Fields::file(record, faults);
        let case = Checker { vocabulary, faults: faults.clone(), ids: Vec::new() }.case(record);
        faults.none_in(case)?.ok_or_else(Vec::new)
    }

    /// The blocks of one section, in their order.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.section == section)
    }

    /// The block with this id.
    pub fn block(&self, id: &str) -> Option<&Block> {
        // Before the texts have come, the ids are not there either.
        self.blocks.iter().find(|block| block.id == id && !id.is_empty())
    }

    /// The values this case has in a filter; a value can stand there more than once.
    pub fn values(&self, facet: Facet) -> Vec<&str> {
        let kinds = |section| self.section(section).map(|block| block.kind.as_str()).collect();
        match facet {
            Facet::Oblast => self.places.iter().map(|place| place.oblast.as_str()).collect(),
            Facet::Topic => self.topics.iter().map(String::as_str).collect(),
            Facet::Beneficiary => self.beneficiaries.iter().map(String::as_str).collect(),
            Facet::Obstacle => kinds(Section::Obstacles),
            Facet::Instrument => kinds(Section::Instruments),
            Facet::Partner => kinds(Section::Partners),
            Facet::Funder => kinds(Section::Funders),
        }
    }

    /// How many words of text a reader gets.
    pub fn words(&self) -> usize {
        let count = |text: &str| text.split_whitespace().count();
        count(&self.title)
            + count(&self.summary)
            + count(&self.organisation.text)
            + self
                .blocks
                .iter()
                .map(|block| count(&block.text) + block.met.as_deref().map_or(0, count))
                .sum::<usize>()
    }
}

struct Checker<'a> {
    vocabulary: &'a Vocabulary,
    faults: Faults,
    ids: Vec<String>,
}

impl Checker<'_> {
    fn allowed(&self, at: &str, lists: &[&str], value: &str) {
        self.faults.check(|faults| {
            let known = lists
                .iter()
                .filter_map(|list| self.vocabulary.list(list))
                .any(|list| list.value(value).is_some());
            // An empty value has been named as missing already.
            if !known && !value.is_empty() {
                let lists = lists.join(" or ");
                let mend =
                    ["\"", value, "\" is no value of ", &lists, " in facets.json; use one of them"];
                faults.add(at, &mend.concat());
            }
        });
    }

    fn date(&self, fields: &mut Fields, name: &str) -> Option<When> {
        let when = When::parse(&fields.maybe_text(name)?);
        if let Err(bad) = &when {
            self.faults.check(|faults| faults.add(&fields.at(name), &bad.to_string()));
        }
        when.ok()
    }

    fn new_id(&mut self, fields: &mut Fields, prefix: &str) -> String {
        let id = fields.text("id");
        self.faults.check(|faults| {
            let plain = id.split('-').all(|word| {
                !word.is_empty()
                    && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
            let starts = id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'));
            let at = fields.at("id");
            if !plain || !starts {
                let like = ["must be lower-case words with hyphens, like ", prefix, "-some-words"];
                faults.add(&at, &like.concat());
            }
            if self.ids.contains(&id) {
                faults.add(&at, "stands twice in this case; rename one of the two");
            }
        });
        if CHECKED {
            self.ids.push(id.clone());
        }
        id
    }

    /// Reads every field before giving up on any, so that all faults are named at once.
    fn case(&mut self, mut file: Fields) -> Option<CaseStudy> {
        let [slug, title, summary, source] =
            ["slug", "title", "summary", "source"].map(|name| file.text(name));
        let order = file.whole("order");
        let organisation = self.organisation(file.object("organisation"));
        let places: Vec<Place> =
            file.objects("places").into_iter().map(|place| self.place(place)).collect();
        if places.is_empty() {
            self.faults.add("places", "is empty; name at least the oblast");
        }
        let period = self.period(file.object("period"));
        let topics = self.values(&mut file, "topics", "topic");
        let beneficiaries = self.values(&mut file, "beneficiaries", "beneficiary");
        let blocks = self.blocks(&mut file);
        file.end();
        Some(CaseStudy {
            slug,
            order,
            title,
            summary,
            source,
            organisation,
            places,
            period: period?,
            topics,
            beneficiaries,
            blocks,
        })
    }

    fn blocks(&mut self, file: &mut Fields) -> Vec<Block> {
        let mut blocks = Vec::new();
        for section in Section::ALL {
            let rule = section.rule();
            let raws = file.objects(rule.field);
            self.faults.check(|faults| {
                if raws.len() < rule.at_least {
                    let least = rule.at_least.to_string();
                    faults.add(rule.field, &["needs at least this many blocks: ", &least].concat());
                }
            });
            for raw in raws {
                blocks.push(self.block(section, raw));
            }
        }
        self.faults.check(|faults| {
            for note in blocks.iter().filter(|block| block.section == Section::Notes) {
                let about = note.about.as_str();
                let known = ["title", "summary", "organisation"].contains(&about)
                    || self.ids.contains(&note.about);
                if !known {
                    let at = ["notes/", &note.id, ".about"].concat();
                    let mend =
                        ["there is no block ", about, " in this case; name the one it is about"];
                    faults.add(&at, &mend.concat());
                }
            }
        });
        blocks
    }

    fn period(&self, mut fields: Fields) -> Option<(When, When)> {
        let (from, to) = (self.date(&mut fields, "from"), self.date(&mut fields, "to"));
        fields.end();
        let period = from.zip(to);
        self.faults.check(|faults| match period {
            None => faults.add("period", "needs the dates `from` and `to`"),
            Some((from, to)) if to.last_year() < from.from.year => {
                faults.add("period", "ends before it begins; swap the two");
            }
            Some(_) => {}
        });
        period
    }

    fn values(&self, file: &mut Fields, field: &str, list: &str) -> Vec<String> {
        let values = file.texts(field);
        self.faults.check(|faults| {
            if values.is_empty() {
                faults.add(field, "is empty; give at least one value of facets.json");
            }
            for (place, value) in values.iter().enumerate() {
                self.allowed(field, &[list], value);
                if values.iter().take(place).any(|earlier| earlier == value) {
                    faults.add(field, &[value, " stands twice; remove one"].concat());
                }
            }
        });
        values
    }

    fn organisation(&self, mut fields: Fields) -> Organisation {
        let organisation = Organisation {
            name: fields.text("name"),
            spellings: fields.texts("spellings"),
            legal_form: fields.text("legal_form"),
            founded: self.date(&mut fields, "founded"),
            registered: self.date(&mut fields, "registered"),
            text: fields.text("text"),
            source: fields.text("source"),
        };
        self.allowed(&fields.at("legal_form"), &["legal-form"], &organisation.legal_form);
        fields.end();
        organisation
    }

    fn place(&self, mut fields: Fields) -> Place {
        let place = Place {
            oblast: fields.text("oblast"),
            rayon: fields.maybe_text("rayon"),
            settlement: fields.maybe_text("settlement"),
            spellings: fields.texts("spellings"),
        };
        self.allowed(&fields.at("oblast"), &["oblast"], &place.oblast);
        fields.end();
        place
    }

    /// Reads what the section's rule asks for; every other field is left, and so named as unknown.
    fn block(&mut self, section: Section, mut raw: Fields) -> Block {
        let rule = section.rule();
        let text = |raw: &mut Fields, name: &str, has: bool| {
            if has { raw.text(name) } else { String::new() }
        };
        let block = Block {
            id: self.new_id(&mut raw, rule.prefix),
            section,
            text: raw.text("text"),
            source: raw.text("source"),
            kind: text(&mut raw, "kind", !rule.kinds.is_empty()),
            name: text(&mut raw, "name", rule.name),
            date: if rule.date { self.date(&mut raw, "date") } else { None },
            side: text(&mut raw, "side", rule.side),
            role: text(&mut raw, "role", section == Section::Voices),
            amount: if rule.amount { amount(&mut raw) } else { None },
            met: if section == Section::Obstacles { raw.maybe_text("met") } else { None },
            slug: text(&mut raw, "slug", section == Section::Related),
            about: text(&mut raw, "about", section == Section::Notes),
            figures: if section == Section::Results { self.figures(&mut raw) } else { Vec::new() },
            dimensions: if matches!(section, Section::Factors | Section::Lessons) {
                raw.texts("dimensions")
            } else {
                Vec::new()
            },
        };
        self.allowed(&raw.at("kind"), rule.kinds, &block.kind);
        self.allowed(&raw.at("side"), &["side"], &block.side);
        if matches!(section, Section::Factors | Section::Lessons)
            && !(1..=2).contains(&block.dimensions.len())
        {
            raw.fault("dimensions", "must name one or two dimensions of checklist.json");
        }
        raw.end();
        block
    }

    fn figures(&mut self, raw: &mut Fields) -> Vec<Figure> {
        raw.objects("figures").into_iter().filter_map(|figure| self.figure(figure)).collect()
    }

    fn figure(&mut self, mut raw: Fields) -> Option<Figure> {
        let id = self.new_id(&mut raw, "figure");
        let (what, unit) = (raw.text("what"), raw.text("unit"));
        let readings =
            (raw.maybe_number("value"), raw.maybe_number("before"), raw.maybe_number("after"));
        let reading = match readings {
            (Some(value), None, None) => Some(Reading::One(value)),
            (None, Some(before), Some(after)) => Some(Reading::Change(before, after)),
            _ => {
                raw.fault("value", "needs either `value`, or `before` and `after`");
                None
            }
        };
        raw.end();
        Some(Figure { id, what, unit, reading: reading? })
    }
}

/// An amount that may be unknown.
fn amount(raw: &mut Fields) -> Option<Amount> {
    if !raw.is_object("amount") {
        // Null, missing, or of another kind, which is named as a fault.
        raw.nothing("amount");
        return None;
    }
    let mut fields = raw.object("amount");
    let value = fields.maybe_number("value");
    if value.is_none() {
        fields.fault("value", "is missing; give a number, or null for the amount");
    }
    let unit = fields.text("unit");
    fields.end();
    Some(Amount { value: value?, unit })
}
