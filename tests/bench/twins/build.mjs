// Builds both twins as a team would ship them: one shortened script, one shortened style sheet, and the data.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../site.mjs';
import { data } from './data.mjs';

const HERE = new URL('.', import.meta.url).pathname;
const SITES = join(ROOT, 'target/bench/twins');
/** The folder of each twin, once it is built. */
export const TWINS = { plain: join(SITES, 'plain'), react: join(SITES, 'react') };
const APPS = { plain: 'plain/app.mjs', react: 'react/app.jsx' };

export async function buildTwins() {
  rmSync(SITES, { recursive: true, force: true });
  const text = JSON.stringify(data());
  for (const [name, folder] of Object.entries(TWINS)) {
    mkdirSync(folder, { recursive: true });
    await build({
      entryPoints: { app: join(HERE, APPS[name]), style: join(HERE, 'style.css') },
      outdir: folder,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      logLevel: 'warning',
      // React's own checks are for development.
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    copyFileSync(join(HERE, name, 'index.html'), join(folder, 'index.html'));
    writeFileSync(join(folder, 'data.json'), text);
  }
}
