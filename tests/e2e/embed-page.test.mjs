// The page for partners: choices become code, the code can be copied, and a preview shows what it does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DIST, heading, open, scenario, until } from './scenario.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

const VERSION = /^version = "(.+)"$/m.exec(readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8'))[1];

const ELEMENT = '#embed-code-element';
const FRAME = '#embed-code-frame';

const code = (page, id) => page.locator(id).inputValue();

/** What stands in an attribute or between tags, as a browser reads it. */
const plain = (text) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]);

/** The attributes of the element with this name in the code, which holds it once. */
const read = async (page, id, name) => {
  const tags = [...(await code(page, id)).matchAll(new RegExp(`<${name}((?: [a-z]+="[^"]*")*)>`, 'g'))];
  assert.equal(tags.length, 1);
  return Object.fromEntries(
    [...tags[0][1].matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value)]),
  );
};

const element = (page) => read(page, ELEMENT, 'ashar-embed');
const frame = (page) => read(page, FRAME, 'iframe');

/** The address of the preview; nothing where there is none. */
const preview = (page) => page.locator('#embed-frame').evaluateAll((all) => all.map((one) => one.src).join());

scenario(
  'the page is found from the page about the app, and without a choice gives code for the check',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/about`);
    await page.getByRole('link', { name: 'Put Ashar on your site' }).click();
    await page.waitForFunction(() => document.activeElement.id === 'heading');
    assert.equal(await heading(page), 'Put Ashar on your site');
    assert.match(await page.title(), /^Put Ashar on your site/);
    const base = host.url.slice(0, -1);
    assert.deepEqual((await code(page, ELEMENT)).split('\n'), [
      `<script async src="${base}/embed.js"></script>`,
      `<ashar-embed view="check" title="Readiness check – Ashar"><a href="${base}/#/check">Readiness check – Ashar</a></ashar-embed>`,
    ]);
    assert.equal(
      await code(page, FRAME),
      `<iframe src="${base}/#/check" title="Readiness check – Ashar" width="100%" height="800" ` +
        'loading="lazy" style="border:0"></iframe>',
    );
  },
);

scenario('every choice changes both codes, and what does not belong to it is not asked', {}, async (page, host) => {
  await open(page, `${host.url}#/embed`);
  await page.getByLabel('One case').check();
  assert.equal(await page.getByLabel('Which case').locator('option').count(), 25);
  assert.ok(await page.getByLabel('Topic').isHidden());
  await page.getByLabel('Which case').selectOption('shazet');
  const title = await page.getByLabel('Which case').locator('option:checked').textContent();
  assert.deepEqual(await element(page), { view: 'case', case: 'shazet', title: `${title} – Ashar` });
  assert.equal((await frame(page)).src, `${host.url}#/cases/shazet`);

  await page.getByLabel('All cases').check();
  assert.ok(await page.getByLabel('Which case').isHidden());
  await page.getByLabel('Topic').selectOption('water');
  await page.getByLabel('Oblast').selectOption('osh');
  assert.match(await page.locator('#embed-count').textContent(), /^Your readers start with \d cases?\.$/);
  assert.deepEqual(await element(page), { view: 'browse', topic: 'water', oblast: 'osh', title: 'All cases – Ashar' });
  assert.equal((await frame(page)).src, `${host.url}#/?topic=water&oblast=osh`);

  await page.getByLabel('A search').check();
  await page.getByLabel(words('embed.query')).fill('"чистая" <b>&');
  assert.equal((await element(page)).query, '"чистая" <b>&');
  assert.equal((await frame(page)).title, 'Search: "чистая" <b>& – Ashar');

  await page.getByLabel('Local words').check();
  await page.getByLabel('Light or dark').selectOption('dark');
  await page.getByLabel('Your colour').fill('#14566B');
  await page.getByLabel('Height', { exact: true }).selectOption('page');
  assert.deepEqual(await element(page), {
    view: 'glossary',
    theme: 'dark',
    accent: '14566b',
    height: '1000',
    title: 'Local words – Ashar',
  });
  const { src, height } = await frame(page);
  assert.deepEqual([src, height], [`${host.url}?theme=dark&accent=14566b#/glossary`, '1000']);
  await page
    .locator('#embed-said', {
      hasText: 'Local words – Ashar · Always dark · #14566b · 1000 pixels high · Always the newest version',
    })
    .waitFor();
});

scenario('filters that leave no case are told', {}, async (page, host) => {
  await open(page, `${host.url}#/embed`);
  await page.getByLabel('All cases').check();
  await page.getByLabel('Topic').selectOption('refugees');
  await page.getByLabel('Oblast').selectOption('naryn');
  await page.getByText('No case matches both').waitFor();
});

scenario('another height is taken when it is one', {}, async (page, host) => {
  await open(page, `${host.url}#/embed`);
  const field = page.getByLabel('Height in pixels');
  assert.ok(await field.isHidden());
  await page.getByLabel('Height', { exact: true }).selectOption('other');
  await field.fill('50');
  await page.getByText('Write a whole number from 200 to 5000.').waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  assert.equal((await element(page)).height, undefined);
  assert.equal((await frame(page)).height, '800');
  await field.fill('725');
  await page.waitForFunction(() => document.querySelector('#embed-other').getAttribute('aria-invalid') === 'false');
  assert.equal(await page.locator('#embed-other-said').textContent(), '');
  assert.equal((await element(page)).height, '725');
});

scenario(
  'a colour that cannot be read is made darker or lighter, and the page says to which',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/embed`);
    const field = page.getByLabel('Your colour');
    const said = page.locator('#embed-accent-said');
    await field.fill('ffe600');
    await said
      .getByText(/On a light page: your colour is too light to read\. It is made darker: #[0-9a-f]{6}\./)
      .waitFor();
    await said.getByText('On a dark page: your colour #ffe600, as it is.').waitFor();
    assert.equal(await page.locator('#embed-picker').inputValue(), '#ffe600', 'both fields are in step');
    await page.getByLabel('Light or dark').selectOption('light');
    await page.waitForFunction(() => document.querySelectorAll('#embed-accent-said p').length === 1);
    await page.getByLabel(words('embed.accent-pick')).fill('#102060');
    assert.equal(await field.inputValue(), '102060');
    assert.equal((await element(page)).accent, '102060');
    await field.fill('turquoise');
    await said.getByText('We cannot read this as a colour.').waitFor();
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal((await element(page)).accent, undefined);
    await field.fill('');
    await page.waitForFunction(() => document.querySelector('#embed-accent-said').textContent === '');
  },
);

scenario(
  'each code is copied by its button, and the page says so',
  { context: { permissions: ['clipboard-read', 'clipboard-write'] } },
  async (page, host) => {
    await open(page, `${host.url}#/embed`);
    for (const [number, id] of [ELEMENT, FRAME].entries()) {
      await page.getByRole('button', { name: 'Copy' }).nth(number).click();
      await page
        .locator('section', { has: page.locator(id) })
        .last()
        .getByText('Copied. Paste it')
        .waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page, id));
    }
  },
);

scenario(
  'where the browser refuses to copy, the code is selected and the page says to copy it by hand',
  {},
  async (page, host) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    await open(page, `${host.url}#/embed`);
    await page.getByRole('button', { name: 'Copy' }).nth(1).click();
    await page.getByText('This browser does not allow copying.').waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), await code(page, FRAME));
  },
);

scenario(
  'nothing is fetched for a preview before somebody asks for it; then it follows every choice',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/embed`);
    const sum = await page.locator('#embed-said').textContent();
    await page.getByLabel('One case').check();
    // What follows from a choice follows all at once.
    await until(page, (sum) => document.querySelector('#embed-said').textContent !== sum, sum);
    assert.equal(page.frames().length, 1);
    const steps = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'Show the preview' }).click();
    await page.waitForFunction(() => document.activeElement.id === 'embed-preview-title');
    const inside = page.frameLocator('#embed-frame');
    await inside.locator('article.case').waitFor();
    assert.equal(await page.locator('#embed-frame').getAttribute('width'), '360');
    await page.getByLabel('Local words').check();
    await inside.getByRole('heading', { name: 'Local words' }).waitFor();
    await page.getByLabel('Light or dark').selectOption('dark');
    await until(page, () => document.querySelector('#embed-frame').src.includes('theme=dark'));
    await page.getByLabel('Full').check();
    assert.equal(await page.locator('#embed-frame').getAttribute('width'), '100%');
    const address = await preview(page);
    await page.getByLabel('Height', { exact: true }).selectOption('column');
    await until(page, () => document.querySelector('#embed-frame').height === '800');
    assert.notEqual(await preview(page), address);
    await page.getByLabel('Height', { exact: true }).selectOption('page');
    await until(page, () => document.querySelector('#embed-frame').height === '1000');
    assert.ok(
      page.frames().every((one) => one === page.mainFrame() || !one.url().includes('#/embed')),
      'it never shows itself',
    );
    assert.equal(await page.evaluate(() => history.length), steps, '"back" does not lead through all that was tried');
  },
);

scenario('the preview grows as the app in it says, and nobody else can make it', {}, async (page, host) => {
  await open(page, `${host.url}#/embed`);
  await page.getByRole('button', { name: 'Show the preview' }).click();
  await page.frameLocator('#embed-frame').getByRole('heading', { level: 1 }).waitFor();
  const height = () => page.locator('#embed-frame').getAttribute('height');
  const message = (height, version = 1) => ({ type: 'ashar:height', version, height });
  const tell = (told) =>
    page
      .frames()
      .at(-1)
      .evaluate((data) => parent.postMessage(data, '*'), told);
  await tell(message(1234));
  await page.waitForFunction(() => document.querySelector('#embed-frame').height === '1234');
  for (const told of [
    message(70000),
    message(-1),
    message('900'),
    message(900, 2),
    { type: 'height', height: 900 },
    'x',
    null,
  ])
    await tell(told);
  // The page itself is not the frame.
  await page.evaluate((data) => window.postMessage(data, '*'), message(4321));
  await tell(message(777));
  await page.waitForFunction(() => document.querySelector('#embed-frame').height === '777');
  await page.getByLabel('Height', { exact: true }).selectOption('phone');
  await until(page, () => document.querySelector('#embed-frame').height === '600');
  await page.frameLocator('#embed-frame').getByRole('heading', { level: 1 }).waitFor();
  // Heard after the app has, which listens for longer.
  await page.evaluate(() =>
    window.addEventListener('message', ({ data }) => {
      window.heard = data.height;
    }),
  );
  await tell(message(999));
  await until(page, () => window.heard === 999);
  assert.equal(await height(), '600', 'a height that was chosen stays');
});

scenario('a host that keeps this version is asked once, and the code leads there', {}, async (page) => {
  const asked = [];
  const host = await serve(DIST, {
    base: '/site/',
    on: (request, response, path) => {
      if (!path.startsWith('/site/v/')) return false;
      asked.push(`${request.method} ${path}`);
      response.writeHead(200, { 'content-type': 'text/javascript' }).end();
      return true;
    },
  });
  try {
    await open(page, `${host.url}index.html#/embed`);
    assert.deepEqual(asked, []);
    await page.getByLabel(words('embed.frozen', { version: VERSION })).check();
    await page.getByText(words('embed.kept-yes', { version: VERSION })).waitFor();
    assert.equal((await frame(page)).src, `${host.url}v/${VERSION}/#/check`);
    assert.match(await code(page, ELEMENT), new RegExp(`src="${host.url}v/${VERSION}/embed\\.js"`));
    await page.getByLabel(words('embed.current')).check();
    assert.equal((await frame(page)).src, `${host.url}#/check`);
    await page.getByLabel(words('embed.frozen', { version: VERSION })).check();
    assert.equal((await frame(page)).src, `${host.url}v/${VERSION}/#/check`);
    assert.deepEqual(asked, [`HEAD /site/v/${VERSION}/embed.js`]);
  } finally {
    await host.close();
  }
});

const NOT_KEPT = {
  'has no such folder': (response) => response.writeHead(404).end(),
  'answers everything with its own page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(),
};
for (const [what, answer] of Object.entries(NOT_KEPT)) {
  scenario(
    `a host that ${what} keeps no versions: the page says so and leads to the five steps`,
    { expects: /404/ },
    async (page) => {
      const host = await serve(DIST, {
        on: (request, response, path) => path.startsWith('/v/') && Boolean(answer(response)),
      });
      try {
        await open(page, `${host.url}#/embed`);
        await page.getByLabel(words('embed.frozen', { version: VERSION })).click();
        await page.getByText('This host does not keep old versions').waitFor();
        assert.ok(await page.getByLabel(words('embed.current')).isChecked());
        assert.equal(await page.getByLabel(words('embed.frozen', { version: VERSION })).count(), 0);
        await page.waitForFunction(() => document.activeElement.id === 'embed-release-current');
        assert.equal((await frame(page)).src, `${host.url}#/check`);
        await page.getByRole('heading', { name: 'Your own copy in five steps' }).waitFor();
        assert.equal(await page.locator('main ol > li').count(), 5);
      } finally {
        await host.close();
      }
    },
  );
}

scenario(
  'without a network the host cannot be asked; choosing again asks again',
  { context: { serviceWorkers: 'block' }, expects: /ERR_|Service Worker|404/ },
  async (page, host, profile) => {
    await open(page, `${host.url}#/embed`);
    await profile.setOffline(true);
    await page.getByLabel(words('embed.frozen', { version: VERSION })).click();
    await page.getByText('We could not reach this host.').waitFor();
    assert.equal((await frame(page)).src, `${host.url}#/check`);
    await profile.setOffline(false);
    await page.getByLabel(words('embed.frozen', { version: VERSION })).click();
    await page.getByText('This host does not keep old versions').waitFor();
  },
);

scenario('a kept copy says that it is one, and its code leads to itself', {}, async (page) => {
  const host = await serve(DIST, { base: `/v/${VERSION}/` });
  try {
    await open(page, `${host.url}#/embed`);
    await page.getByText(words('embed.here-kept', { version: VERSION })).waitFor();
    assert.equal(await page.getByLabel(words('embed.current')).count(), 0);
    assert.equal((await frame(page)).src, `${host.url}#/check`);
  } finally {
    await host.close();
  }
});

scenario('everything can be done by keyboard, in the order it is read', {}, async (page, host) => {
  await open(page, `${host.url}#/embed`);
  await page.locator('#heading').evaluate((title) => {
    title.tabIndex = -1;
    title.focus();
  });
  const at = () => page.evaluate(() => document.activeElement.getAttribute('name') || document.activeElement.id);
  const order = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    order.push(await at());
  }
  assert.deepEqual(order, [
    'view',
    'theme',
    'accent',
    'accent',
    'size',
    'release',
    'embed-code-element',
    'embed-code-element-copy',
    'embed-code-frame',
    'embed-code-frame-copy',
    'preview',
    '',
  ]);
  await page.locator('input[name=view]:checked').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal((await element(page)).view, 'browse');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('value')), 'browse', 'the focus stays');
});

scenario('choices are still there when somebody comes back to the page', {}, async (page, host) => {
  await open(page, `${host.url}#/embed`);
  await page.getByLabel('Local words').check();
  await page.getByLabel('Light or dark').selectOption('dark');
  await page.getByRole('button', { name: 'Show the preview' }).click();
  await page.getByLabel('Full').check();
  await page.getByRole('navigation').getByRole('link', { name: 'Cases' }).click();
  await page.waitForSelector('[data-case]');
  await page.goBack();
  await page.waitForSelector(ELEMENT);
  assert.ok(await page.getByLabel('Local words').isChecked());
  const kept = await element(page);
  assert.deepEqual([kept.view, kept.theme], ['glossary', 'dark']);
  assert.equal(await page.locator('#embed-frame').count(), 0, 'the preview is not opened anew by itself');
  await page.getByRole('button', { name: 'Show the preview' }).click();
  assert.equal(await page.locator('#embed-frame').getAttribute('width'), '100%');
});

scenario('a page that the browser has translated goes on following choices', {}, async (page, host) => {
  await open(page, `${host.url}#/embed`);
  // What translators do: every text stands in an element of theirs.
  const translate = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) if (walker.currentNode.textContent.trim()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (text.parentElement.closest('textarea, script, style')) continue;
        const font = document.createElement('font');
        font.textContent = `[${text.textContent}]`;
        text.replaceWith(font);
      }
    });
  await translate();
  await page.locator('input[name=view][value=browse]').check();
  await page.locator('#embed-field-topic').selectOption('water');
  await page.locator('#embed-count', { hasText: /^Your readers start/ }).waitFor();
  await page.locator('#embed-accent').fill('ffe600');
  await page.locator('#embed-accent-said', { hasText: 'It is made darker' }).waitFor();
  await translate();
  await page.locator('#embed-field-topic').selectOption('refugees');
  await page.locator('#embed-field-oblast').selectOption('naryn');
  await page.locator('#embed-count', { hasText: /^No case matches both/ }).waitFor();
  await page.locator('#embed-accent').fill('turquoise');
  await page.locator('#embed-accent-said', { hasText: /^We cannot read this as a colour/ }).waitFor();
  await page.locator('#embed-said', { hasText: /^The code shows/ }).waitFor();
  await page.locator('#embed-code-element-copy').click();
  await page.locator('#embed-code-element-copy ~ p', { hasText: /^(Copied|This browser)/ }).waitFor();
  await page.locator('#preview').click();
  await translate();
  await page.locator('input[name=width][value=full]').check();
  assert.equal((await element(page)).oblast, 'naryn');
});
