// What both twins know without a page: which cases the search and the filters leave, and how many each value would.
// MiniSearch has the settings of the search bench, except that a case must have every word, so that each further word
// narrows.
import MiniSearch from 'minisearch';
import { BOOST, FIELDS } from '../documents.mjs';

const SETTINGS = { prefix: true, fuzzy: 0.2, boost: BOOST, combineWith: 'AND' };

/** Opens the content of `data.json`. `chosen` is everywhere an object with the chosen values of each filter. */
export function open({ facets, cases }) {
  const names = new Map(facets.flatMap((facet) => facet.values.map(({ id, label }) => [`${facet.id} ${id}`, label])));
  const name = (facet, value) => names.get(`${facet} ${value}`) ?? value;
  const topics = (entry) => facets.flatMap((facet) => entry.values[facet.id].map((value) => name(facet.id, value)));
  const bySlug = new Map(cases.map((entry) => [entry.slug, entry]));
  const index = new MiniSearch({
    idField: 'slug',
    fields: FIELDS,
    searchOptions: SETTINGS,
    extractField: (entry, field) => (field === 'topics' ? topics(entry).join('\n') : entry[field]),
  });
  let indexed = false;

  /** Whether a case has, in every filter with chosen values but one, at least one of them. */
  const passes = (entry, chosen, except) =>
    facets.every(
      ({ id }) => id === except || !chosen[id]?.length || chosen[id].some((value) => entry.values[id].includes(value)),
    );

  return {
    facets,
    cases,
    name,
    /** Reads the texts for the search, in slices, so that the page answers in between. */
    async prepare() {
      await index.addAllAsync(cases, { chunkSize: 10 });
      indexed = true;
    },
    /** The cases that are left, and for each value of a filter how many it would leave. Values of one filter widen. */
    list(query, chosen) {
      const asks = indexed && query.trim() !== '';
      const found = asks ? index.search(query).map((hit) => bySlug.get(hit.id)) : cases;
      const counts = {};
      for (const { id, values } of facets) {
        const others = found.filter((entry) => passes(entry, chosen, id));
        counts[id] = Object.fromEntries(
          values.map((value) => [value.id, others.filter((entry) => entry.values[id].includes(value.id)).length]),
        );
      }
      return { shown: found.filter((entry) => passes(entry, chosen)), counts };
    },
  };
}

/** Resolves when the frame that is due now has been drawn: first the cases, then work that would hold them up. */
export const drawn = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** The first topics of a case, as its card names them. */
export const tags = (library, entry) => entry.values.topic.slice(0, 3).map((topic) => library.name('topic', topic));
/** The name of an organisation, without its other spellings. */
export const organisation = (entry) => entry.organisation.split('\n')[0];
