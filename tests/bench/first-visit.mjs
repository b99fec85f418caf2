// `make bench-first`: visits the app and its two twins for the first time, on slow networks, and writes
// `results/first-visit.md`.
//
//   node tests/bench/first-visit.mjs 2
//
// The number is that of rounds. Times are reported, never asserted: whatever it finds, it ends well.
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
import { ROOT, json } from './site.mjs';
import { TWINS, buildTwins } from './twins/build.mjs';
import { markdown } from './visit-table.mjs';
import { NETWORKS, THROTTLE, visit } from './visit.mjs';

/** Rounds of a run that is kept. */
const ROUNDS = 5;
/** What is typed, a case that it finds in every one of the pages, and how many cases there are. */
const TYPED = { word: 'irrigation', slug: 'araket', all: 25 };

const say = (text) => process.stderr.write(`· ${text}\n`);
const rounds = Number(process.argv[2] || ROUNDS);
const pages = { ours: join(ROOT, 'dist'), ...TWINS };
if (!Number.isInteger(rounds) || rounds < 1 || !existsSync(join(pages.ours, 'index.html'))) {
  console.error('It needs a release (make build) and a number of rounds; for example: make bench-first ROUNDS=2');
  process.exit(2);
}

async function versions() {
  const browser = await launch();
  const chromium = browser.version();
  await browser.close();
  const pinned = json('tests/bench/package.json').devDependencies;
  return { Chromium: chromium, MiniSearch: pinned.minisearch, React: pinned.react };
}

/** One visit, or in words for the table why there was none. */
async function measure(app, url, network) {
  try {
    return { app, network, ...(await visit(url, network, TYPED)) };
  } catch (error) {
    const failed = error.message.split('\n')[0];
    say(`${app}, ${network}: ${failed}`);
    return { app, network, failed };
  }
}

await buildTwins();
const hosts = {};
for (const [app, folder] of Object.entries(pages)) hosts[app] = await serve(folder, { brotli: 11 });
const apps = Object.keys(pages);
const results = {
  date: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  versions: await versions(),
  busy: false,
  rounds,
  throttle: THROTTLE,
  word: TYPED.word,
  networks: Object.keys(NETWORKS),
  speeds: NETWORKS,
  visits: [],
};
// A visit that does not count: the server compresses a file when it is first asked for.
for (const app of apps) await measure(app, hosts[app].url, 'fast 3G');
for (const network of results.networks) {
  for (let round = 0; round < rounds; round++) {
    say(`${network}, round ${round + 1} of ${rounds}`);
    // In turns, so that a slow moment of the machine meets all of them, and none is always the first.
    for (let place = 0; place < apps.length; place++) {
      const app = apps[(round + place) % apps.length];
      results.visits.push(await measure(app, hosts[app].url, network));
      // Our own work keeps little more than one processor at work.
      results.busy ||= loadavg()[0] > cpus().length;
    }
  }
}
await Promise.all(Object.values(hosts).map((host) => host.close()));
const report = markdown(results);
console.log(report);
if (rounds >= ROUNDS) writeFileSync(new URL('results/first-visit.md', import.meta.url), report);
else say(`Not written to results/first-visit.md: only a run of ${ROUNDS} rounds or more is kept.`);
