// From visits to what people read: the tables of `results/first-visit.md`, and whether the goals are met.
import { figure, median, table, verdict } from './table.mjs';

export const NAMES = { ours: '**Ours**', plain: 'Plain', react: 'React' };
/** The times of a visit, by what they are called. */
const TIMES = { paint: 'First paint', largest: 'Largest paint', cases: 'Cases', search: 'Search box' };
const SLOW = 'slow 3G';

const how = ({
  throttle,
  rounds,
  word,
}) => `Three pages show the same screen: the app's release; *Plain*, the same list and
filters in plain JavaScript with MiniSearch; and *React*, the same with React. The two are what a small team would
ship (\`tests/bench/twins/\`): shortened scripts, the data asked for at once, the cards before the search is prepared.
They have only this one screen, one language and the texts that it shows or searches; the app brings other screens and
the readiness check along, which is why it weighs more.

Every visit is the first one in a fresh profile of a headless Chromium, in turns, ${rounds} for each page and network; a figure
is the median. Files are compressed beforehand with brotli 11. The screen is a phone's, the processor of the page slowed
down ${throttle}×. The network is Chromium's own emulation: so many bits a second for all files of a page together, and a
wait before each answer begins; it knows no lost packets and no setting up of connections.

- *First paint*, *Largest paint*: first and largest contentful paint. Plain shows nothing until its
  data is there; with its heading in the HTML it would show that, without any case, after about 1.1 s.
- *Cases*: the frame that shows the first cards.
- *Search box*: the first list that answers. As soon as a page says that it answers input and has been drawn as such,
  “${word}” is typed; answered is the first frame with fewer cards, among them one that it is known to find.
- *Shift*: the sum of layout shifts until then.
- *Bytes*, *Requests*: all that came over the network, with heads, until it was quiet; what the service worker asked for
  is in it, and also told apart. It makes the app work without a network; the others have none.`;

const of = (results, app, network) =>
  results.visits.filter((visit) => visit.app === app && visit.network === network && !visit.failed);
const sum = ({ page, service_worker: worker }) => page + worker;

/** The figures of one page on one network; null where no visit was completed. */
export function summary(results, app, network) {
  const visits = of(results, app, network);
  if (!visits.length) return null;
  const middle = (read) => median(visits.map(read));
  return {
    ...Object.fromEntries(Object.keys(TIMES).map((time) => [time, middle((visit) => visit[time])])),
    shift: middle(({ shift }) => shift),
    bytes: middle(({ bytes }) => sum(bytes)),
    requests: middle(({ requests }) => sum(requests)),
    workerBytes: middle(({ bytes }) => bytes.service_worker),
    workerRequests: middle(({ requests }) => requests.service_worker),
  };
}

/** The goals, each with what was measured and whether it is met; `met` is null where it was not measured. */
export function goals(results) {
  const [ours, plain, react] = Object.keys(NAMES).map((app) => summary(results, app, SLOW));
  const goal = (name, peer, time, most) => {
    const ratio = ours && peer ? ours[time] / peer[time] : NaN;
    return Number.isFinite(ratio)
      ? { name, measured: `${figure(ratio)} of it`, met: ratio <= most }
      : { name, measured: 'not measured', met: null };
  };
  return [
    goal(`${SLOW}: first contentful paint in at most half of Plain's time`, plain, 'paint', 0.5),
    goal(`${SLOW}: largest contentful paint in at most half of Plain's time`, plain, 'largest', 0.5),
    goal(`${SLOW}: the search box works no later than React's`, react, 'search', 1),
  ];
}

function ratios(results) {
  const rows = results.networks.flatMap((network) =>
    ['plain', 'react'].map((app) => {
      const [ours, peer] = [summary(results, 'ours', network), summary(results, app, network)];
      const ratio = (entry) => (ours && peer ? figure(ours[entry] / peer[entry]) : '–');
      return [network, `ours ÷ ${NAMES[app]}`, ...[...Object.keys(TIMES), 'bytes', 'requests'].map(ratio)];
    }),
  );
  return table(['Network', '', ...Object.values(TIMES), 'Bytes', 'Requests'], rows);
}

/** How far the times of single visits lie from their median, at most, as a share of it. */
function spread(results, network) {
  const far = Object.keys(NAMES).flatMap((app) => {
    const middle = summary(results, app, network);
    return of(results, app, network).flatMap((visit) =>
      Object.keys(TIMES).map((time) => Math.abs(visit[time] - middle[time]) / middle[time]),
    );
  });
  const most = Math.round(Math.max(...far) * 100);
  return far.length ? [`No time of a single visit is further than ${most} % from its median.`] : [];
}

function ofNetwork(results, network) {
  const rows = Object.entries(NAMES).map(([app, name]) => {
    const found = summary(results, app, network);
    if (!found) {
      const { failed } = results.visits.find((visit) => visit.app === app && visit.network === network) ?? {};
      return [name, `did not finish: ${failed ?? 'not visited'}`, ...Array(6).fill('')];
    }
    const { shift, bytes, requests, workerBytes, workerRequests } = found;
    return [
      name,
      ...Object.keys(TIMES).map((time) => figure(found[time])),
      shift.toFixed(3),
      `${figure(bytes / 1000)} kB`,
      `${requests}`,
      workerRequests ? `${figure(workerBytes / 1000)} kB, ${workerRequests} requests` : '–',
    ];
  });
  const { down, up, latency } = results.speeds[network];
  return [
    `## ${network}: ${down.toLocaleString('en')} kbit/s down, ${up} kbit/s up, ${latency} ms`,
    table(['', ...Object.values(TIMES).map((time) => `${time}, ms`), 'Shift', 'Bytes', 'Requests', 'Worker'], rows),
    ...spread(results, network),
  ];
}

/** The whole report. */
export function markdown(results) {
  const { Chromium, MiniSearch, React } = results.versions;
  const parts = [
    '# The first visit beside others',
    `Measured by \`make bench-first\` on ${results.date}, on a machine with ${results.cores} cores. Chromium ${Chromium},
MiniSearch ${MiniSearch}, React ${React}.`,
    how(results),
    ...(results.busy ? ['**The machine was busy with other work; take single figures with care.**'] : []),
    '## Goals',
    table(
      ['Goal', 'Measured', ''],
      goals(results).map(({ name, measured, met }) => [name, measured, verdict(met)]),
    ),
    '## Ours beside theirs',
    ratios(results),
    ...results.networks.flatMap((network) => ofNetwork(results, network)),
  ];
  return `${parts.join('\n\n')}\n`;
}
