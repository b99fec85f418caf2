// The page before the app: the list can be read and its links followed while the module is still on its way, and the app
// takes over without a jump and without losing what was typed.
import assert from 'node:assert/strict';
import { held, scenario } from './scenario.mjs';

/** Without the worker, whose copies would not be held back. */
const ALONE = { context: { serviceWorkers: 'block' }, expects: /Service Worker registration blocked/ };

/** Holds the module and its parts back until they are let go. */
const heldModules = (page) => held(page, '*.wasm');

const cards = (page) => page.locator('[data-case]').evaluateAll((all) => all.map((card) => card.dataset.case));

scenario(
  'the cases can be read before the app has arrived, and it takes over without a jump',
  ALONE,
  async (page, host) => {
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) =>
        list.getEntries().forEach((entry) => {
          window.shift += entry.value;
        }),
      ).observe({ type: 'layout-shift', buffered: true });
    });
    const go = await heldModules(page);
    await page.goto(host.url, { waitUntil: 'commit' });
    await page.locator('#first .card').first().waitFor();
    const early = await cards(page);
    assert.equal(early.length, 25);
    const where = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
    const tops = await Promise.all(['h1#heading', 'input[type=search]', '.card', '.foot'].map(where));
    await page.evaluate(() => scrollTo(0, 900));
    go();
    await page.waitForSelector('html[data-ready="true"]');
    assert.equal(await page.locator('#first').count(), 0);
    assert.deepEqual(await cards(page), early);
    assert.equal(await page.evaluate(() => scrollY), 900, 'the reader stays where they were');
    await page.evaluate(() => scrollTo(0, 0));
    const after = await Promise.all(['main h1#heading', 'input[type=search]', '.card', '.foot'].map(where));
    assert.deepEqual(after.map(Math.round), tops.map(Math.round), 'nothing has moved');
    assert.ok((await page.evaluate(() => window.shift)) < 0.02);
  },
);

scenario('what was typed before the app has arrived is searched for when it has', ALONE, async (page, host) => {
  const go = await heldModules(page);
  await page.goto(host.url, { waitUntil: 'commit' });
  await page.locator('input[type=search]').fill('irrigation');
  go();
  await page.waitForSelector('html[data-ready="true"]');
  await page
    .locator('.results__count')
    .filter({ hasText: /^\d+ cases?$/ })
    .waitFor();
  assert.equal(await page.locator('input[type=search]').inputValue(), 'irrigation');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search', 'the next letter goes on');
  assert.ok((await cards(page)).length < 25);
});

scenario('a card leads to its plain page while the app is on its way', ALONE, async (page, host) => {
  await heldModules(page);
  await page.goto(host.url, { waitUntil: 'commit' });
  await page.locator('#first .card a').first().click();
  await page.getByText('This is the plain edition').waitFor();
});

scenario('whoever comes for one case does not see the list flash by', ALONE, async (page, host) => {
  const go = await heldModules(page);
  await page.goto(`${host.url}#/cases/shazet`, { waitUntil: 'commit' });
  await page.locator('#opening').waitFor();
  assert.ok(await page.locator('#first').isHidden());
  go();
  await page.getByRole('heading', { name: /40 days/ }).waitFor();
});
