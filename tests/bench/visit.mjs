// One first visit in one fresh browser: a slow phone on a slow network, and everything that goes over it.
import { get } from 'node:http';
import { PHONE } from '../e2e/browser.mjs';
import { devtools } from './devtools.mjs';
import { script } from './probe.mjs';

/** Networks by name: kbit/s down and up, and milliseconds until an answer begins. */
export const NETWORKS = {
  'slow 3G': { down: 400, up: 400, latency: 400 },
  'fast 3G': { down: 1600, up: 750, latency: 150 },
};
/** How many times slower the processor is. */
export const THROTTLE = 4;
/** Seconds until a page that has not answered is given up. */
const PATIENCE = 90;
/** Milliseconds without any request until a visit is over; longer than any network takes to begin an answer. */
const QUIET = 2000;

/** Counts what goes over the network, for pages and workers apart. `met`: every page and worker by its session. */
function counter(events, met) {
  const bytes = { page: 0, service_worker: 0 };
  const requests = { page: 0, service_worker: 0 };
  const open = new Map();
  let changed = performance.now();
  const on = (name, then) =>
    events.on(`Network.${name}`, (event, session) => {
      if (!met.has(session)) return;
      changed = performance.now();
      then(event, `${session} ${event.requestId}`, met.get(session));
    });
  on('requestWillBeSent', ({ request: { url } }, id, { type, url: own }) => {
    // A picture written into the style sheet is no request. A worker's own script may be told or not, and without its
    // length; it is counted apart.
    if (url.startsWith('http') && !(type === 'service_worker' && url === own)) open.set(id, { near: false });
  });
  on('responseReceived', ({ response }, id) => {
    if (open.has(id)) open.get(id).near = response.fromDiskCache || response.fromServiceWorker;
  });
  on('requestServedFromCache', (_, id) => {
    if (open.has(id)) open.get(id).near = true;
  });
  on('loadingFinished', ({ encodedDataLength }, id, { type }) => {
    const { near } = open.get(id) ?? { near: true };
    open.delete(id);
    if (near) return;
    requests[type] += 1;
    bytes[type] += encodedDataLength;
  });
  on('loadingFailed', (_, id) => {
    open.delete(id);
  });
  return { bytes, requests, quiet: () => open.size === 0 && performance.now() - changed > QUIET };
}

/** What a file weighs on the network, with its head. */
const weight = (url) =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      // The answer lets go of its connection when it ends.
      const { socket } = response;
      response.resume().once('end', () => resolve(socket.bytesRead));
    }).once('error', reject);
  });

/** Waits for something that must come in time. */
function inTime(promise) {
  let watch;
  const late = new Promise((_, reject) => {
    watch = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} s`)), PATIENCE * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(watch));
}

/** Waits until nothing has gone over the network for a while. */
const still = (count) =>
  new Promise((resolve) => {
    const look = setInterval(() => {
      if (!count.quiet()) return;
      clearInterval(look);
      resolve();
    }, 100);
  });

/** Visits an address for the first time. `typed`: what is typed and how an answer is known (see `probe.mjs`). */
export async function visit(url, network, typed) {
  const { down, up, latency } = NETWORKS[network];
  const { send, events, close } = await devtools();
  try {
    const met = new Map();
    const count = counter(events, met);
    /** Every page and worker is met before it runs. */
    const meet = async ({ sessionId, targetInfo: { type, url: own } }) => {
      met.set(sessionId, { type, url: own });
      await Promise.all([
        send('Network.enable', {}, sessionId),
        send(
          'Network.emulateNetworkConditions',
          { offline: false, latency, downloadThroughput: (down * 1000) / 8, uploadThroughput: (up * 1000) / 8 },
          sessionId,
        ),
        ...(type === 'page'
          ? [
              send('Page.enable', {}, sessionId),
              send('Emulation.setCPUThrottlingRate', { rate: THROTTLE }, sessionId),
              send('Emulation.setDeviceMetricsOverride', { ...PHONE, deviceScaleFactor: 2, mobile: true }, sessionId),
              send('Page.addScriptToEvaluateOnNewDocument', { source: script(typed) }, sessionId),
            ]
          : []),
        send('Runtime.runIfWaitingForDebugger', {}, sessionId),
      ]);
      return { sessionId, type };
    };
    const page = new Promise((resolve, reject) => {
      events.on('Target.attachedToTarget', (target) =>
        meet(target).then(({ sessionId, type }) => {
          if (type === 'page') resolve(sessionId);
        }, reject),
      );
    });
    await send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { type: 'service_worker' }],
    });
    const session = await inTime(page);
    const evaluate = async (expression) => {
      const { result, exceptionDetails } = await send(
        'Runtime.evaluate',
        { expression, awaitPromise: true, returnByValue: true },
        session,
      );
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    };
    await inTime(send('Page.navigate', { url }, session));
    await inTime(evaluate('visit.done'));
    await inTime(still(count));
    const { bytes, requests } = count;
    for (const { type, url: own } of met.values()) {
      if (type !== 'service_worker') continue;
      requests.service_worker += 1;
      bytes.service_worker += await weight(own);
    }
    const { done, ...seen } = await evaluate('({ ...visit, done: null })');
    return { ...seen, bytes, requests };
  } finally {
    await close();
  }
}
