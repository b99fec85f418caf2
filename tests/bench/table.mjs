// From measurements to what people read: the tables of `results/search.md`, and whether the goals are met.
const NAMES = { ours: '**Ours**', minisearch: 'MiniSearch', orama: 'Orama', pagefind: 'Pagefind' };
/** A task that holds the page no longer than this is not felt as a freeze: the bound of a "good" response to input
    (web.dev, "Interaction to Next Paint"). */
const FREEZE = 200;
/** The browser names only tasks that are longer. */
const LONG_TASK = 50;

const HOW = `Every engine gets the same records in the same headless Chromium, in turns, each time in a fresh browser: at the
processor's full speed, and with it slowed down to a quarter. What stands for fairness is said in
\`tests/bench/engines/\`. Times are milliseconds; up to 250 cases the median of several browsers.

- *Load*: code and module. *Read*: from JSON text to what the engine takes; ours also checks every field.
- *Build*: the index, in slices of ten cases, so that the page can answer in between. *Longest*: the longest time the
  page stood still until then.
- *Memory*: what the page holds more than before: \`performance.measureUserAgentSpecificMemory\`, and the memory of
  WebAssembly modules, which it leaves out.
- *Median*, *p95*: over the queries of \`queries.json\`, each asked again and again in shuffled orders; what a query
  takes is the median of its times. *p95, first*: when each is asked for the first time. Where that takes too long,
  over as many as there was time for.`;

/** The value below which so large a share of a list lies. */
export function quantile(list, share) {
  if (!list.length) return NaN;
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
export const median = (list) => quantile(list, 0.5);

/** Three digits are more than such measurements are sure of. */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
const megabytes = (bytes) => (bytes === null ? '–' : `${figure(bytes / 1e6)} MB`);
export const kilobytes = (bytes) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
const speed = (throttle) => (throttle === 1 ? 'full speed' : `${throttle}× slower`);
const row = (cells) => `| ${cells.join(' | ')} |`;
export const table = (head, rows) =>
  [row(head), row(head.map((_, place) => (place ? '---:' : '---'))), ...rows.map(row)].join('\n');

/** What each query takes: the median of all the times it was asked, so that a moment in which the machine did something
    else counts for nothing. */
function perQuery(runs, entry) {
  const times = {};
  for (const [query, time] of runs.flatMap((run) => run[entry])) {
    times[query] ??= [];
    times[query].push(time);
  }
  return Object.fromEntries(Object.entries(times).map(([query, list]) => [query, median(list)]));
}

/** The figures of one engine at one size and throttle, from its runs. */
export function summary(cell) {
  const all = (entry) => cell.runs.map((run) => run[entry]);
  const [warm, first] = ['warm', 'first'].map((entry) => Object.values(perQuery(cell.runs, entry)));
  return {
    load: median(all('load')),
    read: median(all('read')),
    build: median(all('build')),
    longest: median(all('longest')),
    memory: all('memory').find((bytes) => bytes !== null) ?? null,
    median: median(warm),
    p95: quantile(warm, 0.95),
    first: quantile(first, 0.95),
  };
}

function cells(cell) {
  const who = [NAMES[cell.engine], speed(cell.throttle)];
  if (!cell.runs.length) return [...who, `did not finish: ${cell.failed}`, ...Array(7).fill('')];
  const { load, read, build, longest, memory, median: middle, p95, first } = summary(cell);
  const built = cell.prepared ? 'beforehand' : figure(build);
  return [
    ...who,
    figure(load),
    cell.prepared ? '–' : figure(read),
    built,
    longest < LONG_TASK ? `< ${LONG_TASK}` : figure(longest),
    cell.throttle === 1 ? megabytes(memory) : '',
    figure(middle),
    figure(p95),
    figure(first),
  ];
}

/** What 95 of 100 queries of each kind take, for every engine that finished. */
function byKind(kinds, measured) {
  return measured
    .filter(({ runs }) => runs.length)
    .map(({ engine, throttle, runs }) => {
      const times = perQuery(runs, 'warm');
      return [
        NAMES[engine],
        speed(throttle),
        ...Object.values(kinds).map((queries) =>
          figure(
            quantile(
              queries.map((query) => times[query]).filter((time) => time !== undefined),
              0.95,
            ),
          ),
        ),
      ];
    });
}

/** How ours compares with MiniSearch; null where one of them did not finish. */
function against(results, size, throttle) {
  const find = (engine) =>
    results.cells.find(
      (cell) => cell.engine === engine && cell.size === size && cell.throttle === throttle && cell.runs.length,
    );
  const [ours, peer] = [find('ours'), find('minisearch')];
  return ours && peer ? { ours: summary(ours), peer: summary(peer) } : null;
}

/** The goals, each with what was measured and whether it is met; `met` is null where it was not measured. */
export function goals(results) {
  const list = [];
  const goal = (name, pair, measured, met) =>
    list.push({ name, measured: pair ? measured(pair) : 'not measured', met: pair ? met(pair) : null });
  for (const throttle of [1, 4]) {
    const pair = against(results, 25, throttle);
    goal(
      `25 cases, ${speed(throttle)}: the index is built in at most a quarter of MiniSearch's time`,
      pair,
      ({ ours, peer }) => `${figure(ours.build / peer.build)} of it`,
      ({ ours, peer }) => ours.build <= peer.build / 4,
    );
    goal(
      `25 cases, ${speed(throttle)}: 95 of 100 queries answered no later than by MiniSearch`,
      pair,
      ({ ours, peer }) => `${figure(ours.p95 / peer.p95)} of its time`,
      ({ ours, peer }) => ours.p95 <= peer.p95,
    );
  }
  const { ours, orama } = results.misspelt?.found ?? {};
  goal(
    'as many misspelt queries found as by Orama, or more',
    ours !== undefined && orama !== undefined,
    () => `${ours} and ${orama} of ${results.misspelt.asked}`,
    () => ours >= orama,
  );
  const large = results.cells.find(
    (cell) => cell.engine === 'ours' && cell.size === 2500 && cell.throttle === 4 && cell.runs.length,
  );
  goal(
    '2,500 cases, 4× slower: 95 of 100 queries answered in less than 100 ms',
    large && summary(large),
    ({ p95 }) => `${figure(p95)} ms`,
    ({ p95 }) => p95 < 100,
  );
  goal(
    `2,500 cases, 4× slower: the page never stands still for longer than ${FREEZE} ms while the index is built`,
    large && summary(large),
    ({ longest }) => `${figure(longest)} ms`,
    ({ longest }) => longest <= FREEZE,
  );
  return list;
}

export const verdict = (met) => (met === null ? '–' : met ? 'met' : 'not met');

function ratios(results, sizes) {
  return table(
    ['Cases', 'Processor', 'Build', 'p95'],
    sizes.flatMap((size) =>
      [1, 4].map((throttle) => {
        const pair = against(results, size, throttle);
        return [
          size.toLocaleString('en'),
          speed(throttle),
          ...(pair ? [figure(pair.ours.build / pair.peer.build), figure(pair.ours.p95 / pair.peer.p95)] : ['–', '–']),
        ];
      }),
    ),
  );
}

function ofSize(results, size) {
  const measured = results.cells.filter((cell) => cell.size === size);
  const { prepared } = measured.find((cell) => cell.prepared) ?? {};
  return [
    `## ${size.toLocaleString('en')} cases`,
    table(
      ['', 'Processor', 'Load', 'Read', 'Build', 'Longest', 'Memory', 'Median', 'p95', 'p95, first'],
      measured.map(cells),
    ),
    ...(measured.some(({ runs }) => runs.length)
      ? [
          'p95 by what is asked:',
          table(['', 'Processor', ...Object.keys(results.kinds)], byKind(results.kinds, measured)),
        ]
      : []),
    ...(prepared
      ? [`Pagefind's index was built beforehand, outside the browser, in ${figure(prepared / 1000)} s.`]
      : []),
  ];
}

function misspelt({ asked, found, missed }) {
  const named = (queries) => (queries.length > 12 ? `${queries.length} of them` : queries.join(', '));
  return [
    '## Misspelt queries, 25 cases',
    `Of ${asked} words with one letter missed, doubled, wrong or swapped, so many show the case that is meant among the
first three.`,
    table(
      ['', 'Found', 'Not found'],
      Object.keys(found).map((engine) => [NAMES[engine], `${found[engine]}`, named(missed[engine])]),
    ),
  ];
}

function bytes(weights) {
  return [
    '## Bytes of a first visit',
    `Brotli 11, without the records. Ours has the reader of records and its word lists in it; in the app it shares much of
its code with the rest. Pagefind fetches of its index what a query needs.`,
    table(
      ['', 'Code', 'Index, 25 cases'],
      Object.entries(weights).map(([engine, { code, index }]) => [
        NAMES[engine],
        kilobytes(code),
        index ? kilobytes(index) : 'built on the phone',
      ]),
    ),
  ];
}

/** The whole report. */
export function markdown(results) {
  const sizes = [...new Set(results.cells.map((cell) => cell.size))];
  const versions = Object.entries(results.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  const parts = [
    '# The search beside others',
    `Measured by \`make bench\` on ${results.date}, on a machine with ${results.cores} cores. ${versions}.`,
    HOW,
    ...(results.busy ? ['**The machine was busy with other work; take single figures with care.**'] : []),
    '## Goals',
    table(
      ['Goal', 'Measured', ''],
      goals(results).map(({ name, measured, met }) => [name, measured, verdict(met)]),
    ),
    '## Ours ÷ MiniSearch',
    ratios(results, sizes),
    ...sizes.flatMap((size) => ofSize(results, size)),
    ...(results.misspelt ? misspelt(results.misspelt) : []),
    ...(results.weights ? bytes(results.weights) : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
