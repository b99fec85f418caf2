// What a network, a host or a phone can do to the app, for the tests that ask what becomes of it then: the page is never
// blank, and nothing entered is lost.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { DIST, kept, open, versions } from './scenario.mjs';
import { serve } from './server.mjs';

// The files of a visit, by what they are called in the names of the tests.
export const PAGE = /^\/$/;
export const FILES = {
  'the script': /\/ashar-[0-9a-f]{12}\.js$/,
  'the program': /_bg\.wasm$/,
  'the pages of the cases': /-part-cases-/,
  'the text of the cases': /-data-cases-/,
  'the check': /-part-check-/,
  'the statements of the check': /-data-check-/,
  'the page about Ashar': /-part-about-/,
  'the guide to the data': /-data-guide-/,
  'the word list': /-data-thesaurus-/,
  'the icon': /\.svg$/,
  'the manifest': /\.webmanifest$/,
  'the worker': /^\/sw\.js$/,
};

export const portal = (request, response) => {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end('<!doctype html><title>Pay here</title><h1>Pay here</h1>');
  return true;
};

/** Lets the host answer as ever, but for what becomes of the body on its way; unpacked, so that every byte counts. */
const onItsWay = (change) => (request, response) => {
  delete request.headers['accept-encoding'];
  // A copy that the phone has already would come without a body.
  delete request.headers['if-none-match'];
  const { end } = response;
  response.end = (body) =>
    Buffer.isBuffer(body) ? change(body, response, end.bind(response)) : end.call(response, body);
  return false;
};
const cut = (at) => onItsWay((body, response) => response.write(body.subarray(0, at(body)), () => response.destroy()));
/** Stops there, and breaks off when `broken` does what it is given: a browser drops what it has not yet read. */
export const stop = (at, broken) =>
  onItsWay((body, response) => {
    response.write(body.subarray(0, at(body)));
    broken(() => response.destroy());
  });
export const wrong = (at) =>
  onItsWay((body, response, end) => {
    const changed = Buffer.from(body);
    changed[at(body)] ^= 0xff;
    end(changed);
  });

/** Ends early, and a reader cannot tell: nobody said how long it is. */
export const short = (request, response) => {
  const { writeHead } = response;
  response.writeHead = (status, { 'content-length': length, ...headers }) =>
    writeHead.call(response, status, { ...headers, connection: 'close' });
  return onItsWay((body, _, end) => end(body.subarray(0, body.length >> 1)))(request, response);
};

// What can happen to a file. Each answers in place of the host, or changes what the host answers.
export const CUT = {
  'is cut off before it begins': (request, response) => Boolean(response.destroy()),
  // With the promised length, as hosts give it.
  'is cut off in the middle': cut((body) => body.length >> 1),
};
export const PORTAL = { "is a captive portal's page": portal };
// The first byte, without which no program reads the rest: elsewhere it may be a letter of a text, or nothing at all.
export const WRONG = { 'has a wrong byte': wrong(() => 0) };
export const SHORT = { 'ends early without a word': short };

/** A host and what goes wrong on the way to it: `net.fault` happens to the files whose path matches `net.on`. */
export async function network(run) {
  const net = { fault: null, on: /./ };
  const host = await serve(DIST, {
    brotli: 1,
    on: (request, response, path) => Boolean(net.fault && net.on.test(path) && net.fault(request, response)),
  });
  try {
    await run(host, net);
  } finally {
    await host.close();
  }
}

/** There is no network any more, not only as far as the browser says. */
export const gone = (net) => Object.assign(net, { fault: CUT['is cut off before it begins'], on: /./ });

/** Waits until the app answers, or the page says that it does not. */
export const settled = (page) =>
  page.waitForFunction(
    () => document.documentElement.dataset.ready || document.getElementById('failure')?.hidden === false,
  );
export const ready = (page) => page.waitForSelector('html[data-ready="true"]');

/** Asserts that there is something to read and a way on within reach of a finger; gives the ways. */
export async function alive(page) {
  const [text, ways] = await page.evaluate(() => {
    const drawn = !document.getElementById('waiting');
    // Until the app has taken over, only what the browser itself can follow leads anywhere.
    const leads = (way) => drawn || way.id === 'again' || /^(?!#)./.test(way.getAttribute('href') ?? '');
    const reached = (way) => {
      const { left, top, width, height } = way.getBoundingClientRect();
      return way.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    };
    const all = [...document.querySelectorAll('a[href], button:enabled')];
    return [
      document.body?.innerText.trim() ?? '',
      all.filter((way) => leads(way) && reached(way)).map((way) => way.textContent.trim()),
    ];
  });
  assert.ok(text.length > 10, `something to read, not “${text}”`);
  assert.ok(ways.length, `a way on beside “${text.slice(0, 80)}”`);
  return ways;
}

/** Waits until the worker has been tried to its end, answers for this page, and has kept nothing but what the host has. */
export async function stored(page, folder = DIST) {
  await looked(page);
  await kept(page);
  return whole(page, folder);
}
export const answers = (page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('ashar.check')).checks.map(({ items }) => items));

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Asserts that the phone stores all that a visit begins with, and what it stores is, byte for byte, what the host has; gives the names. */
export async function whole(page, folder = DIST) {
  const found = await page.evaluate(async () => {
    const sums = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        sums.push([new URL(request.url).pathname, [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('')]);
      }
    }
    return sums;
  });
  const names = found.map(([name]) => name);
  for (const [file, on] of Object.entries({ 'the page': PAGE, ...FILES })) {
    if (!/check|about|guide|list|worker/i.test(file))
      assert.ok(
        names.some((name) => on.test(name)),
        `${file} is stored, beside ${names}`,
      );
  }
  for (const [name, sum] of found)
    assert.equal(sum, digest(readFileSync(join(folder, name === '/' ? 'index.html' : name))), name);
  return names;
}

/**
 * Has the browser look for a worker, and tells how far the newest one came: `redundant` did not arrive whole, `installed`
 * waits beside an older one, `activated` is in use; `none` is where there is no worker at all.
 */
export const looked = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker
      .register('sw.js')
      .catch(() => navigator.serviceWorker.getRegistration());
    await registration?.update().catch(() => {});
    const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
    if (worker?.state === 'installing' || worker?.state === 'activating') {
      await new Promise((done) => {
        worker.addEventListener('statechange', () => /ed$|nt$/.test(worker.state) && done());
      });
    }
    return worker?.state ?? 'none';
  });

// Where the reader is when a file is needed, the button of the page that does without it, and what they see when it is there.
export const NEEDED = {
  'the script': { button: 'Load again', then: 'main [data-count]' },
  'the program': { button: 'Load again', then: 'main [data-count]' },
  'the pages of the cases': { at: '#/cases/shazet', button: 'Try again', then: 'article.case' },
  'the text of the cases': { at: '#/cases/shazet', button: 'Try again', then: 'article.case' },
  'the check': { at: '#/check/1', button: 'Try again', then: 'input[value="2"]' },
  'the statements of the check': { at: '#/check/1', button: 'Try again', then: 'input[value="2"]' },
  'the page about Ashar': { at: '#/about', button: 'Try again', then: 'text=About Ashar' },
  'the guide to the data': { at: '#/about', button: 'Try again', then: 'text=About Ashar' },
};

/** The next version, as a host would have it: other bytes in every program and data file, and names that follow from them. */
function next() {
  const folder = mkdtempSync(join(tmpdir(), 'ashar-next-'));
  cpSync(DIST, folder, { recursive: true });
  const path = (name) => join(folder, name);
  const sum = (bytes) => digest(bytes).slice(0, 12);
  const renewed = new Map();
  const renew = (name, change) => {
    const before = readFileSync(path(name));
    const bytes = change(before);
    writeFileSync(path(name), bytes);
    renewed.set(sum(before), sum(bytes));
    return sum(bytes);
  };
  const names = (text) => [...renewed].reduce((all, [old, now]) => all.replaceAll(old, now), text);
  // A section without a name or a meaning.
  const programs = readdirSync(DIST).filter((name) => name.endsWith('.wasm'));
  for (const name of programs) {
    const now = renew(name, (bytes) => Buffer.concat([bytes, Buffer.from([0, 1, 0])]));
    // The script is called as the program is.
    const [old] = name.match(/[0-9a-f]{12}/);
    renewed.set(old, now);
  }
  for (const name of readdirSync(DIST))
    if (name.endsWith('.json')) renew(name, (bytes) => Buffer.concat([bytes, Buffer.from(' ')]));
  const text = (name, change = (all) => all) => renew(name, (bytes) => Buffer.from(change(names(bytes.toString()))));
  text(readdirSync(DIST).find((name) => FILES['the script'].test(`/${name}`)));
  text('index.html', (all) => {
    const sums = [...all.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(
      ([, body]) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`,
    );
    return all.replace(/script-src [^;]*/, `script-src 'self' 'wasm-unsafe-eval' ${sums.join(' ')}`);
  });
  text('sw.js', (all) => all.replace(/VERSION\s*=\s*(['"])[^'"]*\1/, "VERSION='newer'"));
  for (const name of readdirSync(folder)) if (names(name) !== name) renameSync(path(name), path(names(name)));
  return folder;
}
export const NEXT = next();
after(() => rmSync(NEXT, { recursive: true }));

/** An app that has started, with an answer given and all of it kept; `publish` puts the next version on its host. */
export async function updating(page, run) {
  await network(async (host, net) => {
    await open(page, `${host.url}#/check/1`);
    await stored(page);
    await page.locator('input[value="2"]').check();
    const [old] = await versions(page);
    await run({ host, net, old, publish: () => host.reload(NEXT) });
  });
}
export const offer = (page) => page.getByRole('button', { name: 'Use it now' });
export const accept = async (page) => {
  await Promise.all([page.waitForEvent('load'), offer(page).click()]);
  await ready(page);
};
