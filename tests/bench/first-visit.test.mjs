// The report of first visits says honestly what was measured and what was not reached.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goals, markdown, summary } from './visit-table.mjs';
import { NETWORKS } from './visit.mjs';

const visit = (app, time, more = {}) => ({
  app,
  network: 'slow 3G',
  paint: time,
  largest: time,
  cases: time,
  search: time,
  shift: 0,
  bytes: { page: 1000, service_worker: 10 },
  requests: { page: 4, service_worker: 1 },
  ...more,
});
const results = (...visits) => ({
  date: '2026-01-01',
  cores: 2,
  versions: {},
  rounds: 5,
  throttle: 4,
  word: 'water',
  networks: ['slow 3G'],
  speeds: NETWORKS,
  visits,
});

test("paint must take half of the plain page's time, the search box no more than React's", () => {
  const met = (ours) =>
    goals(results(visit('ours', ours), visit('plain', 2000), visit('react', 1500))).map((goal) => goal.met);
  assert.deepEqual(met(1000), [true, true, true]);
  assert.deepEqual(met(1001), [false, false, true]);
  assert.deepEqual(met(1501), [false, false, false]);
});

test('a page that did not answer is said and meets no goal', () => {
  const late = results(visit('ours', 0, { failed: 'no answer within 90 s' }), visit('plain', 2000));
  assert.ok(goals(late).every(({ met }) => met === null));
  assert.match(markdown(late), /\*\*Ours\*\* \| did not finish: no answer within 90 s/);
});

test('what a service worker asks for is counted with the rest', () => {
  const { bytes, requests, workerBytes } = summary(results(visit('ours', 1000)), 'ours', 'slow 3G');
  assert.deepEqual([bytes, requests, workerBytes], [1010, 5, 10]);
});
