// What happens in the browser: one engine is loaded, given its records in slices, and asked every query. Every engine
// has the same interface (see `engines/`):
//
//   load({ base, facets, size })  code and module; for Pagefind also what it needs of its index
//   read(lines) → batch           from JSON text to what it takes; `settle()` where something is left to do
//   add(batch)                    indexes one slice; `step()` as long as something is left to do, `finish()` at the end
//   find(query, most) → found     the timed search; `slugs(found, most)` names the cases, outside the time
//   prepared                      the index is built beforehand, so there is nothing to read or add
import { shuffled } from './random.mjs';

/** Cases a slice: MiniSearch's own number in `addAllAsync`, so that no engine holds the page for long. */
const SLICE = 10;

/** Lets the page answer input before the next slice. */
const breathe = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Runs something and adds the time it takes, in milliseconds, to an entry of `times`. */
async function timed(times, entry, run) {
  const from = performance.now();
  const result = await run();
  times[entry] = (times[entry] ?? 0) + performance.now() - from;
  return result;
}

async function build(engine, options, times) {
  const { base, size, chunk } = options;
  for (let from = 0; from < size && !engine.prepared; from += chunk) {
    const text = await (await fetch(`${base}records/${size}/${from}`)).text();
    const lines = text.split('\n');
    for (let at = 0; at < lines.length; at += SLICE) {
      await breathe();
      const batch = await timed(times, 'read', () => engine.read(lines.slice(at, at + SLICE)));
      await timed(times, 'build', () => engine.add(batch));
    }
  }
  await breathe();
  if (engine.settle) await timed(times, 'read', engine.settle);
  await breathe();
  while (engine.step && (await timed(times, 'build', engine.step))) await breathe();
  if (engine.finish) await timed(times, 'build', engine.finish);
}

/** The memories of the WebAssembly modules the page has started; the browser does not count them. */
const modules = [];
for (const start of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[start];
  WebAssembly[start] = async (...given) => {
    const result = await original.apply(WebAssembly, given);
    const exported = Object.values((result.instance ?? result).exports);
    modules.push(...exported.filter((it) => it instanceof WebAssembly.Memory));
    return result;
  };
}

/** Bytes the page holds, after a collection of garbage. */
async function memory() {
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return modules.reduce((sum, { buffer }) => sum + buffer.byteLength, bytes);
}

/** Asks every query in a shuffled order: once as on a first visit, then again, warm, as often as the time allows. */
async function ask(engine, { queries, passes, most, patience }) {
  const result = { first: [], warm: [], firsts: {} };
  const until = performance.now() + patience;
  for (let pass = 0; pass <= passes; pass++) {
    for (const query of shuffled(queries, pass)) {
      if (performance.now() > until) return result;
      await breathe();
      const times = {};
      const found = await timed(times, 'query', () => engine.find(query, most));
      result[pass ? 'warm' : 'first'].push([query, times.query]);
      if (!pass) result.firsts[query] = await engine.slugs(found, 3);
    }
  }
  return result;
}

globalThis.measure = async (options) => {
  if (!crossOriginIsolated) throw new Error('not isolated: the clock would be too coarse');
  const facets = await (await fetch(`${options.base}facets.json`)).json();
  const before = options.memory ? await memory() : null;
  let longest = 0;
  const watch = new PerformanceObserver((list) =>
    list.getEntries().forEach((task) => {
      longest = Math.max(longest, task.duration);
    }),
  );
  watch.observe({ type: 'longtask' });

  const times = { load: 0, read: 0, build: 0 };
  const engine = await timed(times, 'load', async () => {
    const loaded = await import(`${options.base}engines/${options.engine}.js`);
    await loaded.load({ ...options, facets });
    return loaded;
  });
  await build(engine, options, times);

  // Entries arrive with a task of their own.
  await new Promise((resolve) => setTimeout(resolve, 100));
  watch.disconnect();
  const after = options.memory ? await memory() : null;
  const { first, warm, firsts } = await ask(engine, options);
  return { ...times, longest, memory: after === null ? null : after - before, first, warm, firsts };
};
