// From samples of memory over a long use to what people read: the table of `results/long-use.md`, and whether anything grows.
import { figure, median, table } from './table.mjs';

/** How much more, in hundredths, the last third of a use may show than the middle one before that is called growth; of times,
    which depend on what else the machine does, more. */
const SLACK = 5;
const SLACK_OF_TIME = 25;

const megabytes = (bytes) => `${figure(bytes / 1e6)} MB`;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;
const count = (number) => Math.round(number).toLocaleString('en');
const hundredths = (number) => number.toFixed(2);
const milliseconds = (time) => `${figure(time)} ms`;
/**
 * What is sampled: what it is called, how it and its rise are written, and how much more is no growth.
 *
 * @type {Record<string, [string, (value: number) => string, (value: number) => string, number]>}
 */
export const FIGURES = {
  heap: ['JavaScript heap in use', megabytes, kilobytes, SLACK],
  wasm: ['Memory of the WebAssembly module', megabytes, kilobytes, SLACK],
  table: ['Values of JavaScript that the module may hold', count, hundredths, SLACK],
  nodes: ['DOM nodes', count, hundredths, SLACK],
  listeners: ['Event listeners', count, hundredths, SLACK],
  documents: ['Documents', count, hundredths, SLACK],
  keystroke: ['A letter typed until its list is painted', milliseconds, milliseconds, SLACK_OF_TIME],
};

/** How much a figure rises from one sample to the next: the straight line that lies nearest to all of them. */
export function slope(values) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((all, one) => all + one, 0) / values.length;
  const [above, below] = values.reduce(
    ([up, down], value, place) => [up + (place - middle) * (value - mean), down + (place - middle) ** 2],
    [0, 0],
  );
  return below ? above / below : 0;
}

/** What became of one figure: the first third is for warming up, and the last one is held against the middle one. */
export function trend(values, slack = SLACK) {
  const third = Math.floor(values.length / 3);
  const [middle, last] = [values.slice(third, 2 * third), values.slice(2 * third)].map(median);
  return {
    first: values[0],
    half: values[values.length >> 1],
    end: values.at(-1),
    middle,
    last,
    slope: slope(values.slice(third)),
    grows: last > middle * (1 + slack / 100),
  };
}

/** The whole report. */
export function markdown({ date, version, cores, throttle, minutes, samples, said }) {
  const trends = Object.entries(FIGURES).map(([name, [title, write, rate, slack]]) => ({
    title,
    write,
    rate,
    ...trend(
      samples.map((sample) => sample[name]),
      slack,
    ),
  }));
  const signed = (rate, rise) => (Math.abs(rise) < 0.005 ? '0' : `${rise < 0 ? '−' : '+'}${rate(Math.abs(rise))}`);
  const growing = trends.filter(({ grows }) => grows).map(({ title }) => title);
  return `${[
    '# A long use',
    `Measured by \`make long-use\` on ${date}, on a machine with ${cores} cores. Chromium ${version}, a phone's screen, the processor
slowed down ${throttle}×. ${minutes} minutes without a single reload, in which this was done ${samples.length} times over: reading the list, five
searches letter by letter, filters on and off, three cases with their print and back, difficulties, words, about, offline
use; a check from its beginning through fifteen statements, its result, its plan with a file for a calendar and its
print, a case that it points to; everything erased, brought back, and erased again.`,
    `After each time the browser is made to clear away what nobody holds (twice), and is asked what is left. The first third of
the times is for warming up. A figure *grows* where the median of the last third is more than ${SLACK} % above that of the
middle third, one of time more than ${SLACK_OF_TIME} %; the rise each time is that of the straight line nearest to all samples after
warming up.`,
    growing.length ? `## What grows: ${growing.join('; ')}` : '## Nothing grows',
    table(
      ['', 'First', 'Half-way', 'Last', 'Median, middle third', 'Median, last third', 'Rise each time', ''],
      trends.map(({ title, write, rate, first, half, end, middle, last, slope: rise, grows }) => [
        title,
        ...[first, half, end, middle, last].map(write),
        signed(rate, rise),
        grows ? '**grows**' : 'does not grow',
      ]),
    ),
    `Heap, nodes, listeners and documents are what the browser tells of itself; nodes count also those that are on no page any
more but still held. The memory of a module never becomes smaller: it shows the most that was ever needed at once. The
values that it may hold are the entries of its table for them, which never becomes smaller either. A letter is timed in
the page, from the input to the frame after it, and the median of a word is taken.`,
    said.length
      ? `The console was not empty:\n\n${said.map((text) => `- ${text}`).join('\n')}`
      : 'The console stayed empty.',
  ].join('\n\n')}\n`;
}
