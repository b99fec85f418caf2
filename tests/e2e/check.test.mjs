// The readiness check: answering, stopping, going on, the result, erasing; and what can go wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PHONE } from './browser.mjs';
import { fill } from './paper.mjs';
import { DIST, HALL, SAVED, heading, open, scenario, withSaved } from './scenario.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

/** All that is kept on the phone, and the check kept there last. */
const shelf = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('ashar.check') || 'null')?.checks ?? []);
const kept = async (page) => (await shelf(page)).at(-1) ?? null;
/** Fills in what must be settled and begins. */
async function begin(
  page,
  { stage = 'together', seat = 'group', depth = 'quick', pace = 'item', manner = 'person', name = '' } = {},
) {
  await page.locator('#fold-setup > summary').click();
  for (const id of [stage, seat, depth, pace, manner]) await page.locator(`#setup-${id}`).check();
  await page.locator('#setup-name').fill(name);
  await page.getByRole('button', { name: words('check.begin') }).click();
}
/** The text of the file that a button offers. */
async function fetched(page, button) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}
const refuse = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });

for (const stage of ['before', 'together']) {
  for (const depth of ['quick', 'full']) {
    scenario(
      `a person answers the ${depth} check ${stage === 'before' ? 'before' : 'while'} working together, stops in the middle, and goes on at the same place`,
      {},
      async (page, host) => {
        const all = depth === 'quick' ? 15 : 45;
        await open(page, `${host.url}#/check`);
        assert.match(await page.locator('.notice--privacy').textContent(), /stay on this device/);
        await page.getByRole('link', { name: words('check.begin') }).click();
        await begin(page, { stage, depth, name: 'Drinking water' });
        for (let place = 0; place < all; place += 1) {
          await page.waitForFunction((n) => location.hash === `#/check/${n}`, place + 1);
          const planned = /^(We have|Each side|The head|At least two|For every|We know|What the two|Asked separately)/;
          if (stage === 'before') assert.match(await heading(page), planned);
          if (place !== 4)
            await page.locator(`input[type=radio][value="${['3', '2', '0', '1', '?', '-'][place % 6]}"]`).check();
          if (place === 7) {
            // A phone that was thrown out of memory: another visit, at the same place.
            await page.getByRole('link', { name: 'Next' }).click();
            await page.waitForFunction(() => location.hash === '#/check/9');
            await open(page, `${host.url}#/check`);
            assert.match(
              await page.locator('.shelf').textContent(),
              new RegExp(`Drinking water.*7 of ${all} answered`, 's'),
            );
            await page.getByRole('button', { name: words('check.go-on') }).click();
            continue;
          }
          if (place === 12) {
            await page.reload();
            await page.waitForSelector('html[data-ready="true"]');
            assert.ok(await page.locator('input[type=radio][value="3"]').isChecked(), 'still answered');
          }
          await page.getByRole('link', { name: place === 4 ? 'Skip for now' : 'Next' }).click();
        }
        assert.equal(await heading(page), 'Warning signs');
        await page.locator('input[name=flag-fear][value=yes]').check();
        assert.match(await page.locator('.notice--advice:not(:empty)').textContent(), /Safety/);
        await page.getByRole('link', { name: 'Next' }).click();
        assert.match(await page.locator('main').textContent(), new RegExp(`${all - 1} of ${all} answered`));
        assert.equal(await page.locator('.review').first().locator('dt').count(), all);
        await page.getByRole('link', { name: 'Change answer 5:' }).click();
        await page.locator('input[value="2"]').check();
        await page.getByRole('link', { name: 'All answers' }).click();
        await page.getByRole('link', { name: 'See the result' }).click();
        assert.equal(await heading(page), words('result.title'));
        assert.equal(await page.locator('.bands tbody tr').count(), 15);
        assert.equal((await shelf(page)).length, 1);
        const { stage: keptStage, depth: keptDepth, seat } = await kept(page);
        assert.deepEqual([keptStage, keptDepth, seat], [stage, depth, 'group']);
        assert.ok(!/Drinking|trust|=/.test(new URL(page.url()).hash), 'no answer and no name stands in an address');
      },
    );
  }
}

scenario(
  'a group of statements stands on one page where the person wants it so, and back loses nothing',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/check/new`);
    await begin(page, { depth: 'full', pace: 'part' });
    assert.equal(await heading(page), 'Common ground');
    assert.equal(await page.locator('fieldset.answers').count(), 15);
    await page.locator('input[name=trust-2][value="3"]').check();
    await page.getByRole('link', { name: 'Skip for now' }).click();
    await page.waitForFunction(() => location.hash === '#/check/part/2');
    await page.goBack();
    assert.ok(await page.locator('input[name=trust-2][value="3"]').isChecked());
    await page.getByRole('link', { name: 'Show one at a time' }).click();
    await page.waitForFunction(() => location.hash === '#/check/1');
    assert.equal((await kept(page)).pace, 'item');
    await page.getByRole('link', { name: 'Show the whole section on one page' }).click();
    await page.waitForFunction(() => location.hash === '#/check/part/1');
    assert.ok(await page.locator('input[name=trust-2][value="3"]').isChecked());
  },
);

scenario('a double click goes on by one screen, wherever its second click falls', {}, async (page, host) => {
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="3"]').check();
  const box = await page.getByRole('link', { name: 'Next' }).boundingBox();
  const at = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(...at);
  await page.getByText('Statement 2 of 15').waitFor();
  // Whatever lies under the pointer now: the way on, and an answer.
  const under = [page.getByRole('link', { name: 'Skip for now' }), page.locator('.answer').first()];
  for (const control of under) {
    await control.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await control.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
  }
  assert.equal(new URL(page.url()).hash, '#/check/2');
  assert.equal((await kept(page)).items['one-purpose-1'], undefined, 'nothing is answered by it');
  await page.getByRole('link', { name: 'Skip for now' }).click();
  await page.getByText('Statement 3 of 15').waitFor();
});

scenario(
  'what is being typed stays, with the place of the next letter, when another tab answers',
  {},
  async (page, host, profile) => {
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="1"]').check();
    const why = page.locator('.why input');
    await why.pressSequentially(' Nobody us');
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('ArrowLeft');
    const other = await profile.newPage();
    await open(other, `${host.url}#/check/1`);
    await other.locator('input[value="0"]').check();
    await page.locator('input[value="0"]:checked').waitFor();
    await page.bringToFront();
    await page.keyboard.type(' asked');
    assert.equal(await why.inputValue(), ' Nobody asked us');
    assert.equal((await kept(page)).why['found-together-1'].trim(), 'Nobody asked us');
  },
);

scenario(
  'what is missing before a check is said in one place, with the way there, and nothing entered is lost',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/check/new`);
    await page.locator('#fold-setup > summary').click();
    await page.locator('#setup-name').fill('Bathhouse');
    await page.locator('#setup-full').check();
    await page.getByRole('button', { name: words('check.begin') }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'faults');
    const summary = await page.evaluate(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      return { top, bottom, ring: getComputedStyle(document.activeElement).outlineStyle, screen: innerHeight };
    });
    assert.ok(summary.top >= 0 && summary.bottom <= summary.screen, 'what is missing is on the screen');
    assert.equal(summary.ring, 'solid');
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.locator('#faults a').count(), 2);
    assert.equal(await page.locator('#setup-name').inputValue(), 'Bathhouse');
    assert.ok(await page.locator('#setup-full').isChecked());
    await page.getByRole('link', { name: 'Choose who answers.' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'setup-group');
    assert.equal(new URL(page.url()).hash, '#/check/new');
    await page.keyboard.press('Space');
    await page.locator('#setup-before').check();
    await page.getByRole('button', { name: words('check.begin') }).click();
    await page.waitForFunction(() => location.hash === '#/check/1');
    assert.equal((await kept(page)).name, 'Bathhouse');
  },
);

scenario(
  'only a low answer asks why, and what is said stays on the phone and in the answers',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/check/1`);
    assert.ok(await page.locator('.why').isHidden());
    await page.locator('input[value="1"]').check();
    await page.locator('.why input').fill('Nobody asked us.');
    await page.locator('input[value="3"]').check();
    assert.ok(await page.locator('.why').isHidden());
    await page.locator('input[value="0"]').check();
    assert.equal(await page.locator('.why input').inputValue(), 'Nobody asked us.', 'not lost by going up and down');
    await page.getByRole('link', { name: 'All answers' }).click();
    assert.match(await page.locator('.review').first().textContent(), /Not yet.*“Nobody asked us\.”/s);
  },
);

scenario('the result says the band, the cap, and where to read how others did it', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check/result`);
  const verdict = await page.locator('.verdict').textContent();
  assert.match(verdict, /^(Prepare first|Start small)/);
  assert.match(verdict, /“Trust and equal respect”.*“Start here”/);
  assert.equal(await page.locator('.bands tbody tr').count(), 15);
  assert.ok(!/\d+ ?%|points/.test(verdict), 'no number for a community');
  assert.deepEqual(
    await page.locator('.verdict__ends ul').evaluateAll((lists) => lists.map((list) => list.children.length)),
    [3, 2],
  );
  assert.equal(
    await page.locator('.stride').count(),
    9,
    'a step for this week, this month and this quarter for each of three weak parts',
  );
  const links = page.locator('.reading a');
  assert.equal(await links.count(), 9, 'three cases for each of three weak parts');
  await links.first().click();
  await page.waitForFunction(() => document.activeElement?.classList.contains('block'));
  assert.ok(new URL(page.url()).hash.includes('?at='));
});

scenario(
  'everything is erased in two taps, a first tap alone erases nothing, and until the page is left it can be brought back',
  {},
  async (page, host) => {
    await withSaved(page, HALL);
    await open(page, `${host.url}#/check`);
    await page.getByRole('button', { name: 'Erase everything' }).tap();
    assert.equal((await shelf(page)).length, 2);
    await page.getByRole('button', { name: 'Yes, erase' }).tap();
    await page.waitForFunction(() => document.activeElement?.id === 'news');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.ok(await page.getByRole('link', { name: words('check.begin') }).isVisible());
    await page.getByRole('button', { name: 'Bring it back' }).tap();
    await page.getByText('It is back.').waitFor();
    assert.deepEqual(
      (await shelf(page)).map(({ id }) => id),
      ['11', '12'],
    );
    await page.getByRole('button', { name: 'Erase everything' }).tap();
    await page.getByRole('button', { name: 'Yes, erase' }).tap();
    await page.getByRole('link', { name: 'Cases' }).first().click();
    await page.waitForSelector('[data-count]');
    await page.goBack();
    await page.getByRole('link', { name: words('check.begin') }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Bring it back' }).count(), 0);
  },
);

scenario('of several checks one is erased alone', {}, async (page, host) => {
  await withSaved(page, HALL);
  await open(page, `${host.url}#/check`);
  assert.deepEqual(await page.locator('.shelf h3').allTextContents(), [
    'Water for Ak-Bulak, in the hall',
    'Water for Ak-Bulak',
  ]);
  await page.getByRole('button', { name: 'Erase Water for Ak-Bulak', exact: true }).tap();
  await page.waitForFunction(() => document.activeElement?.id === 'erase-question');
  await page.getByRole('button', { name: 'Keep', exact: true }).tap();
  await page.waitForFunction(() => document.activeElement?.id === 'erase-11');
  await page.getByRole('button', { name: 'Erase Water for Ak-Bulak', exact: true }).tap();
  await page.getByRole('button', { name: 'Yes, erase' }).tap();
  await page.waitForFunction(() => document.activeElement?.id === 'news');
  assert.deepEqual(
    (await shelf(page)).map(({ id }) => id),
    ['12'],
  );
  await page.getByRole('button', { name: 'Bring it back' }).tap();
  await page.getByText('It is back.').waitFor();
  assert.equal((await shelf(page)).length, 2);
});

scenario('erasing also erases what was set aside', {}, async (page, host) => {
  await withSaved(page, 'not answers at all');
  await open(page, `${host.url}#/check`);
  await page.getByRole('button', { name: 'Erase everything' }).tap();
  await page.getByRole('button', { name: 'Yes, erase' }).tap();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

scenario('when storage is full, unreadable answers are not overwritten', {}, async (page, host) => {
  await withSaved(page, 'precious but unreadable');
  await page.addInitScript(() => {
    Storage.prototype.setItem = function full(key) {
      if (key !== 'ashar.check') throw new DOMException('full', 'QuotaExceededError');
      this[key] = 'overwritten';
    };
  });
  await open(page, `${host.url}#/check`);
  assert.match(await page.locator('main [role=alert]').textContent(), /cannot read/);
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="1"]').check();
  assert.match(await page.locator('.keeping').textContent(), /does not allow saving/);
  assert.equal(await page.evaluate(() => localStorage.getItem('ashar.check')), 'precious but unreadable');
});

scenario("two tabs do not overwrite each other's answers", {}, async (page, host, profile) => {
  await withSaved(page, SAVED.replace(/"found-together-1":"3",|"one-purpose-1":"2",/g, ''));
  await open(page, `${host.url}#/check/1`);
  const other = await profile.newPage();
  await open(other, `${host.url}#/check/2`);
  await other.locator('input[value="3"]').check();
  await page.locator('input[value="1"]').check();
  const { items } = await kept(page);
  assert.deepEqual([items['found-together-1'], items['one-purpose-1'], (await shelf(page)).length], ['1', '3', 1]);
  await other.waitForFunction(
    () => JSON.parse(localStorage.getItem('ashar.check')).checks[0].items['found-together-1'] === '1',
  );
  await other.getByRole('link', { name: 'Back' }).click();
  await other.locator('input[value="1"]:checked').waitFor();
});

scenario(
  'what another tab answers or erases is seen at once, also over what was just tapped here',
  {},
  async (page, host, profile) => {
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="0"]').check();
    const other = await profile.newPage();
    await open(other, `${host.url}#/check/1`);
    await other.locator('input[value="1"]').check();
    await page.locator('input[value="1"]:checked').waitFor();
    assert.equal(
      await page.evaluate(() => document.activeElement.getAttribute('name')),
      'found-together-1',
      'the focus stays in the group',
    );
    await open(other, `${host.url}#/check`);
    await other.getByRole('button', { name: 'Erase everything' }).tap();
    await other.getByRole('button', { name: 'Yes, erase' }).tap();
    await page.getByText('was erased in another window').waitFor();
    assert.equal(new URL(page.url()).hash, '#/check');
    await page.getByRole('button', { name: 'Bring it back' }).tap();
    await page.getByText('It is back.').waitFor();
    assert.equal((await kept(page)).items['found-together-1'], '1');
  },
);

scenario('the first of the two taps to erase does not count on another screen', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check`);
  await page.getByRole('button', { name: 'Erase everything' }).tap();
  await page.getByRole('button', { name: 'Yes, erase' }).waitFor();
  await page.getByRole('button', { name: 'See the result so far' }).click();
  await page.getByRole('link', { name: 'Open the plan' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Erase everything' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Yes, erase' }).count(), 0);
});

scenario(
  'steps of the result go into the plan, three at most, and stand on the start page with who and when',
  {},
  async (page, host) => {
    await withSaved(page, SAVED);
    await open(page, `${host.url}#/check/result`);
    await page.getByText(words('result.later')).first().click();
    await page.getByText(words('result.later')).nth(1).click();
    const buttons = page.getByRole('button', { name: words('stride.keep') });
    for (const [place, said] of [
      [0, /Added to the plan/],
      [1, /Added to the plan/],
      [3, /Added to the plan/],
      [4, /already has three actions/],
    ]) {
      await buttons.nth(place).click();
      await page.locator('.advice__kept').filter({ hasText: said }).first().waitFor();
    }
    assert.equal((await kept(page)).plan.length, 3);
    await buttons.nth(0).click();
    assert.equal((await kept(page)).plan.length, 3, 'what is there already is not put there again');
    assert.equal(await page.locator('main .agreed li').count(), 3, 'the plan below knows');
    await page.getByRole('link', { name: 'Open the plan' }).click();
    await page.locator('#plan-again').evaluate((field) => {
      field.type = 'text';
    });
    await page.locator('#plan-again').fill('soon');
    await page.locator('#plan-again').press('Tab');
    await page.getByText('Write the date as year, month, day').waitFor();
    await page.locator('#plan-who-0').fill('ayil okmot');
    await page.locator('#plan-by-0').fill('2027-03-28');
    await page.locator('#plan-what-2').fill('Visit the school.');
    await page.locator('input[type=checkbox]').nth(1).check();
    const calendar = await fetched(page, words('plan.calendar'));
    assert.equal(calendar.name, 'ashar-plan.ics');
    await page.getByText(words('take.undated', { n: 1 })).waitFor();
    assert.match(calendar.text, /DTSTART;VALUE=DATE:20270328\r\n/);
    assert.match(calendar.text, /^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s);
    await open(page, `${host.url}#/check`);
    const agreed = await page.locator('.agreed li').allTextContents();
    assert.match(agreed[0], /^To do: .* – ayil okmot – 28 March 2027$/);
    assert.match(agreed[1], /^Done: /);
    assert.match(agreed[2], /^To do: Visit the school\.$/);
  },
);

scenario('while a check is answered the head leads nowhere but out of it', {}, async (page, host) => {
  await withSaved(page, SAVED);
  const links = () => page.locator('.top a:visible:not(.skip)').allTextContents();
  for (const address of ['#/check/1', '#/check/part/1', '#/check/flags']) {
    await open(page, `${host.url}${address}`);
    assert.deepEqual(await links(), [words('frame.close')], address);
  }
  await page.getByRole('link', { name: words('frame.close') }).click();
  await page.waitForFunction(() => location.hash === '#/check');
  await page.getByRole('link', { name: words('nav.more') }).waitFor();
});

scenario('the field that is typed into is not left under the ways on', {}, async (page, host) => {
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="0"]').check();
  const why = page.locator('.why input');
  await why.focus();
  const [field, bar] = await page.evaluate(() => [
    document.activeElement.getBoundingClientRect().bottom,
    document.querySelector('.actions--sticky').getBoundingClientRect().top,
  ]);
  assert.ok(field <= bar, `${field} is below ${bar}`);
});

scenario('one tap makes the steps of this week the plan', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check/result`);
  const steps = await page.locator('.week__step').allTextContents();
  assert.equal(steps.length, 3);
  await page.getByRole('button', { name: words('week.plan') }).click();
  await page.waitForFunction(() => location.hash === '#/check/plan');
  const planned = [0, 1, 2].map((place) => page.locator(`#plan-what-${place}`).inputValue());
  assert.deepEqual(await Promise.all(planned), steps);
});

scenario('the result is compared with an earlier check on this phone', {}, async (page, host) => {
  await withSaved(page, HALL);
  await open(page, `${host.url}#/check/result`);
  assert.match(await page.locator('.result__whose').textContent(), /Water for Ak-Bulak, in the hall/);
  await page.getByRole('button', { name: 'Water for Ak-Bulak, 2 May 2026' }).click();
  await page.locator('.bands--beside').waitFor();
  assert.equal(await page.locator('.bands--beside tbody tr').count(), 15);
  assert.match(await page.locator('.compare').textContent(), /asked different statements/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'beside-11', 'the focus stays');
});

scenario(
  'in a hall hands are counted, the middle speaks for the room, and no name is asked',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/check/new`);
    await begin(page, { manner: 'hall', seat: 'residents' });
    await page.locator('.check--hall').waitFor();
    const size = (selector) =>
      page.locator(selector).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    assert.ok((await size('#heading')) >= 30, 'to be read from the back of a room');
    const fields = page.locator('.hall input');
    for (const [place, count] of ['2', '3', '9', '4', '1', 'x'].entries()) await fields.nth(place).fill(count);
    assert.equal(await page.locator('.hall__room').textContent(), 'Type numbers only.');
    await fields.nth(5).fill('');
    assert.equal(
      await page.locator('.hall__room').textContent(),
      'Answer of the meeting: Mostly (19 hands). Answers range from “Not yet” to “Yes, we can show it”.',
    );
    assert.deepEqual((await kept(page)).hands['found-together-1'], [2, 3, 9, 4, 1, 0]);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForFunction(() => location.hash === '#/check/2');
    for (const [place, count] of ['1', '', '', '1'].entries()) await fields.nth(place).fill(count);
    assert.equal(
      await page.locator('.hall__room').textContent(),
      'Answer of the meeting: Not yet (2 hands).',
      'two hands show no spread',
    );
    await open(page, `${host.url}#/check/result`);
    assert.ok((await page.locator('main').textContent()).includes(words('hall.split')));
    await open(page, `${host.url}#/check/1`);
    assert.equal(await page.getByText('Show the whole section on one page').count(), 0, 'one at a time');
  },
);

scenario(
  'a check goes from one phone to another as a file, and comes back without doubling',
  {},
  async (page, host, profile) => {
    await withSaved(page, HALL);
    await open(page, `${host.url}#/check/result`);
    const file = await fetched(page, 'Save as a file');
    const table = await fetched(page, 'Save as a table');
    assert.equal(table.text.trim().split('\r\n').length, 1 + 45 + 5);
    const read = async (on, text) => {
      await open(on, `${host.url}#/check`);
      await on
        .locator('#read-file')
        .setInputFiles({ name: 'ashar-check.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await on.waitForFunction(() => document.activeElement?.id === 'news');
      return on.locator('#news').textContent();
    };
    assert.match(await read(page, file.text), /is already here/);
    assert.equal((await shelf(page)).length, 2);
    await page.evaluate(() => localStorage.clear());
    const other = await profile.newPage();
    assert.match(await read(other, file.text), /1 check was added/);
    assert.equal((await kept(other)).name, 'Water for Ak-Bulak, in the hall');
    assert.match(
      await read(other, file.text.replace('"trust-1":"3"', '"trust-1":"9","weather-1":"2"')),
      /left it out: checks\.0\.items\.trust-1, weather-1/,
    );
    /** @type {[string, RegExp][]} */
    const damaged = [
      ['{"version":2,"che', /damaged or incomplete/],
      ['{"cases":[]}', /does not contain any checks/],
      ['{"version":7}', /newer version/],
      ['{"version":2,"checks":[]}', /no check in this file/],
    ];
    for (const [text, said] of damaged) assert.match(await read(other, text), said);
  },
);

scenario('storage that is cleared while a check runs costs nothing that was answered', {}, async (page, host) => {
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="2"]').check();
  await page.evaluate(() => localStorage.clear());
  await page.getByRole('link', { name: 'Next' }).click();
  await page.locator('input[name=one-purpose-1][value="3"]').check();
  assert.deepEqual((await kept(page)).items, { 'found-together-1': '2', 'one-purpose-1': '3' });
});

scenario(
  'when storage becomes full the check goes on in memory and says how to keep the answers',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="2"]').check();
    await page.evaluate(() => {
      Storage.prototype.setItem = function full() {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('link', { name: 'Next' }).click();
    await page.locator('input[name=one-purpose-1][value="3"]').check();
    assert.match(await page.locator('.keeping').textContent(), /save them as a file/);
    const notice = page.locator('.notice--unsafe');
    assert.ok((await notice.boundingBox()).y < 300, 'said where it is seen');
    await page.getByRole('link', { name: 'All answers' }).click();
    await page.getByRole('link', { name: 'See the result' }).click();
    const download = page.waitForEvent('download');
    await notice.getByRole('button', { name: 'Save as a file' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    assert.deepEqual(JSON.parse(text).checks[0].items, { 'found-together-1': '2', 'one-purpose-1': '3' });
  },
);

scenario('a newer version in another tab loses nothing to an older one', {}, async (page, host) => {
  await open(page, `${host.url}#/check/1`);
  const newer = '{"version":99,"shape":"new"}';
  await page.evaluate((text) => localStorage.setItem('ashar.check', text), newer);
  await page.locator('input[value="2"]').check();
  await page.locator('.notice--unsafe').filter({ hasText: 'A newer version' }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('ashar.check')), newer);
  const file = await fetched(page, 'Save as a file');
  assert.deepEqual(JSON.parse(file.text).checks[0].items, { 'found-together-1': '2' });
});

scenario(
  'a reload goes on in the check that was at hand, though another was begun later, and says which it is',
  {},
  async (page, host) => {
    await withSaved(page, HALL);
    await open(page, `${host.url}#/check`);
    await page.getByRole('button', { name: 'See the result so far Water for Ak-Bulak', exact: true }).click();
    await page.getByText(words('result.title')).waitFor();
    await page.goto(`${host.url}#/check/2`);
    await page.getByText('Statement 2 of 15').waitFor();
    await page.reload();
    await page.waitForSelector('html[data-ready="true"]');
    await page.getByText('Statement 2 of 15').waitFor();
    assert.equal(await page.locator('main p.small').first().textContent(), 'Water for Ak-Bulak');
    await page.locator('input[value="0"]').check();
    assert.equal((await shelf(page)).find(({ id }) => id === '11').items['one-purpose-1'], '0');
  },
);

scenario(
  'back after the beginning leads to the checks, and from a changed answer to its line in the list',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/check/new`);
    await begin(page, { name: 'Bathhouse' });
    await page.getByText('Statement 1 of 15').waitFor();
    await page.goBack();
    await page.locator('.shelf h3').filter({ hasText: 'Bathhouse' }).waitFor();
    await open(page, `${host.url}#/check/answers`);
    await page.getByRole('link', { name: 'Change answer 12:' }).click();
    await page.getByText('Statement 12 of 15').waitFor();
    await page.getByRole('link', { name: 'All answers' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'change-openness-1');
  },
);

scenario('a name stays while the person taps around in its field', {}, async (page, host) => {
  await open(page, `${host.url}#/check/new`);
  await page.locator('#fold-setup > summary').click();
  await page.locator('#setup-name').fill('Bathhouse');
  await page.locator('#setup-name').click();
  await page.locator('#setup-group').check();
  await page.locator('#setup-together').check();
  await page.getByRole('button', { name: words('check.begin') }).click();
  await page.getByText('Statement 1 of 15').waitFor();
  assert.equal((await kept(page)).name, 'Bathhouse');
});

scenario('the blank form prints whole: every statement with its boxes, and how to count', {}, async (page, host) => {
  await open(page, `${host.url}#/check/paper?stage=before&depth=full`);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.screen').first().isHidden());
  assert.equal(
    await page
      .locator('.paper tbody td:first-child')
      .evaluateAll((cells) => cells.filter((cell) => cell.parentElement.children.length === 7).length),
    45,
  );
  assert.deepEqual(
    await page.locator('.paper__score table').last().locator('tbody tr').first().locator('td').allTextContents(),
    ['0–107', '108–161', '162–215', '216–270'],
  );
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g).length;
  assert.ok(pages <= 5, `${pages} pages`);
});

for (const [depth, answers] of [
  ['quick', '32013021322?-32'],
  ['quick', '333333333332222'],
  ['quick', '123012301230123'],
  ['full', '3332221110003213?213?-3-?0??33322211123123123'],
  ['full', '322333233332333222333323332233323332232333323'],
]) {
  scenario(
    `the ${depth} form filled in as ${answers} and counted with its own tables says what the app says`,
    {},
    async (page, host) => {
      await open(page, `${host.url}#/check/paper?depth=${depth}`);
      const { words, whole } = await fill(page, [...answers]);
      assert.equal(words.length, 15);
      const ids = JSON.parse(SAVED).items;
      const asked = Object.keys(ids).flatMap((id) =>
        depth === 'full' ? [1, 2, 3].map((n) => id.replace(/1$/, String(n))) : [id],
      );
      const items = Object.fromEntries(asked.map((id, place) => [id, answers[place]]));
      await page.evaluate(
        (text) => localStorage.setItem('ashar.check', text),
        JSON.stringify({ version: 2, checks: [{ id: '1', depth, items }] }),
      );
      await open(page, `${host.url}#/check/result`);
      const bands = await page.locator('.bands tbody td > span').allTextContents();
      assert.deepEqual(
        bands.map((band) => (/^(Start here|Taking shape|In place)$/.test(band) ? band : null)),
        words,
      );
      const verdict = page.locator('.verdict__band');
      assert.equal((await verdict.count()) ? await verdict.textContent() : null, whole);
    },
  );
}

scenario('name and settings of a check are kept at once, and the statements follow', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check/setup`);
  await page.locator('#setup-name').fill('Bathhouse');
  await page.locator('#setup-before').check();
  await page.locator('#setup-full').check();
  await page.getByRole('link', { name: 'Back to your checks' }).click();
  await page.locator('.shelf h3').filter({ hasText: 'Bathhouse' }).waitFor();
  assert.match(await page.locator('.shelf').textContent(), /Not working together yet · Full.*15 of 45 answered/s);
  await open(page, `${host.url}#/check/2`);
  assert.match(await heading(page), /^We have agreed/);
});

scenario(
  'the short print of a result is one page, and the long one has the blocks to read aloud',
  {},
  async (page, host) => {
    // The most that can stand there: a weak hall with every warning sign and a long plan.
    const most = JSON.parse(HALL);
    const hall = most.checks[1];
    hall.flags = { election: true, 'one-purse': true, 'hidden-figures': true, family: true, fear: true };
    for (const id of Object.keys(hall.items)) hall.items[id] = id.endsWith('1') ? '2' : '0';
    hall.plan = Array.from({ length: 3 }, () => ({
      text: 'Write down the share of each side, and agree what work is worth. '.repeat(4),
      who: 'ayil okmot',
      by: '2027-01-01',
    }));
    await withSaved(page, JSON.stringify(most));
    await page.addInitScript(() => {
      window.print = () => {
        window.printed = document.documentElement.hasAttribute('data-short');
      };
    });
    await open(page, `${host.url}#/check/result`);
    await page
      .getByRole('button', { name: words('result.print-short') })
      .first()
      .click();
    assert.equal(await page.evaluate(() => window.printed), true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(
      await page.evaluate(() => document.documentElement.hasAttribute('data-short')),
      false,
      'the screen is as before',
    );
    const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g).length;
    const whole = await pages();
    await page.evaluate(() => document.documentElement.setAttribute('data-short', ''));
    assert.equal(await pages(), 1);
    assert.ok(whole > 1);
  },
);

scenario('answers are given by the keyboard alone, and the focus stays where they are', {}, async (page, host) => {
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[type=radio]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value), '2');
  assert.equal((await kept(page)).items['found-together-1'], '2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/check/2');
});

scenario('a warning sign alone is enough for its advice', {}, async (page, host) => {
  await open(page, `${host.url}#/check/flags`);
  await page.locator('input[name=flag-fear][value=yes]').check();
  await open(page, `${host.url}#/check/result`);
  assert.match(await page.locator('.notice--advice').textContent(), /Safety/);
});

scenario('where saving is refused the check goes on in memory and says so', {}, async (page, host) => {
  await refuse(page);
  await open(page, `${host.url}#/check/1`);
  await page.locator('input[value="2"]').check();
  assert.match(await page.locator('.keeping').textContent(), /does not allow saving/);
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByRole('link', { name: 'Back' }).click();
  assert.ok(await page.locator('input[value="2"]').isChecked());
});

scenario('answers saved by version 1 open', {}, async (page, host) => {
  await withSaved(page, readFileSync(new URL('../fixtures/saved-v1.json', import.meta.url), 'utf8'));
  await open(page, `${host.url}#/check`);
  assert.match(await page.locator('main').textContent(), /\d+ of 15 answered/);
});

for (const [what, text] of [
  ['garbage', '{"version":1,"items":{"trust-1'],
  ['a later version', '{"version":99,"shape":"new"}'],
]) {
  scenario(`saved answers that are ${what} are set aside and offered as a file`, {}, async (page, host) => {
    await withSaved(page, text);
    await open(page, `${host.url}#/check`);
    assert.match(await page.locator('main [role=alert]').textContent(), /cannot read/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save them as a file' }).click();
    assert.equal(readFileSync(await (await download).path(), 'utf8'), text);
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="1"]').check();
    await open(page, `${host.url}#/check`);
    assert.equal(await page.evaluate(() => localStorage.getItem('ashar.check.set-aside')), text);
    assert.match(await page.locator('main').textContent(), /1 of 15 answered/);
  });
}

scenario('in a sandboxed frame the app runs, with its style, from memory', {}, async (page, host) => {
  const partner = await serve(DIST, {
    on: (request, response, path) => {
      if (path !== '/partner') return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Partner</title>
        <link rel=icon href=data:,><iframe sandbox="allow-scripts" src="${host.url}#/check/1" width="360" height="700"></iframe>`);
      return true;
    },
  });
  try {
    await page.goto(`${partner.origin}/partner`);
    const frame = page.frameLocator('iframe');
    await frame.locator('input[value="3"]').check();
    assert.match(await frame.locator('.keeping').textContent(), /does not allow saving/);
    await frame.getByRole('link', { name: 'Next' }).click();
    await frame.locator('.progress').filter({ hasText: 'Statement 2 of 15' }).waitFor();
    const band = await frame.locator('.top').evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.notEqual(band, 'rgba(0, 0, 0, 0)', 'the style has arrived');
  } finally {
    await partner.close();
  }
});

scenario('inside a frame of another site the check works and says that nothing is saved', {}, async (page, host) => {
  const partner = await serve(DIST, {
    on: (request, response, path) => {
      if (path !== '/partner') return false;
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<!doctype html><title>Partner</title><link rel=icon href=data:,><iframe src="${host.url}#/check/1" width="360" height="700"></iframe>`,
        );
      return true;
    },
  });
  try {
    // 127.0.0.1 and localhost are two sites.
    await page.goto(`${partner.origin.replace('localhost', '127.0.0.1')}/partner`);
    const frame = page.frameLocator('iframe');
    await frame.locator('input[value="3"]').check();
    assert.match(await frame.locator('.keeping').textContent(), /does not allow saving/);
    await frame.getByRole('link', { name: 'Next' }).click();
    await frame.locator('.progress').filter({ hasText: 'Statement 2 of 15' }).waitFor();
  } finally {
    await partner.close();
  }
});

scenario(
  'a whole check can be done with the keyboard alone',
  { context: { viewport: PHONE, hasTouch: false } },
  async (page, host) => {
    await open(page, `${host.url}#/check/15`);
    await page.locator('input[type=radio]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal((await kept(page)).items['turnover-1'], '2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#/check/flags');
    await page.waitForFunction(() => document.activeElement?.id === 'heading');
  },
);

scenario('a day is not called wrong while its year is typed, but when it is left so', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check/plan`);
  const day = page.locator('#plan-again');
  const fault = page.getByText('Write the date as year, month, day');
  await day.fill('0002-03-28');
  assert.equal(await day.getAttribute('aria-invalid'), null);
  assert.equal(await fault.count(), 0);
  await day.press('Shift+Tab');
  await page.locator('#plan-what-2').focus();
  await fault.waitFor();
  assert.equal(await day.getAttribute('aria-invalid'), 'true');
  await day.fill('2027-03-28');
  await fault.waitFor({ state: 'detached' });
});

/** What a browser does to a page that it translates: every text stands in elements of its own from then on. */
const translate = (page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const text = /** @type {Text} */ (texts.currentNode);
      if (text.data.trim()) found.push(text);
    }
    for (const text of found) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      inner.textContent = text.data;
      text.replaceWith(outer);
    }
  });
const full = (page) =>
  page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });

/** @type {[string, (page: import('playwright-core').Page) => Promise<void>][]} */
const TRANSLATORS = [
  ['text by text', translate],
  [
    'line by line',
    (page) =>
      page.evaluate(() => {
        for (const line of document.querySelectorAll('.keeping')) {
          const font = document.createElement('font');
          font.textContent = line.textContent;
          line.firstChild.replaceWith(font);
        }
      }),
  ],
];
for (const [how, replace] of TRANSLATORS) {
  scenario(`a page that the browser has translated ${how} says what became of the answers`, {}, async (page, host) => {
    await open(page, `${host.url}#/check/1`);
    await replace(page);
    await page.locator('input[value="2"]').check();
    await page.locator('.keeping').getByText(words('keeping.kept')).waitFor();
    await replace(page);
    await full(page);
    await page.locator('input[value="1"]').check();
    await page.locator('.keeping').getByText('does not allow saving').waitFor();
    assert.ok(!(await page.locator('.keeping').textContent()).includes(words('keeping.kept')));
    await page.locator('.notice--unsafe').getByText('does not allow saving').waitFor();
  });
}

scenario('on a translated page checks are erased, brought back and begun as on any other', {}, async (page, host) => {
  await withSaved(page, HALL);
  await open(page, `${host.url}#/check`);
  await translate(page);
  await page.getByRole('button', { name: 'Erase Water for Ak-Bulak', exact: true }).tap();
  await translate(page);
  await page.getByRole('button', { name: 'Yes, erase' }).tap();
  await page.locator('#news').getByText('erased').waitFor();
  assert.deepEqual(await page.locator('.shelf h3').allTextContents(), ['Water for Ak-Bulak, in the hall']);
  await translate(page);
  await page.getByRole('button', { name: 'Bring it back' }).tap();
  await page.locator('#news').getByText('It is back.').waitFor();
  assert.equal(await page.locator('.shelf h3').count(), 2);
  await page.getByRole('link', { name: words('shelf.new') }).click();
  await page.getByRole('button', { name: words('check.begin') }).waitFor();
  await translate(page);
  await page.getByRole('button', { name: words('check.begin') }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'faults');
  await translate(page);
  await page.locator('#setup-group').check();
  await page.getByRole('button', { name: words('check.begin') }).click();
  await page.waitForFunction(() => document.querySelectorAll('#faults a').length === 1);
  assert.equal(await page.locator('#faults a').textContent(), words('setup.stage-fault'));
  await page.locator('#setup-before').check();
  await page.getByRole('button', { name: words('check.begin') }).click();
  await page.getByText('Statement 1 of 15').waitFor();
  assert.equal((await shelf(page)).length, 3);
});

scenario('half a day takes nothing away from a day that is being changed', {}, async (page, host) => {
  await withSaved(page, SAVED);
  await open(page, `${host.url}#/check/plan`);
  await page.locator('#plan-by-0').fill('2027-03-28');
  assert.equal((await kept(page)).plan[0].by, '2027-03-28');
  await page.locator('#plan-by-0').focus();
  await page.keyboard.press('Backspace');
  assert.equal((await kept(page)).plan[0]?.by ?? '', '', 'half a day is none');
  await page.keyboard.type('04');
  assert.equal(await page.locator('#plan-by-0').inputValue(), '2027-04-28');
  assert.equal((await kept(page)).plan[0].by, '2027-04-28');
});

scenario('on a translated page the next statement takes the place of the one before', {}, async (page, host) => {
  await open(page, `${host.url}#/check/1`);
  const first = await heading(page);
  await translate(page);
  await page.locator('input[value="2"]').check();
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByText('Statement 2 of 15').waitFor();
  assert.notEqual(await heading(page), first);
  assert.equal(await page.locator('input:checked').count(), 0);
  await translate(page);
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByText('Statement 1 of 15').waitFor();
  assert.equal(await heading(page), first);
  assert.ok(await page.locator('input[value="2"]').isChecked());
});
