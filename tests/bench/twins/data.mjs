// The cases as a twin fetches them: made from the app's own data when the twins are built, so that nothing stands in the
// repository twice. Only what the screen shows and searches is in it; a twin pays for nothing else.
import { documents } from '../documents.mjs';
import { json, real } from '../site.mjs';

const { facets } = json('data/facets.json');
const document = documents({ facets });
const label = (facet, id) =>
  facets.find((list) => list.id === facet).values.find((value) => value.id === id)?.label ?? id;

/** The values by which a case is found in each filter. */
const FACETS = {
  topic: (record) => record.topics,
  oblast: (record) => record.places.map((place) => place.oblast),
  obstacle: (record) => record.obstacles.map((block) => block.kind),
  instrument: (record) => record.instruments.map((block) => block.kind),
  partner: (record) => record.partners.map((block) => block.kind),
  beneficiary: (record) => record.beneficiaries,
  funder: (record) => record.funders.map((block) => block.kind),
};

/** Where a case took place, in one line. */
function place({ places: [{ oblast, rayon, settlement }] }) {
  return [label('oblast', oblast), rayon && `${rayon} rayon`, settlement].filter(Boolean).join(' · ');
}

/** A case: the texts that every search in this folder reads, what its card shows, and its values in each filter. */
function entry(record) {
  // The names of its topics follow from its values.
  const { id, topics, ...texts } = document(record);
  const values = Object.entries(FACETS).map(([facet, read]) => [facet, [...new Set(read(record))]]);
  return { slug: id, line: place(record), ...texts, values: Object.fromEntries(values) };
}

/** The content of `data.json`. A filter has only the values that some case has. */
export function data() {
  const cases = real().map(entry);
  const used = (facet) =>
    facets
      .find((list) => list.id === facet)
      .values.filter((value) => cases.some((entry) => entry.values[facet].includes(value.id)));
  return {
    facets: Object.keys(FACETS).map((facet) => {
      const { id, label, hint } = facets.find((list) => list.id === facet);
      return { id, label, hint, values: used(facet) };
    }),
    cases,
  };
}
