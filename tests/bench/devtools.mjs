// Chromium through its own protocol, over a pipe. The library of the browser tests cannot slow down the network of a
// service worker, nor count what it fetches; here every page and worker is met before it runs.
//
// Protocol: https://chromedevtools.github.io/devtools-protocol/
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAGS, PROGRAM } from '../e2e/browser.mjs';

/** Chromium draws its address bar with pages of its own, which would take the processor at the moment of the visit. */
const BARE = '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup';
/** Milliseconds until a browser that does not leave when it is asked to is made to. */
const LEAVE = 10_000;

/** Starts Chromium with a profile of its own, which goes away with it. */
export async function devtools() {
  const profile = mkdtempSync(join(tmpdir(), 'first-visit-'));
  const flags = [...FLAGS, BARE, '--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
  const chromium = spawn(PROGRAM, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const input = /** @type {import('node:stream').Writable} */ (chromium.stdio[3]);
  const output = /** @type {import('node:stream').Readable} */ (chromium.stdio[4]);
  // A browser that is gone is said by `gone`, not by the pipes to it.
  [input, output].forEach((pipe) => pipe.on('error', () => {}));
  const asked = new Map();
  /** Emits the name of every event with its values and the session (a page or worker) that it is from. */
  const events = new EventEmitter();
  let gone = false;
  chromium.once('error', leave);
  chromium.once('exit', leave);

  function leave() {
    gone = true;
    asked.forEach(({ reject }) => reject(new Error('Chromium is gone')));
    asked.clear();
  }

  function receive({ id, method, params, sessionId, result, error }) {
    if (method) events.emit(method, params, sessionId);
    if (!asked.has(id)) return;
    const { resolve, reject, what } = asked.get(id);
    asked.delete(id);
    if (error) reject(new Error(`${what}: ${error.message}`));
    else resolve(result);
  }

  /** What has arrived of messages, each of which ends with a zero. */
  let rest = Buffer.alloc(0);
  output.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(JSON.parse(rest.subarray(0, end).toString()));
      rest = rest.subarray(end + 1);
    }
  });

  let last = 0;
  /** Sends a command to the browser, or to the page or worker of a session, and gives its answer. */
  function send(what, params = {}, sessionId = undefined) {
    if (gone) return Promise.reject(new Error('Chromium is gone'));
    last += 1;
    input.write(`${JSON.stringify({ id: last, method: what, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      asked.set(last, { resolve, reject, what });
    });
  }

  /** Asks it to leave: killed, it would leave processes behind that go on writing into the profile. */
  async function close() {
    if (!gone) {
      const exit = once(chromium, 'exit');
      const watch = setTimeout(() => chromium.kill('SIGKILL'), LEAVE);
      send('Browser.close').catch(() => {});
      await exit;
      clearTimeout(watch);
    }
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    } catch {
      // What cannot be removed lies among the system's temporary files, and spoils no visit.
    }
  }

  return { send, events, close };
}
