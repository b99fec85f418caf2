// Serves the built app from memory, compressed as a good static host does.
//
//   node tests/e2e/server.mjs dist 8080
//
// As a module it also gives the browser tests a host whose behaviour they can choose.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  json: 'application/json',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
};

function load(root) {
  const files = new Map();
  const walk = (folder) =>
    readdirSync(folder).forEach((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else files.set(relative(root, path).split(sep).join('/'), { bytes: readFileSync(path), packed: {} });
    });
  walk(root);
  return files;
}

function packed(file, accepts, quality) {
  const way = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : '';
  if (!way) return [file.bytes, ''];
  file.packed[way] ??=
    way === 'br'
      ? brotliCompressSync(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : gzipSync(file.bytes);
  return [file.packed[way], way];
}

/**
 * Starts a server. `base` is the sub-path the app lies under, `also` a second one; `on` may answer itself. `brotli` is the
 * quality of compression; each file is compressed when it is first asked for.
 *
 * @param {string} root
 * @param {{ port?: number, base?: string, also?: string, on?: Answer, brotli?: number }} [options]
 */
export function serve(root, { port = 0, base = '/', also = base, on = () => false, brotli = 9 } = {}) {
  let files = load(root);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    if (on(request, response, path)) return;
    const under = [base, also].find((prefix) => path.startsWith(prefix));
    const name = under ? path.slice(under.length) || 'index.html' : null;
    const file = name !== null && files.get(name.endsWith('/') ? `${name}index.html` : name);
    if (!file) {
      const page = under && files.get('404.html');
      response
        .writeHead(404, { 'content-type': page ? TYPES.html : 'text/plain' })
        .end(page ? page.bytes : 'Not found');
      return;
    }
    const [body, way] = packed(file, request.headers['accept-encoding'] || '', brotli);
    const tag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 16)}"`;
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, { etag: tag }).end();
      return;
    }
    const hashed = /-[0-9a-f]{8,}(_bg)?\.(js|wasm|css|json)$/.test(name);
    response.writeHead(200, {
      'content-type': TYPES[name.split('.').pop() || 'html'] || TYPES.html,
      'content-length': body.length,
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: tag,
      // A sandboxed frame has no origin of its own; its scripts load only with this.
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      ...(way && { 'content-encoding': way, vary: 'accept-encoding' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      const origin = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
      resolve({
        url: `${origin}${base}`,
        origin,
        reload: (folder = root) => {
          files = load(folder);
        },
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(done);
          }),
      });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] || '').href) {
  const [, , root = 'dist', port = '8080'] = process.argv;
  try {
    const { url } = await serve(root, { port: Number(port) });
    console.log(`\nAshar is served at ${url}\nStop with Ctrl+C.`);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`Port ${port} is taken by another program. Choose another one: make serve PORT=${Number(port) + 1}`);
    process.exit(1);
  }
}
