// Fetches the parts of the app, in the place of what the splitter would do: each part is one file, with what it shares with
// others inside, because a request for each would cost more than they weigh; and where a file came changed, it is fetched once
// more past what the browser has kept (`xtask/split.rs`).
// @ts-expect-error Written by wasm-bindgen, beside which this is put.
import { initSync } from './ashar.js';

/**
 * What the module calls to have a part; it is called back once that has come, or not.
 * @param {string} first The part that all others need.
 * @param {string} section What the sections of a file are called that hold what it shares with others.
 * @param {Record<string, string>} names What the file of each part is called.
 */
export function partLoader(first, section, names) {
  /** Which files have come or are coming. */
  const files = {};
  /** Which modules that parts share have been brought along, by their numbers. */
  const shared = {};

  /** Starts what a file holds, with what the first module offers to the others. */
  async function start(bytes) {
    const imports = { __wasm_split: initSync(undefined) };
    const { module } = await WebAssembly.instantiate(bytes, imports);
    for (const content of WebAssembly.Module.customSections(module, section)) {
      const [number] = new Uint8Array(content);
      shared[number] ??= WebAssembly.instantiate(content.slice(1), imports);
      await shared[number].catch((error) => {
        delete shared[number];
        throw error;
      });
    }
  }

  /** Fetches a file and starts it once the one before it is there; says whether it has come. */
  async function load(name, before) {
    for (const cache of /** @type {const} */ (['default', 'reload'])) {
      try {
        const response = await fetch(new URL(name, import.meta.url), { cache });
        if (!(await before)) break;
        // Not while it arrives: that would need the right content type, which some hosts do not know.
        await start(await response.arrayBuffer());
        return true;
      } catch {
        // Tried again, or told by the answer.
      }
    }
    delete files[name];
    return false;
  }

  return (part) => async (callback, data) => {
    let here = true;
    for (const one of new Set([first, part])) {
      here = files[names[one]] ??= load(names[one], here);
    }
    here = await here;
    initSync(undefined).__indirect_function_table.get(callback)(data, here);
  };
}
