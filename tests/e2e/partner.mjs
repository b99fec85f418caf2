// Partners' pages around a frame of the app, each as somebody would write it, from a host of their own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serve } from './server.mjs';

const FOLDER = new URL('embed', import.meta.url).pathname;
const text = (name) => readFileSync(join(FOLDER, name), 'utf8');

/** Where a partner's page lies, seen from the app at `localhost`: another port is another origin, another name another site. */
export const SITES = { 'on the same site': 'localhost', 'on another site': '127.0.0.1' };

const html = (response, body) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'access-control-allow-origin': '*' }).end(body);
  return true;
};

/** React as its packages ship it for production, put together without a bundler. */
function react() {
  const require = createRequire(import.meta.url);
  const files = {
    react: 'react/cjs/react.production.js',
    scheduler: 'scheduler/cjs/scheduler.production.js',
    'react-dom': 'react-dom/cjs/react-dom.production.js',
    'react-dom/client': 'react-dom/cjs/react-dom-client.production.js',
  };
  // The packages let nobody ask for a file by its path.
  const path = (file) =>
    join(require.resolve(`${file.split('/')[0]}/package.json`), '..', file.slice(file.indexOf('/') + 1));
  const parts = Object.entries(files).map(
    ([name, file]) => `${JSON.stringify(name)}: (module, exports, require) => {${readFileSync(path(file), 'utf8')}}`,
  );
  return `const parts = {${parts.join(',\n')}};
    const loaded = {};
    const require = (name) => {
      if (!loaded[name]) { loaded[name] = { exports: {} }; parts[name](loaded[name], loaded[name].exports, require); }
      return loaded[name].exports;
    };
    const React = require('react');
    const ReactDOM = require('react-dom/client');`;
}

/** A page of the partner, as it is sent. */
export const written = (name, app) => text(name).replaceAll('__ASHAR__', app);

/** The host of the partner, whose pages show the app at the address `app`; `extra` are further pages, by their path. */
export async function partner(app, extra = {}) {
  const host = await serve(FOLDER, {
    on: (request, response, path) => {
      const name = path.slice(1);
      if (name in extra) return html(response, extra[name]);
      if (name.endsWith('.html')) return html(response, written(name, app));
      if (name !== 'react.js') return false;
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(react());
      return true;
    },
  });
  return { at: (site, name) => `${host.origin.replace('localhost', site)}/${name}`, close: host.close };
}

/** A host of the app where a small page stands in for the app, so that a test can have it tell anything. */
export const standIn = (dist) =>
  serve(dist, { on: (request, response, path) => path === '/' && html(response, text('app.html')) });

/** Writes down what the partner's page is told from now on, and whom it asks. */
export async function watch(page) {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    window.events = [];
    window.listening = 0;
    for (const kind of ['ready', 'height', 'check-completed']) {
      window.addEventListener(`ashar:${kind}`, (/** @type {any} */ { target, detail }) =>
        window.events.push([kind, target.id, detail]),
      );
    }
    const { addEventListener, removeEventListener } = window;
    const message = (by) => (kind) => {
      if (kind === 'message') window.listening += by;
    };
    const added = message(1);
    const removed = message(-1);
    window.addEventListener = function (...given) {
      added(given[0]);
      return addEventListener.apply(this, given);
    };
    window.removeEventListener = function (...given) {
      removed(given[0]);
      return removeEventListener.apply(this, given);
    };
  });
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  return requests;
}

/** The document inside an element's frame, once it is there. */
export async function inside(page, selector = 'ashar-embed') {
  const frame = await page.waitForSelector(`${selector} > iframe`, { state: 'attached' });
  return frame.contentFrame();
}

/** What the partner's page sees of a frame. */
export const outside = (page, selector = 'ashar-embed') =>
  page
    .locator(selector)
    .first()
    .evaluate((embed) => {
      const frame = embed.querySelector('iframe');
      return {
        frames: embed.querySelectorAll('iframe').length,
        source: frame?.src,
        title: frame?.title,
        height: frame?.offsetHeight,
        width: frame?.offsetWidth,
        link: embed.querySelector('a')?.checkVisibility(),
      };
    });

/** Asserts that a page asks nobody but the partner's host and the app's. */
export function onlyAsked(requests, ...addresses) {
  const known = addresses.map((address) => new URL(address).origin);
  const strangers = requests.filter((url) => /^http/.test(url) && !known.includes(new URL(url).origin));
  assert.deepEqual(strangers, []);
}
