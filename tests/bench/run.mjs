// `make bench`: measures our search and three others in the same browser, and writes `results/search.md`.
//
//   node tests/bench/run.mjs 25,250
//
// Speed is reported, never asserted: whatever it finds, it ends well. What takes too long or too much memory is
// broken off and said so.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
import { ENGINES, SITE, json, lines, weights, writePage, writePagefind } from './site.mjs';
import { markdown } from './table.mjs';

/** How each size is measured: fresh browsers, warm passes over the queries in each, seconds until one is broken off. */
const PLAN = {
  25: { runs: 15, passes: 4, limit: 60 },
  250: { runs: 3, passes: 3, limit: 60 },
  2500: { runs: 1, passes: 3, limit: 120 },
  25000: { runs: 1, passes: 1, limit: 150 },
};
/** Seconds for everything; what has not begun by then is left out. */
const ALL = 15 * 60;
/** Seconds for an index that is built outside the browser. */
const BEFOREHAND = 120;
/** Records a request. */
const CHUNK = 100;
/** Hits a query, for every engine. */
const MOST = 10;

const { misspelt, ...others } = json('tests/bench/queries.json');
const kinds = { ...others, misspelt: misspelt.map(({ query }) => query) };
const queries = Object.values(kinds).flat();
const began = performance.now();
const seconds = () => (performance.now() - began) / 1000;
const say = (text) => process.stderr.write(`· ${text}\n`);

const sizes = (process.argv[2] || Object.keys(PLAN).join(',')).split(',').map(Number);
if (sizes.some((size) => !PLAN[size])) {
  console.error(`Sizes are ${Object.keys(PLAN).join(', ')}; for example: make bench SIZES=25,250`);
  process.exit(2);
}

/** Answers for records, and lets the page use the fine clock. */
function answers() {
  const line = lines();
  return (request, response, path) => {
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    const [, size, from] = path.match(/^\/records\/(\d+)\/(\d+)$/) ?? [];
    if (!size) return false;
    const count = Math.min(CHUNK, size - from);
    const text = Array.from({ length: count }, (_, at) => line(Number(from) + at)).join('\n');
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    return true;
  };
}

/** One engine in one fresh browser. Throws what went wrong, in words for the table. */
async function once(host, engine, size, throttle) {
  const { passes, limit } = PLAN[size];
  const browser = await launch(['--enable-blink-features=ForceEagerMeasureMemory']);
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await page.goto(host.url);
    await page.waitForFunction(() => globalThis.measure);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    let watch;
    const broken = new Promise((_, reject) => {
      watch = setTimeout(() => reject(new Error(`more than ${limit} s`)), limit * 1000);
      page.once('crash', () => reject(new Error('out of memory')));
    });
    const measured = page.evaluate((options) => globalThis.measure(options), {
      base: host.url,
      engine,
      size,
      queries,
      passes,
      chunk: CHUNK,
      most: MOST,
      memory: throttle === 1,
      patience: (limit * 1000) / 4,
    });
    // A page that was broken off has nothing more to say.
    measured.catch(() => {});
    return await Promise.race([measured, broken]).finally(() => clearTimeout(watch));
  } finally {
    await browser.close();
  }
}

/** Every engine at one size and throttle, in turns, so that a slow moment of the machine meets all of them. */
async function measure(host, size, throttle, prepared, before) {
  const late = prepared === null ? 'its index was not built in the time there was' : null;
  const cells = ENGINES.map((engine) => ({
    engine,
    size,
    throttle,
    runs: [],
    failed: null,
    ...(engine === 'pagefind' && { prepared, failed: late }),
  }));
  for (let run = 0; run < PLAN[size].runs; run++) {
    for (const cell of cells.filter(({ failed }) => !failed)) {
      const hopeless = before.find(({ engine, failed }) => engine === cell.engine && failed);
      try {
        if (seconds() > ALL) throw new Error('the time for the whole run was up');
        if (hopeless) throw new Error(`${hopeless.failed}, at full speed already`);
        cell.runs.push(await once(host, cell.engine, size, throttle));
      } catch (error) {
        cell.failed = error.message.split('\n')[0];
        say(`${cell.engine}: ${cell.failed}`);
      }
    }
  }
  return cells;
}

/** How many misspelt queries show the case that is meant, for each engine. */
function tolerance(cells) {
  const found = {};
  const missed = {};
  for (const {
    engine,
    runs: [run],
  } of cells.filter(({ runs }) => runs.length)) {
    missed[engine] = misspelt.filter(({ query, slug }) => !run.firsts[query]?.includes(slug)).map(({ query }) => query);
    found[engine] = misspelt.length - missed[engine].length;
  }
  return { asked: misspelt.length, found, missed };
}

async function versions() {
  const browser = await launch();
  const chromium = browser.version();
  await browser.close();
  const pinned = json('tests/bench/package.json').devDependencies;
  return {
    Chromium: chromium,
    MiniSearch: pinned.minisearch,
    Orama: pinned['@orama/orama'],
    Pagefind: pinned.pagefind,
  };
}

await writePage();
const host = await serve(SITE, { on: answers() });
const results = {
  date: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  versions: await versions(),
  kinds,
  busy: false,
  cells: [],
};
for (const size of sizes) {
  // Our own work keeps little more than one processor at work.
  results.busy ||= loadavg()[0] > cpus().length;
  say(`${size} cases: Pagefind's index is built beforehand (${Math.round(seconds())} s)`);
  const prepared = await writePagefind(size, Math.min(BEFOREHAND, ALL - seconds()));
  host.reload();
  let before = [];
  for (const throttle of [1, 4]) {
    say(`${size} cases, processor slowed down ${throttle}× (${Math.round(seconds())} s)`);
    before = await measure(host, size, throttle, prepared, before);
    results.cells.push(...before);
  }
}
await host.close();
if (sizes.includes(25)) {
  results.misspelt = tolerance(results.cells.filter(({ size, throttle }) => size === 25 && throttle === 1));
  results.weights = weights(25);
}
const report = markdown(results);
console.log(report);
// The sizes that the goals are about.
if (sizes.includes(25) && sizes.includes(2500)) {
  writeFileSync(new URL('results/search.md', import.meta.url), report);
} else {
  say('Not written to results/search.md: only a run with 25 and 2,500 cases is kept.');
}
