// Our own search: the engine as the app ships it (same compiler settings, same optimiser), without the app.
// Its words for the same in three languages are part of what it builds.
import init, { Search } from '../../../target/bench/engine/bench.js';

let search;

export async function load({ base }) {
  const file = async (name) => (await fetch(`${base}engine/${name}-en.json`)).text();
  const files = [file('core'), file('thesaurus')];
  await init({ module_or_path: `${base}engine/bench_bg.wasm` });
  search = new Search(...(await Promise.all(files)));
}
export const read = (lines) => lines.forEach((line) => search.receive(line));
export const settle = () => search.settle();
export const add = () => {};
/** Ten cases more, as many as the others get at a time. */
export const step = () => search.prepare(10);
export const find = (query, most) => search.search(query, most);
export const slugs = (found, most) => found.slice(0, most);
