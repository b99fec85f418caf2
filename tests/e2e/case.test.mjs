// Reading a case.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { heading, open, scenario, shown } from './scenario.mjs';
import { words } from './words.mjs';

scenario('every case opens, with its sections, its date and a source for every entry', {}, async (page, host) => {
  await open(page, host.url);
  for (const slug of await shown(page)) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/cases/${slug}`);
    await page.waitForSelector('article.case');
    await page.waitForFunction((wanted) => document.querySelector(`.sources a[href^='#/cases/${wanted}?']`), slug);
    assert.match(await page.locator('.case__date').textContent(), /2006/);
    const blocks = await page.locator('.section .block').count();
    assert.ok(blocks >= 25, `${slug} has ${blocks} parts`);
    // Beside the blocks the point and the organisation.
    assert.equal(await page.locator('.sources a').count(), blocks + 2);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((element) => element.id));
    assert.equal(new Set(ids).size, ids.length, `${slug} has no id twice`);
  }
});

scenario('a local term is explained where it stands, by touch and by keyboard', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/shazet`);
  const term = page.getByRole('button', { name: 'ayil okmot', exact: true }).first();
  await term.tap();
  assert.match(await page.locator('.term__text:visible').textContent(), /^ayil okmot: ./i);
  await term.press('Enter');
  assert.equal(await page.locator('.term__text:visible').count(), 0);
});

scenario("an editor's note stands beside the figure it doubts", {}, async (page, host) => {
  await open(page, `${host.url}#/cases/leader`);
  const block = page.locator('.block, .case__head').filter({ hasText: '1,101,696' }).first();
  assert.match(await block.textContent(), /Editor's note:/);
});

scenario('back leads to the list as it was left', {}, async (page, host) => {
  await open(page, `${host.url}#/?oblast=osh`);
  const list = await shown(page);
  const card = page.locator(`[data-case=${list[4]}] a`);
  await card.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 300);
  for (const back of ['link', 'button']) {
    await card.click();
    await page.waitForFunction(() => document.activeElement?.id === 'heading' && scrollY === 0);
    if (back === 'link') await page.getByRole('link', { name: 'Back to the cases' }).click();
    else await page.goBack();
    await page.waitForFunction((id) => document.activeElement?.id === id, `card-${list[4]}`);
    assert.deepEqual(await shown(page), list);
    assert.equal(await page.evaluate(() => scrollY), place);
  }
});

scenario(
  'a change of page moves title and focus, and the first page leaves the focus alone',
  {},
  async (page, host) => {
    await open(page, host.url);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
    await page.locator('[data-case=alga] a').click();
    await page.waitForFunction(() => document.activeElement?.id === 'heading');
    assert.ok((await page.title()).startsWith(await heading(page)));
  },
);

scenario('difficulties show who met the trouble, and lead to that part of the case', {}, async (page, host) => {
  await open(page, `${host.url}#/difficulties`);
  await page.locator('summary').filter({ hasText: 'What can women do' }).click();
  await page.locator('details[open] .block a').first().click();
  await page.waitForFunction(() => /#\/cases\/.*at=obstacle-/.test(location.hash));
  await page.waitForFunction(() => document.activeElement?.classList.contains('block'));
});

scenario('back and reload keep the place in a long case', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/shazet`);
  const link = page.locator('.section--factors .tags a').nth(1);
  await link.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 1000);
  await link.click();
  await page.waitForFunction((was) => location.hash.includes('/factors') && scrollY !== was, place);
  await page.goBack();
  await page.waitForFunction((was) => scrollY === was, place);
  await page.evaluate(() => scrollTo(0, 1800));
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]');
  await page.waitForFunction(() => scrollY === 1800);
});

scenario('a link to a part that lies in a fold opens the fold', {}, async (page, host) => {
  for (const part of ['instrument-assessment', 'funders']) {
    await open(page, `${host.url}#/cases/shazet?at=${part}`);
    await page.waitForFunction((id) => document.activeElement?.id === id, part);
    assert.ok(await page.locator(`#${part}`).isVisible());
  }
});

scenario('a factor leads to every case that tells of the same', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/shazet`);
  const tag = page.locator('.section--factors .tags a').first();
  const [, name, count] = (await tag.textContent()).match(/^(.*): (\d+) of 25 cases$/);
  await tag.click();
  const fold = page.locator('details.fold[open]');
  await fold.waitFor();
  assert.equal(await fold.locator('h2').textContent(), name);
  const tellers = await fold
    .locator('.block a')
    .evaluateAll((all) => new Set(all.map((a) => a.hash.match(/cases\/([^?]+)/)[1])).size);
  assert.equal(tellers, Number(count));
});

const share = (page) => page.getByRole('button', { name: 'Share' }).click();

scenario(
  'the address of a case is copied to be passed on',
  { context: { permissions: ['clipboard-read', 'clipboard-write'] } },
  async (page, host) => {
    await page.addInitScript(() => {
      delete Navigator.prototype.share;
    });
    await open(page, `${host.url}#/cases/hava`);
    await share(page);
    await page.locator('.case__said').filter({ hasText: 'copied' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${host.url}#/cases/hava`);
  },
);

scenario('where copying is refused, the address is shown to be copied by hand', {}, async (page, host) => {
  await page.addInitScript(() => {
    for (const service of ['share', 'clipboard']) Reflect.deleteProperty(Navigator.prototype, service);
  });
  await open(page, `${host.url}#/cases/hava`);
  await share(page);
  await page
    .locator('.case__said')
    .filter({ hasText: `${host.url}#/cases/hava` })
    .waitFor();
});

scenario(
  "the phone's own menu takes the address where there is one, and closing it is no error",
  {},
  async (page, host) => {
    await page.addInitScript(() => {
      window.given = [];
      Navigator.prototype.share = async (what) => {
        window.given.push(what.url);
        throw new DOMException('closed', 'AbortError');
      };
    });
    await open(page, `${host.url}#/cases/hava`);
    await share(page);
    await page.waitForFunction(() => window.given.length === 1);
    assert.deepEqual(await page.evaluate(() => window.given), [`${host.url}#/cases/hava`]);
    assert.equal(await page.locator('#share + .case__said').textContent(), '');
  },
);

scenario('the print button prints', {}, async (page, host) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await open(page, `${host.url}#/cases/hava`);
  await page.getByRole('button', { name: 'Print' }).click();
  assert.ok(await page.evaluate(() => window.printed));
});

scenario('where the browser cannot print, the button says so', {}, async (page, host) => {
  await page.addInitScript(() => {
    window.print = undefined;
  });
  await open(page, `${host.url}#/cases/hava`);
  await page.getByRole('button', { name: 'Print' }).click();
  await page.getByText('This browser cannot print.').waitFor();
});

scenario(
  'the data is taken along as files, without a network',
  { context: { acceptDownloads: true } },
  async (page, host, profile) => {
    // The file with everything holds the check.
    await open(page, `${host.url}#/check`);
    await page.getByRole('link', { name: 'About', exact: true }).first().click();
    await page.locator('.files button').first().waitFor();
    await profile.setOffline(true);
    const rows = {};
    for (const button of await page.locator('.files button').all()) {
      const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
      const name = file.suggestedFilename();
      rows[name] = readFileSync(await file.path(), 'utf8');
      await page.locator('.case__said').filter({ hasText: name }).waitFor();
    }
    assert.deepEqual(Object.keys(rows).sort(), [
      'ashar-cases.csv',
      'ashar-data.json',
      'ashar-field-guide.txt',
      'ashar-parts.csv',
    ]);
    assert.equal(rows['ashar-cases.csv'].trimEnd().split('\r\n').length, 26);
    assert.equal(JSON.parse(rows['ashar-data.json']).cases.length, 25);
  },
);

scenario('back and reload open the folds that stood open, and keep the place', {}, async (page, host) => {
  await open(page, `${host.url}#/difficulties`);
  const fold = page.locator('details').filter({ hasText: 'What can women do' });
  await fold.locator('summary').click();
  const link = fold.locator('.block a').nth(1);
  await link.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  await link.click();
  await page.waitForSelector('article.case');
  await page.goBack();
  await page.waitForFunction((was) => scrollY === was, place);
  assert.ok(await link.isVisible());
  await page.reload();
  await page.waitForSelector('html[data-ready="true"]');
  await page.waitForFunction((was) => scrollY === was, place);
  assert.ok(await link.isVisible());
});

scenario('a link to the part where one is already leads there again', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/hava?at=results`);
  await page.waitForFunction(() => document.activeElement?.id === 'results');
  await page.locator('.contents summary').click();
  await page.locator('.contents a[href$="at=results"]').click();
  await page.waitForFunction(() => document.activeElement?.id === 'results' && scrollY > 1000);
});

scenario('on paper nothing is folded away, and what only a screen needs is left out', {}, async (page, host) => {
  await open(page, `${host.url}#/cases/shazet`);
  const folded = await page.locator('article details:not([open])').count();
  assert.ok(folded > 3);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('details:not([open])').count(), 0);
  for (const part of [
    '.section--funders .block__text',
    '.section--contributions .block__text',
    '.section--instruments .block__text',
  ]) {
    assert.ok(await page.locator(part).first().isVisible(), part);
  }
  assert.ok(!(await page.getByText(words('shares.each')).isVisible()));
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('article details:not([open])').count(), folded);
});

scenario('search engines read a whole description', {}, async (page, host) => {
  await open(page, host.url);
  assert.match(await page.locator('meta[name=description]').getAttribute('content'), /^Cases from Kyrgyzstan: .*\.$/);
});

scenario('every case prints on two A4 pages', {}, async (page, host) => {
  await open(page, host.url);
  for (const slug of await shown(page)) {
    await open(page, `${host.url}#/cases/${slug}`);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(paper.match(/\/Type\s*\/Page\b(?!s)/g).length, 2, slug);
  }
});
