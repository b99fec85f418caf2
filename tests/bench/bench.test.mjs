// What the measurements rest on: records that are always the same and that our own reader accepts, misspelt words
// that are misspelt as they say, and a report that says honestly what was not reached.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { initSync, Search } from '../../target/bench/engine/bench.js';
import { words } from './cases.mjs';
import { documents } from './documents.mjs';
import { json, lines, real } from './site.mjs';
import { goals, markdown, quantile } from './table.mjs';

const document = documents(json('data/facets.json'));
const text = (line) => Object.values(document(JSON.parse(line))).join('\n');

test('a case of a number is the same every time, whatever was made before it', () => {
  const [one, other] = [lines(), lines()];
  other(30);
  for (const number of [0, 24, 25, 300, 24999]) assert.equal(one(number), other(number));
});

test('the first cases are the real ones, and the others have names of their own', () => {
  const line = lines();
  const slugs = Array.from({ length: 500 }, (_, number) => JSON.parse(line(number)).slug);
  assert.deepEqual(
    slugs.slice(0, 25),
    real().map(({ slug }) => slug),
  );
  assert.equal(new Set(slugs).size, slugs.length);
});

test('the vocabulary grows as that of real texts does, with the square root of the text or a little faster', () => {
  const line = lines();
  const known = new Set();
  const sizes = {};
  for (let number = 0; number < 2500; number++) {
    words([text(line(number))]).forEach((word) => known.add(word));
    sizes[number + 1] = known.size;
  }
  const growth = (from, to) => Math.log(sizes[to] / sizes[from]) / Math.log(to / from);
  for (const [from, to] of [
    [25, 250],
    [250, 2500],
  ]) {
    assert.ok(growth(from, to) > 0.5 && growth(from, to) < 0.6, `${from} to ${to}: ${growth(from, to)}`);
  }
});

test('our own reader accepts every case, and finds it by its name', () => {
  const file = (name) => readFileSync(new URL(`../../target/bench/engine/${name}`, import.meta.url));
  initSync({ module: file('bench_bg.wasm') });
  const line = lines();
  const search = new Search(...['core', 'thesaurus'].map((name) => file(`${name}-en.json`).toString()));
  for (let number = 0; number < 250; number++) search.receive(line(number));
  search.settle();
  for (const number of [0, 24, 25, 100, 249]) {
    const { slug, organisation } = JSON.parse(line(number));
    assert.ok(search.search(organisation.name, 3).includes(slug), organisation.name);
  }
});

test('every misspelt word has one mistake of its kind, and stands rightly in the case that is meant', () => {
  const made = {
    missed: (word, at) => word.slice(0, at) + word.slice(at + 1),
    doubled: (word, at) => word.slice(0, at) + word[at] + word.slice(at),
    swapped: (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
  };
  const { misspelt } = json('tests/bench/queries.json');
  const cases = Object.fromEntries(real().map((record) => [record.slug, words([text(JSON.stringify(record))])]));
  for (const { query, kind, meant, slug } of misspelt) {
    const right =
      kind === 'wrong'
        ? query.length === meant.length && [...query].filter((letter, at) => letter !== meant[at]).length === 1
        : [...meant].some((_, at) => made[kind](meant, at) === query);
    assert.ok(right, `${query} is not ${meant} with a letter ${kind}`);
    assert.ok(cases[slug]?.has(meant), `${slug} lacks ${meant}`);
    assert.ok(!Object.values(cases).some((known) => known.has(query)), `${query} stands in a case`);
  }
  for (const kind of ['missed', 'doubled', 'wrong', 'swapped']) {
    assert.equal(misspelt.filter((word) => word.kind === kind).length, 12, kind);
  }
});

const run = (build) => ({
  load: 1,
  read: 1,
  build,
  longest: 0,
  memory: null,
  first: [['water', 1]],
  warm: [['water', 1]],
});
const cell = (engine, size, throttle, runs, failed = null) => ({ engine, size, throttle, runs, failed });
const results = (...cells) => ({ date: '2026-01-01', cores: 2, versions: {}, kinds: { keyword: ['water'] }, cells });

test('a goal is met only if what was measured meets it', () => {
  const met = (build) => goals(results(cell('ours', 25, 1, [run(build)]), cell('minisearch', 25, 1, [run(40)])))[0].met;
  assert.deepEqual([met(10), met(11)], [true, false]);
});

test('what did not finish is said and meets no goal', () => {
  const unfinished = results(cell('ours', 2500, 4, [], 'out of memory'));
  assert.ok(markdown(unfinished).includes('did not finish: out of memory'));
  assert.ok(goals(unfinished).every(({ met }) => met === null));
});

test('a figure of 95 in 100 lies above 95 of 100 values', () => {
  const list = Array.from({ length: 100 }, (_, at) => 100 - at);
  assert.equal(quantile(list, 0.95), 95);
  assert.equal(quantile(list, 0.5), 50);
});
