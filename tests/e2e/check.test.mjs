// The readiness check: answering, stopping, going on, the result, erasing; and what can go wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PHONE } from './browser.mjs';
import { DIST, SAVED, heading, open, scenario, withSaved } from './scenario.mjs';
import { serve } from './server.mjs';

const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('ashar.check') || 'null'));
const refuse = (page) => page.addInitScript(() => {
  Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('refused', 'SecurityError'); },
  });
});

scenario('a person answers, stops in the middle, goes on where they stopped and gets a result', {}, async (page, host) => {
  await open(page, `${host.url}#/check`);
  assert.match(await page.locator('.notice--privacy').textContent(), /stay on this phone/);
  await page.getByRole('link', { name: 'Begin' }).click();
  const answers = ['3', '2', '0', '1', '3', '3', '2', '?', '-', '2', '1', '3', '2', '1', '3'];
  for (const [place, answer] of answers.entries()) {
    await page.waitForFunction((n) => location.hash === `#/check/${n}`, place + 1);
    await page.locator(`input[type=radio][value="${answer}"]`).check();
    assert.equal(Object.keys((await kept(page)).items).length, place + 1, 'kept at every tap');
    assert.equal(await page.locator('.keeping').textContent(), 'Saved on this phone.');
    if (place === 6) {
      await open(page, `${host.url}#/check`);
      assert.match(await page.locator('main').textContent(), /7 of 15 answered/);
      await page.getByRole('link', { name: 'Go on' }).click();
      continue;
    }
    await page.getByRole('link', { name: 'Next' }).click();
  }
  assert.equal(await heading(page), 'Warning signs');
  await page.locator('input[name=flag-fear][value=yes]').check();
  assert.match(await page.locator('.notice--advice:not(:empty)').textContent(), /Safety/);
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'Change: Trust and equal respect' }).click();
  assert.ok(await page.locator('input[value="0"]').isChecked(), 'an earlier answer is shown again');
  assert.ok(!/trust|=|\?/.test(new URL(page.url()).hash), 'no answer stands in an address');
});

scenario('the result says the band, the cap, and where to read how others did it', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check/result`);
  const verdict = await page.locator('.verdict').textContent();
  assert.match(verdict, /^(Prepare first|Start small)/);
  assert.match(verdict, /“Trust and equal respect”.*weak/);
  assert.equal(await page.locator('.bands tbody tr').count(), 15);
  assert.ok(!/\d+ ?%|points/.test(verdict), 'no number for a community');
  const links = page.locator('.reading a');
  assert.equal(await links.count(), 9, 'three cases for each of three weak parts');
  await links.first().click();
  await page.waitForFunction(() => document.activeElement?.classList.contains('block'));
  assert.ok(new URL(page.url()).hash.includes('?at='));
});

scenario('answers are erased in two taps, and a first tap alone erases nothing', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check`);
  await page.getByRole('button', { name: 'Erase my answers' }).tap();
  assert.ok(await kept(page));
  await page.getByRole('button', { name: 'Yes, erase' }).tap();
  assert.equal(await kept(page), null);
  assert.ok(await page.getByRole('link', { name: 'Begin' }).isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), 'heading', 'the focus is not lost');
});

scenario('erasing also erases what was set aside', {}, async (page, host) => {
  await withSaved(page, 'not answers at all');
  await open(page, `${host.url}#/check`);
  await page.getByRole('button', { name: 'Erase my answers' }).tap();
  await page.getByRole('button', { name: 'Yes, erase' }).tap();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

scenario('when storage is full, unreadable answers are not overwritten', {}, async (page, host) => {
  await withSaved(page, 'precious but unreadable');
  await page.addInitScript(() => {
    Storage.prototype.setItem = function full(key) {
      if (key !== 'ashar.check') throw new DOMException('full', 'QuotaExceededError');
      this[key] = 'overwritten';
    };
  });
  await open(page, `${host.url}#/check`);
  assert.match(await page.locator('main [role=alert]').textContent(), /cannot read/);
  await page.getByRole('link', { name: 'Begin' }).click();
  await page.locator('input[value="1"]').check();
  assert.match(await page.locator('.keeping').textContent(), /does not let us save/);
  assert.equal(await page.evaluate(() => localStorage.getItem('ashar.check')), 'precious but unreadable');
});

scenario('two tabs do not overwrite each other\'s answers', {}, async (page, host, profile) => {
  await open(page, `${host.url}#/check/1`);
  const other = await profile.newPage();
  await open(other, `${host.url}#/check/2`);
  await other.locator('input[value="3"]').check();
  await page.locator('input[value="1"]').check();
  assert.deepEqual((await kept(page)).items, { 'found-together-1': '1', 'one-purpose-1': '3' });
  await other.waitForFunction(() => JSON.parse(localStorage.getItem('ashar.check')).items['found-together-1'] === '1');
  await other.getByRole('link', { name: 'Back' }).click();
  await other.locator('input[value="1"]:checked').waitFor();
});

scenario('what another tab answers or erases is seen at once, also over what was just tapped here', {}, async (page, host, profile) => {
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="0"]').check();
  const other = await profile.newPage();
  await open(other, `${host.url}#/check/1`);
  await other.locator('input[value="1"]').check();
  await page.locator('input[value="1"]:checked').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'found-together-1', 'the focus stays in the group');
  await open(other, `${host.url}#/check`);
  await other.getByRole('button', { name: 'Erase my answers' }).tap();
  await other.getByRole('button', { name: 'Yes, erase' }).tap();
  await page.getByRole('link', { name: 'Skip for now' }).waitFor();
  assert.equal(await page.locator('input:checked').count(), 0);
});

scenario('the first of the two taps to erase does not count on another screen', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check`);
  await page.getByRole('button', { name: 'Erase my answers' }).tap();
  await page.getByRole('button', { name: 'Yes, erase' }).waitFor();
  await page.getByRole('link', { name: 'Look over the answers' }).click();
  await page.getByRole('button', { name: 'Erase my answers' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Yes, erase' }).count(), 0);
});

scenario('answers are given by the keyboard alone, and the focus stays where they are', {}, async (page, host) => {
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[type=radio]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.value), '2');
  assert.equal((await kept(page)).items['found-together-1'], '2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/check/2');
});

scenario('a warning sign alone is enough for its advice', {}, async (page, host) => {
  await open(page, `${host.url}#/check/flags`);
  await page.locator('input[name=flag-fear][value=yes]').check();
  await open(page, `${host.url}#/check/result`);
  assert.match(await page.locator('.notice--advice').textContent(), /Safety/);
});

scenario('where saving is refused the check goes on in memory and says so', {}, async (page, host) => {
  await refuse(page);
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="2"]').check();
  assert.match(await page.locator('.keeping').textContent(), /does not let us save/);
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'Back' }).click();
  assert.ok(await page.locator('input[value="2"]').isChecked());
});

scenario('answers saved by version 1 open', {}, async (page, host) => {
  await withSaved(page, readFileSync(new URL('../fixtures/saved-v1.json', import.meta.url), 'utf8'));
  await open(page, `${host.url}#/check`);
  assert.match(await page.locator('main').textContent(), /\d+ of 15 answered/);
});

for (const [what, text] of [
  ['garbage', '{"version":1,"items":{"trust-1'], ['a later version', '{"version":99,"shape":"new"}'],
]) {
  scenario(`saved answers that are ${what} are set aside and offered as a file`, {}, async (page, host) => {
    await withSaved(page, text);
    await open(page, `${host.url}#/check`);
    assert.match(await page.locator('main [role=alert]').textContent(), /cannot read/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save them as a file' }).click();
    assert.equal(readFileSync(await (await download).path(), 'utf8'), text);
    await page.getByRole('link', { name: 'Begin' }).click();
    await page.locator('input[value="1"]').check();
    await open(page, `${host.url}#/check`);
    assert.equal(await page.evaluate(() => localStorage.getItem('ashar.check.set-aside')), text);
    assert.match(await page.locator('main').textContent(), /1 of 15 answered/);
  });
}

scenario('in a sandboxed frame the app runs, with its style, from memory', {}, async (page, host) => {
  const partner = await serve(DIST, {
    on: (request, response, path) => {
      if (path !== '/partner') return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Partner</title>
        <link rel=icon href=data:,><iframe sandbox="allow-scripts" src="${host.url}#/check/1" width="360" height="700"></iframe>`);
      return true;
    },
  });
  try {
    await page.goto(`${partner.origin}/partner`);
    const frame = page.frameLocator('iframe');
    await frame.locator('input[value="3"]').check();
    assert.match(await frame.locator('.keeping').textContent(), /does not let us save/);
    await frame.getByRole('link', { name: 'Next' }).click();
    await frame.locator('.progress').filter({ hasText: 'Question 2 of 15' }).waitFor();
    const band = await frame.locator('.top').evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.notEqual(band, 'rgba(0, 0, 0, 0)', 'the style has arrived');
  } finally {
    await partner.close();
  }
});

scenario('inside a frame of another site the check works and says that nothing is saved', {}, async (page, host) => {
  const partner = await serve(DIST, {
    on: (request, response, path) => {
      if (path !== '/partner') return false;
      response.writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><title>Partner</title><link rel=icon href=data:,><iframe src="${host.url}#/check/1" width="360" height="700"></iframe>`);
      return true;
    },
  });
  try {
    // 127.0.0.1 and localhost are two sites.
    await page.goto(`${partner.origin.replace('localhost', '127.0.0.1')}/partner`);
    const frame = page.frameLocator('iframe');
    await frame.locator('input[value="3"]').check();
    assert.match(await frame.locator('.keeping').textContent(), /does not let us save/);
    await frame.getByRole('link', { name: 'Next' }).click();
    await frame.locator('.progress').filter({ hasText: 'Question 2 of 15' }).waitFor();
  } finally {
    await partner.close();
  }
});

scenario('a whole check can be done with the keyboard alone', { context: { viewport: PHONE, hasTouch: false } }, async (page, host) => {
  await open(page, `${host.url}#/check/15`);
  await page.locator('input[type=radio]').first().focus();
  await page.keyboard.press('ArrowDown');
  assert.equal((await kept(page)).items['turnover-1'], '1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/check/flags');
  await page.waitForFunction(() => document.activeElement?.id === 'heading');
});
