// Links that other programs have damaged on their way: what was meant is opened, the address is put right, and what is left out
// is said.
import assert from 'node:assert/strict';
import { DIST, count, heading, open, scenario, until } from './scenario.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

/** The address behind the `#`, once it is this one. */
const at = (page, address) => until(page, (address) => location.hash === address, address);
/** What is told above the page. */
const notice = (page) => page.locator('.notice--action');

for (const [damaged, meant, leftOut] of [
  ['#/cases/Alga.', '#/cases/alga'],
  ['#!/cases/alga', '#/cases/alga'],
  ['#/cases%2Falga', '#/cases/alga'],
  ['#/cases/alga%C2%A0%E2%80%8B', '#/cases/alga'],
  ['#/cases/alga%20see%20page%202', '#/cases/alga', 'see page 2'],
  ['#/cases/alga&fbclid=x', '#/cases/alga', 'fbclid=x'],
  ['#/cases/shazet?at=summary,', '#/cases/shazet?at=summary'],
  ['#/glossary?at=ayil-okmot.', '#/glossary?at=ayil-okmot'],
  ['#/Check', '#/check'],
  ['#/?oblast=Talas.', '#/?oblast=talas'],
  ['#/?q=roof&amp;topic=schools&amp;oblast=chui', '#/?q=roof&topic=schools&oblast=chui'],
  ['#/?q=%25D0%25B2%25D0%25BE%25D0%25B4%25D0%25B0', '#/?q=%D0%B2%D0%BE%D0%B4%D0%B0'],
]) {
  scenario(`the damaged link ${damaged} opens what it meant`, {}, async (page, host) => {
    await open(page, host.url + damaged);
    await at(page, meant);
    assert.notEqual(await heading(page), words('not-found.title'));
    if (leftOut) assert.match(await notice(page).textContent(), new RegExp(`ignored it: “${leftOut}”`));
    else assert.equal(await notice(page).count(), 0);
  });
}

scenario('a damaged link that is pasted while the app is open opens what it meant', {}, async (page, host) => {
  await open(page, `${host.url}#/about`);
  await page.evaluate(() => {
    location.hash = '#/cases/Alga/!';
  });
  await at(page, '#/cases/alga');
  await page.goBack();
  await at(page, '#/about');
});

scenario('what was said of a link goes with its page', {}, async (page, host) => {
  await open(page, `${host.url}#/?oblast=osh&utm_source=mail`);
  await at(page, '#/?oblast=osh');
  assert.match(await notice(page).textContent(), /utm_source=mail/);
  await page.locator('[data-case] a').first().click();
  await page.waitForSelector('.case');
  assert.equal(await notice(page).count(), 0);
});

for (const [base, damaged, meant] of [
  ['/', '%23/cases/alga', '#/cases/alga'],
  ['/', '%2523/cases/alga', '#/cases/alga'],
  ['/a/b/', '%23/?oblast=talas', '#/?oblast=talas'],
  ['/a/b/', 'index.html%23/cases/alga', '#/cases/alga'],
  ['/a/b/', 'cases/alga', '#/cases/alga'],
  ['/a/b/', 'cases/alga/', '#/cases/alga/'],
  ['/', 'check', '#/check'],
]) {
  scenario(
    `a link with ${damaged} behind the address ${base} of the app finds the way`,
    { expects: /404/ },
    async (page) => {
      const host = await serve(DIST, { base });
      try {
        await open(page, host.url + damaged);
        await at(page, meant);
        assert.notEqual(await heading(page), words('not-found.title'));
        if (meant.includes('talas')) assert.ok((await count(page)) < 25);
      } finally {
        await host.close();
      }
    },
  );
}

scenario(
  'where no app is found, the page for unknown addresses says what to do',
  { expects: /404|ERR_EMPTY_RESPONSE/ },
  async (page) => {
    const host = await serve(DIST, { on: (request) => request.url === '/sw.js' && Boolean(request.socket.destroy()) });
    try {
      await page.goto(`${host.url}nothing/here`);
      assert.equal(await heading(page), words('not-found.title'));
      assert.match(await page.locator('main p').textContent(), /send it again/);
    } finally {
      await host.close();
    }
  },
);

scenario(
  'no path leads from the page for unknown addresses to another host',
  { expects: /404/ },
  async (page, host) => {
    await page.goto(`${host.url}/example.com/%23/cases/alga`);
    await page.waitForURL((url) => url.hash !== '');
    assert.equal(new URL(page.url()).origin, new URL(host.url).origin);
  },
);
