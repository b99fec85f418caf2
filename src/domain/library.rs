//! Everything in `data/`, read once, ready to be asked. The app begins with the cases; what only some people need comes
//! later, each part by itself.

use super::{
    assessment::definition::Checklist,
    case::CaseStudy,
    corpus::Corpus,
    data_error::DataError,
    data_files::{self, Cases, Check, Core, Envelope, Guide, Synonyms},
    dataset::Field,
    deferred::Deferred,
    family::Family,
    filter::Selection,
    glossary::Glossary,
    search::{Correction, Found, Hit, Question, Ranking, Searcher},
    thesaurus::Thesaurus,
    vocabulary::{Facet, Value, Vocabulary},
};
use serde::de::DeserializeOwned;
#[cfg(not(target_arch = "wasm32"))]
use std::path::Path;
use std::{
    collections::BTreeSet,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

/// The data of the app.
#[derive(Debug)]
pub struct Library {
    /// The language of its texts.
    pub lang: String,
    /// The allowed values of filters and word lists.
    pub vocabulary: Vocabulary,
    /// The cases; until their texts have come, what cards, filters and a first search need of them.
    pub corpus: Deferred<Corpus>,
    /// What several cases grew from; comes with the texts.
    pub families: Deferred<Vec<Family>>,
    /// Local terms; come with the texts.
    pub glossary: Deferred<Glossary>,
    /// The names of the dimensions of the check; come with the texts.
    pub dimensions: Deferred<Vec<Value>>,
    /// What every field of the data means; comes later.
    pub guide: Deferred<Vec<Field>>,
    /// The readiness check; comes later.
    pub checklist: Deferred<Checklist>,
    /// Comes later; until then the search knows no words of like meaning.
    thesaurus: Deferred<Thesaurus>,
    /// Comes with it, because as few people need it; until then mistyped words are looked for as they stand.
    correction: Deferred<Correction>,
    /// Little words that a search does without, folded.
    stopwords: Vec<String>,
    /// What stands in English in a library of another language.
    untranslated: Mutex<BTreeSet<String>>,
    /// The search, with as many cases as there was time for.
    search: Mutex<Search>,
}

impl Library {
    /// Reads, checks and takes in all of the repository's `data/`, in English.
    ///
    /// # Errors
    /// Every fault of every file.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn load() -> Result<Self, Vec<DataError>> {
        let data = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
        Self::read(data, data_files::ENGLISH)
    }

    /// Reads, checks and takes in all of a folder like `data/`, in a language that it has.
    ///
    /// # Errors
    /// Every fault of every file.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(data_dir: &Path, lang: &str) -> Result<Self, Vec<DataError>> {
        let files = data_files::write(data_dir, lang)?;
        let json = |name| {
            let file = files.iter().find(|file| file.name == name);
            file.map_or("", |file| file.json.as_str())
        };
        let library = Self::open(json(data_files::CORE)).map_err(|error| vec![error])?;
        let taken_in = library
            .take_in_cases(json(data_files::CASES))
            .and_then(|()| library.take_in_check(json(data_files::CHECK)))
            .and_then(|()| library.take_in_guide(json(data_files::GUIDE)))
            .and_then(|()| library.take_in_thesaurus(json(data_files::THESAURUS)));
        taken_in.map(|()| library).map_err(|error| vec![error])
    }

    /// Reads the file that the app begins with ([`data_files::CORE`]).
    ///
    /// # Errors
    /// When the file is cut or of another format.
    pub fn open(json: &str) -> Result<Self, DataError> {
        let file: Envelope<Core> = data_files::read(data_files::CORE, json, None)?;
        let cases = file.content.cases.into_iter();
        Ok(Self {
            lang: file.lang,
            vocabulary: file.content.lists,
            corpus: Deferred::with_placeholder(Corpus::new(cases.map(CaseStudy::from).collect())),
            families: Deferred::default(),
            glossary: Deferred::default(),
            dimensions: Deferred::default(),
            guide: Deferred::default(),
            checklist: Deferred::default(),
            thesaurus: Deferred::default(),
            correction: Deferred::default(),
            stopwords: file.content.stopwords,
            untranslated: Mutex::new(file.untranslated.into_iter().collect()),
            search: Mutex::default(),
        })
    }

    /// Takes in the texts of the cases and what explains them ([`data_files::CASES`]); the search is prepared anew, with all
    /// their words.
    ///
    /// # Errors
    /// When the file is cut, of another format or language, or does not fit the one the app began with. Nothing is taken in
    /// then, and the call can be repeated.
    pub fn take_in_cases(&self, json: &str) -> Result<(), DataError> {
        let file: Cases = self.content(data_files::CASES, json)?;
        let cards = self.corpus.cases();
        let cases =
            cards.iter().cloned().zip(file.texts).map(|(card, texts)| card.with_texts(texts));
        let cases: Option<Vec<CaseStudy>> = cases.collect();
        let cases = cases.filter(|cases| cases.len() == cards.len()).ok_or_else(|| {
            let message = "does not fit the list of cases; load the page anew";
            DataError::of_file(data_files::CASES, message.to_owned())
        })?;
        self.families.set(file.families);
        self.glossary.set(Glossary::new(file.glossary));
        self.dimensions.set(file.dimensions);
        self.corpus.set(Corpus::new(cases));
        self.prepare_anew();
        Ok(())
    }

    /// Takes in the readiness check ([`data_files::CHECK`]).
    ///
    /// # Errors
    /// When the file is cut or of another format or language.
    pub fn take_in_check(&self, json: &str) -> Result<(), DataError> {
        let Check { checklist } = self.content(data_files::CHECK, json)?;
        self.checklist.set(checklist);
        Ok(())
    }

    /// Takes in what the fields of the data mean ([`data_files::GUIDE`]).
    ///
    /// # Errors
    /// When the file is cut or of another format or language.
    pub fn take_in_guide(&self, json: &str) -> Result<(), DataError> {
        let Guide { fields } = self.content(data_files::GUIDE, json)?;
        self.guide.set(fields);
        Ok(())
    }

    /// Takes in the words of like meaning ([`data_files::THESAURUS`]); the search is prepared anew, with them, and corrects
    /// mistyped words from now on.
    ///
    /// # Errors
    /// When the file is cut or of another format or language.
    pub fn take_in_thesaurus(&self, json: &str) -> Result<(), DataError> {
        let Synonyms { thesaurus } = self.content(data_files::THESAURUS, json)?;
        self.thesaurus.set(thesaurus);
        self.correction.set(Correction::full());
        self.prepare_anew();
        Ok(())
    }

    /// What stands in a file of the library's language; what of it is not translated is noted.
    fn content<T: DeserializeOwned>(&self, name: &str, json: &str) -> Result<T, DataError> {
        let file: Envelope<T> = data_files::read(name, json, Some(&self.lang))?;
        let mut untranslated = self.untranslated.lock().unwrap_or_else(PoisonError::into_inner);
        untranslated.extend(file.untranslated);
        Ok(file.content)
    }

    /// Whether a text or block stands in the library's language rather than in English: `alga#summary`, `alga#step-one`,
    /// `glossary#akim`.
    pub fn is_translated(&self, id: &str) -> bool {
        !self.untranslated.lock().unwrap_or_else(PoisonError::into_inner).contains(id)
    }

    /// What the search knows besides what it began with: the texts, the words of like meaning.
    pub fn knows(&self) -> (bool, bool) {
        (self.corpus.is_set(), self.thesaurus.is_set())
    }

    fn prepare_anew(&self) {
        *self.search.lock().unwrap_or_else(PoisonError::into_inner) = Search::default();
    }

    /// The name of a dimension of the check.
    pub fn dimension(&self, id: &str) -> Option<&Value> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The same words and terms for other cases. Families, which are made of the bundled ones, go.
    #[must_use]
    pub fn holding(self, cases: Vec<CaseStudy>) -> Self {
        let corpus: Deferred<Corpus> = Deferred::default();
        corpus.set(Corpus::new(cases));
        Self { corpus, families: Deferred::default(), search: Mutex::default(), ..self }
    }

    /// Prepares the search a little further, by so many cases; says whether there is more to do. The search itself
    /// does what is left, so this only spares the first query the wait.
    pub fn prepare(&self, most: usize) -> bool {
        self.with_search(|search| {
            let searcher = search.searcher(self);
            let rest = self.corpus.cases().get(searcher.len()..).unwrap_or_default();
            for case in rest.iter().take(most) {
                searcher.add(case, &self.vocabulary);
            }
            rest.len() > most
        })
    }

    /// Does something with the search, as far as it is prepared.
    fn with_search<T>(&self, act: impl FnOnce(&mut Search) -> T) -> T {
        act(&mut self.search.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Asks the search over all cases.
    fn ask<T>(&self, query: &str, act: impl FnOnce(&Searcher, &Question) -> T) -> T {
        self.prepare(usize::MAX);
        self.with_search(|search| {
            let question = search.question(self, query);
            act(search.searcher(self), &question)
        })
    }

    /// Searches all cases; a query that asks for nothing finds nothing.
    pub fn search(&self, query: &str) -> Found {
        self.find(query).unwrap_or_default()
    }

    /// Searches all cases; `None` for a query that asks for nothing, so that every case may be shown ("how do we …").
    pub fn find(&self, query: &str) -> Option<Found> {
        self.ask(query, |searcher, question| {
            let found = searcher.search(question)?;
            let retyped = found.hits.is_empty().then(|| searcher.search_retyped(query)).flatten();
            Some(retyped.unwrap_or(found))
        })
    }

    /// The words of a text that answer a query, as bytes of the text.
    pub fn marks(&self, query: &str, text: &str) -> Vec<Range<usize>> {
        self.ask(query, |searcher, question| searcher.marks(question, text))
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
        for id in self.ask(query, |searcher, _| searcher.topics_near(query)) {
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

    /// Every case, as if it had been found: one of each oblast in turn, because the book has them oblast by oblast, and people
    /// look for their own first. Those of one oblast are in the book's order.
    pub fn everything(&self) -> Found {
        let all = self.corpus.cases();
        let round = |at: usize, case: &CaseStudy| {
            all.iter().take(at).filter(|earlier| earlier.oblast() == case.oblast()).count()
        };
        let mut cases: Vec<(usize, &CaseStudy)> =
            all.iter().enumerate().map(|(at, case)| (round(at, case), case)).collect();
        cases.sort_by_key(|(round, _)| *round);
        let hit =
            |(_, case): (usize, &CaseStudy)| Hit { slug: case.slug.clone(), ..Hit::default() };
        Found { hits: cases.into_iter().map(hit).collect(), ..Found::default() }
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

/// The search as far as it is prepared, with the last query: the texts of a case are marked by the same one, one after the
/// other.
#[derive(Debug, Default)]
struct Search {
    searcher: Option<Searcher>,
    question: Option<(String, Arc<Question>)>,
}

impl Search {
    fn searcher(&mut self, library: &Library) -> &mut Searcher {
        self.searcher.get_or_insert_with(|| {
            let stopwords = library.stopwords.clone();
            Searcher::new(&library.thesaurus, *library.correction, stopwords, Ranking::default())
        })
    }

    /// What a query asks of all cases.
    fn question(&mut self, library: &Library, query: &str) -> Arc<Question> {
        match &self.question {
            Some((known, question)) if known == query => Arc::clone(question),
            _ => {
                let question = Arc::new(self.searcher(library).question(query));
                self.question = Some((query.to_owned(), Arc::clone(&question)));
                question
            }
        }
    }
}
