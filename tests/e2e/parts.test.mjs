// The parts of the app that are fetched when they are first needed, each with its data: the check, the page about the app, and
// the words of like meaning.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DIST, heading, held, kept, open, scenario, shown, until } from './scenario.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

/** Without the worker, whose copies would not be held back. */
const ALONE = { context: { serviceWorkers: 'block' }, expects: /Service Worker registration blocked/ };

/** What the phone stores, without the digests. */
const stored = (page) =>
  page.evaluate(async () => {
    const names = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys())
        names.push(request.url.replace(/.*\/|-[0-9a-f]{12}/g, ''));
    }
    return names;
  });

scenario('a first visit fetches no part that it does not need', {}, async (page, host) => {
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  await open(page, host.url);
  await kept(page);
  await open(page, `${host.url}#/cases/shazet`);
  const needless = (name) => /ashar-(part|data)-(?!cases)/.test(name);
  assert.deepEqual(fetched.filter(needless), []);
  assert.deepEqual((await stored(page)).filter(needless), []);
});

scenario(
  'after one visit cases and search open without a network, and the check says plainly that it is not there',
  { expects: /ERR_FAILED/ },
  async (page, host, profile) => {
    await open(page, host.url);
    await kept(page);
    await profile.setOffline(true);
    await open(page, `${host.url}#/?q=irrigation`);
    assert.ok((await shown(page)).length < 25);
    await open(page, `${host.url}#/cases/shazet?at=obstacles`);
    await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
    await page.getByRole('heading', { name: words('later.title') }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'heading', 'a screen reader hears it');
    // What is still on its way when the network comes back would arrive by itself.
    const over = new Promise((done) => {
      let failed = 0;
      // The module twice, and its data, which nobody reads without it, once.
      page.on('requestfailed', (request) => {
        if (/-check-/.test(request.url())) failed += 1;
        if (failed === 3) done();
      });
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await over;
    await page.getByRole('heading', { name: words('later.title') }).waitFor();
    await profile.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Are we ready to work together?' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'heading');
  },
);

scenario(
  'what was opened once opens without a network from then on, also where the first visit began there',
  {},
  async (page, host, profile) => {
    await open(page, `${host.url}#/check/1`);
    await kept(page);
    await until(page, async () => {
      for (const name of await caches.keys()) {
        const urls = (await (await caches.open(name)).keys()).map((request) => request.url);
        if (['part', 'data'].every((kind) => urls.some((url) => url.includes(`ashar-${kind}-check`)))) return true;
      }
      return false;
    });
    await profile.setOffline(true);
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="2"]').check();
  },
);

scenario(
  'while a part is on its way the page before it stays, says so, and leads elsewhere',
  ALONE,
  async (page, host) => {
    const go = await held(page, 'ashar-part-check');
    await open(page, host.url);
    await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
    await page.getByText(words('later.fetching')).waitFor();
    assert.equal((await shown(page)).length, 25);
    await page.getByRole('link', { name: words('nav.more'), exact: true }).click();
    await page.getByRole('heading', { name: words('more.title') }).waitFor();
    assert.equal(await page.getByText(words('later.fetching')).count(), 0);
    go();
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some((one) => one.name.includes('part-check') && one.responseEnd),
    );
    assert.equal(await heading(page), words('more.title'), 'and nobody is taken away from where they went');
    await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
    await page.getByRole('heading', { name: 'Are we ready to work together?' }).waitFor();
  },
);

const answer = (type, body) => (response) => response.writeHead(200, { 'content-type': type }).end(body);
const anyway = {
  'is missing': (response) => response.writeHead(404).end(),
  "is a captive portal's page": answer('text/html', '<h1>Pay here</h1>'),
  'never comes': (response) => response.destroy(),
};
// What the file of a kind may be instead, though it is of the right type.
const changed = (change) => (response, path) =>
  answer('application/json', change(readFileSync(DIST + path, 'utf8')))(response);
const broken = {
  part: { ...anyway, 'is cut off': answer('application/wasm', Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1])) },
  data: {
    ...anyway,
    'is cut off': changed((json) => json.slice(0, json.length >> 1)),
    'is of another version': changed((json) => json.replace(/"format":\d+/, '"format":0')),
    'is in another language': changed((json) => json.replace('"lang":"en"', '"lang":"xx"')),
    'is other data': answer('application/json', '{"format":3,"lang":"en"}'),
    'is empty': answer('application/json', ''),
  },
};
const every = Object.entries(broken).flatMap(([kind, faults]) =>
  Object.entries(faults).map(([what, fault]) => ({ kind, what, fault })),
);
for (const { kind, what, fault } of every) {
  const called = kind === 'part' ? 'the file of a part' : 'the data of a part';
  scenario(
    `when ${called} ${what} the page says so, keeps nothing of it, and tries again when asked`,
    { expects: /./ },
    async (page) => {
      let faulty = true;
      const host = await serve(DIST, {
        on: (request, response, path) => {
          if (!faulty || !path.includes(`ashar-${kind}-check`)) return false;
          fault(response, path);
          return true;
        },
      });
      try {
        await open(page, host.url);
        await kept(page);
        await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
        await page.getByRole('heading', { name: words('later.title') }).waitFor();
        assert.deepEqual(
          (await stored(page)).filter((name) => name.includes('-check')),
          [],
        );
        await page.locator('.top__nav').getByRole('link', { name: 'Cases', exact: true }).click();
        assert.equal((await shown(page)).length, 25, 'the rest can be used');
        await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
        await page.getByRole('heading', { name: words('later.title') }).waitFor();
        faulty = false;
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('heading', { name: 'Are we ready to work together?' }).waitFor();
      } finally {
        await host.close();
      }
    },
  );
}

for (const [file, called] of [
  ['ashar-part-cases', 'the pages'],
  ['ashar-data-cases', 'the texts'],
]) {
  scenario(
    `list, filters and a first search work before ${called} of the cases have come, and say that there is more`,
    ALONE,
    async (page, host) => {
      const go = await held(page, file);
      await open(page, host.url);
      await page.locator('input[type=search]').fill('irrigation');
      await page.getByText('So far, only titles').waitFor();
      const before = await shown(page);
      assert.ok(before.includes('araket') && before.length < 25);
      go();
      await page.waitForFunction((count) => document.querySelectorAll('[data-case]').length > count, before.length);
      assert.equal(await page.getByText('So far, only titles').count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement.id), 'search', 'typing goes on');
    },
  );

  scenario(
    `a case that is opened before ${called} of the cases have come is shown when they have`,
    ALONE,
    async (page, host) => {
      const go = await held(page, file);
      await open(page, host.url);
      await page.locator('[data-case=shazet] a').click();
      await page.getByText(words('later.fetching')).waitFor();
      go();
      await page.locator('article.case').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'heading');
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('[data-case]').length === 25);
    },
  );

  scenario(
    `when ${called} of the cases do not arrive the search says so and tries again when asked`,
    { ...ALONE, expects: /Service Worker registration blocked|Failed to load resource/ },
    async (page, host) => {
      let faulty = true;
      await page.route(`**/${file}*`, (route) => (faulty ? route.abort() : route.continue()));
      await open(page, host.url);
      await page.locator('input[type=search]').fill('irrigation');
      await page.getByText('could not be loaded').waitFor();
      const before = (await shown(page)).length;
      faulty = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.waitForFunction((count) => document.querySelectorAll('[data-case]').length > count, before);
    },
  );
}

scenario(
  'the search answers before the words of like meaning have come, and finds more with them',
  ALONE,
  async (page, host) => {
    const go = await held(page, 'ashar-data-thesaurus');
    await open(page, `${host.url}#/?q=${encodeURIComponent('ФАП')}`);
    const before = await shown(page);
    go();
    await page.waitForFunction((count) => document.querySelectorAll('[data-case]').length > count, before.length);
  },
);
