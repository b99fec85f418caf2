// What fails in the page without being the app's: browser extensions, and what a host writes into pages.
import assert from 'node:assert/strict';
import { accept, looked, offer, updating } from './faults.mjs';
import { held, open, scenario, until } from './scenario.mjs';

/** What people's extensions and hosts were seen to do. */
const FOREIGN = {
  'a promise that nobody waits for is rejected': () => {
    Promise.reject('extension');
  },
  'a promise is rejected with an error': () => {
    Promise.reject(new TypeError('extension'));
  },
  'a pixel does not load': () => {
    document.body.append(Object.assign(new Image(), { src: 'pixel.gif' }));
  },
  'a script does not load': () => {
    document.body.append(Object.assign(document.createElement('script'), { src: 'counter.js' }));
  },
  'a style does not load': () => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'banner.css' }));
  },
  'an observer is behind': () => {
    dispatchEvent(
      new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }),
    );
  },
  'a script of another host fails': () => {
    dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
  },
};
const SAID = /extension|404|ResizeObserver|Script error|banner\.css|Service Worker registration blocked/;

scenario(
  'what fails for somebody else before the app has come raises no notice',
  { context: { serviceWorkers: 'block' }, expects: SAID },
  async (page, host) => {
    const go = await held(page, '*_bg.wasm');
    await page.goto(host.url, { waitUntil: 'domcontentloaded' });
    for (const [what, fail] of Object.entries(FOREIGN)) {
      const told = page.evaluate(
        () =>
          new Promise((resolve) => {
            addEventListener('error', resolve, { capture: true, once: true });
            addEventListener('unhandledrejection', resolve, { once: true });
          }),
      );
      await page.evaluate(fail);
      await told;
      assert.ok(await page.locator('#failure').isHidden(), what);
    }
    go();
    await page.waitForSelector('html[data-ready="true"]');
    assert.ok(await page.locator('#failure').isHidden());
  },
);

scenario('an update is not thrown away for what fails for somebody else', { expects: /extension/ }, async (page) => {
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => Promise.reject('extension')));
  await updating(page, async ({ publish }) => {
    publish();
    await looked(page);
    await offer(page).waitFor();
    await accept(page);
    await until(page, async () => String(await caches.keys()) === 'ashar / newer');
    assert.ok(await page.evaluate(async () => Boolean(await (await caches.open('ashar / newer')).match('./'))));
  });
});

scenario('a page that somebody saved does not pretend to answer', { expects: /./ }, async (page, host) => {
  await page.route(/\.(js|wasm)$/, (route) => route.abort());
  await page.route(host.url, async (route) => {
    const response = await route.fetch();
    const saved = (await response.text()).replace('<html ', '<html data-ready=true ');
    await route.fulfill({ response, body: saved });
  });
  await page.goto(host.url);
  await page.locator('#failure').waitFor();
  assert.equal(await page.locator('html').getAttribute('data-ready'), null);
});

scenario(
  'the page becomes dark when it is told to, whatever styles somebody has put before its own',
  { context: { bypassCSP: true } },
  async (page, host) => {
    await open(page, host.url);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.evaluate(() => {
      const style = Object.assign(document.createElement('style'), { textContent: 'blink { color: red }' });
      document.documentElement.prepend(style);
      window.asharTheme('dark');
    });
    assert.notEqual(await paper(), light);
  },
);
