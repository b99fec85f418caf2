// The report of typing says whether letters are answered in time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown, summary } from './typing-table.mjs';

const times = (letter) => ({ letters: [...Array(19).fill(letter), 10 * letter], emptied: [letter] });
const report = (letter) =>
  markdown({
    date: '2026-01-01',
    cores: 2,
    version: '1',
    busy: false,
    rounds: 3,
    throttle: 4,
    queries: ['water'],
    apps: { ours: times(letter), plain: times(20), react: times(40) },
  });

test('one letter of twenty may take longer', () => {
  assert.deepEqual(summary(times(20)), { median: 20, p95: 20, longest: 200, emptied: 20 });
});

test('the report says whether gate and goal are met, and how the others do', () => {
  assert.match(report(32), /the goal is met/);
  assert.match(report(33), /the gate is met, the goal is not/);
  assert.match(report(51), /the gate is \*\*not met\*\*/);
  assert.match(report(40), /\| React \| 40\.0 \| 40\.0 \| 400 \| 40\.0 \| 1\.00 \|/);
});
