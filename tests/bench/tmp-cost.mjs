import { PHONE, launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
const browser = await launch();
for (const arg of process.argv.slice(2)) {
const [name, folder] = arg.split('=');
const host = await serve(folder);
const context = await browser.newContext({ viewport: PHONE, hasTouch: true, serviceWorkers: 'block' });
const page = await context.newPage();
await page.goto(host.url); await page.waitForSelector('html[data-ready="true"]');
const box = page.locator('input[type=search]'); await box.click();
const frame = () => page.evaluate(() => new Promise((d) => requestAnimationFrame(() => setTimeout(d))));
const type = async (q) => { for (const l of q) { await page.keyboard.insertText(l); await frame(); } };
await type('irrigation canal'); await box.selectText(); await page.keyboard.press('Backspace');
await page.waitForTimeout(800);
await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
for (const q of ['irrigation canal', 'kindergaten', 'ФАП', 'таза суу', 'refugees', 'budget hearing', 'zzqx']) { await type(q); await box.fill(''); await frame(); }
const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
const inputs = traceEvents.filter((e) => e.name === 'EventDispatch' && e.args?.data?.type === 'input');
const k = `${inputs[0].pid}:${inputs[0].tid}`;
const ev = traceEvents.filter((e) => `${e.pid}:${e.tid}` === k);
const commits = ev.filter((e) => (e.name === 'Commit' || e.name === 'Layerize')).sort((a, b) => a.ts - b.ts);
const X = ev.filter((e) => e.ph === 'X' && e.tdur !== undefined);
const sum = (n, a, b) => X.filter((e) => e.name === n && e.ts >= a && e.ts <= b).reduce((s, e) => s + e.tdur, 0) / 1000;
const rows = [];
inputs.sort((a, b) => a.ts - b.ts).forEach((e) => {
  const c = commits.find((c) => c.ts > e.ts + 500); if (!c) return;
  // thread time: tts of commit end minus tts of input start
  rows.push([(c.tts + (c.tdur || 0) - e.tts) / 1000, sum('FunctionCall', e.ts, c.ts), sum('Layout', e.ts, c.ts), sum('UpdateLayoutTree', e.ts, c.ts), sum('ParseHTML', e.ts, c.ts), sum('Paint', e.ts, c.ts), sum('PrePaint', e.ts, c.ts)]);
});
const q = (i, s) => { const l = rows.map((r) => r[i]).sort((a, b) => a - b); return l[Math.min(l.length - 1, Math.floor(l.length * s))].toFixed(2); };
console.log(name.padEnd(8), rows.length, ['all', 'script', 'layout', 'style', 'parse', 'paint', 'prepaint'].map((n, i) => `${n} ${q(i, .5)}/${q(i, .95)}`).join('  '));
await context.close(); await host.close();
}
await browser.close();
