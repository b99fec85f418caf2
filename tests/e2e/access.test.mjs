// Everybody can use it: axe on every screen in both themes, narrow screens, large text, fingers, keyboard.
import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { narrowColumns } from './columns.mjs';
import { HALL, SAVED, SCREENS, open, scenario, unfold, withSaved } from './scenario.mjs';

const CHECK = SCREENS.filter((address) => address.startsWith('#/check'));

/** Runs something on every screen, and on those of the check once more with a full one of a hall. */
async function everywhere(page, host, run) {
  await withSaved(page, SAVED);
  for (const address of SCREENS) {
    await open(page, host.url + address);
    await run(address);
  }
  await page.evaluate((saved) => localStorage.setItem('ashar.check', saved), HALL);
  for (const address of CHECK) {
    await open(page, host.url + address);
    await run(`${address} in a hall`);
  }
}

for (const colorScheme of ['light', 'dark']) {
  scenario(`axe finds nothing on any screen, ${colorScheme}`, { context: { colorScheme } }, async (page, host) => {
    await everywhere(page, host, async (address) => {
      // Folded parts count as well.
      await unfold(page);
      assert.deepEqual(await violations(page), [], address);
    });
  });
}

for (const [what, text] of [
  ['', '100%'],
  [' with text at 200 %', '200%'],
]) {
  scenario(
    `nothing needs sideways scrolling at 320 px${what}`,
    { context: { viewport: { width: 320, height: 640 } } },
    async (page, host) => {
      await everywhere(page, host, async (address) => {
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, text);
        await unfold(page);
        const [wide, wider] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          [...document.querySelectorAll('main *')]
            .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
            .map((e) => e.className)
            .slice(0, 3),
        ]);
        assert.ok(wide <= 320, `${address}: ${wide} px; ${wider}`);
      });
    },
  );
}

for (const width of [320, 360]) {
  scenario(
    `every column of text is wide enough to be read at ${width} px`,
    { context: { viewport: { width, height: 640 } } },
    async (page, host) => {
      await everywhere(page, host, async (address) => {
        await unfold(page);
        assert.deepEqual(await narrowColumns(page), [], address);
      });
    },
  );
}

scenario('every sentence is whole: no placeholder is left on any screen', {}, async (page, host) => {
  await everywhere(page, host, async (address) => {
    await unfold(page);
    const left = (await page.locator('body').innerText()).match(/.{0,30}[{}].{0,30}/g);
    assert.equal(left, null, address);
  });
});

scenario('what a finger must hit is at least 44 px high', {}, async (page, host) => {
  await everywhere(page, host, async (address) => {
    await unfold(page);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.button, .chip, .tick, .field input:not([type=checkbox]), .field textarea, .field select, .why input, .hall input, .stride__ways a, .faults a, .upload input, .search__empty, .marking button, .answer, .top__nav a, summary, .sources a, .back a, .tags--links a, .contents a, .foot__links a, .menu a, .reading a, .ways a, .block__label a, .block__case a, .alike > li > a, .shares a, input[type=search]',
        ),
      ]
        .map((element) => [element.className || element.textContent, element.getBoundingClientRect().height])
        .filter(([, height]) => height > 0 && height < 44),
    );
    assert.deepEqual(small, [], address);
  });
});

scenario(
  'where the system settles the colours, only the present page is underlined in the menu, and pictures of numbers stay',
  {},
  async (page, host) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await withSaved(page, SAVED);
    await open(page, `${host.url}#/check/result`);
    const lines = await page.locator('.top__nav a').evaluateAll((links) =>
      links.map((link) => {
        const { borderBottomColor } = getComputedStyle(link);
        return [
          link.hasAttribute('aria-current'),
          borderBottomColor !== getComputedStyle(document.body).backgroundColor,
        ];
      }),
    );
    for (const [isCurrent, isSeen] of lines) assert.equal(isSeen, isCurrent);
    assert.ok(lines.some(([isCurrent]) => isCurrent));
    const bars = page.locator('.band').first();
    assert.match(await bars.evaluate((band) => getComputedStyle(band, '::before').backgroundImage), /gradient/);
    await open(page, `${host.url}#/cases/shazet?at=summary`);
    assert.notEqual(
      await page.locator('[data-pointed]').evaluate((place) => getComputedStyle(place).outlineStyle),
      'none',
    );
  },
);

scenario('the first Tab offers to skip to the content', {}, async (page, host) => {
  await open(page, host.url);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  assert.equal(new URL(page.url()).hash, '');
});

scenario('screen readers hear how many cases are left', {}, async (page, host) => {
  await open(page, host.url);
  await page.locator('input[type=search]').pressSequentially('refugees');
  await page
    .locator('[role=status]')
    .filter({ hasText: /^\d cases? for “refugees”\.$/ })
    .waitFor();
});
