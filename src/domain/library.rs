//! Everything in `data/`, read once and checked, ready to be asked. The app begins with the cases; what only some people
//! need comes later, each part by itself.

use super::{
    bundle::{self, Bundle},
    case::CaseStudy,
    checklist::definition::Checklist,
    corpus::{Corpus, CorpusError},
    dataset::Field,
    family::{self, Family},
    filter::Selection,
    glossary::Glossary,
    late::Late,
    read::{Fault, Faults, Fields},
    search::{Found, Hit, Index, Ranking},
    text,
    thesaurus::Thesaurus,
    vocabulary::{self, Facet, Value, Vocabulary},
};
use std::{
    ops::Range,
    sync::{Mutex, PoisonError},
};

/// The data of the app.
#[derive(Debug)]
pub struct Library {
    /// The allowed values of filters and word lists.
    pub vocabulary: Vocabulary,
    /// The cases; until their texts have come, what cards, filters and a first search need of them.
    pub corpus: Late<Corpus>,
    /// What several cases grew from; comes with the texts.
    pub families: Late<Vec<Family>>,
    /// Local terms; come with the texts.
    pub glossary: Late<Glossary>,
    /// The names of the dimensions of the check; come with the texts.
    pub dimensions: Late<Vec<Value>>,
    /// What every field of the data means; comes later.
    pub guide: Late<Vec<Field>>,
    /// The readiness check; comes later.
    pub checklist: Late<Checklist>,
    /// Comes later; until then the search knows no words of like meaning.
    thesaurus: Late<Thesaurus>,
    stopwords: Vec<String>,
    /// The index, with as many cases as there was time for.
    index: Mutex<Option<Index>>,
    /// What of the data is there, as it was packed.
    bundles: Mutex<Vec<Bundle>>,
}

impl Library {
    /// Reads all of the bundled data.
    ///
    /// # Errors
    /// Every fault, with its file.
    pub fn load() -> Result<Self, Vec<CorpusError>> {
        let library = Self::open()?;
        library.take_in_cases()?;
        library.take_in_check()?;
        library.take_in_guide()?;
        library.take_in_thesaurus();
        Ok(library)
    }

    /// Reads what the app begins with.
    ///
    /// # Errors
    /// Every fault, with its file.
    pub fn open() -> Result<Self, Vec<CorpusError>> {
        let faults = Faults::default();
        let mut data = Fields::file(bundle::CORE.read(), &faults);
        let vocabulary =
            Vocabulary::read(data.take("lists")).map_err(in_file("data/facets.json"))?;
        let corpus = Late::after(Corpus::early(data.take("cases"), &vocabulary));
        let mut little = data.object("stopwords");
        let mut stopwords = Vec::new();
        for language in ["en", "ru", "ky"] {
            stopwords.extend(little.texts(language).iter().map(|word| text::fold(word)));
        }
        little.end();
        let stopwords = faults.none_in(stopwords).map_err(in_file("data/stopwords.json"))?;
        Ok(Self {
            vocabulary,
            corpus,
            families: Late::default(),
            glossary: Late::default(),
            dimensions: Late::default(),
            guide: Late::default(),
            checklist: Late::default(),
            thesaurus: Late::default(),
            stopwords,
            index: Mutex::default(),
            bundles: Mutex::new(vec![bundle::CORE]),
        })
    }

    /// Reads the texts of the cases and what explains them; the search is prepared anew, with all their words.
    ///
    /// # Errors
    /// Every fault, with its file.
    pub fn take_in_cases(&self) -> Result<(), Vec<CorpusError>> {
        let whole = bundle::CORE.read().and(self.take_in(bundle::CASES).read());
        let faults = Faults::default();
        let mut data = Fields::file(whole, &faults);
        let corpus = Corpus::read(data.take("cases"), &self.vocabulary)?;
        let families = family::read(data.take("families"), &corpus);
        self.families.put(families.map_err(in_file("data/families.json"))?);
        let glossary = Glossary::read(data.take("glossary"));
        self.glossary.put(glossary.map_err(in_file("data/glossary.json"))?);
        let dimensions = vocabulary::values(data.objects("dimensions"));
        self.dimensions.put(faults.none_in(dimensions).map_err(in_file(CHECKLIST))?);
        self.corpus.put(corpus);
        self.prepare_anew();
        Ok(())
    }

    /// Reads the readiness check.
    ///
    /// # Errors
    /// Every fault, with its file.
    pub fn take_in_check(&self) -> Result<(), Vec<CorpusError>> {
        let mut data = Fields::file(self.take_in(bundle::CHECK).read(), &Faults::default());
        let checklist = Checklist::read(data.take("check")).map_err(in_file(CHECKLIST))?;
        self.checklist.put(checklist);
        Ok(())
    }

    /// Reads what the fields of the data mean.
    ///
    /// # Errors
    /// Every fault, with its file.
    pub fn take_in_guide(&self) -> Result<(), Vec<CorpusError>> {
        let faults = Faults::default();
        let mut data = Fields::file(self.take_in(bundle::GUIDE).read(), &faults);
        let guide = data.objects("guide").into_iter().map(Field::read).collect();
        self.guide.put(faults.none_in(guide).map_err(in_file("data/fields.json"))?);
        Ok(())
    }

    /// Reads the thesaurus; the search is prepared anew, with its words.
    pub fn take_in_thesaurus(&self) {
        self.thesaurus.put(Thesaurus::bundled());
        self.prepare_anew();
    }

    /// What the search knows besides what it began with: the texts, the words of like meaning.
    pub fn knows(&self) -> (bool, bool) {
        (self.corpus.is_here(), self.thesaurus.is_here())
    }

    fn take_in(&self, bundle: Bundle) -> Bundle {
        self.bundles.lock().unwrap_or_else(PoisonError::into_inner).push(bundle);
        bundle
    }

    fn prepare_anew(&self) {
        *self.index.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What of the data is there, as it was packed.
    pub fn bundles(&self) -> Vec<Bundle> {
        self.bundles.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The name of a dimension of the check.
    pub fn dimension(&self, id: &str) -> Option<&Value> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The same words and terms for other cases. Families, which are made of the bundled ones, go.
    #[must_use]
    pub fn holding(self, cases: Vec<CaseStudy>) -> Self {
        let corpus: Late<Corpus> = Late::default();
        corpus.put(Corpus::new(cases));
        Self { corpus, families: Late::default(), index: Mutex::default(), ..self }
    }

    /// Prepares the search a little further, by so many cases; says whether there is more to do. The search itself
    /// does what is left, so this only spares the first query the wait.
    pub fn prepare(&self, most: usize) -> bool {
        self.with_index(|index| {
            let rest = self.corpus.cases().get(index.len()..).unwrap_or_default();
            for case in rest.iter().take(most) {
                index.add(case, &self.vocabulary);
            }
            rest.len() > most
        })
    }

    /// Does something with the index, as far as it is prepared.
    fn with_index<T>(&self, act: impl FnOnce(&mut Index) -> T) -> T {
        let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        act(index.get_or_insert_with(|| {
            Index::new(&self.thesaurus, self.stopwords.clone(), Ranking::default())
        }))
    }

    /// Asks the index of all cases.
    fn ask<T>(&self, act: impl FnOnce(&Index) -> T) -> T {
        self.prepare(usize::MAX);
        self.with_index(|index| act(index))
    }

    /// Searches all cases; a query that asks for nothing finds nothing.
    pub fn search(&self, query: &str) -> Found {
        self.find(query).unwrap_or_default()
    }

    /// Searches all cases; `None` for a query that asks for nothing, so that every case may be shown ("how do we …").
    pub fn find(&self, query: &str) -> Option<Found> {
        self.ask(|index| index.search(query))
    }

    /// The words of a text that answer a query, as bytes of the text.
    pub fn marks(&self, query: &str, text: &str) -> Vec<Range<usize>> {
        self.ask(|index| index.marks(query, text))
    }

    /// The topics that come nearest to a query that finds nothing; topic ids, the nearest first.
    ///
    /// The most common topics fill up what the query leaves open.
    pub fn topics_near(&self, query: &str) -> Vec<&Value> {
        /// More would be a list to read, not an offer.
        const MOST: usize = 6;
        let common = self.corpus.common(Facet::Topic, &self.vocabulary);
        let common: Vec<&Value> = common.into_iter().map(|(value, _)| value).collect();
        let mut topics: Vec<&Value> = Vec::new();
        for id in self.ask(|index| index.topics_near(query)) {
            topics.extend(common.iter().filter(|value| value.id == id));
        }
        let rest = common.into_iter().filter(|value| !topics.contains(value));
        let rest: Vec<&Value> = rest.collect();
        topics.extend(rest);
        topics.truncate(MOST);
        topics
    }

    /// The values of a filter that any case has, each with its place in the list of all values of the filter.
    pub fn values_in_use(&self, facet: Facet) -> impl Iterator<Item = (usize, &Value)> {
        let all = self.vocabulary.facet(facet).into_iter().flat_map(|list| &list.values);
        all.enumerate().filter(move |(_, value)| self.corpus.with_value(facet, &value.id) > 0)
    }

    /// Every case, in the book's order, as if it had been found.
    pub fn everything(&self) -> Found {
        let hit = |case: &CaseStudy| Hit { slug: case.slug.clone(), ..Hit::default() };
        Found { hits: self.corpus.cases().iter().map(hit).collect(), ..Found::default() }
    }

    /// The hits whose cases pass the filters, in their order.
    pub fn filtered(&self, found: &Found, selection: &Selection) -> Vec<Hit> {
        let admitted =
            |hit: &&Hit| self.corpus.case(&hit.slug).is_some_and(|case| selection.admits(case));
        found.hits.iter().filter(admitted).cloned().collect()
    }

    /// The cases of the hits, in their order.
    pub fn cases_of(&self, found: &Found) -> Vec<&CaseStudy> {
        found.hits.iter().filter_map(|hit| self.corpus.case(&hit.slug)).collect()
    }
}

/// Where the check and its dimensions are written.
const CHECKLIST: &str = "data/checklist.json";

/// Names the file that faults were found in.
fn in_file(file: &'static str) -> impl Fn(Vec<Fault>) -> Vec<CorpusError> {
    move |faults| {
        faults.into_iter().map(|fault| CorpusError { file: file.to_owned(), fault }).collect()
    }
}
