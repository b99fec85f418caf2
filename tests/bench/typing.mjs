// `make bench-typing`: types searches letter by letter into the app and its two twins on a slow processor, and writes
// `results/typing.md`.
//
//   node tests/bench/typing.mjs 3
//   node tests/bench/typing.mjs 3 before=/tmp/older-release
//
// The number is that of rounds; further releases of the app can be named to measure them beside. Times are reported, never
// asserted: whatever it finds, it ends well.
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { PHONE, launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
import { ROOT } from './site.mjs';
import { TWINS, buildTwins } from './twins/build.mjs';
import { markdown } from './typing-table.mjs';
import { THROTTLE } from './visit.mjs';

/** Rounds of a run that is kept. */
const ROUNDS = 3;
/** What is typed: words that are found, mistyped, in another alphabet, of like meaning, and nowhere. */
const QUERIES = ['irrigation canal', 'kindergaten', 'ФАП', 'таза суу', 'refugees', 'budget hearing', 'zzqx'];
/** Milliseconds between two letters: fast, for a person. */
const BETWEEN = 120;
/** Milliseconds until everything that a visit begins with is over. */
const SETTLE = 2000;

const say = (text) => process.stderr.write(`· ${text}\n`);
const rounds = Number(process.argv[2] || ROUNDS);
const others = Object.fromEntries(process.argv.slice(3).map((pair) => pair.split('=')));
const pages = { ours: join(ROOT, 'dist'), ...others, ...TWINS };
if (!Number.isInteger(rounds) || rounds < 1 || !existsSync(join(pages.ours, 'index.html'))) {
  console.error('It needs a release (make build) and a number of rounds; for example: make bench-typing ROUNDS=1');
  process.exit(2);
}

/** Runs in the page: notes how long each letter takes, from the moment of the key to the end of the frame that shows its list. */
function watch() {
  globalThis.letters = [];
  addEventListener(
    'input',
    (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'search') return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          globalThis.letters.push(performance.now() - event.timeStamp);
        };
        port2.postMessage(null);
      });
    },
    true,
  );
}

/** Types every query into a page, and gives the times of the letters and of the box being emptied again. */
async function measure(browser, url) {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(url);
    await page.waitForSelector('html[data-ready="true"]');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.waitForTimeout(SETTLE);
    const box = page.locator('input[type=search]');
    await box.click();
    const press = async (act) => {
      const before = await page.evaluate(() => globalThis.letters.length);
      await act();
      await page.waitForFunction((length) => globalThis.letters.length > length, before);
      await page.waitForTimeout(BETWEEN);
      return page.evaluate(() => globalThis.letters.at(-1));
    };
    const times = { letters: [], emptied: [] };
    // The first query does not count: with it the page fetches what only a search needs.
    for (const [place, query] of [QUERIES[0], ...QUERIES].entries()) {
      const letters = [];
      for (const letter of query) letters.push(await press(() => page.keyboard.insertText(letter)));
      await box.selectText();
      const emptied = await press(() => page.keyboard.press('Backspace'));
      if (place === 0) {
        await page.waitForTimeout(SETTLE);
      } else {
        times.letters.push(...letters);
        times.emptied.push(emptied);
      }
    }
    return times;
  } finally {
    await context.close();
  }
}

await buildTwins();
const hosts = {};
for (const [app, folder] of Object.entries(pages)) hosts[app] = await serve(folder);
const apps = Object.keys(pages);
const browser = await launch();
const results = {
  date: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  version: browser.version(),
  busy: false,
  rounds,
  throttle: THROTTLE,
  queries: QUERIES,
  apps: Object.fromEntries(apps.map((app) => [app, { letters: [], emptied: [] }])),
};
for (let round = 0; round < rounds; round++) {
  // In turns, so that a slow moment of the machine meets all of them.
  for (let place = 0; place < apps.length; place++) {
    const app = apps[(round + place) % apps.length];
    say(`round ${round + 1} of ${rounds}, ${app}`);
    const times = await measure(browser, hosts[app].url);
    for (const kind of ['letters', 'emptied']) results.apps[app][kind].push(...times[kind]);
    results.busy ||= loadavg()[0] > cpus().length;
  }
}
await browser.close();
await Promise.all(Object.values(hosts).map((host) => host.close()));
const report = markdown(results);
console.log(report);
if (rounds >= ROUNDS && !Object.keys(others).length) {
  writeFileSync(new URL('results/typing.md', import.meta.url), report);
} else {
  say(`Not written to results/typing.md: only a run of ${ROUNDS} rounds or more, without further releases, is kept.`);
}
