// The app in an engine that is not Chromium's: from a host, without one, and as one file from a disk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { open } from './other-engine.mjs';
import { DIST, SCREENS } from './screens.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

/** A page of the other engine, of which it is asserted that it has nothing to complain about. */
async function other(run) {
  const { page, said, requests, close } = await open();
  try {
    await run(page, requests);
    assert.deepEqual(said, [], 'the console is empty');
  } finally {
    await close();
  }
}

const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
const cards = (page) => page.evaluate(() => document.querySelectorAll('[data-case]').length);

/** Opens an address anew, even where only its fragment is another one. */
async function visit(page, address) {
  await page.goto('about:blank');
  await page.goto(address);
  await ready(page);
}

/** Searches, filters, reads and answers at this address, as the first visitor does. */
async function use(page, address) {
  await visit(page, address);
  assert.equal(await cards(page), 25);
  await page.click('input[type=search]');
  await page.keyboard.type('water');
  await page.waitForFunction(
    () => document.querySelectorAll('[data-case]').length < 25 && location.hash === '#/?q=water',
  );
  await page.waitForFunction(() => document.body.innerText.includes('pipe'));
  const found = await cards(page);
  assert.ok(found > 0);
  await page.reload();
  await ready(page);
  await page.waitForFunction((count) => document.querySelectorAll('[data-case]').length === count, {}, found);
  await visit(page, `${address}#/?oblast=osh&topic=water`);
  assert.equal(
    await page.evaluate(() => Number(document.querySelector('[data-count]').dataset.count)),
    await cards(page),
  );
  await visit(page, `${address}#/check/1`);
  await page.click('input[value="2"]');
  await page.waitForFunction((text) => document.body.innerText.includes(text), {}, words('keeping.kept'));
  await page.reload();
  await ready(page);
  // The answer is kept.
  await page.waitForFunction(() => document.querySelector('input[value="2"]')?.checked);
}

test('in Firefox the app is searched, filtered and answered, and asks no other host', async () => {
  const host = await serve(DIST);
  try {
    await other(async (page, requests) => {
      await use(page, host.url);
      const strangers = requests.filter((url) => !url.startsWith(host.origin) && !/^(data|about):/.test(url));
      assert.deepEqual(strangers, []);
    });
  } finally {
    await host.close();
  }
});

test('in Firefox everything that is stored opens without a host', async () => {
  const host = await serve(DIST);
  await other(async (page) => {
    try {
      await visit(page, host.url);
      await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller));
      await visit(page, `${host.url}#/offline`);
      await page.waitForFunction(() => document.getElementById('keep-all') !== null);
      await page.click('#keep-all');
      await page.waitForFunction(() => document.body.innerText.includes('Nothing is missing'));
    } finally {
      await host.close();
    }
    for (const screen of SCREENS) {
      await visit(page, host.url + screen);
      // Whoever leaves while the texts are still being read, of them Firefox says that the worker has failed.
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('-part-cases-')),
      );
      const heading = await page.evaluate(() => document.querySelector('main h1').textContent);
      assert.ok(heading.length > 3, screen);
    }
  });
});

test('in Firefox the one file works from a disk, with nothing beside it, and prints', async () => {
  const file = pathToFileURL(`${DIST}/ashar.html`).href;
  await other(async (page, requests) => {
    await use(page, file);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(file) && !/^(data|about|blob):/.test(url)),
      [],
    );
    await visit(page, `${file}#/check/paper`);
    assert.ok((await page.pdf({ format: 'A4', printBackground: true })).length > 10_000);
  });
});
