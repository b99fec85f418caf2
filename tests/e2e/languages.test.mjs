// A second language, which needs only files: one that nobody speaks, made of English with every letter accented, put into a
// copy of the release and walked through.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, HALL, kept, open, scenario, shown, until, withSaved } from './scenario.mjs';
import { serve } from './server.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const LANG = 'qps';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'áḃćḋéḟǵḣíĵḱĺḿńóṕɋŕśṫúṽẃẋýźÁḂĆḊÉḞǴḢÍĴḰĹḾŃÓṔɊŔŚṪÚṼẂẊÝŹ'];
/** A text with every letter accented, but for its placeholders. */
const accented = (text) =>
  text.replace(/\{[^}]*\}|[a-z]/gi, (piece) => (piece.length > 1 ? piece : ACCENTED[PLAIN.indexOf(piece)]));
const translated = (value) =>
  typeof value === 'string'
    ? accented(value)
    : Object.fromEntries(Object.entries(value).map(([key, text]) => [key, translated(text)]));

/** A JSON file with every text in it accented. */
function translate(from, to = from) {
  writeFileSync(to, JSON.stringify(translated(JSON.parse(readFileSync(from, 'utf8')))));
}

/** Runs the helper that finishes a build; gives its exit code and what it said. */
function xtask(...given) {
  const tools = join(ROOT, 'tests/e2e/node_modules/.bin');
  const env = { ...process.env, PATH: `${tools}:${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync('cargo', ['xtask', ...given], { cwd: ROOT, encoding: 'utf8', env });
  return { status, said: stdout + stderr };
}

/** Runs it and wants it to succeed. */
function done(...given) {
  const { status, said } = xtask(...given);
  assert.equal(status, 0, said);
}

/** The JSON files in a folder and those below it. */
const jsonFiles = (from) =>
  readdirSync(from, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.json'));

let folder;
let host;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ashar-language-'));
  const [data, dist] = [join(folder, 'data'), join(folder, 'dist')];
  cpSync(join(ROOT, 'data'), data, { recursive: true });
  cpSync(DIST, dist, { recursive: true });
  translate(join(data, 'words/en.json'), join(data, `words/${LANG}.json`));
  const texts = join(data, 'i18n', LANG);
  done('texts', data, texts);
  for (const name of jsonFiles(texts)) translate(join(texts, name));
  done('publish', data, dist);
  host = await serve(dist);
});
after(async () => {
  await host?.close();
  rmSync(folder, { recursive: true });
});

/** An address in the language. */
const inLang = (address, lang = LANG) => `${host.url}${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;

// What stays as it is in every language, besides names and what people typed: the names of files, and what computers read.
const UNTRANSLATED = [
  /\bCSV\b|\bJSON\b|\bHTML\b|\biframe\b|\bQR\b/g,
  /\bashar[-.][\w.-]+/g,
  /\bkB\b/g,
  /\d+\.\d+\.\d+\+[0-9a-f]+/g,
  /\b[0-9a-f]{12}\b/g,
  /\.json\b/g,
  /zzqx|no-such-\w+/g,
];

/** Every text that no translation has: what people typed, and in the data names and spellings of organisations and places. */
function names() {
  const found = new Set();
  const translations = join(folder, 'data/i18n', LANG);
  const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
  const known = new Set(jsonFiles(translations).flatMap((name) => Object.values(json(join(translations, name)))));
  const walk = (value) => {
    if (typeof value === 'string') {
      if (!known.has(accented(value))) found.add(value);
    } else if (value) Object.values(value).forEach(walk);
  };
  for (const name of jsonFiles(join(ROOT, 'data'))) {
    if (/^(cases|glossary|facets|families)\b/.test(name)) walk(json(join(ROOT, 'data', name)));
  }
  const fields = json(join(ROOT, 'data/fields.json')).map(({ field }) => field);
  const named = [...found].filter((name) => /[A-Z]/.test(name));
  const typed = [...HALL.matchAll(/"([^"\\]* [^"\\]*)"/g)].map(([, text]) => text);
  return [...named, ...typed, ...fields].sort((one, other) => other.length - one.length);
}

/** What a reader sees or hears: every text with its folded parts open, the labels of controls, and the title. */
const texts = (page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const labels = ['aria-label', 'placeholder', 'alt', 'title'];
    const said = [...document.querySelectorAll(labels.map((name) => `[${name}]`).join())]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => labels.map((name) => element.getAttribute(name)));
    return [document.title, ...document.body.innerText.split('\n'), ...said].filter(Boolean);
  });

/** The English that is left in some texts. */
function english(all, allowed) {
  return all.filter((text) => {
    let rest = text;
    for (const pattern of UNTRANSLATED) rest = rest.replace(pattern, '');
    for (const name of allowed) if (rest.includes(name)) rest = rest.replaceAll(name, '');
    return /[a-z]{2}/i.test(rest);
  });
}

// The screens: what each is called, its address, what is there when it has been drawn, and whether it needs saved answers.
const SCREENS = [
  ['the list', '#/', '[data-case]'],
  ['a search', `#/?q=${encodeURIComponent(accented('water'))}`, '[data-case]'],
  ['a filtered list', '#/?oblast=osh&topic=water', '[data-case]'],
  ['a search that finds nothing', '#/?q=zzqx', 'main h1'],
  ['filters that leave nothing', '#/?oblast=naryn&topic=refugees', 'main h1'],
  ['a case', '#/cases/shazet', 'article.case'],
  ['a block of a case', '#/cases/fti?at=obstacles', 'article.case'],
  ['the difficulties', '#/difficulties', 'main h1'],
  ['the factors', '#/factors', 'main h1'],
  ['the glossary', '#/glossary', 'main h1'],
  ['the start of the check', '#/check', 'main h1'],
  ['the setup of a check', '#/check/new', 'main h1'],
  ['a question', '#/check/1', 'input[value="2"]'],
  ['a section of the check', '#/check/part/1', 'input[value="2"]'],
  ['the warning signs', '#/check/flags', 'main h1'],
  ['all answers', '#/check/answers', 'main h1', HALL],
  ['the result', '#/check/result', 'main h1', HALL],
  ['the plan', '#/check/plan', 'main h1', HALL],
  ['the form on paper', '#/check/paper', 'main h1'],
  ['the page about Ashar', '#/about', 'main h1'],
  ['the page for partners', '#/embed', 'main h1'],
  ['the page about offline use', '#/offline', 'main h1'],
  ['an address that leads nowhere', '#/no-such-page', 'main h1'],
  ['a case that does not exist', '#/cases/no-such-case', 'main h1'],
];
for (const [called, address, sign, saved] of SCREENS) {
  scenario(`in a second language nothing on ${called} is English`, {}, async (page) => {
    if (saved) await withSaved(page, saved);
    await open(page, inLang(address));
    await page.locator(sign).first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), LANG);
    const all = await texts(page);
    assert.ok(all.length > 5, 'there is something to read');
    const left = english(all, names());
    assert.ok(!left.length, `${left.length} texts are English: ${left.slice(0, 20).join(' | ')}`);
  });
}

scenario('whoever follows a link, goes back or loads anew stays in the language of the address', {}, async (page) => {
  await open(page, inLang('#/'));
  await page.locator('[data-case=shazet] a').click();
  await page.locator('article.case').waitFor();
  assert.equal(new URL(page.url()).hash, `#/cases/shazet?lang=${LANG}`);
  await page.goBack();
  await page.locator('[data-case]').first().waitFor();
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]');
  assert.equal(await page.evaluate(() => document.documentElement.lang), LANG);
  await page.locator('input[type=search]').fill(accented('irrigation'));
  await page.waitForFunction(() => document.querySelectorAll('[data-case]').length < 25);
  assert.match(new URL(page.url()).hash, new RegExp(`[?&]lang=${LANG}`));
});

scenario('a change of the language leaves the page, the place on it and the answers as they are', {}, async (page) => {
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="2"]').check();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/check/1?lang=${LANG}`);
  await page.waitForFunction((lang) => document.documentElement.lang === lang, LANG);
  await page.locator('input[value="2"]:checked').waitFor();

  await open(page, `${host.url}#/cases/shazet`);
  await page.locator('article.case').waitFor();
  await page.evaluate(() => scrollTo(0, 1500));
  const before = await page.evaluate(() => document.getElementById('main').getBoundingClientRect().top);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/cases/shazet?lang=${LANG}`);
  await page.waitForFunction((lang) => document.documentElement.lang === lang, LANG);
  await page.getByRole('heading', { name: accented('school in 40 days') }).waitFor();
  await until(
    page,
    (wanted) => Math.abs(document.getElementById('main').getBoundingClientRect().top - wanted) < 2,
    before,
  );
  await page.evaluate(() => {
    location.hash = '#/cases/shazet?lang=en';
  });
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.getByRole('heading', { name: /school in 40 days/ }).waitFor();
});

scenario('a country of a language is shown in the language', {}, async (page) => {
  await open(page, inLang('#/', `${LANG}-KG`));
  assert.equal(await page.evaluate(() => document.documentElement.lang), LANG);
});

scenario(
  'a language that is not there falls back to English and the page says so, until the reader goes on',
  {},
  async (page) => {
    await open(page, inLang('#/', 'xx'));
    await page.locator('[role=status]', { hasText: '“xx”' }).waitFor();
    assert.equal((await shown(page)).length, 25);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await page.locator('[data-case=shazet] a').click();
    await page.locator('article.case').waitFor();
    assert.equal(await page.getByText('“xx”').count(), 0);
  },
);

for (const file of ['core', 'messages', 'cases']) {
  scenario(
    `when the ${file} of a language do not arrive the page says so in the one it has, and tries again when asked`,
    { expects: /ERR_FAILED|Service Worker registration blocked/, context: { serviceWorkers: 'block' } },
    async (page) => {
      let faulty = true;
      await page.route(`**/ashar-data-${file}-${LANG}-*`, (route) => (faulty ? route.abort() : route.continue()));
      await open(page, `${host.url}#/cases/shazet`);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/cases/shazet?lang=${LANG}`);
      await page.locator('[role=status]', { hasText: `“${LANG}”` }).waitFor();
      await page.getByRole('heading', { name: /school in 40 days/ }).waitFor();
      faulty = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.waitForFunction((lang) => document.documentElement.lang === lang, LANG);
      await page.locator('article.case').waitFor();
    },
  );
}

scenario('what was read in a second language opens in it without a network', {}, async (page, _, profile) => {
  await open(page, inLang('#/check/1'));
  await kept(page);
  const files = ['core', 'messages', 'cases', 'check'].map((name) => `ashar-data-${name}-${LANG}-`);
  await until(
    page,
    async (wanted) => {
      const urls = [];
      for (const name of await caches.keys())
        urls.push(...(await (await caches.open(name)).keys()).map((request) => request.url));
      return wanted.every((file) => urls.some((url) => url.includes(file)));
    },
    files,
  );
  await profile.setOffline(true);
  for (const address of ['#/', '#/cases/shazet', '#/check/1']) {
    await open(page, inLang(address));
    assert.equal(await page.evaluate(() => document.documentElement.lang), LANG);
  }
});

scenario('the one file holds every language', {}, async (page) => {
  await open(page, `${pathToFileURL(join(folder, 'dist/ashar.html')).href}#/cases/shazet?lang=${LANG}`);
  await page.locator('article.case').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), LANG);
  await page.getByRole('heading', { name: accented('school in 40 days') }).waitFor();
});

test('a language with a fault is not published, and everything that is wrong with it is told at once', () => {
  const data = join(folder, 'faulty');
  cpSync(join(folder, 'data'), data, { recursive: true });
  const file = join(data, `words/${LANG}.json`);
  const { 'nav.check': _, ...faulty } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...faulty, 'app.name': '{who}', 'results.count': { one: '{n}' } }));
  const { status, said } = xtask('publish', data, join(folder, 'dist'));
  assert.notEqual(status, 0);
  for (const fault of [/app\.name: has \{who\}/, /nav\.check: is missing/, /results\.count: lacks the form "other"/])
    assert.match(said, fault);
});
