// The reading edition in a browser that runs no script: everything can be reached, read and printed.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { violations } from './axe.mjs';
import { narrowColumns } from './columns.mjs';
import { DIST, scenario } from './scenario.mjs';
import { words } from './words.mjs';

const PAGES = readdirSync(`${DIST}/read`)
  .filter((name) => name.endsWith('.html'))
  .sort();
const STILL = { javaScriptEnabled: false };

scenario(
  'without scripts a person gets from the start page of the app to a case, a word and the form',
  { context: STILL },
  async (page, host) => {
    await page.goto(host.url);
    await page.getByRole('link', { name: words('html.to-reading') }).click();
    await page.getByRole('link', { name: /school in 40 days/ }).click();
    assert.equal(new URL(page.url()).pathname, '/read/shazet.html');
    assert.match(await page.locator('.case').textContent(), /Otogon/);
    await page.locator('.block a[href^="glossary.html#"]').first().click();
    assert.match(page.url(), /\/read\/glossary\.html#/);
    await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
    assert.match(await page.locator('main').textContent(), /How to count/);
  },
);

scenario(
  'every page of the reading edition stands on a narrow screen, in print, and in its style',
  { context: { ...STILL, viewport: { width: 320, height: 640 } } },
  async (page, host) => {
    for (const name of PAGES) {
      await page.goto(`${host.url}read/${name}`);
      const box = await page.locator('main').boundingBox();
      assert.ok(box.width <= 320, `${name}: ${box.width}`);
      const wide = await page
        .locator('html')
        .evaluate((root) => root.scrollWidth)
        .catch(() => 320);
      assert.ok(wide <= 320, `${name}: ${wide}`);
    }
  },
);

scenario(
  'every column of text in the reading edition is wide enough to be read on a phone',
  { context: { viewport: { width: 320, height: 640 } } },
  async (page, host) => {
    for (const name of PAGES) {
      await page.goto(`${host.url}read/${name}`);
      assert.deepEqual(await narrowColumns(page), [], name);
    }
  },
);

for (const colorScheme of ['light', 'dark']) {
  scenario(
    `axe finds nothing on the pages of the reading edition, ${colorScheme}`,
    { context: { colorScheme } },
    async (page, host) => {
      // Cases are all written by the same hand: the shortest, the longest and one with drawings will do.
      for (const name of [
        'index',
        'manas-1000',
        'suzak-villages',
        'lady-shirin',
        'glossary',
        'difficulties',
        'factors',
        'form-before-full',
        'form-together-quick',
      ]) {
        await page.goto(`${host.url}read/${name}.html`);
        assert.deepEqual(await violations(page), [], name);
      }
    },
  );
}

scenario(
  'a phone without WebAssembly is pointed to the reading edition',
  { expects: /WebAssembly/ },
  async (page, host) => {
    await page.addInitScript(() => {
      delete window.WebAssembly;
    });
    await page.goto(host.url);
    await page.getByRole('link', { name: words('html.to-reading') }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/read/index.html');
  },
);
