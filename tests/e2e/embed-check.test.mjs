// The readiness check in a frame on somebody else's page: what cannot be kept there, how answers get out of it, and what a
// page that means ill gets out of it, which is nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { SITES, inside, partner, watch } from './partner.mjs';
import { DIST, scenario, until } from './scenario.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

let app;
let host;
before(async () => {
  app = await serve(DIST, {
    on: (request, response, path) => {
      if (path !== '/partner.html') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(trap('./'));
      return true;
    },
  });
  host = await partner(app.url, { 'trap.html': trap(app.url) });
});
after(async () => {
  await host.close();
  await app.close();
});

/** A page that lays a decoy over the frame, through which a tap goes. */
const trap = (
  base,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Win</title><link rel="icon" href="data:,">
<body><ashar-embed id="frame" view="check"></ashar-embed><script src="${base}embed.js"></script></body></html>`;

/** The frame with the check on a partner's page, ready to be answered. */
async function framed(page, where, name = 'check.html') {
  await watch(page);
  await page.goto(host.at(where, name));
  const frame = await inside(page);
  await frame.waitForSelector('html[data-ready="true"]');
  return frame;
}

/**
 * Begins a check in the frame, and answers so many statements. By keyboard: while the page around follows the frame, the place of
 * a tap moves.
 */
async function answer(frame, count, begin = words('check.begin')) {
  await frame.getByRole('link', { name: begin }).first().press('Enter');
  for (const id of ['together', 'group']) await frame.locator(`#setup-${id}`).press('Space');
  await frame.locator('#fold-setup > summary').press('Enter');
  await frame.locator('#setup-name').fill('Water for Ak-Bulak');
  await frame.getByRole('button', { name: words('check.begin') }).press('Enter');
  for (let place = 1; place <= count; place += 1) {
    // Its link to the next one tells that this very statement has been drawn.
    const next = frame.locator(`a.button[href="#/check/${place < 15 ? place + 1 : 'flags'}"]`);
    await next.waitFor();
    // From there the app has taken the focus to its heading, and takes it no more.
    await frame.waitForFunction(() => document.activeElement?.id === 'heading');
    await frame.locator('input[type=radio][value="2"]').press('Space');
    if (place < count) await next.press('Enter');
  }
}

const AWAY = SITES['on another site'];

scenario('on another site the check says that nothing can be kept there, and goes on in memory', {}, async (page) => {
  const frame = await framed(page, AWAY);
  // As it is without cookies of third parties, which this Chromium refuses by itself.
  await assert.rejects(
    frame.evaluate(() => localStorage.length),
    /SecurityError|Access is denied/,
  );
  await frame.getByText('When Ashar is shown inside another website, nothing is saved').waitFor();
  await frame.getByText('The website around this page cannot read your answers').waitFor();
  await answer(frame, 2);
  await frame.getByText('Your answers last only until you close this page.').waitFor();
  await frame.getByRole('link', { name: 'All answers' }).press('Enter');
  await frame.getByText('2 of 15 answered').waitFor();
});

scenario(
  'from another site the answers are copied to the full app, after it was shown what is copied',
  {},
  async (page, _, profile) => {
    const frame = await framed(page, AWAY);
    await answer(frame, 2);
    await frame.getByRole('link', { name: words('frame.full') }).press('Enter');
    await frame.getByRole('heading', { name: words('carry.title') }).waitFor();
    await frame.getByText('Water for Ak-Bulak').waitFor();
    await frame.getByText('2 of 15 answered.').waitFor();
    assert.equal(profile.pages().length, 1, 'nothing has opened before it was shown');
    const opened = profile.waitForEvent('page');
    await frame.getByRole('link', { name: words('carry.open') }).press('Enter');
    const full = await opened;
    await full.getByRole('heading', { name: words('carried.title') }).waitFor();
    assert.equal(full.url(), `${app.url}#/check/carried`, 'they are out of the address again');
    assert.equal(await full.evaluate(() => localStorage.length), 0, 'nothing is kept unasked');
    await full.getByRole('button', { name: words('carried.yes') }).click();
    await full.getByText('1 check was added.').waitFor();
    const {
      checks: [check],
    } = await full.evaluate(() => JSON.parse(localStorage.getItem('ashar.check')));
    assert.deepEqual(check.items, { 'found-together-1': '2', 'one-purpose-1': '2' });
    // The frame still has them.
    await frame.getByText('2 of 15 answered.').waitFor();
  },
);

scenario('answers that come along into an app that is open already are shown there, too', {}, async (page) => {
  await page.goto(app.url);
  await page.waitForSelector('html[data-ready="true"]');
  const answers = { version: 2, checks: [{ id: 'a', items: { 'trust-1': '2' } }] };
  await page.evaluate((text) => {
    location.hash = `#/check/carried?answers=${encodeURIComponent(text)}`;
  }, JSON.stringify(answers));
  await page.getByRole('button', { name: words('carried.yes') }).waitFor();
  await page.waitForFunction(() => location.hash === '#/check/carried');
  await page.getByRole('button', { name: words('carried.yes') }).click();
  await page.getByText('1 check was added.').waitFor();
});

scenario('whoever does not want the answers that came along keeps nothing of them', {}, async (page) => {
  const answers = encodeURIComponent(JSON.stringify({ version: 2, checks: 'none' }));
  await page.goto(`${app.url}#/check/carried?answers=${answers}`);
  await page.getByText('cannot be read').waitFor();
  await page.getByRole('link', { name: words('carried.to-check') }).click();
  await page.getByRole('heading', { name: 'Are we ready' }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

scenario('on another site the answers can be taken along as a file', {}, async (page) => {
  const frame = await framed(page, AWAY);
  await answer(frame, 1);
  await frame.getByRole('link', { name: words('frame.full') }).press('Enter');
  const download = page.waitForEvent('download');
  await frame.getByRole('button', { name: 'Save as a file' }).press('Enter');
  const {
    checks: [check],
  } = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  assert.deepEqual(check.items, { 'found-together-1': '2' });
});

scenario(
  'on a page of the same host, as one who hosts the app has it, answers are kept and the full app is opened straight to the same place',
  {},
  async (page, _, profile) => {
    await watch(page);
    await page.goto(`${app.url}partner.html`);
    const frame = await inside(page);
    await frame.waitForSelector('html[data-ready="true"]');
    await answer(frame, 1);
    await frame.getByText(words('keeping.kept')).waitFor();
    const opened = profile.waitForEvent('page');
    await frame.getByRole('link', { name: words('frame.full') }).press('Enter');
    const full = await opened;
    await full.locator('input[value="2"]:checked').waitFor();
    assert.equal(full.url(), `${app.url}#/check/1`);
  },
);

scenario('the height of a statement and of the warning signs tells nothing of the answer', {}, async (page) => {
  const frame = await framed(page, AWAY);
  await answer(frame, 1);
  const height = () => frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
  const known = await height();
  for (const value of ['0', '1', '2', '3', '?', '-']) {
    await frame.locator(`input[type=radio][value="${value}"]`).press('Space');
    assert.equal(await height(), known, value);
  }
  await frame.evaluate(() => {
    location.hash = '#/check/flags';
  });
  await frame.locator('h1:focus').filter({ hasText: 'Warning signs' }).waitFor();
  const flags = await height();
  for (const value of ['yes', 'no']) {
    await frame.locator(`input[name=flag-fear][value=${value}]`).press('Space');
    assert.equal(await height(), flags, value);
  }
});

scenario('a file from a frame holds every check that was begun there', {}, async (page) => {
  const frame = await framed(page, AWAY);
  await answer(frame, 1);
  await frame.evaluate(() => {
    location.hash = '#/check';
  });
  await frame.getByRole('heading', { name: 'Are we ready' }).waitFor();
  await answer(frame, 1, words('shelf.new'));
  await frame.getByRole('link', { name: words('frame.full') }).press('Enter');
  const download = page.waitForEvent('download');
  await frame.getByRole('button', { name: 'Save as a file' }).press('Enter');
  const { checks } = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  assert.equal(checks.length, 2);
});

scenario('answers that a page has made up cannot be put among those of the reader by a tap', {}, async (page) => {
  const frame = await framed(page, AWAY);
  const answers = JSON.stringify({ version: 2, checks: [{ id: 'a', items: { 'trust-1': '0' } }] });
  await frame.evaluate((text) => {
    location.hash = `#/check/carried?answers=${encodeURIComponent(text)}`;
  }, answers);
  await frame.getByRole('heading', { name: words('carried.title') }).waitFor();
  await frame.getByRole('link', { name: words('carry.open') }).waitFor();
  assert.equal(await frame.getByRole('button', { name: words('carried.yes') }).count(), 0);
});

for (const [where, site] of Object.entries(SITES)) {
  scenario(`the page around is told that a result was shown, and nothing of it ${where}`, {}, async (page) => {
    await page.addInitScript(() => {
      window.told = [];
      if (window === window.top) window.addEventListener('message', ({ data }) => window.told.push(data));
    });
    const frame = await framed(page, site);
    await answer(frame, 15);
    const completed = () => page.evaluate(() => events.filter(([kind]) => kind === 'check-completed'));
    assert.deepEqual(await completed(), []);
    for (const [step, title] of [
      ['flags', 'Warning signs'],
      ['answers', 'answers'],
      ['result', words('result.title')],
    ]) {
      await frame.locator(`main a.button[href="#/check/${step}"]`).first().press('Enter');
      await frame.locator('h1:focus').filter({ hasText: title }).waitFor();
    }
    await frame.getByRole('heading', { name: words('result.title') }).waitFor();
    await until(page, () => events.some(([kind]) => kind === 'check-completed'));
    assert.deepEqual(await completed(), [['check-completed', (await completed())[0][1], null]]);
    const all = await page.evaluate(() => window.told);
    const known = {
      'ashar:ready': [],
      'ashar:height': ['height'],
      'ashar:scroll': ['top'],
      'ashar:check-completed': [],
    };
    for (const { type, version, ...rest } of all) {
      assert.equal(version, 1);
      assert.deepEqual(Object.keys(rest), known[type], type);
      for (const value of Object.values(rest)) assert.equal(typeof value, 'number');
    }
  });

  scenario(`a page that means ill cannot have anything erased or passed on ${where}`, {}, async (page, _, profile) => {
    const frame = await framed(page, site, 'trap.html');
    await answer(frame, 1);
    await frame.evaluate(() => {
      location.hash = '#/check';
    });
    await frame.getByText('There is nothing to erase here').waitFor();
    // Wherever somebody is made to tap, through whatever decoy.
    assert.equal(await frame.getByRole('button', { name: /erase|saved them/i }).count(), 0);
    await frame.evaluate(() => {
      location.hash = '#/cases/shazet';
    });
    await frame.getByRole('button', { name: 'Share' }).press('Enter');
    await frame.getByText(`${app.url}#/cases/shazet`).waitFor();
    assert.equal(profile.pages().length, 1);
    await frame.evaluate(() => {
      location.hash = '#/check/1';
    });
    await frame.locator('input[value="2"]:checked').waitFor();
  });

  scenario(`messages that are not documented do nothing ${where}`, {}, async (page) => {
    const frame = await framed(page, site);
    await answer(frame, 1);
    const before = await frame.evaluate(() => document.body.innerHTML);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('ashar-embed iframe');
      const deep = {};
      let at = deep;
      for (let depth = 0; depth < 500; depth += 1) {
        at.type = {};
        at = at.type;
      }
      for (const message of [
        null,
        0,
        '',
        'ashar:erase',
        [],
        ['erase'],
        { type: 'ashar:erase', version: 1 },
        { type: 'ashar:theme', version: 1, theme: 'url(x)' },
        { type: 'ashar:theme', version: 2, theme: 'dark' },
        { type: 'ashar:theme', version: '1', theme: 'dark' },
        { type: { toString: 'x' }, version: 1 },
        { type: 'ashar:theme', version: 1, theme: 'd'.repeat(5_000_000) },
        deep,
        ['keep-all'],
        ['failed'],
      ])
        contentWindow.postMessage(message, '*');
      contentWindow.postMessage({ type: 'ashar:hello', version: 1 }, '*');
    });
    // What was said last is answered: all before it has been read.
    await until(page, () => events.filter(([kind]) => kind === 'height').length > 0);
    assert.equal(await frame.evaluate(() => document.body.innerHTML), before);
    assert.equal(await frame.evaluate(() => document.documentElement.style.colorScheme), '');
    await frame.locator('input[value="2"]:checked').waitFor();
  });

  scenario(`only the page around is heard, and only the one that the frame was made by ${where}`, {}, async (page) => {
    const frame = await framed(page, site);
    const scheme = () => frame.evaluate(() => document.documentElement.style.colorScheme);
    // Another frame on the same page.
    await page.evaluate(() => {
      const other = document.createElement('iframe');
      document.body.append(other);
      const { contentWindow } = document.querySelector('ashar-embed iframe');
      const script = other.contentDocument.createElement('script');
      script.textContent =
        'window.say = (to) => to.postMessage({ type: "ashar:theme", version: 1, theme: "dark" }, "*")';
      other.contentDocument.body.append(script);
      other.contentWindow.say(contentWindow);
    });
    assert.equal(await scheme(), '');
    await page.evaluate(() => document.querySelector('ashar-embed').setAttribute('theme', 'dark'));
    await frame.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
    // A frame that nobody has told who is around it hears nobody.
    const alone = host.at(site, 'iframe.html');
    await page.goto(alone);
    const plain = await (await page.waitForSelector('iframe')).contentFrame();
    await plain.waitForSelector('html[data-ready="true"]');
    await page.evaluate(() =>
      document
        .querySelector('iframe')
        .contentWindow.postMessage({ type: 'ashar:theme', version: 1, theme: 'dark' }, '*'),
    );
    assert.equal(await plain.evaluate(() => document.documentElement.style.colorScheme), '');
  });
}
