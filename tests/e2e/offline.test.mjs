// Without a network, with a new version, and when the app cannot start.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DIST, SCREENS, kept, open, scenario, until, versions } from './scenario.mjs';
import { serve } from './server.mjs';
import { words } from './words.mjs';

/** Has the browser try a worker, and tells what became of it and what was kept. */
const tried = (page) =>
  page.evaluate(async () => {
    const registration = await ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker, 'sw.js');
    const worker = registration.installing;
    await new Promise((done) => {
      worker.onstatechange = () => done();
    });
    return [worker.state, await caches.keys()];
  });

for (const base of ['/', '/partner/site/ashar/']) {
  scenario(
    `when everything at ${base} is stored every screen opens without a network`,
    {},
    async (page, _, profile) => {
      const host = await serve(DIST, { base });
      try {
        await open(page, host.url);
        await kept(page);
        await open(page, `${host.url}#/offline`);
        await page.getByRole('button', { name: 'Store everything now' }).click();
        await page.getByText('Nothing is missing').waitFor();
      } finally {
        // Truly gone, not only switched off in the browser.
        await host.close();
      }
      await profile.setOffline(true);
      for (const address of SCREENS) {
        await open(page, host.url + address);
        assert.ok((await page.locator('main h1').first().textContent()).length > 3, address);
      }
    },
  );
}

scenario('a second visit fetches no file of the app again', {}, async (page, host) => {
  await open(page, host.url);
  await kept(page);
  const fetched = [];
  page.on('response', (response) => {
    if (!response.fromServiceWorker()) fetched.push(response.url());
  });
  await open(page, host.url);
  assert.deepEqual(fetched, []);
});

scenario('a newer version waits until the person agrees', {}, async (page) => {
  let newer = false;
  const host = await serve(DIST, {
    on: (request, response, path) => {
      if (!newer || path !== '/sw.js') return false;
      const code = readFileSync(`${DIST}/sw.js`, 'utf8');
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(code.replace(/VERSION\s*=\s*(['"])[^'"]*\1/, "VERSION='newer'"));
      return true;
    },
  });
  try {
    await open(page, host.url);
    await kept(page);
    newer = true;
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="2"]').check();
    const notice = page.getByRole('button', { name: 'Use it now' });
    await notice.waitFor();
    assert.ok(await page.locator('input[value="2"]').isChecked(), 'the check goes on meanwhile');
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.getByText('A newer version').isHidden(), 'paper is not for news');
    await page.emulateMedia({ media: 'screen' });
    await Promise.all([page.waitForEvent('load'), notice.click()]);
    await page.waitForSelector('html[data-ready="true"]');
    assert.deepEqual(await page.evaluate(() => caches.keys()), ['ashar / newer']);
    assert.ok(await page.locator('input[value="2"]').isChecked(), 'and nothing entered is lost');
  } finally {
    await host.close();
  }
});

/** A host that offers another version of the app once it is told to; `change` says what is different in it. */
async function updated(page, change, run) {
  let newer = false;
  const host = await serve(DIST, {
    on: (request, response, path) => {
      if (!newer) return false;
      if (path === '/sw.js') {
        const code = readFileSync(`${DIST}/sw.js`, 'utf8');
        response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(code.replace(/VERSION\s*=\s*(['"])[^'"]*\1/, "VERSION='newer'"));
        return true;
      }
      return Boolean(change(request, response, path));
    },
  });
  try {
    await open(page, host.url);
    await kept(page);
    await run(host, () => {
      newer = true;
    });
  } finally {
    await host.close();
  }
}

scenario('a newer version has the parts that the old one had, and no others', {}, async (page) => {
  await updated(
    page,
    () => false,
    async (host, publish) => {
      await page.getByRole('link', { name: words('nav.check'), exact: true }).click();
      await page.getByRole('heading', { name: 'Are we ready' }).waitFor();
      publish();
      await open(page, host.url);
      await page.getByRole('button', { name: 'Use it now' }).waitFor();
      const names = await page.evaluate(async () =>
        (await (await caches.open('ashar / newer')).keys()).map((one) => one.url),
      );
      for (const file of ['part-check', 'data-check'])
        assert.ok(
          names.some((name) => name.includes(file)),
          file,
        );
      for (const file of ['part-about', 'data-guide']) assert.ok(!names.some((name) => name.includes(file)), file);
    },
  );
});

scenario(
  'a newer version that waits is still whole after the old one was opened again',
  {},
  async (page, _, profile) => {
    await updated(
      page,
      () => false,
      async (host, publish) => {
        // As long as another window is open the old version goes on.
        await open(await profile.newPage(), host.url);
        publish();
        const notice = page.getByRole('button', { name: 'Use it now' });
        await open(page, host.url);
        await notice.waitFor();
        const files = () => page.evaluate(async () => (await (await caches.open('ashar / newer')).keys()).length);
        const whole = await files();
        assert.ok(whole > 4);
        await open(page, host.url);
        await notice.waitFor();
        assert.equal(await files(), whole);
        await Promise.all([page.waitForEvent('load'), notice.click()]);
        await page.waitForSelector('html[data-ready="true"]');
        await until(page, async () => String(await caches.keys()) === 'ashar / newer');
      },
    );
  },
);

scenario('a file of which one byte was changed on its way is not kept', { expects: /./ }, async (page) => {
  const host = await serve(DIST, {
    on: (request, response, path) => {
      // Only what the worker asks for; the page's own copy is another matter.
      if (!path.endsWith('.webmanifest')) return false;
      const bytes = readFileSync(`${DIST}/manifest.webmanifest`);
      bytes[bytes.length >> 1] ^= 1;
      response.writeHead(200, { 'content-type': 'application/manifest+json' }).end(bytes);
      return true;
    },
  });
  try {
    await page.addInitScript(() => {
      if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error('later'));
    });
    await open(page, host.url);
    const state = await tried(page);
    assert.deepEqual(state, ['redundant', []]);
  } finally {
    await host.close();
  }
});

scenario(
  'a newer version that does not arrive whole is not offered, and is fetched again later',
  { expects: /./ },
  async (page) => {
    let cut = true;
    let asked;
    const missed = new Promise((resolve) => {
      asked = resolve;
    });
    const change = (request, response, path) => {
      if (!cut || !path.endsWith('.webmanifest')) return false;
      asked();
      response.destroy();
      return true;
    };
    await updated(page, change, async (host, publish) => {
      const [old] = await versions(page);
      publish();
      await open(page, host.url);
      await missed;
      await until(page, async (name) => String(await caches.keys()) === name, `ashar / ${old}`);
      assert.equal(await page.getByRole('button', { name: 'Use it now' }).count(), 0);
      cut = false;
      await open(page, host.url);
      await page.getByRole('button', { name: 'Use it now' }).waitFor();
    });
  },
);

scenario('a newer version that cannot start gives way to the one before it', { expects: /./ }, async (page) => {
  const change = (request, response, path) => {
    if (path !== '/') return false;
    const html = readFileSync(`${DIST}/index.html`, 'utf8');
    const [script] = html.match(/ashar-[0-9a-f]{12}\.js/);
    // Whole, by what the worker knows of it, but it starts a script that nobody has.
    const broken = html.replaceAll(script, 'ashar-000000000000.js');
    response.writeHead(200, { 'content-type': 'text/html' }).end(`${broken}<!-- ${script} -->`);
    return true;
  };
  await updated(page, change, async (host, publish) => {
    const [old] = await versions(page);
    publish();
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="2"]').check();
    const notice = page.getByRole('button', { name: 'Use it now' });
    await notice.waitFor();
    await notice.click();
    // The new page names a script that nobody has; the old one comes back by itself.
    await until(page, async () => {
      const cache = await caches.open('ashar / newer');
      return (await cache.keys()).length && !(await cache.match('./'));
    });
    await page.waitForSelector('html[data-ready="true"]');
    assert.ok(await page.locator('input[value="2"]').isChecked(), 'nothing entered is lost');
    assert.ok((await versions(page)).includes(old), 'and it stays for the next visit');
    await open(page, host.url);
  });
});

scenario('a host can switch the worker off, and what was entered stays', {}, async (page) => {
  let off = false;
  const host = await serve(DIST, {
    on: (request, response, path) => {
      if (!off || path !== '/sw.js') return false;
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(`${DIST}/sw-off.js`));
      return true;
    },
  });
  try {
    await open(page, `${host.url}#/check/1`);
    await kept(page);
    await page.locator('input[value="2"]').check();
    off = true;
    await open(page, `${host.url}#/check/1`);
    await until(page, async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistration()));
    assert.ok(await page.locator('input[value="2"]').isChecked());
    // What the page still needs comes from the host.
    await page.getByRole('link', { name: 'About', exact: true }).first().click();
    await page.getByRole('heading', { name: 'About Ashar' }).waitFor();
  } finally {
    await host.close();
  }
});

scenario(
  'when the app ends in the middle the page says so, and what was entered is there again',
  { expects: /Ended/ },
  async (page, host) => {
    await open(page, `${host.url}#/check/1`);
    await page.locator('input[value="2"]').check();
    await page.evaluate(() => {
      dispatchEvent(new ErrorEvent('error', { error: new Error('an extension of the browser') }));
    });
    assert.ok(await page.locator('#failure').isHidden());
    await page.evaluate(() => {
      dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('Ended') }));
    });
    await page.locator('#failure').waitFor();
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.waitForSelector('html[data-ready="true"]');
    assert.ok(await page.locator('input[value="2"]').isChecked());
  },
);

scenario("a captive portal's page is never kept in place of a file", { expects: /./ }, async (page) => {
  let portal = false;
  const host = await serve(DIST, {
    on: (request, response, path) => {
      if (!portal || path === '/sw.js' || request.headers['sec-fetch-dest'] !== 'empty') return false;
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Pay here</h1>');
      return true;
    },
  });
  try {
    await page.addInitScript(() => {
      navigator.serviceWorker.register = () => Promise.reject(new Error('later'));
    });
    await open(page, host.url);
    portal = true;
    const state = await tried(page);
    assert.deepEqual(state, ['redundant', []]);
  } finally {
    await host.close();
  }
});

scenario('the page about offline use says honestly what is stored', {}, async (page, host) => {
  await open(page, host.url);
  await kept(page);
  await open(page, `${host.url}#/offline`);
  await page
    .locator('.notice')
    .filter({ hasText: /is stored on this device \(\d+ files\)/ })
    .waitFor();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.getByRole('button', { name: words('offline.look') }).click();
  // What was lost is fetched again, and counted only when it is whole.
  await page
    .locator('.notice')
    .filter({ hasText: /is stored on this device \(\d+ files\)/ })
    .waitFor();
  const [name] = await page.evaluate(() => caches.keys());
  const stored = await page.evaluate(
    (cache) =>
      caches
        .open(cache)
        .then((c) => c.keys())
        .then((k) => k.map((r) => r.url)),
    name,
  );
  assert.ok(stored.some((url) => url.endsWith('.wasm')) && stored.some((url) => url.endsWith('.webmanifest')));
  const text = await page.locator('.notice').textContent();
  assert.equal(stored.length, Number(text.match(/\((\d+) files\)/)[1]));
  const bytes = await page.evaluate(async (cache) => {
    const kept = await caches.open(cache);
    const sizes = (await kept.matchAll()).map(async (response) => (await response.blob()).size);
    return (await Promise.all(sizes)).reduce((all, one) => all + one, 0);
  }, name);
  assert.equal(Number(text.match(/takes up ([\d,]+) kB/)[1].replace(',', '')), Math.ceil(bytes / 1000));
  assert.ok(name.endsWith(text.match(/Version (\w+)/)[1]), 'the version that is kept');
  assert.match(text, /browser (has agreed|may delete)/);
});

scenario(
  'whoever begins with the page about offline use sees there when the first visit is stored',
  {},
  async (page, host) => {
    await open(page, `${host.url}#/offline`);
    await page
      .locator('.notice')
      .filter({ hasText: /is stored on this device \(\d+ files\)/ })
      .waitFor();
    await page.getByText('Not stored yet').waitFor();
  },
);

scenario(
  'what is stored is told before the browser has been answered whether it may keep it',
  {},
  async (page, host) => {
    await page.addInitScript(() => {
      if (navigator.storage) navigator.storage.persist = () => new Promise(() => {});
    });
    await open(page, host.url);
    await kept(page);
    await open(page, `${host.url}#/offline`);
    await page.getByRole('button', { name: 'Store everything now' }).click();
    await page.getByText('Nothing is missing').waitFor();
    await page
      .locator('.notice')
      .filter({ hasText: /is stored on this device/ })
      .waitFor();
  },
);

scenario(
  'a first visit is no update, even where its own worker answers for the page before it says that it is installed',
  {},
  async (page, host) => {
    await page.addInitScript(() => {
      // The empty page that tests begin with has none.
      if (!navigator.serviceWorker) return;
      const real = Object.getOwnPropertyDescriptor(ServiceWorkerContainer.prototype, 'controller');
      let early = null;
      Object.defineProperty(navigator.serviceWorker, 'controller', {
        get() {
          return real.get.call(this) || early;
        },
      });
      const { register } = navigator.serviceWorker;
      navigator.serviceWorker.register = async function (...given) {
        const registration = await register.apply(this, given);
        early = registration.installing;
        window.installed = new Promise((done) => {
          early.addEventListener('statechange', () => early.state === 'activated' && done());
        });
        return registration;
      };
    });
    await open(page, host.url);
    await until(page, () => window.installed?.then(() => true));
    assert.equal(await page.getByText('A newer version').count(), 0);
  },
);

scenario('where the browser keeps nothing the page says so', {}, async (page, host) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await open(page, `${host.url}#/offline`);
  await page.locator('.notice').filter({ hasText: 'not stored' }).waitFor();
});

scenario(
  'where the connection is not secure the page says that this is why nothing is stored',
  {},
  async (page, host) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      Object.defineProperty(window, 'isSecureContext', { value: false });
    });
    await open(page, `${host.url}#/offline`);
    await page.locator('.notice').filter({ hasText: 'secure connection' }).waitFor();
  },
);

scenario(
  'the home screen is offered where somebody will want to come back, not before, and all is stored with it',
  {},
  async (page, host) => {
    await open(page, host.url);
    await kept(page);
    await page.evaluate(() => {
      const offer = new Event('beforeinstallprompt', { cancelable: true });
      Object.assign(offer, {
        prompt: () => {
          window.prompted = true;
        },
      });
      dispatchEvent(offer);
      window.left = offer.defaultPrevented;
    });
    assert.ok(await page.evaluate(() => window.left), 'the browser does not ask by itself');
    const button = page.getByRole('button', { name: words('install.yes') });
    assert.equal(await button.count(), 0);
    await page.getByRole('link', { name: 'Use without internet' }).last().click();
    await button.click();
    assert.ok(await page.evaluate(() => window.prompted));
    assert.equal(await button.count(), 0);
    await page.evaluate(() => {
      dispatchEvent(new Event('appinstalled'));
    });
    await until(page, async () => {
      const [name] = await caches.keys();
      const urls = (await (await caches.open(name)).keys()).map((request) => request.url);
      const files = [
        'part-cases',
        'data-cases',
        'part-check',
        'data-check',
        'part-about',
        'data-guide',
        'data-thesaurus',
        'part-embed',
      ];
      return files.every((file) => urls.some((url) => url.includes(`ashar-${file}-`)));
    });
  },
);

scenario("two editions on one host do not take each other's store", {}, async (page, _, profile) => {
  const host = await serve(DIST, { base: '/a/', also: '/b/' });
  try {
    await open(page, host.url);
    await kept(page);
    await open(page, `${host.origin}/b/`);
    await kept(page);
  } finally {
    await host.close();
  }
  await profile.setOffline(true);
  await open(page, host.url);
  await open(page, `${host.origin}/b/`);
});

scenario('a first visit fetches each file once', {}, async (page) => {
  const sent = [];
  const host = await serve(DIST, {
    on: (request, response, path) => {
      response.on('finish', () => {
        if (response.statusCode === 200) sent.push(path);
      });
      return false;
    },
  });
  try {
    await open(page, host.url);
    await kept(page);
    assert.deepEqual(
      sent.filter((path, place) => sent.indexOf(path) !== place),
      [],
    );
  } finally {
    await host.close();
  }
});

const failures = {
  'the program file is missing': (request, response, path) => path.endsWith('.wasm') && response.writeHead(404).end(),
  'the program file is something else': (request, response, path) =>
    path.endsWith('.wasm') && response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Pay here</h1>'),
  'the program file is cut off': (request, response, path) =>
    path.endsWith('.wasm') &&
    response.writeHead(200, { 'content-type': 'application/wasm' }).end(Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1])),
  'the page holds no data': (request, response, path) =>
    path === '/' &&
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(readFileSync(`${DIST}/index.html`, 'utf8').replace(/<script type=application\/json.*<\/script>/s, '')),
  'the script is missing': (request, response, path) => /ashar-.*\.js$/.test(path) && response.writeHead(404).end(),
};
for (const [what, fault] of Object.entries(failures)) {
  scenario(`when ${what} the page says so plainly and offers a way on`, { expects: /./ }, async (page) => {
    const host = await serve(DIST, { on: (...given) => Boolean(fault(...given)) });
    try {
      await page.goto(host.url);
      await page.locator('#failure').waitFor();
      assert.match(await page.locator('#failure').textContent(), /could not start.*load the page again/is);
      assert.ok(await page.getByRole('button', { name: 'Load again' }).isVisible());
    } finally {
      await host.close();
    }
  });
}

scenario('a browser without WebAssembly is told plainly', { expects: /./ }, async (page, host) => {
  await page.addInitScript(() => {
    delete window.WebAssembly;
  });
  await page.goto(host.url);
  await page.locator('#failure').waitFor();
});

scenario('a browser without scripts is told plainly', { context: { javaScriptEnabled: false } }, async (page, host) => {
  await page.goto(host.url);
  assert.match(await page.locator('noscript').innerText(), /needs JavaScript/);
});

scenario('only scripts of our own may run', { expects: /Content Security Policy/ }, async (page, host) => {
  const html = await (await fetch(host.url)).text();
  const policy = html.match(/content="(default-src[^"]*)"/)[1];
  assert.match(policy, /default-src 'none'/);
  assert.ok(!/unsafe-inline|'unsafe-eval'|https?:|\*/.test(policy), policy);
  await open(page, host.url);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    const refused = new Promise((done) => {
      document.addEventListener('securitypolicyviolation', () => done(true));
    });
    document.body.append(script);
    return refused.then(() => window.intruder === true);
  });
  assert.equal(ran, false);
});
