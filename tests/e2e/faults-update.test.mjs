// A newer version, of which something is cut off, changed or replaced on its way, and two versions at a time.
import assert from 'node:assert/strict';
import {
  CUT,
  FILES,
  NEXT,
  PAGE,
  PORTAL,
  SHORT,
  WRONG,
  accept,
  alive,
  answers,
  gone,
  looked,
  offer,
  ready,
  updating,
  whole,
} from './faults.mjs';
import { open, scenario, until, versions } from './scenario.mjs';
import { words } from './words.mjs';

for (const [file, on] of Object.entries({ 'the page': PAGE, ...FILES })) {
  // Nobody has opened them, so an update does not fetch them.
  if (/about|guide|word list/.test(file)) continue;
  for (const faults of [
    { ...CUT, ...PORTAL },
    { ...WRONG, ...SHORT },
  ]) {
    // The browser compares no worker with anything but the one before it.
    if (file === 'the worker' && !("is a captive portal's page" in faults)) continue;
    scenario(
      `update: when ${file} ${Object.keys(faults).join(', or ')}, the old version stays whole, and the new one comes later`,
      { expects: /./ },
      async (page) => {
        await updating(page, async ({ host, net, old, publish }) => {
          publish();
          for (const fault of Object.values(faults)) {
            Object.assign(net, { fault, on });
            assert.match(await looked(page), file === 'the worker' ? /activated/ : /redundant/);
            assert.deepEqual(await versions(page), [old]);
            await whole(page);
            assert.equal(await offer(page).count(), 0);
          }
          await open(page, `${host.url}#/check/1`);
          assert.ok(await page.locator('input[value="2"]').isChecked());
          net.fault = null;
          await looked(page);
          await offer(page).waitFor();
          await accept(page);
          assert.ok(await page.locator('input[value="2"]').isChecked(), 'nothing entered is lost');
          await until(page, async () => String(await caches.keys()) === 'ashar / newer');
          await whole(page, NEXT);
        });
      },
    );
  }
}

for (const file of ['the pages of the cases', 'the text of the cases']) {
  scenario(
    `update: a new version in which ${file} came changed can still be opened`,
    { expects: /./ },
    async (page) => {
      await updating(page, async ({ host, net, publish }) => {
        Object.assign(net, { fault: WRONG['has a wrong byte'], on: FILES[file] });
        publish();
        await looked(page);
        net.fault = null;
        if (await offer(page).count()) await accept(page);
        await open(page, `${host.url}#/cases/shazet`);
        await page.locator('article.case').waitFor();
      });
    },
  );
}

for (const [what, act] of Object.entries({
  'another tab of the old one is opened': async (page, host, profile) => open(await profile.newPage(), host.url),
  'the old one is loaded again': async (page) => {
    await page.reload();
    await ready(page);
  },
})) {
  scenario(`update: a newer version that waits is not lost when ${what}`, {}, async (page, _, profile) => {
    await updating(page, async ({ host, net, publish }) => {
      publish();
      await looked(page);
      await act(page, host, profile);
      await page.bringToFront();
      await offer(page).waitFor();
      // Even where there is no network from that moment on.
      gone(net);
      await accept(page);
      await open(page, `${host.url}#/check/1`);
      assert.ok(await page.locator('input[value="2"]').isChecked());
      await whole(page, NEXT);
    });
  });
}

scenario(
  'two versions in two tabs: the old one goes on, leads on where it lacks a part, and no answer of either is lost',
  { expects: /404/ },
  async (page, _, profile) => {
    await updating(page, async ({ host, publish }) => {
      const other = await profile.newPage();
      await open(other, `${host.url}#/check/2`);
      publish();
      await looked(other);
      await accept(other);
      await until(other, async () => String(await caches.keys()) === 'ashar / newer');
      await other.locator('input[name=one-purpose-1][value="3"]').check();

      await page.bringToFront();
      await page.getByRole('link', { name: 'Next' }).click();
      await page.locator('input[name=one-purpose-1][value="3"]:checked').waitFor();
      await page.getByRole('link', { name: 'Next' }).click();
      await page.locator('input[name=trust-1][value="1"]').check();
      await page.getByRole('link', { name: words('frame.close') }).click();
      await page
        .getByRole('link', { name: words('nav.cases'), exact: true })
        .first()
        .click();
      await page.locator('[data-case=shazet] a').click();
      await page.locator('article.case').waitFor();
      const all = { 'found-together-1': '2', 'one-purpose-1': '3', 'trust-1': '1' };
      assert.deepEqual(await answers(page), [all]);

      // The host has this part only in the new version now.
      await page.getByRole('link', { name: 'About', exact: true }).first().click();
      await page.getByRole('heading', { name: words('later.title') }).waitFor();
      const ways = await alive(page);
      assert.ok(ways.includes('Use it now'), `the new version is offered, not only ${ways}`);
      await accept(page);
      await page.getByRole('heading', { name: 'About Ashar' }).waitFor();
      await other.bringToFront();
      await open(other, `${host.url}#/check/answers`);
      await other.getByText('3 of 15 answered').waitFor();
      assert.deepEqual(await answers(other), [all]);
      await whole(page, NEXT);
    });
  },
);

scenario(
  'two versions in two tabs: where the old one has not yet opened the check, it leads there without a network',
  { expects: /ERR_/ },
  async (page, _, profile) => {
    await updating(page, async ({ host, net, publish }) => {
      await open(page, host.url);
      const other = await profile.newPage();
      await open(other, host.url);
      publish();
      await looked(other);
      await accept(other);
      await until(other, async () => String(await caches.keys()) === 'ashar / newer');
      gone(net);
      await page.bringToFront();
      await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
      await page
        .locator('main h1')
        .filter({ hasText: /Are we ready|not on your device yet/ })
        .waitFor();
      await alive(page);
      await accept(page);
      await page.getByRole('heading', { name: 'Are we ready to work together?' }).waitFor();
      assert.deepEqual(await answers(page), [{ 'found-together-1': '2' }]);
    });
  },
);
