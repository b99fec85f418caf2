// Using what a search finds: from a card to the marked words, by touch and by keyboard, and out of dead ends.
import assert from 'node:assert/strict';
import { count, open, scenario, shown } from './scenario.mjs';
import { words } from './words.mjs';

const box = (page) => page.locator('input[type=search]');
const hash = (page, wanted) => page.waitForFunction((address) => location.hash === address, wanted);
const focused = (page) => page.evaluate(() => document.activeElement.id);
const card = (slug) => `card-${slug}`;
const DESK = { context: { viewport: { width: 1280, height: 800 }, hasTouch: false } };

/** The words marked on the page, without doubles. */
const marks = (page) =>
  page.locator('article mark').evaluateAll((all) => [...new Set(all.map((mark) => mark.textContent.toLowerCase()))]);

/** Opens the list, looks for something and waits until its address is there. */
async function search(page, host, query, list = '#/') {
  await open(page, host.url + list);
  await box(page).fill(query);
  await page.waitForFunction((text) => new URLSearchParams(location.hash.split('?')[1]).get('q') === text, query);
  await page.locator('[data-settled]').waitFor();
}

// --- the opened case

scenario(
  'a hit opens the case at the part that answers, with the words marked there and everywhere',
  {},
  async (page, host) => {
    await search(page, host, 'water pipes');
    const first = page.locator('[data-case]', { has: page.locator('.card__part') }).first();
    const address = await first.locator('a').getAttribute('href');
    assert.match(address, /^#\/cases\/[a-z0-9-]+\?at=[a-z0-9-]+&q=water%20pipes$/);
    const text = (await first.locator('mark').first().textContent()).toLowerCase();
    await first.tap();
    await hash(page, address);
    const block = address.match(/at=([^&]+)/)[1];
    await page.waitForFunction((id) => document.activeElement?.id === id, block);
    assert.ok((await page.locator(`[id="${block}"] mark`).count()) > 0);
    const marked = await marks(page);
    assert.ok(marked.includes(text));
    // The words themselves, and others for the same.
    assert.ok(
      marked.some((word) => word.startsWith('water')) && marked.some((word) => word.startsWith('pipe')),
      marked.join(),
    );
    assert.match(await page.locator('.marking').textContent(), /Highlighted: “water pipes”/);
  },
);

scenario('reload and back keep the marks and the place', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/araket?at=results&q=irrigation`);
  await page.waitForFunction(() => document.activeElement?.id === 'results');
  const marked = await page.locator('article mark').count();
  assert.ok(marked > 3);
  await page.evaluate(() => scrollTo(0, 1500));
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]');
  await page.waitForFunction(() => scrollY === 1500);
  assert.equal(await page.locator('article mark').count(), marked);
  await page.locator('.section--related .block__case a').first().click();
  await page.waitForFunction(() => !location.hash.includes('araket'));
  assert.equal(await page.locator('article mark').count(), 0);
  await page.goBack();
  await hash(page, '#/cases/araket?at=results&q=irrigation');
  await page.waitForFunction((wanted) => document.querySelectorAll('article mark').length === wanted, marked);
});

scenario(
  'the marks can be taken away, with the place, the open folds and the way back as they were',
  {},
  async (page, host) => {
    await search(page, host, 'water');
    const list = await shown(page);
    await page.locator(`#${card(list[0])}`).click();
    await page.waitForSelector('.marking');
    const at = (await page.evaluate(() => location.hash)).replace(/[?&]q=.*/, '');
    await page.locator('.contents summary').click();
    await page.evaluate(() => scrollTo(0, 40));
    const { length } = await page.locator('.case__body').innerText();
    await page.getByRole('button', { name: words('case.unmark') }).click();
    await hash(page, at);
    await page.waitForFunction(() => !document.querySelector('article mark') && scrollY === 40);
    assert.equal(await page.locator('.marking').count(), 0);
    assert.ok(await page.locator('.contents').evaluate((fold) => fold.open));
    assert.equal((await page.locator('.case__body').innerText()).length, length);
    assert.equal(await focused(page), 'heading');
    await page.goBack();
    await hash(page, '#/?q=water');
    await page.waitForFunction((id) => document.activeElement?.id === id, card(list[0]));
  },
);

scenario('links within a marked case keep the marks and everything that stands open', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/shazet?q=water`);
  const marked = await page.locator('article mark').count();
  await page.locator('.contents summary').click();
  await page.locator('.contents a').filter({ hasText: 'What changed' }).click();
  await hash(page, '#/cases/shazet?at=results&q=water');
  await page.waitForFunction(() => document.activeElement?.id === 'results');
  await page.locator('#fold-sources > summary').click();
  await page.locator('.sources a[href*="at=result-"]').first().click();
  await page.waitForFunction(() => /at=result-.*&q=water$/.test(location.hash));
  assert.equal(await page.locator('article mark').count(), marked);
  assert.ok(await page.locator('.contents').evaluate((fold) => fold.open));
  // The same link again leads there again.
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.contents a').filter({ hasText: 'What changed' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'results' && scrollY > 500);
});

scenario('a marked term is still explained where it stands', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/shazet?q=ayil%20okmot`);
  const term = page.locator('button.term', { has: page.locator('mark') }).first();
  assert.match(await term.textContent(), /^ayil okmot/i);
  await term.tap();
  assert.match(await page.locator('.term__text:visible').textContent(), /^ayil okmot: ./i);
});

scenario('a colleague who is sent the case gets the place without the search', {}, async (page, host) => {
  await page.addInitScript(() => {
    window.given = [];
    Navigator.prototype.share = async (what) => {
      window.given.push(what.url);
    };
  });
  await open(page, `${host.url}#/cases/shazet?at=results&q=water`);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForFunction(() => window.given.length === 1);
  assert.deepEqual(await page.evaluate(() => window.given), [`${host.url}#/cases/shazet?at=results`]);
  assert.ok((await page.locator('article mark').count()) > 0);
});

scenario('on paper nobody sees what was searched for', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/shazet?q=water`);
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.locator('.marking').isVisible()));
  const ground = await page
    .locator('article mark')
    .first()
    .evaluate((mark) => getComputedStyle(mark).backgroundColor);
  assert.equal(ground, 'rgba(0, 0, 0, 0)');
});

// --- the card

scenario('a card says from which part of the case its text is', {}, async (page, host) => {
  await search(page, host, 'water pipes');
  const cards = page.locator('[data-case]');
  let named = 0;
  for (let at = 0; at < (await cards.count()); at += 1) {
    const address = await cards.nth(at).locator('a').getAttribute('href');
    const part = cards.nth(at).locator('.card__part');
    assert.equal(await part.count(), address.includes('at=') ? 1 : 0, address);
    named += await part.count();
  }
  assert.ok(named > 0);
  const [name, address] = [
    await page.locator('.card__part').first().textContent(),
    await page
      .locator('[data-case]', { has: page.locator('.card__part') })
      .first()
      .locator('a')
      .getAttribute('href'),
  ];
  await open(page, host.url + address);
  await page.waitForFunction((id) => document.activeElement?.id === id, address.match(/at=([^&]+)/)[1]);
  assert.equal(await page.evaluate(() => document.activeElement.closest('section')?.getAttribute('aria-label')), name);
});

scenario('a mistyped word is said, and the right search is one tap away', {}, async (page, host) => {
  await search(page, host, 'irigation canals', '#/?oblast=osh');
  const line = page.locator('.results__partial').first();
  assert.match(
    await line.textContent(),
    /^Nothing found for “irigation”\. Did you mean “irrigation canals”\? These cases have it\.$/,
  );
  const list = await shown(page);
  await line.getByRole('link').click();
  await hash(page, '#/?q=irrigation%20canals&oblast=osh');
  assert.equal(await box(page).inputValue(), 'irrigation canals');
  assert.equal((await shown(page))[0], list[0]);
  await page.goBack();
  await hash(page, '#/?q=irigation%20canals&oblast=osh');
  assert.equal(await box(page).inputValue(), 'irigation canals');
});

// --- the keyboard

scenario('the arrows go from the box along the cards and back, with the card in sight', DESK, async (page, host) => {
  await search(page, host, 'water');
  const list = await shown(page);
  assert.ok(list.length > 4);
  await box(page).focus();
  await page.keyboard.press('ArrowDown');
  for (const slug of list.slice(0, 4)) {
    assert.equal(await focused(page), card(slug));
    const [top, bottom] = await page.locator(`[data-case=${slug}]`).evaluate((element) => {
      const { top: from, bottom: to } = element.getBoundingClientRect();
      return [from, to - innerHeight];
    });
    assert.ok(top >= 0 && bottom <= 0, `${slug} is in sight: ${top}, ${bottom}`);
    await page.keyboard.press('ArrowDown');
  }
  for (let up = 0; up < 5; up += 1) await page.keyboard.press('ArrowUp');
  assert.equal(await focused(page), 'search');
  await page.keyboard.type('s');
  assert.equal(await box(page).inputValue(), 'waters');
});

scenario(
  "the arrow at the last card does nothing but scroll, and elsewhere arrows are the browser's",
  DESK,
  async (page, host) => {
    await search(page, host, 'refugees');
    const list = await shown(page);
    await page.locator(`#${card(list.at(-1))}`).focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), card(list.at(-1)));
    await open(page, host.url);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => scrollY > 0);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
  },
);

scenario(
  'keys with another key beside them, and those that end a word of an input method, are left alone',
  DESK,
  async (page, host) => {
    await search(page, host, 'water');
    await box(page).focus();
    for (const key of ['Shift+ArrowDown', 'Control+ArrowDown', 'Alt+ArrowDown', 'Home', 'End', 'Shift+Home']) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), 'search', key);
    }
    const kept = await box(page).evaluate((field) =>
      ['ArrowDown', 'Enter', 'Escape'].every((key) => {
        const press = (how) =>
          field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how }));
        return press({ isComposing: true }) && press({ keyCode: 229 });
      }),
    );
    assert.ok(kept, 'nothing is taken from an input method');
    assert.equal(await box(page).inputValue(), 'water');
    assert.equal(await focused(page), 'search');
  },
);

scenario(
  'Enter opens the first case of a search, and nothing where nothing was asked or found',
  DESK,
  async (page, host) => {
    await search(page, host, 'water pipes');
    const address = await page.locator('[data-case] a').first().getAttribute('href');
    await box(page).press('Enter');
    await hash(page, address);
    await page.goBack();
    await hash(page, '#/?q=water%20pipes');
    for (const query of ['zzqx', 'how do we']) {
      await box(page).fill(query);
      await box(page).press('Enter');
      assert.ok(await box(page).isVisible(), query);
      assert.equal(await focused(page), 'search', query);
    }
  },
);

scenario('the search key of a phone puts the keyboard away and shows what was found', {}, async (page, host) => {
  await search(page, host, 'water');
  await box(page).press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'count');
  assert.ok((await shown(page)).length > 1);
  const top = await page.locator('#count').evaluate((count) => count.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 100, `the count stands at ${top}`);
});

scenario('Escape goes from a card to the box, and there empties it', DESK, async (page, host) => {
  await search(page, host, 'water', '#/?oblast=osh');
  await box(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'search');
  assert.equal(await box(page).inputValue(), 'water');
  await page.keyboard.press('Escape');
  await hash(page, '#/?oblast=osh');
  assert.equal(await box(page).inputValue(), '');
  assert.equal(await focused(page), 'search');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'search');
});

scenario(
  'the box says which keys work in it, on sight only where there are keys and room',
  DESK,
  async (page, host) => {
    await open(page, host.url);
    const hint = page.locator(`#${await box(page).getAttribute('aria-describedby')}`);
    assert.match(await hint.textContent(), /down arrow.*Enter.*Escape/);
    assert.ok(await hint.isVisible());
    await page.setViewportSize({ width: 360, height: 740 });
    assert.ok(!(await hint.isVisible()));
  },
);

// --- the box

scenario('the box is emptied by a button as large as a finger, and typing goes on', {}, async (page, host) => {
  await open(page, `${host.url}#/?oblast=osh`);
  const button = page.getByRole('button', { name: words('search.empty') });
  assert.ok(!(await button.isVisible()));
  await box(page).fill('water');
  const { width, height } = await button.boundingBox();
  assert.ok(width >= 44 && height >= 44, `${width} x ${height}`);
  const all = await count(page);
  await button.tap();
  await hash(page, '#/?oblast=osh');
  assert.ok((await count(page)) > all);
  assert.equal(await focused(page), 'search');
  assert.ok(!(await button.isVisible()));
  await page.keyboard.type('roof');
  await hash(page, '#/?q=roof&oblast=osh');
});

scenario(
  'on a phone the box goes to the top when it is touched, so that the first hit is seen above the keyboard',
  {},
  async (page, host) => {
    await open(page, host.url);
    await box(page).tap();
    await page.keyboard.type('water');
    await hash(page, '#/?q=water');
    const [field, first] = [await box(page).boundingBox(), await page.locator('[data-case]').first().boundingBox()];
    assert.ok(field.y >= 0 && first.y < 300, `box at ${field.y}, first card at ${first.y}`);
  },
);

// --- together with filters

scenario(
  'search and filters narrow together, counts are true, and a search taken away leaves the filters',
  {},
  async (page, host) => {
    await search(page, host, 'water');
    const all = await count(page);
    await page.locator('.filters__title').click();
    await page
      .locator('details.facet > summary')
      .filter({ hasText: /^Oblast|^Region|^Where/ })
      .first()
      .click();
    const tick = page.locator('input[name=oblast][value=osh]');
    const promised = Number(await page.locator('label', { has: tick }).locator('.tick__count').textContent());
    await tick.check();
    await hash(page, '#/?q=water&oblast=osh');
    assert.equal(await count(page), promised);
    assert.ok(promised > 0 && promised < all);
    const together = await shown(page);
    await open(page, `${host.url}#/?q=water`);
    const found = await shown(page);
    assert.deepEqual(
      together,
      found.filter((slug) => together.includes(slug)),
      'in the order of the search',
    );
    await open(page, `${host.url}#/?q=water&oblast=osh`);
    await page.getByRole('button', { name: words('search.empty') }).click();
    await hash(page, '#/?oblast=osh');
    assert.ok(await page.locator('input[name=oblast][value=osh]').isChecked());
    assert.ok((await count(page)) > promised);
  },
);

scenario('filters that hold back every hit are named, and dropping one brings the hits', {}, async (page, host) => {
  await open(page, `${host.url}#/?q=irrigation`);
  // The texts find more than the cards that stand before they come.
  await page.locator('.results__partial').waitFor({ state: 'detached' });
  const hits = await count(page);
  await open(page, `${host.url}#/?q=irrigation&oblast=bishkek`);
  assert.equal(await count(page), 0);
  assert.equal(await page.locator('.chips--topics').count(), 0);
  await page
    .getByRole('button', { name: /^Remove “/ })
    .first()
    .click();
  await hash(page, '#/?q=irrigation');
  assert.equal(await count(page), hits);
});

scenario('a search that finds nothing leads on to topics with the promised cases', {}, async (page, host) => {
  await search(page, host, 'zzqx', '#/?oblast=osh');
  assert.match(await page.locator('.empty').textContent(), /Nothing found for “zzqx”/);
  const topics = page.locator('.chips--topics a');
  assert.ok((await topics.count()) > 1);
  for (const box of await topics.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().height)))
    assert.ok(box >= 44);
  const topic = topics.first();
  const promised = Number((await topic.textContent()).match(/\((\d+)\)/)[1]);
  const address = await topic.getAttribute('href');
  assert.match(address, /^#\/\?topic=[a-z-]+$/);
  await topic.tap();
  await hash(page, address);
  assert.equal(await count(page), promised);
  assert.equal(await box(page).inputValue(), '');
});

// --- what a screen reader hears

scenario('a screen reader hears once what a search has found, when it is typed to its end', {}, async (page, host) => {
  // Time passes only where the test lets it.
  await page.addInitScript(() => {
    let [now, last] = [0, 0];
    const waiting = new Map();
    const setTimeout = (run, after = 0) => {
      last += 1;
      waiting.set(last, { run, at: now + after });
      return last;
    };
    Object.assign(window, { setTimeout });
    window.clearTimeout = (id) => waiting.delete(id);
    window.pass = (time) => {
      now += time;
      for (const [id, { run, at }] of waiting) if (at <= now && waiting.delete(id)) run();
    };
  });
  await open(page, host.url);
  const pass = (time) => page.evaluate((span) => window.pass(span), time);
  const region = page.locator('#said');
  await page.evaluate(() => {
    window.heard = [];
    new MutationObserver(() => {
      const text = document.getElementById('said').textContent;
      if (text) window.heard.push(text);
    }).observe(document.getElementById('said'), { childList: true, characterData: true, subtree: true });
  });
  const heard = () => page.evaluate(() => window.heard.splice(0));
  await pass(5000);
  assert.deepEqual(await heard(), [], 'the page that was opened is read, not announced');
  await box(page).focus();
  for (const letter of 'refugees') {
    await page.keyboard.type(letter);
    await pass(300);
  }
  assert.deepEqual(await heard(), [], 'nothing while letters come');
  await pass(2000);
  const number = await count(page);
  assert.deepEqual(await heard(), [`${number} ${number === 1 ? 'case' : 'cases'} for “refugees”.`]);
  await pass(5000);
  assert.deepEqual(await heard(), [], 'and only once');
  await box(page).fill('zzqx');
  await pass(2000);
  assert.deepEqual(await heard(), [
    '0 cases for “zzqx”. Nothing found for “zzqx”. Try a single word or a simpler one.',
  ]);
  assert.equal(await region.getAttribute('role'), 'status');
});
