// A page translator as browsers have one, and whether a page that it has worked on still shows what is true.
import assert from 'node:assert/strict';
import { open } from './scenario.mjs';

/**
 * Runs in the page, so it may use nothing from outside. `globalThis.translate()` replaces every text node of the page, as
 * Chromium's translator does, by two `font` elements around the text; `goesOn`: texts that come later as well. The words stay
 * the same, so that what is shown can be compared.
 */
function translator(goesOn) {
  const skipped = 'font, script, style, template, textarea, noscript';
  const replace = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest(skipped)) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  globalThis.translate = () => {
    replace(document.body);
    if (!goesOn) return;
    const observer = new MutationObserver(() => {
      replace(document.body);
      // Its own changes are none.
      observer.takeRecords();
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  };
}

/** Whether only the texts that stand there are translated, or those that come later as well. */
export const TRANSLATORS = { once: false, 'again and again': true };

/** Opens an address in a page that is then translated. */
export async function openTranslated(page, url, goesOn) {
  await page.addInitScript(translator, goesOn);
  await open(page, url);
  await page.evaluate(() => globalThis.translate());
  assert.ok((await page.locator('main font').count()) > 0, 'the page is translated');
}

/** What a page shows: its content without what the translator has put around texts, and what its fields say. */
function content() {
  const main = document.querySelector('main').cloneNode(true);
  // What is announced belongs to the moment, not to the address.
  main.querySelectorAll('[role=status]').forEach((region) => region.replaceChildren());
  main.querySelectorAll('font').forEach((font) => font.replaceWith(...font.childNodes));
  const comments = document.createTreeWalker(main, NodeFilter.SHOW_COMMENT);
  const markers = [];
  while (comments.nextNode()) markers.push(comments.currentNode);
  markers.forEach((marker) => marker.remove());
  main.normalize();
  for (const element of main.querySelectorAll('*')) {
    // What a person has opened or gone to, what fields said at first, and whether the search has all that it can know.
    ['open', 'tabindex', 'data-pointed', 'value', 'checked', 'data-settled'].forEach((name) => {
      if (name !== 'value' || element.type === 'search') element.removeAttribute(name);
    });
  }
  const fields = [...document.querySelectorAll('main input')].map(
    (field) =>
      `${field.name || field.id}=${field.type === 'checkbox' || field.type === 'radio' ? `${field.value}: ${field.checked}` : field.value}`,
  );
  return `${main.innerHTML}\n${fields.join('\n')}`;
}

/**
 * Asserts that a page shows what a page that nobody translates shows at the same address. `twin`: a second page of the same
 * profile.
 */
export async function assertTrue(page, twin, what) {
  // While letters come the list is on its way.
  await page.locator('.cards--typing').waitFor({ state: 'detached' });
  await open(twin, page.url());
  const fresh = `(${content})()`;
  const translated = await page.evaluate(fresh);
  // What a visit fetches later may still be on its way.
  await twin.waitForFunction(`${fresh} === ${JSON.stringify(translated)}`).catch(() => {});
  assert.equal(translated, await twin.evaluate(fresh), what);
}
