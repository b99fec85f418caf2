// The report of a long use tells growth from noise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIGURES, markdown, slope, trend } from './growth.mjs';

const line = (length, value) => Array.from({ length }, (_, place) => value(place));

test('what rises by the same each time has that as its slope, and noise around one value has none', () => {
  assert.equal(slope(line(9, (place) => 100 + 3 * place)), 3);
  assert.equal(slope([5, 6, 5, 6, 5]), 0);
  assert.equal(slope([7]), 0);
});

test('what rises only while it warms up does not grow', () => {
  assert.equal(trend(line(30, (place) => 100 + Math.min(place, 9) * 10)).grows, false);
});

test('what goes on rising grows, and what rises by a hair does not', () => {
  assert.equal(trend(line(30, (place) => 100 + place)).grows, true);
  assert.equal(trend(line(30, (place) => 1000 + place)).grows, false);
});

test('the report says which figure grows, and what the console said', () => {
  const sample = (place) => ({
    ...Object.fromEntries(Object.keys(FIGURES).map((name) => [name, 1000])),
    nodes: 1000 + 100 * place,
  });
  const report = markdown({
    date: '2026-01-01',
    version: '1',
    cores: 2,
    throttle: 4,
    minutes: 3,
    samples: line(12, sample),
    said: ['oh'],
  });
  assert.match(report, /## What grows: DOM nodes\n/);
  assert.match(report, /\| DOM nodes \|.*\| \*\*grows\*\* \|/);
  assert.match(report, /\| Event listeners \|.*\| does not grow \|/);
  assert.match(report, /- oh/);
});
