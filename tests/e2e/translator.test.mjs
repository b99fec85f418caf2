// A page that the browser has translated goes on working: a translator replaces every text node, so that whatever the app
// writes into a text node that it holds on to would be seen by nobody.
//
// A screen is added by a walk of its own: it does what a person does there, and calls `same` after everything that changes
// something.
import { scenario } from './scenario.mjs';
import { TRANSLATORS, assertTrue, openTranslated } from './translator.mjs';

const at = (page, address) => page.waitForFunction((hash) => location.hash === hash, address);

/**
 * What is done on each screen. `same(what)` asserts that the page shows what is true.
 *
 * @typedef {(page: import('playwright-core').Page, same: (what: string) => Promise<void>) => Promise<void>} Walk
 * @type {Record<string, [string, Walk]>}
 */
const WALKS = {
  'the list, searched': [
    '#/',
    async (page, same) => {
      const box = page.locator('input[type=search]');
      await box.pressSequentially('irrigation');
      await at(page, '#/?q=irrigation');
      await page.locator('[data-settled]').waitFor();
      await same('a search');
      await box.pressSequentially(' irigation ');
      await at(page, '#/?q=irrigation%20irigation%20');
      await same('a mistyped word');
      await page.locator('.results__partial a').click();
      await at(page, '#/?q=irrigation%20irrigation%20');
      await same('the word that was meant');
      await box.fill('');
      await at(page, '#/');
      await same('all cases');
      for (const letter of 'zzqx') await box.press(letter);
      await at(page, '#/?q=zzqx');
      await same('a search without hits');
      await box.press('y');
      await at(page, '#/?q=zzqxy');
      await same('another search without hits');
      await page.getByRole('button', { name: 'Clear the search', exact: true }).click();
      await at(page, '#/');
      await same('all cases again');
    },
  ],
  'the list, filtered': [
    '#/',
    async (page, same) => {
      await page.locator('.filters__title').click();
      const tick = async (facet, value) => {
        const field = page.locator(`input[name=${facet}][value=${value}]`);
        const group = page.locator('details.facet', { has: field });
        if (!(await group.evaluate((element) => element.hasAttribute('open')))) await group.locator('summary').click();
        await field.check();
      };
      await tick('oblast', 'osh');
      await at(page, '#/?oblast=osh');
      await same('one filter');
      await tick('oblast', 'chui');
      await tick('topic', 'water');
      await at(page, '#/?topic=water&oblast=chui,osh');
      await same('three filters');
      await page.getByRole('button', { name: /remove the filter.*chui/i }).click();
      await at(page, '#/?topic=water&oblast=osh');
      await same('a filter dropped');
      await page.goBack();
      await at(page, '#/?topic=water&oblast=chui,osh');
      await same('back');
      await page.getByRole('button', { name: 'Clear all' }).click();
      await at(page, '#/');
      await same('no filter');
      await tick('oblast', 'naryn');
      await tick('topic', 'refugees');
      await at(page, '#/?topic=refugees&oblast=naryn');
      await same('filters that leave no case');
      await page
        .getByRole('button', { name: /^Remove “/ })
        .first()
        .click();
      await page.locator('[data-case]').first().waitFor();
      await same('a way out');
    },
  ],
  'the list, left and come back to': [
    '#/?q=water&oblast=osh',
    async (page, same) => {
      await page.locator('[data-settled]').waitFor();
      await page.locator('[data-case] a').first().click();
      await page.locator('article.case').waitFor();
      await page.goBack();
      await at(page, '#/?q=water&oblast=osh');
      await page.locator('[data-case]').first().waitFor();
      await same('back from a case');
      await page.locator('input[type=search]').fill('roof');
      await at(page, '#/?q=roof&oblast=osh');
      await same('another search after it');
    },
  ],
};

for (const [how, goesOn] of Object.entries(TRANSLATORS)) {
  for (const [screen, [address, walk]] of Object.entries(WALKS)) {
    scenario(`${screen}: translated ${how}, the page shows what is true`, {}, async (page, host, profile) => {
      const twin = await profile.newPage();
      await openTranslated(page, host.url + address, goesOn);
      await walk(page, (what) => assertTrue(page, twin, what));
    });
  }
}
