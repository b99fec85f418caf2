// The twins do what they are compared for: the same cards, a search over the same texts, and filters that leave as many
// cases as ours do. At full speed; how long they take is for `first-visit.mjs`.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { count, open, scenario, shown } from '../e2e/scenario.mjs';
import { serve } from '../e2e/server.mjs';
import { TWINS, buildTwins } from './twins/build.mjs';

const hosts = {};
before(async () => {
  await buildTwins();
  for (const [name, folder] of Object.entries(TWINS)) hosts[name] = await serve(folder);
});
after(() => Promise.all(Object.values(hosts).map((host) => host.close())));

/** Waits until so many cases are shown, and the page says so too. */
const shows = (page, number) =>
  page.waitForFunction(
    (many) =>
      document.querySelectorAll('[data-case]').length === many &&
      document.querySelector('[data-count]').dataset.count === `${many}`,
    number,
  );

/** Ticks a value of a filter, and gives the number of cases that it promised. */
async function tick(page, facet, value) {
  const box = page.locator(`input[name="${facet}"][value="${value}"]`);
  await box.evaluate((element) => {
    for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  });
  const label = await page.locator('label', { has: box }).innerText();
  await box.check();
  return Number(label.match(/\d+\s*$/)[0]);
}

const search = (page, text) => page.locator('input[type=search]').fill(text);

for (const name of Object.keys(TWINS)) {
  scenario(`${name}: 25 cards, one search box, filters`, {}, async (page) => {
    await open(page, hosts[name].url);
    assert.equal(new Set(await shown(page)).size, 25);
    assert.equal(await count(page), 25);
    assert.equal(await page.locator('input[type=search]').count(), 1);
  });

  scenario(
    `${name}: a word narrows the list, a filter narrows it further, and both can be taken back`,
    {},
    async (page) => {
      await open(page, hosts[name].url);
      await search(page, 'irrigation');
      await page.waitForFunction(() => document.querySelectorAll('[data-case]').length < 25);
      const found = await shown(page);
      assert.ok(found.includes('araket'));
      const promised = await tick(page, 'oblast', 'batken');
      await shows(page, promised);
      const left = await shown(page);
      assert.ok(left.length > 0 && left.length < found.length);
      assert.ok(left.every((slug) => found.includes(slug)));
      await search(page, '');
      await page.getByRole('button', { name: 'Clear all filters' }).click();
      await shows(page, 25);
    },
  );

  scenario(`${name}: what nothing is found for says so`, {}, async (page) => {
    await open(page, hosts[name].url);
    await search(page, 'zzqx');
    await shows(page, 0);
    await page.getByText('No case matches all of this').waitFor();
  });

  scenario(`${name}: the filters leave as many cases as ours, and promise it`, {}, async (page, ours) => {
    const numbers = async (url) => {
      await open(page, url);
      const promised = await tick(page, 'oblast', 'osh');
      await shows(page, promised);
      // A second value widens, so its promise is about itself alone.
      const more = await tick(page, 'oblast', 'chui');
      await page.waitForFunction((before) => document.querySelectorAll('[data-case]').length > before, promised);
      const both = await count(page);
      const water = await tick(page, 'topic', 'water');
      await shows(page, water);
      return [promised, more, both, water];
    };
    const theirs = await numbers(hosts[name].url);
    assert.ok(theirs[3] < theirs[2], 'another filter narrows');
    assert.deepEqual(theirs, await numbers(ours.url));
  });
}
