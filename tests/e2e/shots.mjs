// Pictures of every screen, for people to judge: `make shots` puts them into tests/e2e/shots/.
import { mkdirSync } from 'node:fs';
import { DESKTOP, PHONE, launch } from './browser.mjs';
import { fill } from './paper.mjs';
import { SITES, inside, partner } from './partner.mjs';
import { HALL, quickCheck } from './saved.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

const SCREENS = {
  browse: '#/',
  filtered: '#/?oblast=osh&topic=water',
  empty: '#/?oblast=naryn&topic=refugees',
  case: '#/cases/shazet',
  block: '#/cases/araket?at=obstacles',
  difficulties: '#/difficulties',
  factors: '#/factors?at=trust',
  check: '#/check',
  question: '#/check/3',
  flags: '#/check/flags',
  answers: '#/check/answers',
  result: '#/check/result',
  'check-new': '#/check/new',
  'check-part': '#/check/part/1',
  plan: '#/check/plan',
  paper: '#/check/paper?stage=together&depth=full',
  'paper-scored': '#/check/paper',
  glossary: '#/glossary',
  about: '#/about',
  embed: '#/embed',
  offline: '#/offline',
  lost: '#/nowhere/at-all',
  // Three long cases, from top to bottom.
  'long-shazet': '#/cases/shazet',
  'long-lady-shirin': '#/cases/lady-shirin',
  'long-suzak': '#/cases/suzak-villages',
};
// What people type, and what comes of it.
for (const [name, query] of Object.entries({
  water: 'water pipes',
  mistyped: 'irigation ',
  cyrillic: 'Нарын',
  phrase: '"drinking water"',
  question: 'how can women get land',
  unfinished: 'kinderg',
  nothing: 'zzqx',
  russian: 'мусор',
  kyrgyz: 'таштанды',
  joined: 'roundtable',
}))
  SCREENS[`search-${name}`] = `#/?q=${encodeURIComponent(query)}`;
SCREENS.marked = '#/cases/araket?q=irrigation%20canal';
// The check in a hall, as somebody else's phone would have it.
const HALLS = {
  'hall-start': '#/check',
  'hall-question': '#/check/7',
  'hall-part': '#/check/part/2',
  'hall-answers': '#/check/answers',
  'hall-result': '#/check/result',
  'hall-plan': '#/check/plan',
};
const ANSWERS = ['3', '2', '0', '1', '3', '0', '2', '1', '3', '2', '?', '2', '3', '1', '2'];

const folder = new URL('./shots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const host = await serve('dist');
const browser = await launch();
const only = process.argv.slice(2);
for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({ viewport, colorScheme, serviceWorkers: 'block' });
    await page.goto(host.url);
    await page.waitForSelector('html[data-ready]');
    await page.evaluate((saved) => localStorage.setItem('ashar.check', saved), quickCheck(ANSWERS, { fear: true }));
    await page.reload();
    for (const [name, address] of [...Object.entries(SCREENS), ...Object.entries(HALLS)]) {
      if (only.length && !only.includes(name)) continue;
      if (name in HALLS) {
        await page.evaluate((saved) => localStorage.setItem('ashar.check', saved), HALL);
        await page.goto('about:blank');
      }
      await page.goto(host.url + address);
      await page.waitForSelector('html[data-ready]');
      // A form filled in and counted by hand, to lay beside the result.
      if (name === 'paper-scored') await fill(page, ANSWERS);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const whole =
        /^(long-|result|hall-|check-part|paper)/.test(name) || (!/^(browse|search-)/.test(name) && height < 6000);
      await page.screenshot({ path: `${folder}${name}-${size}-${colorScheme}.png`, fullPage: whole });
    }
    await page.close();
  }
}

// The check in a partner's page: how it stands there, and how answers get out of it.
const around = await partner(host.url);
for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    if (only.length && !only.includes('framed')) continue;
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
    await page.goto(around.at(SITES['on another site'], 'check.html'));
    const frame = await inside(page);
    await frame.waitForSelector('html[data-ready]');
    const shoot = async (name) => {
      // A frame of another site is painted by itself, after the page.
      for (let times = 0; times < 3; times += 1) await frame.evaluate(() => new Promise(requestAnimationFrame));
      await page.screenshot({ path: `${folder}framed-${name}-${size}-${colorScheme}.png` });
    };
    await shoot('check');
    await frame
      .getByRole('link', { name: words('check.begin') })
      .first()
      .press('Enter');
    for (const id of ['together', 'group']) await frame.locator(`#setup-${id}`).press('Space');
    await frame.getByRole('button', { name: words('check.begin') }).press('Enter');
    await frame.locator('input[value="2"]').press('Space');
    await shoot('question');
    await frame.getByRole('link', { name: words('frame.full') }).press('Enter');
    await frame.getByRole('heading', { name: words('carry.title') }).waitFor();
    await shoot('carry');
    await page.close();
  }
}
await around.close();
await browser.close();
await host.close();
