// Switches the worker off. A host that wants to be rid of it puts this file in the place of `sw.js`: browsers look
// there at every visit, find this instead, and let go of all that Ashar has stored of itself. Answers of the check lie
// elsewhere and stay. Pages that are open go on.
const OURS = `ashar ${new URL('./', self.location).pathname} `;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
      await self.registration.unregister();
    })(),
  );
});
