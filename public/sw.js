// Keeps Ashar on the phone. The list and the version are computed from the built files (see
// `cargo xtask stamp`), so a change of any byte makes a new version, and nothing is listed by hand.
// This file's name never changes: phones that have it would look for it for ever.
const VERSION = '__VERSION__';
const FILES = __FILES__;
// Several editions can share a host, each under a path of its own; each keeps to its own store.
const SCOPE = new URL('./', self.location).pathname;
const OURS = `ashar ${SCOPE} `;
const CACHE = OURS + VERSION;

async function fetchWhole([file, type]) {
  // A name with a digest in it never changes, so the copy that this very visit has fetched will do.
  const cache = /-[0-9a-f]{12,}[._]/.test(file) ? 'default' : 'no-cache';
  const response = await fetch(file, { cache });
  const got = response.headers.get('content-type') || '';
  if (!response.ok || response.redirected || !got.includes(type)) {
    throw new Error(`${file} did not arrive whole`);
  }
  return response;
}

/** Fetches what is missing. Tells the size of every file that is kept. */
async function keep() {
  const cache = await caches.open(CACHE);
  return Promise.all(FILES.map(async (entry) => {
    if (!(await cache.match(entry[0]))) await cache.put(entry[0], await fetchWhole(entry));
    return (await (await cache.match(entry[0])).blob()).size;
  }));
}

self.addEventListener('install', (event) => {
  // All or nothing: if one file does not arrive, or is not what it should be, the old version stays.
  event.waitUntil(keep().catch(async (error) => {
    await caches.delete(CACHE);
    throw error;
  }));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith((async () => {
    const page = url.pathname === SCOPE || url.pathname === `${SCOPE}index.html`;
    const file = page ? './' : event.request;
    const cached = await caches.match(file, { cacheName: CACHE, ignoreSearch: true });
    return cached || fetch(event.request);
  })());
});

self.addEventListener('message', (event) => {
  // The new version waits until the person agrees: never in the middle of a check.
  if (event.data === 'use-new-version') self.skipWaiting();
  // The page asks what is really kept; what was lost is fetched again if there is a network.
  if (event.data === 'keep') {
    event.waitUntil(keep().catch(() => []).then((sizes) => {
      event.ports[0].postMessage([sizes.length, sizes.reduce((all, one) => all + one, 0), VERSION]);
    }));
  }
});
