// A phone whose store is emptied or full, whose clock is wrong, or whose network wants to be paid first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FILES,
  NEEDED,
  alive,
  answers,
  gone,
  looked,
  network,
  offer,
  portal,
  ready,
  stored,
  updating,
  whole,
} from './faults.mjs';
import { DIST, HALL, open, scenario, shown, until, versions, withSaved } from './scenario.mjs';
import { words } from './words.mjs';

scenario('sixty reloads in a row change nothing', {}, async (page) => {
  await updating(page, async ({ old }) => {
    const state = () =>
      page.evaluate(async () => {
        const counts = await Promise.all(
          (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
        );
        return [
          JSON.parse(localStorage.getItem('ashar.check')).checks.map(({ items }) => items),
          localStorage.length,
          counts,
          history.length,
        ];
      });
    const before = await state();
    for (let times = 1; times <= 60; times += 1) {
      await page.reload({ waitUntil: 'commit' });
      await ready(page);
      assert.ok(await page.locator('input[value="2"]').isChecked(), `after ${times} reloads`);
      assert.deepEqual(await versions(page), [old]);
    }
    assert.deepEqual(await state(), before);
    await whole(page);
  });
});

scenario('twenty visits, each broken off by the next, change nothing', { expects: /./ }, async (page) => {
  await updating(page, async ({ host, old }) => {
    for (let times = 1; times <= 20; times += 1)
      await page.goto(`${host.url}?${times}#/check/1`, { waitUntil: 'commit' });
    await ready(page);
    assert.ok(await page.locator('input[value="2"]').isChecked());
    assert.deepEqual(await versions(page), [old]);
    await whole(page);
  });
});

for (const [when, moment, day] of [
  ['in 1970', '1970-01-01T03:00:00Z', '1 January 1970'],
  ['in 2090', '2090-06-01T10:00:00Z', '1 June 2090'],
  ['beyond the calendar', '2150-06-01T10:00:00Z', null],
]) {
  scenario(
    `with a clock ${when} a check is answered, resumed and planned, and its days are kept`,
    { context: { timezoneId: 'Asia/Bishkek' } },
    async (page, host) => {
      await page.clock.setSystemTime(moment);
      await open(page, `${host.url}#/check/new`);
      for (const id of ['together', 'group']) await page.locator(`#setup-${id}`).check();
      await page.locator('#fold-setup > summary').click();
      await page.locator('#setup-name').fill('Bathhouse');
      await page.getByRole('button', { name: words('check.begin') }).click();
      await page.locator('input[value="2"]').check();
      await page.getByRole('link', { name: 'Next' }).click();
      await page.locator('input[name=one-purpose-1][value="1"]').check();
      await open(page, `${host.url}#/check/plan`);
      await page.locator('#plan-what-0').fill('Visit the school.');
      await page.locator('#plan-by-0').fill('2027-03-28');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: words('plan.calendar') }).click();
      const calendar = readFileSync(await (await download).path(), 'utf8');
      assert.match(calendar, /^BEGIN:VCALENDAR\r\n.*DTSTART;VALUE=DATE:20270328\r\n.*END:VCALENDAR\r\n$/s);
      assert.match(calendar, new RegExp(`DTSTAMP:${moment.slice(0, 4)}\\d{4}T\\d{6}Z\r\n`));
      // The clock is set right, and another window opened.
      await page.clock.setSystemTime('2026-11-28T10:00:00Z');
      await page.evaluate(() => sessionStorage.clear());
      await open(page, `${host.url}#/check/2`);
      assert.ok(await page.locator('input[name=one-purpose-1][value="1"]').isChecked());
      await open(page, `${host.url}#/check`);
      const shelf = await page.locator('.shelf').textContent();
      assert.match(shelf, /Bathhouse.*2 of 15 answered/s);
      if (day) assert.ok(shelf.includes(day), shelf);
      await page.getByText('Visit the school. – 28 March 2027').waitFor();
    },
  );
}

scenario(
  'with a clock that was set back a new window goes on with the check that was answered last',
  {},
  async (page, host) => {
    await withSaved(page, HALL);
    await page.clock.setSystemTime('1970-01-01T03:00:00Z');
    await open(page, `${host.url}#/check`);
    await page.getByRole('button', { name: 'See the result so far Water for Ak-Bulak', exact: true }).click();
    await page.getByText(words('result.title')).waitFor();
    await open(page, `${host.url}#/check/2`);
    await page.locator('input[value="0"]').check();
    await page.evaluate(() => sessionStorage.removeItem('ashar.check.here'));
    await open(page, `${host.url}#/check/2`);
    assert.equal(await page.locator('main p.small').first().textContent(), 'Water for Ak-Bulak');
  },
);

/** Lets so many things be kept, and no more until there is room again. */
const room = (page, writes) =>
  page.evaluate((most) => {
    window.room ??= { setItem: Storage.prototype.setItem };
    window.room.left = most;
    Storage.prototype.setItem = function full(...given) {
      if (window.room.left <= 0) throw new DOMException('full', 'QuotaExceededError');
      if (this === localStorage) window.room.left -= 1;
      window.room.setItem.apply(this, given);
    };
  }, writes);
const STATEMENTS = ['found-together-1', 'one-purpose-1', 'trust-1', 'backing-1'];

for (const writes of [0, 1, 2, 3]) {
  scenario(
    `when the phone is full after ${writes} answers all are there, it says so, and keeps them once there is room`,
    {},
    async (page, host) => {
      await open(page, `${host.url}#/check/1`);
      // Every answer, and going on to the next statement, is kept by itself.
      await room(page, 2 * writes);
      for (const [place, name] of STATEMENTS.entries()) {
        await page.locator(`input[name=${name}][value="2"]`).check();
        assert.equal(await page.locator('.notice--unsafe').count(), place < writes ? 0 : 1, name);
        await page.getByRole('link', { name: 'Next' }).click();
      }
      await page.getByRole('link', { name: 'All answers' }).click();
      await page.getByText('4 of 15 answered').waitFor();
      await room(page, 100);
      await page.getByRole('link', { name: 'Change answer 5:' }).click();
      await page.locator('input[name=rules-1][value="3"]').check();
      assert.equal(await page.locator('.notice--unsafe').count(), 0);
      assert.deepEqual(await answers(page), [
        { ...Object.fromEntries(STATEMENTS.map((name) => [name, '2'])), 'rules-1': '3' },
      ]);
    },
  );
}

scenario(
  'when the phone is full, what was erased comes back all the same and is kept once there is room',
  {},
  async (page, host) => {
    await withSaved(page, HALL);
    await open(page, `${host.url}#/check`);
    await page.getByRole('button', { name: 'Erase everything' }).tap();
    await page.getByRole('button', { name: 'Yes, erase' }).tap();
    await room(page, 0);
    await page.getByRole('button', { name: 'Bring it back' }).tap();
    await page.getByText('It is back.').waitFor();
    await page.locator('.notice--unsafe').waitFor();
    await room(page, 100);
    await page
      .getByRole('button', { name: words('check.go-on') })
      .first()
      .click();
    await page.waitForFunction(() => JSON.parse(localStorage.getItem('ashar.check') ?? '{}').checks?.length === 2);
  },
);

/** A worker for which the phone does something else, from the beginning or once it is told `now`; maybe one of a newer version. */
const inWorker =
  (what, { from = 'now', version = '$&', script = '$&' } = {}) =>
  (request, response) => {
    const code = readFileSync(join(DIST, 'sw.js'), 'utf8')
      .replace(/VERSION\s*=\s*(['"])[^'"]*\1/, version)
      .replace(/(?<="text\/html",")[^"]*/, script);
    response
      .writeHead(200, { 'content-type': 'text/javascript' })
      .end(
        `let now=${from === 'start'};self.addEventListener('message',({data})=>{now||=data==='now'});${what};${code}`,
      );
    return true;
  };
const FULL =
  "Cache.prototype.put=((put)=>function(...given){return now?Promise.reject(new DOMException('full','QuotaExceededError')):put.apply(this,given)})(Cache.prototype.put)";
const BROKEN =
  "CacheStorage.prototype.open=((open)=>function(...given){return now?Promise.reject(new DOMException('broken','UnknownError')):open.apply(this,given)})(CacheStorage.prototype.open)";
const now = (page) => page.evaluate(() => navigator.serviceWorker.controller.postMessage('now'));

scenario(
  'when the phone has no room for the app, it runs from the network, says so, and is kept once there is room',
  {},
  async (page) => {
    await network(async (host, net) => {
      Object.assign(net, { fault: inWorker(FULL, { from: 'start' }), on: FILES['the worker'] });
      await open(page, `${host.url}#/check/1`);
      await page.locator('input[value="2"]').check();
      assert.match(await looked(page), /none|redundant/);
      assert.deepEqual(await versions(page), []);
      await open(page, `${host.url}#/offline`);
      await page.locator('.notice').filter({ hasText: 'not stored' }).waitFor();
      net.fault = null;
      await open(page, `${host.url}#/check/1`);
      await stored(page);
      assert.ok(await page.locator('input[value="2"]').isChecked());
    });
  },
);

scenario(
  'when the phone has no room for a part, it is shown all the same, and said not to be stored',
  {},
  async (page) => {
    await network(async (host, net) => {
      Object.assign(net, { fault: inWorker(FULL), on: FILES['the worker'] });
      await open(page, host.url);
      await stored(page);
      await now(page);
      await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
      await page.getByRole('heading', { name: 'Are we ready' }).waitFor();
      await page.goto(`${host.url}#/offline`);
      await page.locator('#rest li').filter({ hasText: 'the readiness check' }).waitFor();
      await page.getByRole('button', { name: 'Store everything now' }).click();
      await page
        .locator('.notice')
        .filter({ hasText: /is stored on this device/ })
        .waitFor();
      await page.locator('#rest li').filter({ hasText: 'the readiness check' }).waitFor();
    });
  },
);

scenario('when the phone has no room for a newer version, the old one stays whole', {}, async (page) => {
  await network(async (host, net) => {
    await open(page, `${host.url}#/check/1`);
    await stored(page);
    await page.locator('input[value="2"]').check();
    const [old] = await versions(page);
    net.on = FILES['the worker'];
    net.fault = inWorker(FULL, { from: 'start', version: "VERSION='newer'" });
    assert.equal(await looked(page), 'redundant');
    assert.deepEqual(await versions(page), [old]);
    await open(page, `${host.url}#/check/1`);
    assert.ok(await page.locator('input[value="2"]').isChecked());
    await whole(page);
  });
});

scenario(
  'when the phone is full and a newer version cannot start, the one before it comes back',
  { expects: /./ },
  async (page) => {
    await updating(page, async ({ host, net }) => {
      const script = 'ashar-000000000000.js';
      const worker = inWorker(FULL, { version: "VERSION='newer'", script });
      const nameless = (request, response) => {
        const html = readFileSync(join(DIST, 'index.html'), 'utf8').replace(/ashar-[0-9a-f]{12}\.js/g, script);
        response.writeHead(200, { 'content-type': 'text/html' }).end(html);
        return true;
      };
      Object.assign(net, {
        on: /^\/(sw\.js)?$/,
        fault: (request, response) => (request.url === '/' ? nameless : worker)(request, response),
      });
      await looked(page);
      await offer(page).waitFor();
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting.postMessage('now'));
      await Promise.all([page.waitForEvent('load'), offer(page).click()]);
      await ready(page);
      assert.ok(await page.locator('input[value="2"]').isChecked());
      await open(page, `${host.url}#/check/1`);
    });
  },
);

scenario(
  'when what the phone has stored cannot be read, the app comes from the network',
  { expects: /./ },
  async (page) => {
    await network(async (host, net) => {
      Object.assign(net, { fault: inWorker(BROKEN), on: FILES['the worker'] });
      await open(page, `${host.url}#/check/1`);
      await stored(page);
      await page.locator('input[value="2"]').check();
      await now(page);
      await open(page, `${host.url}#/check/1`);
      assert.ok(await page.locator('input[value="2"]').isChecked());
    });
  },
);

/** Clears what the phone has stored: all of it, or the files with these paths. */
const wipe = (page, file = /./) =>
  page.evaluate(
    async ([source]) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys())
          if (new RegExp(source).test(new URL(url).pathname)) await cache.delete(url);
        if (!(await cache.keys()).length) await caches.delete(name);
      }
    },
    [file.source],
  );

scenario(
  'when the store is emptied, an open check goes on without a network, and a visit with one brings the answers back',
  { expects: /./ },
  async (page) => {
    await updating(page, async ({ host, net }) => {
      await wipe(page);
      gone(net);
      await page.getByRole('link', { name: 'Next' }).click();
      await page.locator('input[name=one-purpose-1][value="3"]').check();
      await page.getByRole('link', { name: 'About', exact: true }).first().click();
      await page.getByRole('heading', { name: words('later.title') }).waitFor();
      await alive(page);
      net.fault = null;
      await open(page, `${host.url}#/check/2`);
      assert.ok(await page.locator('input[name=one-purpose-1][value="3"]').isChecked());
      assert.deepEqual(await answers(page), [{ 'found-together-1': '2', 'one-purpose-1': '3' }]);
    });
  },
);

scenario('when the store is emptied, the next visit with a network fills it again', { expects: /./ }, async (page) => {
  await updating(page, async ({ host }) => {
    await wipe(page);
    await open(page, host.url);
    // The worker may still be at it.
    await until(page, async () => Boolean(await caches.match('manifest.webmanifest')));
    await until(page, async () => Boolean(await caches.match('./')));
    await whole(page);
  });
});

for (const file of ['the script', 'the program', 'the pages of the cases', 'the text of the cases']) {
  scenario(
    `when ${file} is lost from the store, the page says so without a network, and all is there with one`,
    { expects: /./ },
    async (page, _, profile) => {
      await updating(page, async ({ host, net }) => {
        const { at: address = '', button, then } = NEEDED[file];
        await wipe(page, FILES[file]);
        // Not from the browser's own store of what it has fetched either.
        const session = await profile.newCDPSession(page);
        await session.send('Network.clearBrowserCache');
        gone(net);
        await page.goto('about:blank');
        await page.goto(host.url + address);
        await page.getByRole('button', { name: button }).waitFor();
        await alive(page);
        net.fault = null;
        await page.getByRole('button', { name: button }).click();
        await ready(page);
        await page.locator(then).first().waitFor();
        await open(page, `${host.url}#/check/1`);
        assert.ok(await page.locator('input[value="2"]').isChecked());
      });
    },
  );
}

scenario(
  'when a captive portal answers everything after a first visit, the app is as it was, and a part not yet there is said to be missing',
  { expects: /MIME|Failed to fetch|registration|script/i },
  async (page) => {
    await updating(page, async ({ host, net, old }) => {
      Object.assign(net, { fault: portal, on: /./ });
      assert.equal(await looked(page), 'activated');
      await open(page, `${host.url}#/?q=irrigation`);
      assert.ok((await shown(page)).length < 25);
      await open(page, `${host.url}#/check/1`);
      assert.ok(await page.locator('input[value="2"]').isChecked());
      await open(page, `${host.url}#/about`);
      await page.getByRole('heading', { name: words('later.title') }).waitFor();
      await alive(page);
      await open(page, `${host.url}#/offline`);
      await page
        .locator('.notice')
        .filter({ hasText: /is stored on this device/ })
        .waitFor();
      assert.deepEqual(await versions(page), [old]);
      await whole(page);
      net.fault = null;
      await open(page, `${host.url}#/about`);
      await page.getByRole('heading', { name: 'About Ashar' }).waitFor();
    });
  },
);

scenario('when a captive portal answers everything on a first visit, nothing of it stays', {}, async (page) => {
  await network(async (host, net) => {
    net.fault = portal;
    await page.goto(host.url);
    await page.getByRole('heading', { name: 'Pay here' }).waitFor();
    net.fault = null;
    await page.reload();
    await ready(page);
    assert.equal((await shown(page)).length, 25);
    await stored(page);
  });
});
