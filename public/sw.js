// Keeps Ashar on the phone. The list and the version are computed from the built files (see
// `cargo xtask stamp`), so a change of any byte makes a new version, and nothing is listed by hand.
// This file's name never changes: phones that have it would look for it for ever.
const VERSION = '__VERSION__';
const FILES = __FILES__;
const CACHE = `ashar-${VERSION}`;

self.addEventListener('install', (event) => {
  // All or nothing: one file that does not arrive, or is not what it should be, and the old version stays.
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    try {
      await Promise.all(FILES.map(async ([file, type]) => {
        // `no-cache` asks whether the copy of this very visit is still good, and does not fetch it twice.
        const response = await fetch(file, { cache: 'no-cache' });
        const got = response.headers.get('content-type') || '';
        if (!response.ok || response.redirected || !got.includes(type)) {
          throw new Error(`${file} did not arrive whole`);
        }
        await cache.put(file, response);
      }));
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('ashar-') && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const scope = new URL('./', self.location).pathname;
    const page = url.pathname === scope || url.pathname === `${scope}index.html`;
    const file = page ? './' : event.request;
    return (await cache.match(file, { ignoreSearch: true })) || fetch(event.request);
  })());
});

// The new version waits until the person agrees: never in the middle of a check.
self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') self.skipWaiting();
});
