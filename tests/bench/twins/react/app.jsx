// The list of cases in React, as its own documentation would have it built: an empty page that one script fills, state
// in hooks, cards that are drawn again only when they change. The data is on its way before the script is.
import { memo, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { drawn, open, organisation, tags } from '../model.mjs';

const arriving = fetch('data.json')
  .then((answer) => answer.json())
  .then(open);
const PAGES = {
  '#/': 'Cases',
  '#/difficulties': 'Problems',
  '#/check': 'Check',
  '#/more': 'More',
};

const Top = memo(() => (
  <header className="top">
    <div className="top-bar">
      <a className="top-name" href="#/">
        Ashar
      </a>
      <nav className="top-nav" aria-label="Main">
        {Object.entries(PAGES).map(([href, name]) => (
          <a key={href} href={href} aria-current={href === '#/' ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
    </div>
  </header>
));

const Foot = memo(() => (
  <footer className="foot">
    <p>All facts are as of 2006. People, offices and laws may have changed since.</p>
    <p>No account, no tracking. What you enter stays on this device.</p>
  </footer>
));

function Intro({ query, onQuery }) {
  return (
    <section className="intro">
      <h1>How people and government solved problems together</h1>
      <p className="intro-lead">
        25 cases from villages and towns in Kyrgyzstan, up to 2006. Find one like yours and see what people did, what
        went wrong and what helped.
      </p>
      <label className="search-label" htmlFor="search">
        Search all cases
      </label>
      <input
        className="search"
        id="search"
        type="search"
        autoComplete="off"
        placeholder="water, rubbish, budget …"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
    </section>
  );
}

const Card = memo(({ library, entry }) => (
  <li className="card" data-case={entry.slug} data-oblast={entry.values.oblast[0]}>
    <p className="card-place">{entry.line}</p>
    <h2>
      <a href={`#/cases/${entry.slug}`}>{entry.title}</a>
    </h2>
    <p className="card-text">{entry.point}</p>
    <ul className="tags">
      {tags(library, entry).map((topic) => (
        <li key={topic}>{topic}</li>
      ))}
    </ul>
    <p className="card-by">{organisation(entry)}</p>
  </li>
));

const Tick = memo(({ facet, value, label, count, checked, onTick }) => (
  <label className="tick">
    <input type="checkbox" name={facet} value={value} checked={checked} onChange={() => onTick(facet, value)} />
    <span className="tick-name">{label}</span>
    <span className="tick-count">{count}</span>
  </label>
));

function Facet({ facet: { id, label, hint, values }, counts, chosen, onTick }) {
  return (
    <details className="facet">
      <summary>{label}</summary>
      <fieldset>
        <legend>{hint}</legend>
        {values.map((value) => (
          <Tick
            key={value.id}
            facet={id}
            value={value.id}
            label={value.label}
            count={counts[value.id]}
            checked={chosen.includes(value.id)}
            onTick={onTick}
          />
        ))}
      </fieldset>
    </details>
  );
}

/** The chosen values with one turned over. */
function toggled(chosen, facet, value) {
  const values = chosen[facet] ?? [];
  const others = values.filter((known) => known !== value);
  return { ...chosen, [facet]: others.length < values.length ? others : [...values, value] };
}

const NONE = [];

function App() {
  const [library, setLibrary] = useState(null);
  const [ready, setReady] = useState(false);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState({});
  // The same function every time, so that only the ticks that change are drawn again.
  const tick = useMemo(() => (facet, value) => setChosen((before) => toggled(before, facet, value)), []);

  useEffect(() => {
    arriving.then(setLibrary);
  }, []);
  useEffect(() => {
    if (library)
      drawn()
        .then(library.prepare)
        .then(() => setReady(true));
  }, [library]);
  useEffect(() => {
    if (ready) document.documentElement.dataset.ready = 'true';
  }, [ready]);

  // `ready` is among the reasons for a new list: what was typed before can be answered then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the library is prepared in place
  const list = useMemo(() => library?.list(query, chosen), [library, ready, query, chosen]);
  return (
    <>
      <Top />
      <main>
        <Intro query={query} onQuery={setQuery} />
        <div className="browse">
          <form className="filters">
            <details>
              <summary className="filters-title">Filter the cases</summary>
              {library?.facets.map((facet) => (
                <Facet
                  key={facet.id}
                  facet={facet}
                  counts={list.counts[facet.id]}
                  chosen={chosen[facet.id] ?? NONE}
                  onTick={tick}
                />
              ))}
              <button className="clear" type="button" onClick={() => setChosen({})}>
                Clear all filters
              </button>
            </details>
          </form>
          <section className="results" aria-label="Cases">
            <p className="count" role="status">
              {list ? (
                <>
                  <span data-count={list.shown.length}>{list.shown.length}</span>
                  {list.shown.length === 1 ? ' case' : ' cases'}
                </>
              ) : (
                'Loading the cases …'
              )}
            </p>
            {list?.shown.length === 0 && (
              <p className="empty">No case matches all of this. Clear a filter, or try a simpler word.</p>
            )}
            <ol className="cards">
              {list?.shown.map((entry) => (
                <Card key={entry.slug} library={library} entry={entry} />
              ))}
            </ol>
          </section>
        </div>
      </main>
      <Foot />
    </>
  );
}

createRoot(document.getElementById('root')).render(<App />);
