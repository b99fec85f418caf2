// Every screen that the browser has translated does what it does otherwise, whatever is tapped in it, on a phone that has no room
// to save anything.
import assert from 'node:assert/strict';
import { SAVED, SCREENS, eventually, open, scenario, withSaved } from './scenario.mjs';
import { openTranslated } from './translator.mjs';

/** What can be tapped or filled in on a screen. */
const CONTROLS = 'main :is(button, summary, input:not([type=file]), textarea)';
/** How many of them are tried on a screen: of many that are alike the first will do. */
const MOST = 12;

/** The page for partners looks whether the host keeps a release. */
const RELEASE = /404/;

/** What a person sees: the texts of the page, and what its fields say. */
const seen = (page) =>
  page.evaluate(() => {
    const fields = [
      .../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('main :is(input, textarea)')),
    ];
    const values = fields.map((field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value));
    return [document.querySelector('main').innerText.replace(/\s+/g, ' '), ...values].join('\n');
  });

/** Uses the control at a place, as a person would; one that cannot be used is left alone. */
async function use(page, place) {
  const control = page.locator(CONTROLS).nth(place);
  if ((await page.locator(CONTROLS).count()) <= place || !(await control.isVisible())) return;
  const kind = await control.evaluate((element) => element.getAttribute('type') || element.localName);
  if (/^(text|search|textarea)$/.test(kind)) await control.fill('Суу 7');
  else if (kind === 'number') await control.fill('7');
  else if (kind === 'date') await control.fill('2027-03-28');
  else await control.evaluate((element) => element.click());
}

/** Waits until what follows from a tap at once is drawn: what is said of it is said in the frame after. */
const drawn = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
      }),
  );

/** From now on nothing can be saved. */
const full = (page) =>
  page.evaluate(() => {
    window.print = () => {};
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });

for (const address of SCREENS) {
  scenario(
    `${address}: translated, and with no room to save, it shows what is true`,
    { expects: RELEASE },
    async (page, host, profile) => {
      const twin = await profile.newPage();
      for (const one of [page, twin]) await withSaved(one, SAVED);
      const begin = async () => {
        await openTranslated(page, host.url + address, false);
        await open(twin, host.url + address);
        for (const one of [page, twin]) await full(one);
      };
      await begin();
      const count = Math.min(await twin.locator(CONTROLS).count(), MOST);
      for (let place = 0; place < count; place += 1) {
        const here = twin.url();
        for (const one of [page, twin]) {
          // A page that lies behind another one is seldom drawn.
          await one.bringToFront();
          await use(one, place);
          await drawn(one);
        }
        // What comes by itself may come a little later to one of them.
        const isSame = await eventually(async () => (await seen(page)) === (await seen(twin)));
        if (!isSame) assert.equal(await seen(page), await seen(twin), `after control ${place + 1}`);
        if (twin.url() !== here) await begin();
      }
    },
  );
}
