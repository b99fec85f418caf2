// A record as a flat document of six fields, for searches that know nothing of records: the same texts, in the same
// fields, that our own search reads (`Index::add` in `src/domain/search/`). One case is one document for everybody.
const FACETS_IN_TOPICS = {
  topic: (record) => record.topics,
  beneficiary: (record) => record.beneficiaries,
  obstacle: (record) => record.obstacles.map((block) => block.kind),
  instrument: (record) => record.instruments.map((block) => block.kind),
  partner: (record) => record.partners.map((block) => block.kind),
  funder: (record) => record.funders.map((block) => block.kind),
};

export const FIELDS = ['title', 'organisation', 'place', 'topics', 'point', 'summary', 'blocks'];
/** What a word counts in each field: the numbers of our own ranking, for those that can weigh fields. */
export const BOOST = { title: 6, organisation: 6, place: 5, topics: 4, point: 3, summary: 3, blocks: 1 };

/** Gives a function from records to documents; `facets`: the content of `data/facets.json`. */
export function documents(facets) {
  const labels = Object.fromEntries(
    facets.facets.map((facet) => [facet.id, Object.fromEntries(facet.values.map((value) => [value.id, value.label]))]),
  );
  const label = (facet, id) => labels[facet][id] ?? id;
  return (record) => ({
    id: record.slug,
    title: record.title,
    organisation: [record.organisation.name, ...record.organisation.spellings].join('\n'),
    place: record.places
      .flatMap((place) => [label('oblast', place.oblast), place.rayon, place.settlement, ...place.spellings])
      .filter(Boolean)
      .join('\n'),
    topics: Object.entries(FACETS_IN_TOPICS)
      .flatMap(([facet, values]) => [...new Set(values(record))].map((id) => label(facet, id)))
      .join('\n'),
    point: record.point.text,
    summary: record.summary,
    blocks: [
      record.organisation.text,
      ...Object.values(record)
        .filter(Array.isArray)
        .flat()
        .flatMap((block) => [block.text, block.name, block.role, block.met]),
    ]
      .filter(Boolean)
      .join('\n'),
  });
}
