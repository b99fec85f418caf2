// `make long-use`: uses the app for half an hour as a script would, on a slow processor and without a reload, and writes into
// `results/long-use.md` whether anything grows without end.
//
//   node tests/bench/long-use.mjs 30
//
// The number is that of minutes; a short use is told but not kept. Growth is reported, never asserted.
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { PHONE, launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
import { FIGURES, markdown } from './growth.mjs';
import { words } from '../e2e/words.mjs';

/** How many times slower the processor is. */
const THROTTLE = 4;
/** Minutes of a use that is kept. */
const KEPT = 10;
/** Milliseconds that a step may take on a slow processor beside other work. */
const PATIENCE = 30_000;

const minutes = Number(process.argv[2] || 30);
const dist = new URL('../../dist', import.meta.url).pathname;
if (!(minutes > 0) || !existsSync(join(dist, 'index.html'))) {
  console.error('It needs a release (make build) and a number of minutes; for example: make long-use MINUTES=3');
  process.exit(2);
}

/** Keeps hold of the memory and the tables of every module, which the page shows to nobody. */
function watch() {
  window.modules = { memories: new Set(), tables: new Set() };
  const note = ({ exports }) =>
    Object.values(exports).forEach((one) => {
      if (one instanceof WebAssembly.Memory) window.modules.memories.add(one);
      if (one instanceof WebAssembly.Table) window.modules.tables.add(one);
    });
  for (const way of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      note(made.instance ?? made);
      return made;
    };
  }
}

const browser = await launch();
const host = await serve(dist);
const profile = await browser.newContext({ viewport: PHONE, hasTouch: true, acceptDownloads: true });
const page = await profile.newPage();
page.setDefaultTimeout(PATIENCE);
const said = [];
page.on('console', (message) => said.push(message.text()));
page.on('pageerror', (error) => said.push(String(error)));
await page.addInitScript(watch);
await page.goto(host.url);
await page.waitForSelector('html[data-ready="true"]');
const devtools = await profile.newCDPSession(page);
await devtools.send('Performance.enable');
await devtools.send('HeapProfiler.enable');
await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });

const tab = (name) => page.locator('.top__nav').getByRole('link', { name, exact: true }).tap();
const heading = (text) => page.locator('main h1').filter({ hasText: text }).waitFor();
const cases = (test) => page.waitForFunction(`document.querySelectorAll('[data-case]').length ${test}`);
const at = (address) => page.waitForFunction((hash) => location.hash === hash, address);

async function search() {
  const box = page.locator('input[type=search]');
  for (const words of ['irrigation canal', 'kindergaten', 'ФАП', 'таза суу']) {
    await box.fill('');
    await box.pressSequentially(words);
    await cases('< 25');
  }
  await box.fill('zzqx');
  await cases('=== 0');
  await box.fill('');
  await cases('=== 25');
}

async function filters() {
  await page.locator('#filters > summary').tap();
  for (const [facet, value] of [
    ['oblast', 'osh'],
    ['topic', 'water'],
  ]) {
    const box = page.locator(`input[name="${facet}"][value="${value}"]`);
    const fold = page.locator('details.facet', { has: box });
    if (!(await fold.evaluate((/** @type {HTMLDetailsElement} */ details) => details.open)))
      await fold.locator('summary').tap();
    await box.check();
    await cases('< 25');
  }
  await page.locator('input[name="topic"][value="water"]').uncheck();
  await page.locator('input[name="oblast"][value="osh"]').uncheck();
  await cases('=== 25');
  await page.locator('#filters > summary').tap();
}

async function read(slugs) {
  for (const slug of slugs) {
    await page.locator(`[data-case=${slug}] a`).first().tap();
    await page.locator('article.case').waitFor();
    await page.evaluate(() => scrollTo(0, 2000));
    const term = page.locator('button.term').first();
    if (await term.count()) await term.tap();
    await print();
    await page.goBack();
    await cases('=== 25');
  }
}

async function print() {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
}

async function browse() {
  await tab(words('nav.difficulties'));
  await at('#/difficulties');
  await page.locator('main summary').first().tap();
  await page.locator('main a[href^="#/cases/"]').filter({ visible: true }).first().tap();
  await page.locator('article.case').waitFor();
  await page.goBack();
  await tab(words('nav.more'));
  await page
    .locator('.menu')
    .getByRole('link', { name: words('nav.glossary') })
    .tap();
  await heading('Local words');
  await tab(words('nav.more'));
  await page
    .locator('.menu')
    .getByRole('link', { name: words('about.title') })
    .tap();
  await heading('About Ashar');
  await page.locator('.foot__links').getByRole('link', { name: 'Use without internet' }).tap();
  await page
    .locator('.notice')
    .filter({ hasText: /stored/ })
    .first()
    .waitFor();
}

async function check() {
  await tab(words('nav.check'));
  await heading('Are we ready');
  await page
    .getByRole('link', { name: words('check.begin') })
    .first()
    .tap();
  for (const id of ['together', 'group']) await page.locator(`#setup-${id}`).check();
  await page.locator('#fold-setup > summary').tap();
  await page.locator('#setup-name').fill('Bathhouse');
  await page.getByRole('button', { name: words('check.begin') }).tap();
  for (let place = 1; place <= 15; place += 1) {
    await at(`#/check/${place}`);
    await page.locator(`input[type=radio][value="${['3', '2', '0', '1', '?'][place % 5]}"]`).check();
    await page.getByRole('link', { name: 'Next' }).tap();
  }
  await at('#/check/flags');
  await page.locator('input[name=flag-fear][value=yes]').check();
  await page.getByRole('link', { name: 'Next' }).tap();
  await at('#/check/answers');
  await page.getByRole('link', { name: 'See the result' }).tap();
  await heading(words('result.title'));
  await print();
  await page
    .getByRole('button', { name: words('stride.keep') })
    .first()
    .tap();
  await page.getByRole('link', { name: 'Open the plan' }).tap();
  await at('#/check/plan');
  await page.locator('#plan-who-0').fill('ayil okmot');
  await page.locator('#plan-by-0').fill('2027-03-28');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words('plan.calendar') }).tap();
  await (await download).delete();
  await page.goBack();
  await page.locator('.reading a').first().tap();
  await page.locator('article.case').waitFor();
}

async function erase() {
  await tab(words('nav.check'));
  for (const again of [true, false]) {
    await page.getByRole('button', { name: 'Erase everything' }).tap();
    await page.getByRole('button', { name: 'Yes, erase' }).tap();
    if (again) {
      await page.getByRole('button', { name: 'Bring it back' }).tap();
      await page.getByText('It is back.').waitFor();
    }
  }
  await tab('Cases');
  await cases('=== 25');
}

/** What a letter takes, from the input until its list is painted: the middle of a word, in milliseconds. */
const keystroke = () =>
  page.evaluate(async () => {
    const box = document.querySelector('input[type=search]');
    const word = 'irrigation';
    const times = [];
    for (let length = word.length; length >= 0; length -= 1) {
      const begin = performance.now();
      box.value = word.slice(0, length);
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            done();
          };
          port2.postMessage(null);
        });
      });
      times.push(performance.now() - begin);
    }
    return times.sort((one, other) => one - other)[times.length >> 1];
  });

/** What is held now that nobody else holds anything. */
async function sample() {
  const typed = await keystroke();
  // What is cleared away may free more.
  for (let times = 0; times < 2; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const counters = await devtools.send('Memory.getDOMCounters');
  const modules = await page.evaluate(() => ({
    wasm: [...window.modules.memories].reduce((all, { buffer }) => all + buffer.byteLength, 0),
    // The one for values of JavaScript has these in it from the start; that for functions never changes.
    table: [...window.modules.tables]
      .filter((one) => one.length > 1027 && one.get(1026) === true)
      .reduce((all, { length }) => all + length, 0),
  }));
  return {
    heap: metric('JSHeapUsedSize'),
    keystroke: typed,
    ...modules,
    nodes: counters.nodes,
    listeners: counters.jsEventListeners,
    documents: counters.documents,
  };
}

const samples = [];
const end = Date.now() + minutes * 60_000;
try {
  while (Date.now() < end || samples.length < 3) {
    await search();
    await filters();
    await read(['araket', 'shazet', 'fti']);
    await browse();
    await check();
    await erase();
    samples.push(await sample());
    process.stderr.write(
      `· ${samples.length}: ${Object.entries(FIGURES)
        .map(([name, [, write]]) => `${name} ${write(samples.at(-1)[name])}`)
        .join(', ')}\n`,
    );
  }
} finally {
  await browser.close();
  await host.close();
}
const report = markdown({
  date: new Date().toISOString().slice(0, 10),
  version: browser.version(),
  cores: cpus().length,
  throttle: THROTTLE,
  minutes,
  samples,
  said: [...new Set(said)],
});
console.log(report);
if (minutes >= KEPT) writeFileSync(new URL('results/long-use.md', import.meta.url), report);
else process.stderr.write(`· Not written to results/long-use.md: only a use of ${KEPT} minutes or more is kept.\n`);
