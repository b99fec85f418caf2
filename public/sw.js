// Keeps Ashar on the phone. The lists and the version are computed from the built files (see
// `cargo xtask finalize`), so a change of any byte makes a new version, and nothing is listed by hand.
// This file's name never changes: phones that have it would look for it for ever. To switch it off, a host puts
// `sw-off.js` in its place.
const VERSION = '__VERSION__';
// What every visit begins with, and by language and part what is fetched when it is first needed: the name of each file, what
// its content type must contain, and how its digest begins. Some hosts write into pages, so of the page it is known which
// script it starts, and that it begins and ends as pages do.
const FILES = __FILES__;
const PARTS = __PARTS__;
// Several editions can share a host, each under a path of its own; each keeps to its own store.
const SCOPE = new URL('./', self.location).pathname;
const OURS = `ashar ${SCOPE} `;
const CACHE = OURS + VERSION;

async function digest(bytes) {
  const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...whole.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function isWhole(response, [file, type, mark]) {
  const got = response.headers.get('content-type') || '';
  if (!response.ok || response.redirected || !got.includes(type)) return false;
  const copy = response.clone();
  if (file !== './') return (await digest(await copy.arrayBuffer())) === mark;
  const page = await copy.text();
  return /^\s*<!doctype html/i.test(page) && page.includes(mark) && page.includes('</html>');
}

async function fetchWhole(entry) {
  // A name with a digest in it never changes, so the copy that this very visit has fetched will do, if it is whole.
  /** @type {RequestCache} */
  const first = /-[0-9a-f]{12,}[._]/.test(entry[0]) ? 'default' : 'no-cache';
  for (const cache of [first, /** @type {const} */ ('reload')]) {
    const response = await fetch(entry[0], { cache });
    if (await isWhole(response, entry)) return response;
  }
  throw new Error(`${entry[0]} did not arrive whole`);
}

/**
 * Whether a version could not start: its page was taken away. A mark would need room, which a phone may not have; what the
 * browser clears goes all at once.
 */
async function hasFailed(store) {
  const cache = await caches.open(store);
  return !(await cache.match('./')) && (await cache.keys()).length > 0;
}

/** Fetches what of these files is missing. */
async function keep(files) {
  const cache = await caches.open(CACHE);
  await Promise.all(
    files.map(async (entry) => {
      if (!(await cache.match(entry[0]))) await cache.put(entry[0], await fetchWhole(entry));
    }),
  );
}

/** The stores of our versions, the present one first. */
async function stores() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  return [CACHE, ...names.reverse()];
}

/** A name without the digest that changes with every version of the file. */
const lasting = (name) => name.replace(/-[0-9a-f]{12}(?=\.)/, '');

/** Whether a store holds these files, whatever version they are of. */
async function holds(store, files) {
  const names = (await (await caches.open(store)).keys()).map((request) => lasting(request.url));
  return files.every(([file]) => names.some((name) => name.endsWith(`/${lasting(file)}`)));
}

/** Fetches what of these files is missing, if there is a network and this version is in use. */
async function mend(files) {
  if (!(await hasFailed(CACHE))) await keep(files).catch(() => {});
}

/** What is kept: how many files, of how many bytes, of which version, and which parts of a language are not there yet. */
async function tell(lang) {
  let store = CACHE;
  // Where this version has failed, the one before it is what the phone has.
  for (const other of (await stores()).reverse()) if (!(await hasFailed(other))) store = other;
  const cache = await caches.open(store);
  const version = store.slice(OURS.length);
  const missing = [];
  for (const [part, files] of Object.entries(PARTS[lang] || {})) if (!(await holds(store, files))) missing.push(part);
  const needed = store === CACHE ? FILES : [['./']];
  const whole = await Promise.all(needed.map(([file]) => cache.match(file)));
  if (!whole.every(Boolean)) return [0, 0, version, missing];
  const sizes = await Promise.all((await cache.matchAll()).map(async (kept) => (await kept.blob()).size));
  return [sizes.length, sizes.reduce((all, one) => all + one, 0), version, missing];
}

self.addEventListener('install', (event) => {
  // All or nothing: if one file does not arrive, or is not what it should be, the old version stays. What the old one
  // had of the parts, the new one has as well.
  event.waitUntil(
    (async () => {
      try {
        const old = (await stores()).slice(1);
        await keep(FILES);
        for (const files of Object.values(PARTS).flatMap(Object.values)) {
          for (const store of old) if (await holds(store, files)) await keep(files);
        }
      } catch (error) {
        await caches.delete(CACHE);
        throw error;
      }
    })(),
  );
});

// The old version stays beside the new one until that has started.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** What is kept of a file, by the newest version that has not failed. */
async function stored(file) {
  for (const store of await stores()) {
    const kept = await (await caches.open(store)).match(file, { ignoreSearch: true });
    if (kept && !(await hasFailed(store))) return kept;
  }
  return undefined;
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  const page = url.pathname === SCOPE || url.pathname === `${SCOPE}index.html`;
  // Where the store cannot be read there is still the network.
  event.respondWith(
    stored(page ? './' : event.request)
      .catch(() => {})
      .then((kept) => kept || fetch(event.request)),
  );
});

const tasks = {
  // The new version waits until the person agrees: never in the middle of a check.
  'use-new-version': () => self.skipWaiting(),
  // Everything that this version needs has started; what came before it can go, but not what waits to come after it. What
  // of this version was cleared meanwhile is fetched again.
  started: async () => {
    const { installing, waiting } = self.registration;
    if (await hasFailed(CACHE)) return;
    if (!installing && !waiting) for (const store of (await stores()).slice(1)) await caches.delete(store);
    await keep(FILES).catch(() => {});
  },
  // It could not start. Where an older version is still there, that one is shown from now on.
  failed: async () => {
    const old = (await stores()).slice(1);
    return old.length > 0 && !(await hasFailed(CACHE)) && (await caches.open(CACHE)).delete('./');
  },
  // The page asks what is really kept; what was lost is fetched again if there is a network.
  keep: async (lang) => {
    await mend(FILES);
    return tell(lang);
  },
  'keep-all': async (lang) => {
    await mend([...FILES, ...Object.values(PARTS[lang] || {}).flat()]);
    return tell(lang);
  },
  // A part has come in a language; from now on it is kept.
  'keep-part': (lang, part) => mend((PARTS[lang] || {})[part] || []),
};

self.addEventListener('message', (event) => {
  const [task, lang, part] = event.data;
  event.waitUntil(
    Promise.resolve(tasks[task] && tasks[task](lang, part)).then((answer) => {
      if (event.ports[0]) event.ports[0].postMessage(answer);
    }),
  );
});
