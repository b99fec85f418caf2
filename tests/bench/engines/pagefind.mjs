// Pagefind as it comes: its index is built beforehand (in `site.mjs`), split into small files, and loaded when a query
// needs them. It has beginnings and endings but no tolerance for mistakes, and no fields except the title, so the other
// texts are its content. It runs on the main thread here as the others do: Chromium slows only that thread down, and in
// its worker it would be measured at full speed. Timed is the search alone, which is less than a page needs: the
// address of a hit, and so its slug, is fetched for each hit apart.
let pagefind;

export async function load({ base, size }) {
  const folder = `${base}pagefind-${size}/`;
  const { createInstance } = await import(`${folder}pagefind.js`);
  pagefind = createInstance({ basePath: folder, noWorker: true });
  await pagefind.init();
  // Its start goes on in the background; a search for nothing waits until it can answer.
  await pagefind.search('');
}
/** Its records were read when its index was built. */
export const prepared = true;
export const find = async (query, most) => (await pagefind.search(query)).results.slice(0, most);
export const slugs = async (found, most) =>
  (await Promise.all(found.slice(0, most).map((hit) => hit.data()))).map((data) => data.raw_url.slice(1));
