// A second browser engine: Debian's Firefox, headless, spoken to in WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).
//
// Playwright's own Firefox cannot be had here, and its way to speak to other Firefoxes asks for commands that the
// long-term version lacks. The protocol is plain JSON over a WebSocket; Node 20 has none to give, Playwright's is there.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { ws: WebSocket } = createRequire(import.meta.url)('playwright-core/lib/utilsBundle');

/** How long anything may take before it counts as failed. */
const PATIENCE = 30_000;

const PREFERENCES = {
  // As people have it: files strictly apart, which a driver loosens, and a mouse, which a headless Firefox lacks.
  'security.fileuri.strict_origin_policy': true,
  'ui.primaryPointerCapabilities': 6,
  'ui.allPointerCapabilities': 6,
  // Nothing is asked of Mozilla; the rest of that, Firefox switches off by itself when it is driven.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

// Being ended is also an exit; by itself it would leave the browser behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** Awaits what `run` promises, with a limit, and says what took too long. */
function within(what, run) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done after ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([limit, run()]).finally(() => clearTimeout(timer));
}

/** Starts the browser in a folder of its own. Gives the address of its WebSocket and a way to end it. */
async function start() {
  const home = mkdtempSync(join(tmpdir(), 'ashar-firefox-'));
  const profile = join(home, 'profile');
  mkdirSync(profile);
  writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const child = spawn(
    process.env.FIREFOX || '/usr/bin/firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
    // A home of its own: caches and downloads go nowhere else, and root may start it.
    {
      env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, so that all its processes can be ended at once.
      detached: true,
    },
  );
  const ended = new Promise((done) => { child.once('close', done); child.once('error', done); });
  const end = () => { try { process.kill(-child.pid, 'SIGKILL'); } catch { /* It has ended already. */ } };
  const tidy = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  // Also when the test is ended from outside, or fails without closing.
  const last = () => { end(); tidy(); };
  process.once('exit', last);
  const gone = ended.then(() => { process.off('exit', last); tidy(); });
  let said = '';
  const address = new Promise((resolve, reject) => {
    child.once('error', reject);
    ended.then(() => reject(new Error(`The browser ended before it could be spoken to.\n${said}`)));
    child.stderr.on('data', (text) => {
      said += text;
      const found = said.match(/WebDriver BiDi listening on (ws:\S+)\n/);
      if (found) resolve(found[1]);
    });
  });
  try {
    return { address: `${await within('The start of the browser', () => address)}/session`, end, gone };
  } catch (error) {
    end();
    await gone;
    throw error;
  }
}

/** Commands and events over one WebSocket. */
async function connect(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  await within('The connection to the browser', () => new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  }));
  socket.on('message', (text) => {
    const message = JSON.parse(text);
    if (message.type === 'event') {
      for (const listener of [...listeners]) listener(message.method, message.params);
      return;
    }
    const { resolve, reject } = waiting.get(message.id) || {};
    waiting.delete(message.id);
    if (message.type === 'success') resolve?.(message.result);
    else reject?.(Object.assign(new Error(message.message), { code: message.error }));
  });
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('The browser has gone.'))));
  return {
    listeners,
    send: (method, params) => within(method, () => new Promise((resolve, reject) => {
      waiting.set(last += 1, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    })),
  };
}

/**
 * Opens a page in a browser of its own.
 *
 * `console`: what the page has said, exceptions and refusals of its policy included. `requests`: the addresses it has asked for.
 */
export async function open({ width = 360, height = 740 } = {}) {
  const { address, end, gone } = await start();
  const said = [];
  const requests = [];
  try {
    const { listeners, send } = await connect(address);
    await send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept', beforeUnload: 'accept' } } } });
    await send('session.subscribe', { events: [
      'log.entryAdded', 'network.beforeRequestSent', 'script.realmCreated',
      'browsingContext.load', 'browsingContext.fragmentNavigated'] });
    const { contexts: [{ context }] } = await send('browsingContext.getTree', { maxDepth: 0 });
    await send('browsingContext.setViewport', { context, viewport: { width, height } });
    listeners.add((method, params) => {
      if (method === 'log.entryAdded') said.push(`${params.level}: ${params.text}`);
      if (method === 'network.beforeRequestSent') requests.push(params.request.url);
    });

    /** Hears the first event in this page that `wanted` accepts while `run` goes on, which is given the promise of it. */
    const hearing = (wanted, run) => {
      let listener;
      const heard = new Promise((resolve) => {
        listener = (method, params) => { if (params.context === context && wanted(method, params)) resolve(params); };
        listeners.add(listener);
      });
      return run(heard).finally(() => listeners.delete(listener));
    };
    const kind = (wanted) => (method) => method === wanted;
    const call = async (declaration, values) => {
      const answer = await send('script.callFunction', {
        functionDeclaration: declaration, arguments: values, awaitPromise: true, target: { context }, userActivation: false,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return answer.result.value;
    };
    const evaluate = async (run, ...given) => {
      const told = await call(
        `async (given) => JSON.stringify(await (${run})(...JSON.parse(given)))`,
        [{ type: 'string', value: JSON.stringify(given) }],
      );
      return told === undefined ? undefined : JSON.parse(told);
    };
    const element = async (selector) => {
      const { nodes } = await send('browsingContext.locateNodes', { context, locator: { type: 'css', value: selector }, maxNodeCount: 1 });
      if (!nodes.length) throw new Error(`There is no ${selector}.`);
      await call('(element) => element.scrollIntoView({ block: "center", behavior: "instant" })', [{ sharedId: nodes[0].sharedId }]);
      return { type: 'element', element: { sharedId: nodes[0].sharedId } };
    };
    const press = async (selector) => send('input.performActions', { context, actions: [{
      type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: 0, y: 0, origin: await element(selector) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    }] });
    const keys = (list) => send('input.performActions', { context, actions: [{
      type: 'key', id: 'keys', actions: list.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]),
    }] });

    return {
      console: said,
      requests,
      evaluate,
      // The command alone is not enough: where the page gets another process, it is answered before anything has begun.
      goto: (url) => within(`Going to ${url}`, () => hearing(
        (method, params) => /\.(load|fragmentNavigated)$/.test(method) && params.url === new URL(url).href,
        (there) => Promise.all([send('browsingContext.navigate', { context, url, wait: 'complete' }), there]),
      )),
      reload: () => send('browsingContext.reload', { context, wait: 'complete' }),
      /** Waits in the page, from one picture to the next, until `run` gives something; also over a change of page. */
      waitFor: (run, ...given) => within(`Waiting for ${run}`, async () => {
        const wait = `async (...given) => {
          for (;;) {
            const found = await (${run})(...given);
            if (found) return found;
            await new Promise(requestAnimationFrame);
          }
        }`;
        // A call into a page that gives way is never answered; the page that comes is asked anew.
        for (let found; !found;) {
          found = await hearing(kind('script.realmCreated'), (another) => Promise.race([
            evaluate(wait, ...given), another.then(() => false)]));
        }
      }),
      click: press,
      /** Types text where the focus is. */
      type: (text) => keys([...text]),
      /** The page on A4 paper, as a PDF. */
      print: async () => Buffer.from((await send('browsingContext.print', {
        context, background: true, page: { width: 21, height: 29.7 },
      })).data, 'base64'),
      close: async () => {
        await send('browser.close', {}).catch(end);
        await within('The end of the browser', () => gone).catch(() => { end(); return gone; });
      },
    };
  } catch (error) {
    end();
    await gone;
    throw error;
  }
}
