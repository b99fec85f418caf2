// The frame of every browser test: the release build on a phone-sized screen, in a fresh profile, with
// two things asserted each time: the console stays empty, and no request leaves for another host.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { PHONE, launch } from './browser.mjs';
import { DIST } from './screens.mjs';
import { serve } from './server.mjs';

export { HALL, SAVED } from './saved.mjs';
export { DIST, SCREENS } from './screens.mjs';

let browser;
let host;
before(async () => {
  browser = await launch();
  host = await serve(DIST);
});
after(async () => {
  await browser.close();
  await host.close();
});

/**
 * Runs a test with a page that is not yet opened.
 *
 * `context`: options of the browser context. `expects`: a pattern of console messages that belong to
 * the test (a refused file, say); every other message fails it.
 */
export function scenario(name, { context = {}, expects = null } = {}, run) {
  test(name, async () => {
    const profile = await browser.newContext({ viewport: PHONE, hasTouch: true, ...context });
    try {
      const page = await profile.newPage();
      const said = [];
      const strangers = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      profile.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        const own = hostname === 'localhost' || hostname === '127.0.0.1';
        if (protocol.startsWith('http') && !own) strangers.push(request.url());
      });
      await run(page, host, profile);
      assert.deepEqual(
        said.filter((text) => !expects?.test(text)),
        [],
        'the console is empty',
      );
      assert.deepEqual(strangers, [], 'no request leaves for another host');
    } finally {
      await profile.close();
    }
  });
}

/** Opens an address of the app and waits until it answers. */
export async function open(page, url) {
  // A fragment alone would not load the page anew.
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForSelector('html[data-ready="true"]');
}

/** Opens everything that is folded away. */
export const unfold = (page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

/** Holds back the files whose names begin like this until they are let go. */
export async function held(page, file) {
  let go;
  const gate = new Promise((resolve) => {
    go = resolve;
  });
  await page.route(`**/${file}*`, async (route) => {
    await gate;
    await route.continue();
  });
  return go;
}

/** Seconds until what is waited for is given up. */
const PATIENCE = 20;
/** Milliseconds between two questions: asking without a pause would take the time of the page that is waited for. */
const PAUSE = 50;
/** What is said of a page that is just being loaded anew. */
const LOADING = /Execution context was destroyed|Cannot find context|frame was detached/i;

/**
 * Waits until the page says that something is so, where it must wait itself to say it: the library's own `waitForFunction`
 * takes a promise for a yes. An error in the question itself is thrown.
 */
export async function until(page, told, given) {
  const came = await eventually(() =>
    page.evaluate(told, given).catch((error) => {
      if (LOADING.test(error.message)) return false;
      throw error;
    }),
  );
  if (!came) throw new Error(`this did not come true: ${told}`);
}

/** Asks again and again, for as long as a test has patience, until the answer is yes; whether it was. */
export async function eventually(asked) {
  const end = Date.now() + PATIENCE * 1000;
  while (!(await asked())) {
    if (Date.now() > end) return false;
    await setTimeout(PAUSE);
  }
  return true;
}

/** Waits until the worker has kept everything and answers for this page. */
export const kept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller);
/** The versions that are kept, as the worker names them. */
export const versions = (page) =>
  page.evaluate(async () => (await caches.keys()).map((name) => name.replace('ashar / ', '')));

/** The slugs of the shown cases, in displayed order. */
export const shown = (page) =>
  page.locator('[data-case]').evaluateAll((cards) => cards.map((card) => card.dataset.case));

/** The number the page says it shows. */
export const count = async (page) => Number(await page.locator('[data-count]').first().textContent());

export const heading = (page) => page.locator('main h1').first().textContent();

/** Puts saved answers on the phone before the app starts. */
export const withSaved = (page, text) =>
  page.addInitScript((saved) => {
    // The blank page between two visits has no storage.
    if (!location.protocol.startsWith('http')) return;
    if (!localStorage.getItem('ashar.check') && !sessionStorage.getItem('put')) {
      localStorage.setItem('ashar.check', saved);
      sessionStorage.setItem('put', 'once');
    }
  }, text);
