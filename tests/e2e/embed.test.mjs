// Ashar in partners' pages: what `embed.js` makes of its element, on the same site as the app and on another one. A small
// page stands in for the app and tells what the tests want; `embed-app.test.mjs` has the app itself in the frame.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { open as openOther } from './other-engine.mjs';
import { SITES, inside, onlyAsked, outside, partner, standIn, watch, written } from './partner.mjs';
import { DIST, scenario, until } from './scenario.mjs';
import { words } from './words.mjs';

let app;
let host;
before(async () => {
  app = await standIn(DIST);
  host = await partner(app.url, PAGES);
});
after(async () => {
  await host.close();
  await app.close();
});

/** The page that stands in for the app is this high at first. */
const FIRST = 700;
/** What the frame has before it has said anything. */
const BEFORE = 600;

const PAGES = {
  'empty.html':
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,"><body></body></html>',
};

/** Opens a partner's page on this site and waits for the first height of the frame. */
async function visit(page, site, name, { selector = 'ashar-embed', height = FIRST } = {}) {
  const requests = await watch(page);
  await page.goto(host.at(site, name));
  if (height) await high(page, height, selector);
  return requests;
}

const high = (page, height, selector = 'ashar-embed') =>
  until(page, ([selector, height]) => document.querySelector(`${selector} > iframe`)?.offsetHeight === height, [
    selector,
    height,
  ]);
/** Waits until the element of this id has last been told this height. */
const toldHeight = (page, id, height) =>
  until(
    page,
    ([id, height]) => events.filter(([kind, of]) => kind === 'height' && of === id).at(-1)?.[2].height === height,
    [id, height],
  );
/**
 * Scrolls to a frame and waits for its first height. Below the window a frame of another site may be given its width only
 * after it has loaded; like the app, it then tells its height when it is first drawn.
 */
async function scrolledTo(page, id) {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await toldHeight(page, id, FIRST);
}
/** Has the content of the frame take this height. */
const grow = (frame, height) =>
  frame.evaluate((height) => {
    document.getElementById('content').style.height = `${height}px`;
  }, height);
const tell = (frame, ...messages) =>
  frame.evaluate((messages) => messages.forEach((message) => say(message)), messages);
const heights = (page) =>
  page.evaluate(() => events.filter(([kind]) => kind === 'height').map(([, , { height }]) => height));

/** Puts elements into an empty page of the partner, and waits until the first of them has its frame. */
async function put(page, site, markup) {
  const requests = await visit(page, site, 'empty.html', { height: 0 });
  await page.evaluate(
    ([markup, app]) => {
      document.body.innerHTML = markup;
      const script = document.createElement('script');
      script.src = `${app}embed.js`;
      document.head.append(script);
    },
    [markup, app.url],
  );
  return requests;
}

/** The address that the frame has for these attributes, behind that of the app. */
async function address(page, attributes) {
  await page.evaluate((attributes) => {
    document.querySelectorAll('ashar-embed').forEach((old) => old.remove());
    const embed = document.createElement('ashar-embed');
    Object.entries(attributes).forEach(([name, value]) => embed.setAttribute(name, value));
    document.body.append(embed);
  }, attributes);
  await page.waitForSelector('ashar-embed > iframe', { state: 'attached' });
  return (await outside(page)).source;
}

const WHOLE = ['check.html', 'several.html', 'right-to-left.html', 'strict.html', 'wordpress.html', 'sandbox.html'];
const NAMES = {
  'check.html': 'a plain page',
  'several.html': 'a page with several frames',
  'late.html': 'a page that adds it late',
  'tabs.html': 'a page with tabs',
  'right-to-left.html': 'a page from right to left',
  'strict.html': 'a page with a strict policy',
  'react.html': 'a page in React',
  'wordpress.html': 'a page in WordPress',
  'sandbox.html': 'a page with sandboxed frames',
};

for (const [where, site] of Object.entries(SITES)) {
  for (const name of ['check.html', 'right-to-left.html', 'strict.html', 'wordpress.html', 'react.html']) {
    scenario(`${NAMES[name]} ${where} shows the check, as high as it is, and is else as it was`, {}, async (page) => {
      const requests = await visit(page, site, name);
      const steps = await page.evaluate(() => history.length);
      const { source, title, width, link, frames } = await outside(page);
      const origin = new URL(host.at(site, name)).origin;
      const settled = name === 'react.html' ? 'theme=light&accent=14566b&' : '';
      assert.equal(source, `${app.url}?${settled}height=auto&host=${encodeURIComponent(origin)}#/check`);
      assert.equal(
        title,
        { 'right-to-left.html': 'تیاری کا جائزہ', 'react.html': 'Ashar: check' }[name] ||
          'Are we ready to work together?',
      );
      assert.equal(frames, 1);
      assert.ok(width > 280 && width <= 360, `${width} px wide`);
      assert.equal(link, false, 'the link gives way to the frame');
      const frame = await inside(page);
      for (const height of [1800, 300, 301]) {
        await grow(frame, height);
        await high(page, height);
      }
      assert.deepEqual(await heights(page), [FIRST, 1800, 300, 301], 'each height is told once');
      assert.equal(
        await page.evaluate(() => document.activeElement === document.body),
        true,
        'the focus is where it was',
      );
      assert.equal(page.url(), host.at(site, name));
      assert.equal(await page.evaluate(() => history.length), steps);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        'nothing to scroll sideways',
      );
      onlyAsked(requests, app.url, host.at(site, name));
    });
  }

  scenario(`several frames ${where} show each its own view, and grow each by itself`, {}, async (page) => {
    await visit(page, site, 'several.html');
    await page.waitForFunction(() => events.filter(([kind]) => kind === 'ready').length === 5);
    const from = encodeURIComponent(new URL(host.at(site, '')).origin);
    const sources = await page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.src));
    assert.deepEqual(
      sources.map((source) => source.replace(app.url, '').replace(from, 'HOST')),
      [
        '?height=auto&host=HOST#/?oblast=osh&topic=water,roads',
        '?theme=dark&height=auto&host=HOST#/cases/shazet',
        '?accent=14566b&height=auto&host=HOST#/glossary',
        '?host=HOST#/?q=drinking%20water&lang=en',
        '?height=auto&host=HOST#/check',
      ],
    );
    const titles = await page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.title));
    assert.deepEqual(titles, [
      'Cases of working together',
      'Shazet',
      'Local words',
      'Search in cases of working together',
      'Are we ready to work together?',
    ]);
    for (const id of ['list', 'story', 'words', 'search', 'check']) await scrolledTo(page, id);
    for (const [id, height] of [
      ['story', 900],
      ['check', 400],
      ['search', 1200],
    ]) {
      await grow(await inside(page, `#${id}`), height);
      await toldHeight(page, id, height);
    }
    // The fourth has a height of its own.
    const frames = await page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.offsetHeight));
    assert.deepEqual(frames, [FIRST, 900, FIRST, 480, 400]);
    // A frame that gets its width late may have told another height before it.
    const told = await page.evaluate(() =>
      events.filter(([kind]) => kind === 'height').map(([, id, { height }]) => `${id} ${height}`),
    );
    assert.equal(new Set(told).size, told.length, `none is told twice: ${told}`);
    assert.equal(await page.evaluate(() => listening), 1, 'one listener for all of them');
  });

  scenario(`a page ${where} adds the element late by script, moves it and takes it away`, {}, async (page) => {
    await visit(page, site, 'late.html', { height: 0 });
    assert.equal(await page.evaluate(() => listening), 0);
    await page.click('#add');
    await high(page, FIRST);
    assert.match((await outside(page)).source, /\?theme=light&height=auto&host=[^#]*#\/check$/);
    await page.evaluate(() => document.getElementById('other-place').append(document.querySelector('ashar-embed')));
    await until(page, () => events.filter(([kind]) => kind === 'ready').length === 2);
    await high(page, FIRST);
    await grow(await inside(page), 900);
    await high(page, 900);
    assert.equal((await outside(page)).link, false);
    await page.evaluate(() => {
      window.kept = document.querySelector('ashar-embed');
      kept.remove();
    });
    assert.equal(await page.evaluate(() => listening), 0, 'nobody listens any more');
    assert.equal(
      await page.evaluate(() => kept.querySelectorAll('iframe').length + kept.querySelector('a').style.display),
      '0',
      'and the element is as it was',
    );
    await page.click('#add');
    await high(page, FIRST);
    assert.equal(await page.evaluate(() => listening), 1);
  });

  scenario(`a closed tab ${where} gives the frame no height; once opened it has the right one`, {}, async (page) => {
    await visit(page, site, 'tabs.html', { height: 0 });
    const frame = await inside(page);
    await until(page, () => events.some(([kind]) => kind === 'ready'));
    // Chromium gives hidden content no width; another engine may tell heights all the same.
    await tell(
      frame,
      { type: 'ashar:height', version: 1, height: 5000 },
      { type: 'ashar:check-completed', version: 1 },
    );
    await until(page, () => events.some(([kind]) => kind === 'check-completed'));
    assert.deepEqual(await heights(page), []);
    // It has told its height and would not do so again if nobody asked.
    await frame.evaluate((height) => {
      last = height;
    }, FIRST);
    await page.click('[data-tab=check]');
    await high(page, FIRST);
    await page.click('[data-tab=about]');
    await page.click('[data-tab=check]');
    await grow(frame, 450);
    await high(page, 450);
    assert.deepEqual((await heights(page)).at(-1), 450);
  });

  scenario(
    `a page in React ${where} changes attributes: the theme in the open frame, the rest by one new frame`,
    {},
    async (page) => {
      const requests = await visit(page, site, 'react.html');
      const frame = await inside(page);
      const steps = await page.evaluate(() => history.length);
      const loads = () => requests.filter((url) => url.startsWith(`${app.url}?`)).length;
      await page.getByText(`${FIRST} px high`).waitFor();
      await page.click('#dark');
      await until(frame, () => heard.length === 1);
      assert.deepEqual(await frame.evaluate(() => heard), [{ type: 'ashar:theme', version: 1, theme: 'dark' }]);
      assert.equal(loads(), 1);
      // View, title, accent and link at once.
      await page.click('#words');
      await page.locator('iframe[title="Ashar: glossary"]').waitFor();
      await until(page, () => events.filter(([kind]) => kind === 'ready').length === 2);
      assert.match((await outside(page)).source, /\?theme=dark&accent=8e2b20&height=auto&host=[^#]*#\/glossary$/);
      assert.equal(loads(), 2);
      assert.equal(await page.evaluate(() => history.length), steps, 'no step more for the way back');
      await high(page, FIRST);
      await page.click('#toggle');
      await page.locator('ashar-embed').waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => listening), 0);
      await page.click('#toggle');
      await high(page, FIRST);
    },
  );

  scenario(
    `sandboxed frames ${where} work with scripts allowed, whether they have an origin or not`,
    { expects: /Blocked script execution in '[^']*' because the document's frame is sandboxed/ },
    async (page) => {
      await visit(page, site, 'sandbox.html', { height: 0 });
      for (const id of ['scripts', 'origin', 'full']) {
        await scrolledTo(page, id);
        const frame = await inside(page, `#${id}`);
        assert.equal(await frame.evaluate(() => origin), id === 'scripts' ? 'null' : new URL(app.url).origin);
        await grow(frame, 333);
        await high(page, 333, `#${id}`);
        await page.evaluate((id) => document.getElementById(id).setAttribute('theme', 'dark'), id);
        await until(frame, () => heard.length === 1);
        assert.equal((await outside(page, `#${id}`)).link, false);
      }
      const shut = await outside(page, '#nothing');
      assert.deepEqual([shut.height, shut.link], [BEFORE, true], 'without scripts the link stays below the frame');
    },
  );

  scenario(`without script a page ${where} has the link`, { context: { javaScriptEnabled: false } }, async (page) => {
    await page.goto(host.at(site, 'check.html'));
    const link = page.getByRole('link', { name: 'Are we ready to work together?' });
    assert.ok(await link.isVisible());
    assert.equal(await link.getAttribute('href'), `${app.url}#/check`);
    assert.equal(await page.locator('iframe').count(), 0);
  });

  scenario(
    `where the app's host is down, a page ${where} has the link`,
    { expects: /ERR_CONNECTION_REFUSED/ },
    async (page) => {
      const down = await standIn(DIST);
      const left = await partner(down.url);
      try {
        await down.close();
        await page.goto(left.at(site, 'check.html'));
        assert.ok(await page.getByRole('link', { name: 'Are we ready to work together?' }).isVisible());
        assert.equal(await page.locator('iframe').count(), 0);
      } finally {
        await left.close();
      }
    },
  );

  scenario(
    `where only the frame does not come, a page ${where} has the link below it`,
    { expects: /ERR_EMPTY_RESPONSE|ERR_CONNECTION/ },
    async (page) => {
      await page.route(`${app.url}?*`, (route) => route.abort('connectionreset'));
      const failed = page.waitForEvent('requestfailed');
      await visit(page, site, 'check.html', { height: 0 });
      await failed;
      const { height, link, frames } = await outside(page);
      assert.deepEqual({ height, link, frames }, { height: BEFORE, link: true, frames: 1 });
      assert.deepEqual(await page.evaluate(() => events), []);
    },
  );

  scenario(`a plain frame without a script works in a page ${where}`, { context: {} }, async (page) => {
    const requests = await watch(page);
    await page.goto(host.at(site, 'iframe.html'));
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.waitForSelector('#content');
    assert.equal(await page.locator('iframe').evaluate((frame) => frame.offsetHeight >= 800), true);
    onlyAsked(requests, app.url, host.at(site, ''));
  });

  scenario(`messages of strangers change nothing in a page ${where}`, {}, async (page) => {
    await visit(page, site, 'check.html');
    const before = await outside(page);
    await page.evaluate(
      async ([own, elsewhere]) => {
        const right = { type: 'ashar:height', version: 1, height: 999 };
        const all = [
          right,
          { type: 'ashar:scroll', version: 1, top: 100 },
          { type: 'ashar:check-completed', version: 1 },
        ];
        let count = 0;
        const heard = (wanted) =>
          new Promise((done) => {
            addEventListener('message', function hear() {
              count += 1;
              if (count === wanted) {
                removeEventListener('message', hear);
                done();
              }
            });
          });
        const { contentWindow } = document.querySelector('ashar-embed > iframe');
        // Made up by a script of the page: of no source, of another source, of the right one with a wrong origin.
        for (const data of all) {
          for (const source of [null, window])
            dispatchEvent(new MessageEvent('message', { data, origin: own, source }));
          for (const origin of [elsewhere, 'null', '', `${own}/`, `${own}.example`]) {
            dispatchEvent(new MessageEvent('message', { data, origin, source: contentWindow }));
          }
        }
        // The page itself, and a frame of somebody else in it.
        let arrived = heard(3);
        all.forEach((data) => postMessage(data, '*'));
        await arrived;
        const stranger = document.createElement('iframe');
        stranger.src = 'stranger.html';
        document.body.append(stranger);
        await new Promise((done) => {
          stranger.onload = done;
        });
        count = 0;
        arrived = heard(3);
        stranger.contentWindow.eval(`${JSON.stringify(all)}.forEach((data) => parent.postMessage(data, '*'))`);
        await arrived;
      },
      [new URL(app.url).origin, new URL(host.at(site, '')).origin],
    );
    assert.deepEqual(await outside(page), before);
    // Where a script of the page has taken the frame out, its window is nobody, and so may be a source.
    await page.evaluate((origin) => {
      document.querySelector('ashar-embed > iframe').remove();
      dispatchEvent(
        new MessageEvent('message', { data: { type: 'ashar:check-completed', version: 1 }, origin, source: null }),
      );
    }, new URL(app.url).origin);
    assert.deepEqual(await page.evaluate(() => [events.map(([kind]) => kind), scrollY]), [['ready', 'height'], 0]);
  });

  scenario(`a frame that has gone to another origin is not believed ${where}`, {}, async (page) => {
    await visit(page, site, 'check.html');
    const address = host.at(site === 'localhost' ? '127.0.0.1' : 'localhost', 'stranger.html');
    await (await inside(page)).goto(address);
    const frame = await inside(page);
    assert.equal(frame.url(), address);
    await page.evaluate(() => {
      addEventListener('message', () => {
        window.arrived = true;
      });
    });
    await frame.evaluate(() =>
      [
        { type: 'ashar:height', version: 1, height: 999 },
        { type: 'ashar:ready', version: 1 },
      ].forEach((data) => parent.postMessage(data, '*')),
    );
    await page.waitForFunction(() => window.arrived);
    assert.equal((await outside(page)).height, FIRST);
    assert.deepEqual(await heights(page), [FIRST]);
  });

  scenario(`what is not as documented is not taken from the frame ${where}, however large`, {}, async (page) => {
    await visit(page, site, 'check.html');
    const frame = await inside(page);
    await frame.evaluate(() => {
      const height = { type: 'ashar:height', version: 1, height: 999 };
      const scroll = { type: 'ashar:scroll', version: 1, top: 500 };
      const wrong = [
        'ashar:height',
        999,
        null,
        undefined,
        true,
        1n,
        [],
        ['ashar:height', 1, 999],
        new Map(Object.entries(height)),
        new Date(),
        JSON.stringify(height),
        Object.assign([], height),
        new Blob(['ashar:height']),
        {},
        { ...height, type: 'ashar:Height' },
        { ...height, type: 'height' },
        { ...height, type: ['ashar:height'] },
        { ...height, type: 'ashar:navigate', url: 'https://example.org' },
        ...[2, 0, '1', 1.5, NaN, null, undefined, [1], true].map((version) => ({ ...height, version })),
        ...[NaN, Infinity, -Infinity, '999', '999px', null, undefined, [999], { valueOf: 999 }, 999n, true].map(
          (value) => ({ ...height, height: value }),
        ),
        ...[NaN, Infinity, -Infinity, '500', null, undefined, [500], true].map((top) => ({ ...scroll, top })),
        { ...height, height: 'x'.repeat(5e6) },
        { ...height, version: 'x'.repeat(5e6) },
        { type: 'x'.repeat(5e6), version: 1, height: 999 },
        'x'.repeat(5e6),
        new Uint8Array(5e6),
      ];
      wrong.forEach((message) => say(message));
      // Messages come in the order they were sent in.
      say({ type: 'ashar:check-completed', version: 1, answers: [2, 2, 1] });
    });
    await until(page, () => events.some(([kind]) => kind === 'check-completed'));
    assert.equal((await outside(page)).height, FIRST);
    assert.deepEqual(
      await page.evaluate(() => events.map(([kind, , detail]) => [kind, detail])),
      [
        ['ready', null],
        ['height', { height: FIRST }],
        ['check-completed', null],
      ],
      'and nothing of an answer is passed on',
    );
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  scenario(`a height is a whole number between 120 and 60,000 ${where}`, {}, async (page) => {
    await visit(page, site, 'check.html');
    const frame = await inside(page);
    for (const [told, set] of [
      [-1, 120],
      [500.2, 501],
      [501, 501],
      [1e12, 60_000],
      [60_001, 60_000],
      [0, 120],
      [59_999.5, 60_000],
    ]) {
      await tell(frame, { type: 'ashar:height', version: 1, height: told });
      await high(page, set);
    }
    assert.deepEqual(await heights(page), [FIRST, 120, 501, 60_000, 120, 60_000], 'the same one is told once');
  });

  scenario(
    `the page ${where} is scrolled to what the reader has gone to, unless it can be seen`,
    { context: { reducedMotion: 'reduce' } },
    async (page) => {
      await visit(page, site, 'check.html');
      const frame = await inside(page);
      const steps = await page.evaluate(() => history.length);
      await grow(frame, 4000);
      await high(page, 4000);
      const top = await page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().top + scrollY);
      const scroll = async (place) => {
        const told = await page.evaluate(() => events.length);
        await tell(
          frame,
          { type: 'ashar:scroll', version: 1, top: place },
          { type: 'ashar:check-completed', version: 1 },
        );
        await until(page, (count) => events.length > count, told);
        return Math.round((await page.evaluate(() => scrollY)) - top);
      };
      // The header is 64 px high.
      assert.equal(await scroll(2000), 2000 - 64);
      assert.equal(await scroll(2300), 2000 - 64, 'it was in the upper part of the window');
      assert.equal(await scroll(2000), 2000 - 64);
      assert.equal(await scroll(2700), 2700 - 64, 'it was below the window');
      assert.equal(await scroll(2650), 2650 - 64, 'it was under the header');
      assert.equal(await scroll(0), 0 - 64, 'the beginning');
      assert.equal(await scroll(1e12), 4000 - 64, 'no further than the end');
      assert.equal(await scroll(-500), 0 - 64);
      assert.equal(page.url(), host.at(site, 'check.html'));
      assert.equal(await page.evaluate(() => history.length), steps);
    },
  );
}

scenario('the page is scrolled smoothly, but not for whoever has asked for less motion', {}, async (page) => {
  await page.addInitScript(() => {
    window.ways = [];
    Element.prototype.scrollIntoView = (/** @type {ScrollIntoViewOptions} */ options) => {
      window.ways.push(options.behavior);
    };
  });
  await visit(page, 'localhost', 'check.html');
  const frame = await inside(page);
  await grow(frame, 4000);
  await high(page, 4000);
  for (const [reducedMotion, way] of [
    ['no-preference', 'smooth'],
    ['reduce', 'instant'],
  ]) {
    await page.emulateMedia({ reducedMotion });
    await tell(frame, { type: 'ashar:scroll', version: 1, top: 3000 });
    await until(page, (way) => ways.at(-1) === way, way);
  }
});

scenario('a frame of fixed height scrolls by itself, and the page stays', {}, async (page) => {
  await put(page, '127.0.0.1', '<ashar-embed view="check" height="480px"></ashar-embed>');
  await high(page, 480);
  const frame = await inside(page);
  await until(page, () => events.length === 2);
  await tell(frame, { type: 'ashar:scroll', version: 1, top: 400 }, { type: 'ashar:height', version: 1, height: 3000 });
  await until(page, () => events.length === 3);
  assert.equal((await outside(page)).height, 480);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.doesNotMatch((await outside(page)).source, /height=/);
});

scenario('nothing of the page but the element itself is touched', {}, async (page, _, profile) => {
  const blank = await profile.newPage();
  for (const name of WHOLE.filter((name) => name !== 'sandbox.html')) {
    await visit(page, '127.0.0.1', name, {});
    const live = await page.evaluate(() => document.documentElement.outerHTML);
    const [found, sent] = await blank.evaluate(
      (pages) =>
        pages.map((text) => {
          const copy = new DOMParser().parseFromString(text, 'text/html');
          copy.querySelectorAll('ashar-embed').forEach((embed) => {
            embed.innerHTML = '';
          });
          return copy.documentElement.outerHTML;
        }),
      [`<!doctype html>${live}`, written(name, app.url)],
    );
    assert.equal(found, sent, name);
  }
  const added = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const fresh = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    return Object.getOwnPropertyNames(window).filter((name) => !fresh.has(name) && !/^\d+$/.test(name));
  });
  assert.deepEqual(
    added.filter(
      (name) =>
        !['events', 'listening', 'addEventListener', 'removeEventListener'].includes(name) && !/playwright/i.test(name),
    ),
    [],
  );
});

scenario('the attributes make the address', {}, async (page) => {
  await put(page, 'localhost', '');
  await page.waitForFunction(() => customElements.get('ashar-embed'));
  const from = `host=${encodeURIComponent(new URL(host.at('localhost', '')).origin)}`;
  const made = async (attributes) => (await address(page, attributes)).replace(from, 'HOST').replace(app.url, '');
  for (const [attributes, expected] of [
    [{}, '?height=auto&HOST#/'],
    [{ view: 'browse', theme: 'auto', height: 'auto', loading: 'lazy' }, '?height=auto&HOST#/'],
    [{ view: 'constructor', theme: 'blue', height: '-5' }, '?height=auto&HOST#/'],
    [
      { oblast: ' osh , ,naryn', obstacle: 'distrust', funder: '' },
      '?height=auto&HOST#/?oblast=osh,naryn&obstacle=distrust',
    ],
    [
      { beneficiary: 'a', funder: 'b', partner: 'c', instrument: 'd' },
      '?height=auto&HOST#/?instrument=d&partner=c&funder=b&beneficiary=a',
    ],
    [
      { view: 'search', query: 'таза суу & "more"', topic: 'water' },
      '?height=auto&HOST#/?q=%D1%82%D0%B0%D0%B7%D0%B0%20%D1%81%D1%83%D1%83%20%26%20%22more%22&topic=water',
    ],
    [{ view: 'case', case: 'shazet', topic: 'water', lang: 'en' }, '?height=auto&HOST#/cases/shazet?lang=en'],
    [{ view: 'case', case: '../#x?y' }, '?height=auto&HOST#/cases/..%2F%23x%3Fy'],
    [{ view: 'case' }, '?height=auto&HOST#/'],
    [
      { view: 'check', query: 'water', theme: 'dark', accent: '#14566B', height: '900' },
      '?theme=dark&accent=14566B&HOST#/check',
    ],
    [{ view: 'glossary', accent: 'a&b=c' }, '?accent=a%26b%3Dc&height=auto&HOST#/glossary'],
  ]) {
    assert.equal(await made(attributes), expected, JSON.stringify(attributes));
  }
  for (const [src, expected] of [
    ['https://example.kg', 'https://example.kg/'],
    ['https://example.kg/ashar', 'https://example.kg/ashar/'],
    ['https://example.kg/ashar/index.html?x=1#/check', 'https://example.kg/ashar/'],
    ['/ashar/', new URL('/ashar/', host.at('localhost', '')).href],
    ['./ashar', new URL('/ashar/', host.at('localhost', '')).href],
  ]) {
    // Far below the window it is not loaded, so that nobody is asked.
    const source = await address(page, { src, style: 'position: absolute; top: 90000px' });
    assert.equal(source.split('?')[0], expected, src);
  }
});

scenario('an address that is none, or that would run a script, gives no frame', {}, async (page) => {
  await put(
    page,
    'localhost',
    `
    <ashar-embed src="https://"><a href="#">One</a></ashar-embed>
    <ashar-embed src="javascript:alert(1)//"><a href="#">Two</a></ashar-embed>
    <ashar-embed src="data:text/html,<script>alert(1)</script>"><a href="#">Three</a></ashar-embed>
    <ashar-embed id="right"></ashar-embed>`,
  );
  await high(page, FIRST, '#right');
  assert.equal(await page.locator('iframe').count(), 1);
  for (const link of await page.locator('a').all()) assert.ok(await link.isVisible());
  // Mended, it shows.
  await page.evaluate((src) => document.querySelector('ashar-embed').setAttribute('src', src), app.url);
  await high(page, FIRST);
});

scenario(
  'the frame is lazy unless told otherwise, tells nobody where it is, and may do nothing that it need not',
  {},
  async (page) => {
    await put(
      page,
      '127.0.0.1',
      '<div style="height: 20000px"></div><ashar-embed id="lazy"></ashar-embed><ashar-embed id="eager" loading="eager"></ashar-embed>',
    );
    await high(page, FIRST, '#eager');
    const attributes = (id) =>
      page
        .locator(`#${id} iframe`)
        .evaluate((frame) => ['loading', 'allow', 'referrerpolicy', 'sandbox'].map((name) => frame.getAttribute(name)));
    assert.deepEqual(await attributes('eager'), ['eager', null, 'no-referrer', null]);
    assert.deepEqual(await attributes('lazy'), ['lazy', null, 'no-referrer', null]);
    assert.equal((await outside(page, '#lazy')).height, BEFORE, 'not loaded yet');
    await page.locator('#lazy').scrollIntoViewIfNeeded();
    await high(page, FIRST, '#lazy');
    assert.equal(await (await inside(page, '#lazy')).evaluate(() => document.referrer), '');
  },
);

scenario(
  'the title and a fixed height change in the open frame, and the same value again changes nothing',
  {},
  async (page) => {
    const requests = await put(page, 'localhost', '<ashar-embed view="check" height="500"></ashar-embed>');
    await until(page, () => events.length === 2);
    await page.evaluate(() => {
      const embed = document.querySelector('ashar-embed');
      for (const [name, value] of [
        ['title', 'Ready?'],
        ['height', '620'],
        ['view', 'check'],
        ['accent', ''],
      ])
        embed.setAttribute(name, value);
    });
    await high(page, 620);
    assert.equal((await outside(page)).title, 'Ready?');
    assert.equal(requests.filter((url) => url.startsWith(`${app.url}?`)).length, 1);
    // From fixed to growing is another address.
    await page.evaluate(() => document.querySelector('ashar-embed').removeAttribute('height'));
    await high(page, FIRST);
    assert.equal(requests.filter((url) => url.startsWith(`${app.url}?`)).length, 2);
  },
);

scenario(
  'a theme that changes while the frame is loading is told once it is ready, and again when it has loaded itself anew',
  {},
  async (page) => {
    await put(page, '127.0.0.1', '<ashar-embed view="check"></ashar-embed>');
    await page.waitForSelector('ashar-embed > iframe');
    await page.evaluate(() => document.querySelector('ashar-embed').setAttribute('theme', 'dark'));
    const dark = () => heard.some(({ theme }) => theme === 'dark');
    await until(await inside(page), dark);
    await (await inside(page)).evaluate(() => {
      location.reload();
    });
    await until(await inside(page), dark);
    assert.equal(
      await page.evaluate(() => events.filter(([kind]) => kind === 'ready').length),
      1,
      'ready is told once',
    );
  },
);

scenario('an element is moved without losing the open frame, where the browser can', {}, async (page) => {
  const requests = await put(page, 'localhost', '<div id="place"></div><ashar-embed view="check"></ashar-embed>');
  await high(page, FIRST);
  await page.evaluate(() => document.getElementById('place').moveBefore(document.querySelector('ashar-embed'), null));
  await grow(await inside(page), 444);
  await high(page, 444, '#place > ashar-embed');
  assert.equal(requests.filter((url) => url.startsWith(`${app.url}?`)).length, 1);
});

scenario('a copy of an element with its frame has one frame', {}, async (page) => {
  await put(page, 'localhost', '<ashar-embed id="one" view="check"><a href="#">Check</a></ashar-embed>');
  await high(page, FIRST);
  await page.evaluate(() => {
    const copy = document.querySelector('ashar-embed').cloneNode(true);
    copy.id = 'two';
    document.body.append(copy);
  });
  await high(page, FIRST, '#two');
  await until(page, () => events.some(([kind, id]) => kind === 'height' && id === 'two'));
  assert.equal((await outside(page, '#two')).frames, 1);
});

scenario('words without a link between the tags give way, too, and come back with the element', {}, async (page) => {
  await put(
    page,
    'localhost',
    '<ashar-embed view="check">Our check <!-- soon --><b style="display: inline-block">is here</b>.</ashar-embed>',
  );
  await high(page, FIRST);
  assert.equal(await page.evaluate(() => document.body.innerText.trim()), '');
  const left = await page.evaluate(() => {
    const embed = document.querySelector('ashar-embed');
    embed.remove();
    return embed.innerHTML;
  });
  assert.equal(left, 'Our check <!-- soon --><b style="display: inline-block;">is here</b>.');
});

scenario('loaded as a module, it finds the app all the same', {}, async (page) => {
  await visit(page, '127.0.0.1', 'empty.html', { height: 0 });
  await page.evaluate((app) => {
    document.body.innerHTML = '<ashar-embed view="check"></ashar-embed>';
    const script = document.createElement('script');
    script.type = 'module';
    script.src = `${app}embed.js`;
    document.head.append(script);
  }, app.url);
  await high(page, FIRST);
});

for (const [how, run] of [
  [
    'as a module',
    (script) => {
      document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: script }));
    },
  ],
  [
    'by an optimiser, which runs its text',
    async (script) => {
      document.head.append(Object.assign(document.createElement('script'), { type: 'text/later', src: script }));
      const text = await (await fetch(script)).text();
      document.head.append(Object.assign(document.createElement('script'), { textContent: text }));
    },
  ],
]) {
  scenario(
    `beside another script of its name and loaded ${how}, it is known by the link between the tags`,
    { expects: /404/ },
    async (page) => {
      await visit(page, '127.0.0.1', 'empty.html', { height: 0 });
      await page.evaluate(
        ([app, run]) => {
          document.body.innerHTML = `<ashar-embed id="right" view="check"><a href="${app}#/check">Check</a></ashar-embed>
            <ashar-embed id="unknown" view="check"><a href="https://example.org/">Check</a></ashar-embed>`;
          document.head.append(Object.assign(document.createElement('script'), { src: '/comments/embed.js' }));
          return new Function('script', `return (${run})(script)`)(`${app}embed.js`);
        },
        [app.url, String(run)],
      );
      await high(page, FIRST, '#right');
      assert.deepEqual(await page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.parentElement.id)), [
        'right',
      ]);
      assert.ok(await page.getByRole('link', { name: words('nav.check') }).isVisible());
    },
  );
}

test('the script ships as it is written, and the worker keeps nothing of it for those who open the app', () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  assert.equal(readFileSync(`${DIST}/embed.js`, 'utf8'), read('../../public/embed.js'));
  assert.doesNotMatch(readFileSync(`${DIST}/sw.js`, 'utf8'), /embed\.js/);
});

test('in Firefox a page on another site shows the check, as high as it is', async () => {
  const { page, said, requests, close } = await openOther();
  try {
    await page.goto(host.at('127.0.0.1', 'check.html'));
    await page.waitForFunction(
      (height) => document.querySelector('ashar-embed > iframe')?.offsetHeight === height,
      {},
      FIRST,
    );
    assert.equal(await page.evaluate(() => document.querySelector('ashar-embed > a').checkVisibility()), false);
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
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
