// Finding a case: cards, search, filters, addresses.
import assert from 'node:assert/strict';
import { count, heading, open, scenario, shown } from './scenario.mjs';
import { words } from './words.mjs';

scenario('the first page shows all 25 cases and says so', {}, async (page, host) => {
  await open(page, host.url);
  assert.equal((await shown(page)).length, 25);
  assert.equal(await count(page), 25);
  assert.equal(await page.locator('input[type=search]').count(), 1);
});

scenario('typing finds cases, marks the words, and the address can be sent', {}, async (page, host) => {
  await open(page, host.url);
  await page.locator('input[type=search]').pressSequentially('irrigation');
  await page.waitForFunction(() => location.hash === '#/?q=irrigation');
  const found = await shown(page);
  assert.equal(found[0], 'araket');
  assert.ok(found.length < 25);
  assert.equal(await count(page), found.length);
  assert.match(await page.locator('[data-case=araket] mark').first().textContent(), /^irrigat/i);
  await open(page, page.url());
  assert.deepEqual(await shown(page), found);
  assert.equal(await page.locator('input[type=search]').inputValue(), 'irrigation');
});

scenario('a hit opens the case at the part that answers', {}, async (page, host) => {
  await open(page, `${host.url}#/?q=poll trash`);
  await page.locator('[data-case=baktynur-osh] a').click();
  await page.waitForFunction(() => location.hash.startsWith('#/cases/baktynur-osh?at='));
  const block = new URLSearchParams(page.url().split('?').at(-1)).get('at');
  await page.waitForFunction((id) => document.activeElement?.id === id, block);
});

scenario('filters widen within one and narrow across, with the promised counts', {}, async (page, host) => {
  await open(page, host.url);
  await page.locator('.filters__title').click();
  const tick = async (facet, value) => {
    const box = page.locator(`input[name=${facet}][value=${value}]`);
    const group = page.locator('details.facet', { has: box });
    if (!(await group.evaluate((element) => element.open))) await group.locator('summary').click();
    const promised = Number(await page.locator('label', { has: box }).locator('.tick__count').textContent());
    await box.check();
    return promised;
  };
  const osh = await tick('oblast', 'osh');
  await page.waitForFunction(() => location.hash === '#/?oblast=osh');
  assert.equal(await count(page), osh);
  await tick('oblast', 'chui');
  const both = await count(page);
  assert.ok(both > osh, 'a second oblast widens');
  const water = await tick('topic', 'water');
  assert.equal(await count(page), water);
  assert.ok(water < both, 'a topic narrows');
  await page.waitForFunction(() => location.hash === '#/?topic=water&oblast=chui,osh');
  await page.getByRole('button', { name: /remove the filter.*chui/i }).click();
  assert.ok(!(await shown(page)).includes('adept'));
  await page.goBack();
  await page.waitForFunction(() => location.hash === '#/?topic=water&oblast=chui,osh');
  assert.equal(await count(page), water);
  await page.getByRole('button', { name: 'Clear all' }).click();
  assert.equal(await count(page), 25);
});

scenario('an empty list says which filter to drop, and dropping it helps', {}, async (page, host) => {
  await open(page, `${host.url}#/?oblast=naryn&topic=refugees`);
  assert.equal(await count(page), 0);
  const way = page.getByRole('button', { name: /^Remove “/ }).first();
  const promised = Number((await way.textContent()).match(/\((\d+) case/)[1]);
  await way.click();
  assert.equal(await count(page), promised);
});

scenario('a search without a hit says so and can be cleared', {}, async (page, host) => {
  await open(page, `${host.url}#/?q=zzqx`);
  assert.match(await page.locator('.empty').textContent(), /Nothing found for “zzqx”/);
  await page.getByRole('button', { name: words('empty.clear-query'), exact: true }).click();
  assert.equal(await count(page), 25);
});

scenario('a link with an unknown filter value says what was left out', {}, async (page, host) => {
  await open(page, `${host.url}#/?oblast=atlantis,osh`);
  assert.match(await page.locator('.notice').first().textContent(), /atlantis/);
  assert.ok((await count(page)) > 0);
});

for (const [what, address] of [
  ['unknown', '#/no/such/page'],
  ['garbled', '#/%E0%A4%A?%%%&&=&q'],
  ['of an unknown case', '#/cases/nobody'],
  ['of an unknown question', '#/check/99'],
]) {
  scenario(`an address that is ${what} gives a helpful page`, {}, async (page, host) => {
    await open(page, host.url + address);
    if (!address.includes('%')) assert.equal(await heading(page), words('not-found.title'));
    await page.locator('main').getByRole('link', { name: 'All cases' }).click();
    await page.waitForSelector('[data-case]');
    assert.equal(await count(page), 25);
  });
}

scenario('a mistyped word is corrected, and the page says so', {}, async (page, host) => {
  await open(page, `${host.url}#/?q=irigation%20`);
  await page.locator('[data-settled]').waitFor();
  assert.equal((await shown(page))[0], 'araket');
  assert.match(await page.locator('.results__partial').textContent(), /“irigation”.*“irrigation”/);
});

scenario(
  'a place written in Cyrillic finds its case, and the card says how it is written there',
  {},
  async (page, host) => {
    await open(page, host.url);
    await page.locator('input[type=search]').pressSequentially('Нарын');
    await page.locator('[data-case=bayastan] .card__because').waitFor();
    assert.equal((await shown(page))[0], 'bayastan');
    assert.match(await page.locator('[data-case=bayastan] .card__because').textContent(), /“Нарын”.*“Naryn”/);
  },
);
