// The app itself in partners' pages, on the same site and on another one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open as openOther } from './other-engine.mjs';
import { SITES, inside, onlyAsked, outside, partner, watch } from './partner.mjs';
import { DIST, scenario, until } from './scenario.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

/** Sandboxes, and what README.md says they let through. */
const SANDBOXES = {
  'allow-scripts': { file: false, tab: false, print: false },
  'allow-scripts allow-same-origin allow-forms': { file: false, tab: false, print: false },
  'allow-scripts allow-downloads': { file: true, tab: false, print: false },
  'allow-scripts allow-modals': { file: false, tab: false, print: true },
  'allow-scripts allow-popups': { file: false, tab: 'sandboxed', print: false },
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals': {
    file: true,
    tab: 'free',
    print: true,
  },
};
const sandboxed = (
  app,
  at,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">
    <script src="${app}embed.js" async></script></head><body><ashar-embed view="check" sandbox="${Object.keys(SANDBOXES)[at]}"></ashar-embed></body></html>`;

const PAGES = {
  // As people read it: a field of the page has the focus, and there is something above and below the frame.
  'list.html': (
    app,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">
    <link rel="stylesheet" href="partner.css"><script src="${app}embed.js" async></script></head>
    <body><header><input id="field" aria-label="Search this site" autofocus></header>
    <main><h1>Cases</h1><ashar-embed><a href="${app}">Cases</a></ashar-embed><p>Below</p></main></body></html>`,
  ...Object.fromEntries(Object.keys(SANDBOXES).map((_, at) => [`sandbox-${at}.html`, (app) => sandboxed(app, at)])),
};

let app;
let host;
before(async () => {
  app = await serve(DIST);
  host = await partner(app.url, Object.fromEntries(Object.entries(PAGES).map(([name, page]) => [name, page(app.url)])));
});
after(async () => {
  await host.close();
  await app.close();
});

/** Opens a partner's page on this site and gives the app in its frame, once that is as high as what is in it. */
async function visit(page, site, name, selector = 'ashar-embed') {
  const requests = await watch(page);
  await page.goto(host.at(site, name));
  const frame = await fits(page, selector);
  return { frame, requests };
}

/** Waits until the app answers and needs nothing to scroll by itself. */
async function fits(page, selector) {
  const frame = await inside(page, selector);
  await frame.waitForSelector('html[data-ready="true"]');
  await until(page, () => window.events === undefined || window.events.some(([kind]) => kind === 'height'));
  await whole(frame);
  return frame;
}

/** Waits until the frame is exactly as high as what is in it. */
const whole = (frame) =>
  until(frame, () => {
    const { height } = document.documentElement.getBoundingClientRect();
    return Math.abs(height - innerHeight) < 1 && document.scrollingElement.scrollHeight <= innerHeight;
  });
/** A step back of the page and all its frames; no document is loaded for it. */
const back = (page) => page.evaluate(() => history.back());
const heights = (page) =>
  page.evaluate(() => events.filter(([kind]) => kind === 'height').map(([, , { height }]) => height));
const kinds = (page) => page.evaluate(() => events.map(([kind]) => kind));
const shownIn = (frame) => frame.locator('[data-case]').count();

for (const [where, site] of Object.entries(SITES)) {
  for (const name of ['check.html', 'right-to-left.html', 'strict.html', 'wordpress.html', 'react.html']) {
    scenario(`the check fits into ${name} ${where}`, {}, async (page) => {
      const { frame, requests } = await visit(page, site, name);
      const steps = await page.evaluate(() => history.length);
      await frame.getByRole('heading', { level: 1 }).first().waitFor();
      assert.equal((await outside(page)).link, false);
      await frame.getByRole('link', { name: words('check.begin') }).click();
      await frame.getByRole('button', { name: words('check.begin') }).waitFor();
      await whole(frame);
      assert.equal(page.url(), host.at(site, name), 'the page stays where it is');
      await back(page);
      await frame.getByRole('link', { name: words('check.begin') }).waitFor();
      await whole(frame);
      assert.ok((await page.evaluate(() => history.length)) <= steps + 1);
      onlyAsked(requests, app.url, host.at(site, name));
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        'nothing to scroll sideways',
      );
    });
  }

  scenario(
    `the height of the list follows a search and a filter, up and down, each time once ${where}`,
    {},
    async (page) => {
      const { frame, requests } = await visit(page, site, 'list.html');
      const all = await shownIn(frame);
      const settle = async (run) => {
        const before = (await heights(page)).length;
        await run();
        await whole(frame);
        const told = (await heights(page)).slice(before);
        // A search is drawn as it is typed, and texts may come a moment later.
        assert.ok(told.length <= 4, `${told}`);
        return (await outside(page)).height;
      };
      const long = (await outside(page)).height;
      const search = frame.locator('input[type=search]');
      const short = await settle(async () => {
        await search.fill('zzqx');
        await until(frame, () => !document.querySelector('[data-case]'));
      });
      assert.ok(short < long / 3, `${short} of ${long}`);
      const again = await settle(async () => {
        await search.fill('');
        await until(frame, (all) => document.querySelectorAll('[data-case]').length === all, all);
      });
      assert.ok(Math.abs(again - long) < 100, `${again} after ${long}`);
      const filtered = await settle(async () => {
        await frame.evaluate(() => {
          location.hash = '#/?oblast=osh';
        });
        await until(frame, (all) => document.querySelectorAll('[data-case]').length < all, all);
      });
      assert.ok(filtered < long);
      // Nothing comes after that by itself: two pictures later it is as it was.
      const count = (await heights(page)).length;
      await page.evaluate(
        () =>
          new Promise((done) => {
            requestAnimationFrame(() => requestAnimationFrame(done));
          }),
      );
      assert.equal((await heights(page)).length, count);
      onlyAsked(requests, app.url, host.at(site, ''));
    },
  );

  scenario(`the focus of the page is not taken ${where}, nor is it scrolled`, {}, async (page) => {
    const { frame } = await visit(page, site, 'list.html');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'field');
    await page.keyboard.type('water');
    assert.equal(await page.locator('#field').inputValue(), 'water');
    await frame.evaluate(() => {
      location.hash = '#/cases/shazet';
    });
    await frame.locator('article.case').waitFor();
    await whole(frame);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'field', 'nor when the app goes on by itself');
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  scenario(
    `whoever opens a case far down is brought to its beginning ${where}, and comes back to the list`,
    { context: { reducedMotion: 'reduce' } },
    async (page) => {
      const { frame } = await visit(page, site, 'list.html');
      await frame.locator('[data-case="shazet"] a').first().scrollIntoViewIfNeeded();
      const from = await page.evaluate(() => scrollY);
      assert.ok(from > 1000);
      await frame.locator('[data-case="shazet"] a').first().click();
      await frame.locator('article.case').waitFor();
      await whole(frame);
      await until(page, () => {
        const { top } = document.querySelector('ashar-embed > iframe').getBoundingClientRect();
        // Under the header of the page, which stays.
        return top >= -64 && top < innerHeight / 2;
      });
      await back(page);
      await frame.locator('[data-case="shazet"]').waitFor();
      assert.equal(page.url(), host.at(site, 'list.html'));
    },
  );

  scenario(`a change of theme reaches the open app ${where}, and the page's colour is taken`, {}, async (page) => {
    const { frame, requests } = await visit(page, site, 'react.html');
    const ground = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.click('#dark');
    await until(frame, (light) => getComputedStyle(document.body).backgroundColor !== light, light);
    assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
    assert.equal(requests.filter((url) => url.startsWith(`${app.url}?`)).length, 1, 'not loaded anew');
    assert.equal(
      await frame.evaluate(
        () => getComputedStyle(document.querySelector('.top')).backgroundColor !== 'rgb(42, 21, 18)',
      ),
      true,
    );
  });

  scenario(`messages that are none of the page's change nothing in the app ${where}`, {}, async (page) => {
    const { frame } = await visit(page, site, 'check.html');
    const state = () =>
      frame.evaluate(() => [location.hash, document.documentElement.style.colorScheme, document.body.innerText]);
    const before = await state();
    await page.evaluate(async (target) => {
      const { contentWindow } = document.querySelector('ashar-embed > iframe');
      const theme = { type: 'ashar:theme', version: 1, theme: 'dark' };
      // From the page itself, but not as documented.
      for (const message of [
        'ashar:theme',
        null,
        5,
        [],
        { ...theme, version: 2 },
        { ...theme, theme: 'blue' },
        { ...theme, theme: { dark: 1 } },
        { type: 'ashar:erase', version: 1 },
        { type: 'ashar:navigate', version: 1, to: '#/about' },
        { ...theme, theme: 'x'.repeat(5e6) },
      ]) {
        contentWindow.postMessage(message, target);
      }
      // As documented, but from another frame of the page.
      const stranger = document.createElement('iframe');
      stranger.src = 'stranger.html';
      document.body.append(stranger);
      await new Promise((done) => {
        stranger.onload = done;
      });
      stranger.contentWindow.eval(`parent.frames[0].postMessage(${JSON.stringify(theme)}, '*')`);
    }, new URL(app.url).origin);
    const ready = (await kinds(page)).length;
    // What is asked last is answered last.
    await page.evaluate((target) => {
      window.answered = false;
      addEventListener('message', ({ data }) => {
        if (data.type === 'ashar:ready') window.answered = true;
      });
      document
        .querySelector('ashar-embed > iframe')
        .contentWindow.postMessage({ type: 'ashar:hello', version: 1 }, target);
    }, new URL(app.url).origin);
    await page.waitForFunction(() => window.answered);
    assert.deepEqual(await state(), before);
    assert.equal((await kinds(page)).length, ready);
  });

  scenario(`a tab ${where} that is opened later shows the whole check`, {}, async (page) => {
    await watch(page);
    await page.goto(host.at(site, 'tabs.html'));
    // It is loaded already, and draws nothing until it can be seen.
    await (await inside(page)).waitForLoadState();
    await page.click('[data-tab=check]');
    const frame = await fits(page, 'ashar-embed');
    await page.click('[data-tab=about]');
    await page.click('[data-tab=check]');
    await frame.getByRole('link', { name: words('check.begin') }).click();
    await whole(frame);
  });

  scenario(
    `sandboxed frames ${where} run the check if scripts are allowed, and say that they keep nothing`,
    {
      expects:
        /Blocked script execution in '[^']*' because the document's frame is sandboxed|preloaded using link preload/,
    },
    async (page) => {
      await watch(page);
      await page.goto(host.at(site, 'sandbox.html'));
      for (const id of ['scripts', 'origin', 'full']) {
        // Far below the window it would not be drawn.
        await page.locator(`#${id} > iframe`).scrollIntoViewIfNeeded();
        const frame = await fits(page, `#${id}`);
        await frame.evaluate(() => {
          location.hash = '#/check/1';
        });
        await frame.locator('input[value="2"]').check();
        await frame.locator('.keeping:not(:empty)').waitFor();
        assert.match(await frame.locator('.keeping').textContent(), /does not allow saving/, id);
      }
      assert.equal((await outside(page, '#nothing')).link, true);
    },
  );

  scenario(`printing the page ${where} prints the whole content of the frame`, {}, async (page) => {
    await visit(page, site, 'check.html');
    const pages = async () => Number((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Count (\d+)/)[1]);
    const together = await pages();
    await page.locator('ashar-embed').evaluate((embed) => {
      embed.style.display = 'none';
    });
    assert.ok(together > (await pages()));
  });
}

for (const [at, [sandbox, { file, tab, print }]] of Object.entries(SANDBOXES).entries()) {
  const refused = /Ignored call to 'print|Download is disallowed|Blocked opening/;
  const lets = [file && 'files', tab && `a ${tab} tab`, print && 'printing'].filter(Boolean).join(', ');
  scenario(
    `a sandbox with ${sandbox} lets through ${lets || 'nothing but the check itself'}`,
    { expects: refused },
    async (page, _, profile) => {
      const { frame } = await visit(page, '127.0.0.1', `sandbox-${at}.html`);
      const said = (words) => page.waitForEvent('console', (message) => words.test(message.text()));
      await frame.evaluate(() => {
        location.hash = '#/check/new';
      });
      for (const id of ['together', 'group']) await frame.locator(`#setup-${id}`).check();
      await frame.getByRole('button', { name: words('check.begin') }).click();
      await frame.locator('input[value="2"]').check();
      await frame.locator('.keeping').filter({ hasText: 'does not allow saving' }).waitFor();
      await frame.evaluate(() =>
        addEventListener('beforeprint', () => {
          window.printed = true;
        }),
      );
      const unprinted = print || said(/Ignored call to 'print/);
      await frame.evaluate(() => window.print());
      await unprinted;
      assert.equal(await frame.evaluate(() => window.printed === true), print);
      await frame.evaluate(() => {
        location.hash = '#/check/carry';
      });
      await frame.getByRole('heading', { name: words('carry.title') }).waitFor();
      const saved = file ? page.waitForEvent('download') : said(/Download is disallowed/);
      await frame.getByRole('button', { name: 'Save as a file' }).click();
      await saved;
      // What is said of it moves the link down.
      await frame.locator('[role=status]').filter({ hasText: 'ashar-check.json' }).waitFor();
      const opened = tab ? profile.waitForEvent('page') : said(/Blocked opening/);
      await frame.getByRole('link', { name: words('carry.open') }).click();
      const full = await opened;
      if (!tab) return;
      await full.waitForSelector('html[data-ready="true"]');
      assert.equal(await full.evaluate(() => origin), tab === 'free' ? new URL(app.url).origin : 'null');
      await full.getByRole('button', { name: words('carried.yes') }).click();
      await full.getByText('1 check was added').waitFor();
      assert.equal(
        (await full.getByText('does not allow saving').count()) === 0,
        tab === 'free',
        'where the new tab may save, it does',
      );
    },
  );
}

test('in Firefox a frame on another site is as high as the check, and its console is empty', async () => {
  const { page, said, requests, close } = await openOther();
  try {
    await page.goto(host.at('127.0.0.1', 'check.html'));
    await page.waitForFunction(() => {
      const frame = document.querySelector('ashar-embed > iframe');
      return frame && frame.offsetHeight !== 600 && !document.querySelector('ashar-embed > a').checkVisibility();
    });
    assert.deepEqual(
      requests.filter(
        (url) => ![app.url, host.at('127.0.0.1', '')].some((known) => url.startsWith(known)) && !/^data:/.test(url),
      ),
      [],
    );
    assert.deepEqual(said, [], 'the console is empty');
  } finally {
    await close();
  }
});
