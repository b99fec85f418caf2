// From the times of letters to what people read: the table of `results/typing.md`, and whether the gate is met.
import { figure, median, quantile, table } from './table.mjs';

/** Milliseconds in which all but one of twenty letters must have been answered, and in which they should have been. */
export const GATE = 50;
export const GOAL = 32;

const NAMES = { ours: '**Ours**', plain: 'Plain', react: 'React' };

/** The figures of one page. */
export const summary = ({ letters, emptied }) => ({
  median: median(letters),
  p95: quantile(letters, 0.95),
  longest: Math.max(...letters),
  emptied: median(emptied),
});

/** The whole report. */
export function markdown({ date, cores, version, busy, rounds, throttle, queries, apps }) {
  const figures = Object.entries(apps).map(([app, times]) => ({ app, ...summary(times) }));
  const ours = figures.find(({ app }) => app === 'ours');
  const verdict =
    ours.p95 <= GOAL
      ? 'the goal is met'
      : ours.p95 <= GATE
        ? 'the gate is met, the goal is not'
        : 'the gate is **not met**';
  return `${[
    '# A letter typed until its list is painted',
    `Measured by \`make bench-typing\` on ${date}, on a machine with ${cores} cores. Chromium ${version}, a phone's screen, the processor
slowed down ${throttle}×. *Plain* and *React* show the same screen (see \`first-visit.md\`); they search with MiniSearch and mark nothing.
${rounds} rounds in turns, in each of which ${queries.map((query) => `“${query}”`).join(', ')} are typed, letter by letter, with a pause
between two letters. A time is that from the key to the end of the frame that shows the list, in milliseconds; *emptied* is
the median of emptying the box, which brings all cases back.`,
    busy ? '**The machine was busy with other work; take single figures with care.**' : '',
    `## p95 of ours: ${figure(ours.p95)} ms. At most ${GATE} ms (goal ${GOAL}): ${verdict}`,
    table(
      ['', 'Median', 'p95', 'Longest', 'Emptied', 'p95 of ours ÷ this'],
      figures.map(({ app, ...times }) => [
        NAMES[app] ?? app,
        ...[times.median, times.p95, times.longest, times.emptied].map(figure),
        app === 'ours' ? '' : figure(ours.p95 / times.p95),
      ]),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}
