// Synthetic cases: any number of records in the project's own shape, the same ones on every machine.
//
// The first 25 are the real ones. Every further one takes its structure from a real case, its sentences from blocks
// of the same section in all of them, and its names from nowhere. Its vocabulary grows by Heaps' law: after n cases
// there are about V·(n/25)^GROWTH different words, so that a dictionary of 25,000 cases is as large as one of that
// many real texts would be. Each record depends on its number alone, so they can be made in any order.
import { pick, random } from './random.mjs';

/** Heaps' exponent; 0.4 to 0.6 in English texts (Manning, Raghavan and Schütze, 2008, section 5.1.1). */
const GROWTH = 0.55;
/** The share of words that are taken from those invented for earlier cases. */
const REUSED = 0.08;
/** Shorter words are the little ones that every text has. */
const INVENTABLE = /\b[a-z]{5,}\b/g;
const SECTIONS = [
  'instruments',
  'partners',
  'funders',
  'contributions',
  'situation',
  'steps',
  'agreements',
  'obstacles',
  'results',
  'factors',
  'lessons',
  'lasts',
  'voices',
  'notes',
];

const sentences = (text) => text.split(/(?<=[.!?]) (?=\p{Lu})/u);
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** Every text of a record that a person reads. */
const texts = (record) =>
  [
    record.title,
    record.point.text,
    record.summary,
    record.organisation.text,
    ...SECTIONS.flatMap((section) => record[section]).flatMap((block) => [block.text, block.met]),
  ].filter(Boolean);

/** The different words of some texts. */
export const words = (list) => new Set(list.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));

/** Gives a function from a number, counted from 0, to that record. `real`: the real ones, in the book's order. */
export function generator(real) {
  const known = words(real.flatMap(texts)).size;
  // What words are made of here: the beginnings, middles and ends of the real ones.
  const parts = [...words(real.flatMap(texts))]
    .map((word) => word.match(/[^aeiouy]*[aeiouy]+(?:[^aeiouy]+$)?/g))
    .filter((found) => found?.length > 1);
  const starts = parts.map((found) => found[0]);
  const middles = parts.flatMap((found) => found.slice(1, -1));
  const ends = parts.map((found) => found.at(-1));
  // Sentences by section, each with the names in it that will be others.
  const pool = Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      real.flatMap((record) =>
        record[section]
          .flatMap((block) => [block.text, block.met].filter(Boolean))
          .flatMap(sentences)
          .map((text) => ({ text, names: names(record) })),
      ),
    ]),
  );
  const leads = {
    title: (record) => record.title,
    point: (record) => record.point.text,
    summary: (record) => record.summary,
  };
  for (const [field, text] of Object.entries(leads)) {
    pool[field] = real.flatMap((record) => sentences(text(record)).map((text) => ({ text, names: names(record) })));
  }
  /** How many words have been invented before this record. */
  const invented = (number) => Math.round(known * ((number / real.length) ** GROWTH - 1));

  /** The invented word of this number: of two to four parts. */
  function word(number) {
    const next = random(1, number);
    const length = Math.floor(next() * 2.5);
    return pick(starts, next) + Array.from({ length }, () => pick(middles, next)).join('') + pick(ends, next);
  }

  /** The names of an organisation and a village; a number behind a word of syllables keeps slugs apart. */
  const naming = (number) => ({
    organisation: capital(word(2 ** 30 + number)),
    settlement: capital(word(2 ** 29 + number)),
  });

  return (number) => {
    if (number < real.length) return real[number];
    const next = random(2, number);
    const record = structuredClone(pick(real, next));
    const { organisation, settlement } = naming(number);
    /** As many sentences as a text has, from the same section, with this case's names. */
    const retold = (text, section) =>
      sentences(text)
        .map(() => {
          const found = pick(pool[section], next);
          return found.text
            .replaceAll(found.names.organisation, organisation)
            .replaceAll(found.names.settlement, settlement);
        })
        .join(' ');

    Object.assign(record, {
      slug: `${organisation.toLowerCase()}-${number + 1}`,
      order: number + 1,
      title: retold(record.title, 'title'),
      summary: retold(record.summary, 'summary'),
      related: [],
    });
    record.point.text = retold(record.point.text, 'point');
    Object.assign(record.organisation, { name: organisation, spellings: [] });
    record.places.forEach((place) => Object.assign(place, { settlement, spellings: [] }));
    for (const section of SECTIONS) {
      for (const block of record[section]) {
        block.text = retold(block.text, section);
        if (block.met) block.met = retold(block.met, section);
      }
    }
    return altered(record, invented(number), invented(number + 1) - 2, next);
  };

  /** Puts the words numbered `from` up to `to` into a record, each once, and many from before. */
  function altered(record, from, to, next) {
    const places = texts(record).reduce((sum, text) => sum + (text.match(INVENTABLE)?.length ?? 0), 0);
    const fresh = Math.min(1, Math.max(0, to - from) / places);
    let number = from;
    const alter = (text) =>
      text.replace(INVENTABLE, (old) => {
        const chance = next();
        if (number < to && chance < fresh) return word(number++);
        // Early words are common ones, as in Zipf's law.
        return chance < fresh + REUSED && from > 0 ? word(Math.floor(from * next() ** 3)) : old;
      });
    record.title = alter(record.title);
    record.point.text = alter(record.point.text);
    record.summary = alter(record.summary);
    for (const block of SECTIONS.flatMap((section) => record[section])) {
      block.text = alter(block.text);
      if (block.met) block.met = alter(block.met);
    }
    record.organisation.text = alter(record.organisation.text);
    return record;
  }
}

/** The names in a case's texts that a synthetic case changes. */
function names(record) {
  const {
    organisation: { name },
    places: [{ settlement, rayon }],
  } = record;
  return { organisation: name, settlement: settlement ?? rayon ?? name };
}
