// The folder that the browser is given: the page, the engines, each in one shortened file as a bundler would ship it,
// and Pagefind's indexes. Records are not in it: the server makes them while they are asked for.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import * as pagefind from 'pagefind';
import { generator } from './cases.mjs';
import { documents } from './documents.mjs';

const HERE = new URL('.', import.meta.url).pathname;
export const ROOT = new URL('../..', import.meta.url).pathname;
const MODULE = join(ROOT, 'target/bench/engine/bench_bg.wasm');
/** Where the folder is put. */
export const SITE = join(ROOT, 'target/bench/site');
export const ENGINES = ['ours', 'minisearch', 'orama', 'pagefind'];

export const json = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** The real records, in the book's order. */
export const real = () =>
  readdirSync(join(ROOT, 'data/cases'))
    .map((name) => json(`data/cases/${name}`))
    .sort((a, b) => a.order - b.order);

/** The record of a number as a line of text; the slug stands first. */
export function lines() {
  const record = generator(real());
  return (number) => {
    const { slug, ...rest } = record(number);
    return JSON.stringify({ slug, ...rest });
  };
}

/** Writes the page and the engines. */
export async function writePage() {
  rmSync(SITE, { recursive: true, force: true });
  mkdirSync(join(SITE, 'engine'), { recursive: true });
  await build({
    entryPoints: ['page.mjs', ...ENGINES.map((name) => `engines/${name}.mjs`)].map((name) => join(HERE, name)),
    outbase: HERE,
    outdir: SITE,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  copyFileSync(join(HERE, 'page.html'), join(SITE, 'index.html'));
  copyFileSync(join(ROOT, 'data/facets.json'), join(SITE, 'facets.json'));
  copyFileSync(MODULE, join(SITE, 'engine/bench_bg.wasm'));
}

/** Builds Pagefind's index of so many cases. Gives the milliseconds it took, or null when it was broken off after so many
    `seconds`. */
export async function writePagefind(size, seconds) {
  const record = generator(real());
  const document = documents(json('data/facets.json'));
  const from = performance.now();
  const took = () => performance.now() - from;
  const { index } = await pagefind.createIndex();
  for (let number = 0; number < size && took() < seconds * 1000; number++) {
    const { id, title, ...texts } = document(record(number));
    const { errors } = await index.addCustomRecord({
      url: `/${id}`,
      content: Object.values(texts).join('\n'),
      language: 'en',
      meta: { title },
    });
    if (errors.length) throw new Error(errors.join('\n'));
  }
  const done = took() < seconds * 1000;
  if (done) await index.writeFiles({ outputPath: join(SITE, `pagefind-${size}`) });
  await pagefind.close();
  return done ? took() : null;
}

const packed = (path) =>
  brotliCompressSync(readFileSync(path), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

/** What a first visit loads of an engine, in bytes of brotli 11: its code, and what is built beforehand. */
export function weights(size) {
  const code = Object.fromEntries(ENGINES.map((name) => [name, packed(join(SITE, `engines/${name}.js`))]));
  const folder = join(SITE, `pagefind-${size}`);
  const needed = /^(pagefind\.js|wasm\.en\..*|pagefind-entry\.json|.*\.pf_meta)$/;
  const start = readdirSync(folder).filter((name) => needed.test(name));
  const all = (names, under) => names.reduce((sum, name) => sum + packed(join(under, name)), 0);
  return {
    ours: { code: code.ours + packed(MODULE), index: 0 },
    minisearch: { code: code.minisearch, index: 0 },
    orama: { code: code.orama, index: 0 },
    pagefind: {
      code: code.pagefind + all(start, folder),
      index: all(readdirSync(join(folder, 'index')), join(folder, 'index')),
    },
  };
}
