// Ashar as one file, opened from a disk: no host, no worker, and everything in it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, SCREENS, count, open, scenario, shown } from './scenario.mjs';
import { words } from './words.mjs';

const FILE = join(DIST, 'ashar.html');
const address = pathToFileURL(FILE).href;
const code = readFileSync(`${FILE}.verification-code.txt`, 'utf8').trim();

/** Everything that the page asks for. */
function asked(page) {
  const urls = [];
  page.on('request', (request) => urls.push(request.url().split('#')[0]));
  return urls;
}

scenario('every screen of the one file opens from a disk, and nothing beside it is asked for', {}, async (page) => {
  const urls = asked(page);
  for (const screen of SCREENS) {
    await open(page, address + screen);
    assert.ok((await page.locator('main h1').first().textContent()).length > 3, screen);
    const away = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')).filter((href) => !href.startsWith('#')));
    assert.deepEqual(away, [], `${screen} leads nowhere else`);
  }
  assert.deepEqual(
    [...new Set(urls)].filter((url) => url !== 'about:blank'),
    [address],
  );
});

scenario('in the one file cases are searched, filtered and read', {}, async (page) => {
  await open(page, address);
  assert.equal((await shown(page)).length, 25);
  await page.locator('input[type=search]').fill('irrigation canal');
  await page.waitForFunction(() => document.querySelectorAll('[data-case]').length < 25);
  assert.ok((await shown(page)).includes('araket'));
  await open(page, `${address}#/?oblast=osh&topic=water`);
  assert.equal(await count(page), (await shown(page)).length);
  await page.locator('[data-case] a').first().click();
  await page.locator('article.case').waitFor();
  await page.goBack();
  await page.locator('[data-case]').first().waitFor();
});

scenario('in the one file a check is answered, kept by the browser, scored and printed', {}, async (page) => {
  await open(page, `${address}#/check/1`);
  await page.locator('input[value="2"]').check();
  await page.getByText(words('keeping.kept')).waitFor();
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]');
  assert.ok(await page.locator('input[value="2"]').isChecked());
  await open(page, `${address}#/check/paper`);
  assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
});

scenario(
  'where the browser keeps nothing for a file, the check goes on and the answers are taken along',
  { context: { acceptDownloads: true } },
  async (page) => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
    });
    await open(page, `${address}#/check/1`);
    await page.locator('input[value="2"]').check();
    await page
      .locator('.keeping')
      .filter({ hasText: /not|cannot/i })
      .waitFor();
    await page.evaluate(() => {
      location.hash = '#/check/result';
    });
    const button = page.locator('.take').getByRole('button', { name: 'Save as a file' });
    await button.waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    assert.match(readFileSync(await file.path(), 'utf8'), /"schema"|"format"|"version"/);
  },
);

scenario(
  'the verification code of a copy is the printed one, and another one where a single byte is changed',
  {},
  async (page) => {
    const folder = mkdtempSync(join(tmpdir(), 'ashar-'));
    try {
      const changed = join(folder, 'ashar.html');
      const bytes = readFileSync(FILE);
      bytes[bytes.length >> 1] ^= 1;
      writeFileSync(changed, bytes);
      await open(page, `${address}#/about`);
      const said = page.locator('section', { has: page.locator('#verification-code') }).locator('[role=status]');
      await page.setInputFiles('#verification-code', FILE);
      await said.filter({ hasText: code }).waitFor();
      await page.setInputFiles('#verification-code', changed);
      await said.filter({ hasText: /: [a-z-]{17}$/, hasNotText: code }).waitFor();
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

scenario(
  'the app offers the one file, and says the same verification code of it',
  { context: { acceptDownloads: true } },
  async (page, host) => {
    await open(page, `${host.url}#/about`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save the file' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'ashar.html');
    await page.setInputFiles('#verification-code', await file.path());
    await page.getByText(code).waitFor();
  },
);

scenario(
  'a browser that cannot unpack the one file says so plainly, and the list can still be read',
  { expects: /./ },
  async (page) => {
    await page.addInitScript(() => {
      delete window.DecompressionStream;
    });
    await page.goto(address);
    await page.locator('#failure').waitFor();
    assert.equal((await shown(page)).length, 25);
  },
);
