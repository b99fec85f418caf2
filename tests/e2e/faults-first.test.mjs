// A first visit, in which something is cut off, changed or replaced on its way.
//
// Not here: what `first.test.mjs`, `offline.test.mjs` and `parts.test.mjs` already ask.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CUT,
  FILES,
  NEEDED,
  PAGE,
  PORTAL,
  SHORT,
  WRONG,
  alive,
  looked,
  network,
  portal,
  ready,
  settled,
  stop,
  stored,
  wrong,
} from './faults.mjs';
import { DIST, kept, open, scenario, shown, until, versions } from './scenario.mjs';

for (const [file, { at = '', button, then }] of Object.entries(NEEDED)) {
  for (const [what, fault] of Object.entries({ ...CUT, ...PORTAL, ...WRONG, ...SHORT })) {
    scenario(
      `first visit: when ${file} ${what} there is a way on, and it leads on once the fault is gone`,
      { expects: /./ },
      async (page) => {
        await network(async (host, net) => {
          Object.assign(net, { fault, on: FILES[file] });
          await page.goto(host.url + at);
          const way = page.getByRole('button', { name: button });
          await way.waitFor();
          await alive(page);
          net.fault = null;
          await way.click();
          await ready(page);
          await page.locator(then).first().waitFor();
          await stored(page);
        });
      },
    );
  }
}

for (const file of ['the icon', 'the manifest', 'the worker']) {
  for (const [what, fault] of Object.entries({ ...CUT, ...PORTAL, ...WRONG })) {
    // A host says that a page for the worker has not changed, and the browser then takes what it had: nothing that we could do.
    if (file === 'the worker' && what in WRONG) continue;
    scenario(
      `first visit: when ${file} ${what} the app answers, and a later visit keeps it on the phone`,
      { expects: /./ },
      async (page) => {
        await network(async (host, net) => {
          Object.assign(net, { fault, on: FILES[file] });
          await open(page, host.url);
          await alive(page);
          assert.match(await looked(page), /none|redundant/);
          assert.deepEqual(await versions(page), []);
          net.fault = null;
          await open(page, host.url);
          await stored(page);
        });
      },
    );
  }
}

for (const [what, fault] of Object.entries({ ...CUT, ...PORTAL, ...WRONG })) {
  scenario(
    `first visit: when the page ${what} while the worker fetches it, it is not kept`,
    { expects: /./ },
    async (page) => {
      await network(async (host, net) => {
        const forWorker = (request, response) =>
          request.headers['sec-fetch-dest'] === 'empty' && fault(request, response);
        Object.assign(net, { fault: forWorker, on: PAGE });
        await open(page, host.url);
        assert.match(await looked(page), /none|redundant/);
        net.fault = null;
        await open(page, host.url);
        await stored(page);
      });
    },
  );
}

scenario(
  'first visit: when the text of the cases comes at a second try, the phone keeps everything in the same visit',
  { expects: /./ },
  async (page) => {
    await network(async (host, net) => {
      Object.assign(net, { fault: CUT['is cut off before it begins'], on: FILES['the text of the cases'] });
      await open(page, `${host.url}#/`);
      await page.locator('input[type=search]').fill('irrigation');
      await page.getByText('could not be loaded').waitFor();
      await until(
        page,
        async () => !(await navigator.serviceWorker.getRegistration()) && !(await caches.keys()).length,
      );
      net.fault = null;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('could not be loaded').waitFor({ state: 'detached' });
      await kept(page);
    });
  },
);

for (const [what, fault] of Object.entries({ ...CUT, ...PORTAL, ...WRONG })) {
  scenario(
    `first visit: when the word list ${what} the search does without, and a later visit finds more`,
    { expects: /./ },
    async (page) => {
      await network(async (host, net) => {
        const address = `${host.url}#/?q=${encodeURIComponent('ФАП')}`;
        Object.assign(net, { fault, on: FILES['the word list'] });
        const over = ['requestfinished', 'requestfailed'].map((event) =>
          page.waitForEvent(event, (request) => FILES['the word list'].test(request.url())),
        );
        await Promise.all([Promise.any(over), open(page, address)]);
        await alive(page);
        const before = (await shown(page)).length;
        net.fault = null;
        await open(page, address);
        await page.waitForFunction((count) => document.querySelectorAll('[data-case]').length > count, before);
      });
    },
  );
}

// What can happen to the page itself: at which byte, and for which address; whether the app starts all the same, or else a
// notice must say that it does not.
const html = readFileSync(join(DIST, 'index.html'), 'latin1');
const at =
  (text, after = 0) =>
  () =>
    html.indexOf(text) + text.length + after;
const HEAD = at('<style', 9000);
const LIST = () => html.lastIndexOf('data-case=');
const DATA = at('id=data-core>', 5000);
const DEEP = '#/check/1';
/** @type {[string, Answer, string, { starts?: boolean }][]} */
const PAGES = [
  ['has a wrong byte in its first script', wrong(at('<script>', 20)), '', { starts: true }],
  ['has a wrong byte in its first script, at a deep address', wrong(at('<script>', 20)), DEEP, { starts: true }],
  ['has a wrong byte in the script that starts the app', wrong(at('<script type=module>', 20)), '', {}],
  [
    'has a wrong byte in the script that starts the app, at a deep address',
    wrong(at('<script type=module>', 20)),
    DEEP,
    {},
  ],
  ['has a wrong byte in its style', wrong(HEAD), '', { starts: true }],
  ['has a wrong byte in its list', wrong(LIST), '', { starts: true }],
  ['has a wrong byte in its list of files', wrong(at('id=data-files>')), '', {}],
  ['has a wrong byte in the data that it begins with', wrong(at('id=data-core>')), '', {}],
  ['has a wrong byte in its texts, at a deep address', wrong(at('id=data-messages>')), DEEP, {}],
];
for (const [what, fault, address, { starts = false }] of PAGES) {
  scenario(
    `first visit: when the page ${what}, there is a way on, and loading it again brings the app`,
    { expects: /./ },
    async (page) => {
      await network(async (host, net) => {
        Object.assign(net, { fault, on: PAGE });
        const own = (request) => request.isNavigationRequest() && request.url() === host.url;
        const over = ['requestfinished', 'requestfailed'].map((event) => page.waitForEvent(event, own));
        await page.goto(host.url + address, { waitUntil: 'commit' });
        await Promise.any(over);
        if (starts) await ready(page);
        else await page.locator('#failure').waitFor();
        await alive(page);
        net.fault = null;
        if (starts) await page.reload({ waitUntil: 'commit' });
        else await page.getByRole('button', { name: 'Load again' }).click();
        await ready(page);
      });
    },
  );
}

for (const [where, place, address, sign] of [
  ['in the list', LIST, '', '[data-case]'],
  ['in the list, at a deep address', LIST, DEEP, '#opening'],
  ['in its data', DATA, '', '[data-case]'],
  ['in its data, at a deep address', DATA, DEEP, '#opening'],
]) {
  scenario(
    `first visit: when the page breaks off ${where}, what has come stays with a way on, and loading it again brings the app`,
    { expects: /./ },
    async (page) => {
      await network(async (host, net) => {
        let breakOff;
        Object.assign(net, {
          fault: stop(place, (act) => {
            breakOff = act;
          }),
          on: PAGE,
        });
        await page.goto(host.url + address, { waitUntil: 'commit' });
        await page.locator(sign).first().waitFor();
        await Promise.all([page.waitForEvent('requestfailed'), breakOff()]);
        await alive(page);
        net.fault = null;
        await page.reload({ waitUntil: 'commit' });
        await ready(page);
      });
    },
  );
}

for (const [what, fault, stages] of /** @type {[string, Answer, number[]][]} */ ([
  ['is cut off', CUT['is cut off before it begins'], [1, 2, 3, 5, 7]],
  // As long as the worker has not begun: what a portal can do to what that fetches is asked above.
  ['becomes a captive portal', portal, [1, 2]],
])) {
  for (const stage of stages) {
    scenario(
      `first visit: when the network ${what} after ${stage} answers there is a way on, and a later visit is whole`,
      { expects: /./ },
      async (page) => {
        await network(async (host, net) => {
          let answers = 0;
          net.fault = (request, response, path) => {
            answers += 1;
            return answers > stage && fault(request, response, path);
          };
          await page.goto(host.url);
          await settled(page);
          await alive(page);
          if (await page.locator('html[data-ready="true"]').count()) await looked(page);
          net.fault = null;
          await page.reload();
          await ready(page);
          assert.equal((await shown(page)).length, 25);
          await stored(page);
        });
      },
    );
  }
}

scenario(
  'first visit: what was typed before the program failed is searched for when it comes',
  { expects: /./ },
  async (page) => {
    await network(async (host, net) => {
      Object.assign(net, { fault: CUT['is cut off before it begins'], on: FILES['the program'] });
      await page.goto(host.url);
      await page.locator('#failure').waitFor();
      await page.locator('input[type=search]').fill('irrigation');
      net.fault = null;
      await page.getByRole('button', { name: 'Load again' }).click();
      await ready(page);
      await page.waitForFunction(() => document.querySelectorAll('[data-case]').length < 25);
      assert.equal(await page.locator('input[type=search]').inputValue(), 'irrigation');
    });
  },
);

for (const [file, address] of [
  ['the script', ''],
  ['the program', ''],
  ['the pages of the cases', ''],
  ['the text of the cases', ''],
  ['the script', DEEP],
  ['the program', DEEP],
  ['the text of the cases', DEEP],
  ['the check', DEEP],
  ['the statements of the check', DEEP],
]) {
  scenario(
    `first visit: while ${file} neither comes nor fails there is a way on${address && ', also at a deep address'}`,
    {},
    async (page) => {
      await network(async (host, net) => {
        const asked = new Promise((done) => {
          net.fault = () => {
            done();
            return true;
          };
        });
        net.on = FILES[file];
        await page.goto(host.url + address, { waitUntil: 'commit' });
        await asked;
        await page
          .locator(address ? '#opening, [role=status]' : '[data-case]')
          .filter({ visible: true })
          .first()
          .waitFor();
        await alive(page);
      });
    },
  );
}
