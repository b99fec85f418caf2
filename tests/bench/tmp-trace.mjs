import { PHONE, launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
const [folder] = process.argv.slice(2);
const browser = await launch();
const host = await serve(folder);
const context = await browser.newContext({ viewport: PHONE, hasTouch: true, serviceWorkers: 'block' });
const page = await context.newPage();
await page.goto(host.url); await page.waitForSelector('html[data-ready="true"]');
const box = page.locator('input[type=search]'); await box.click();
const type = async (q) => { for (const l of q) { await page.keyboard.insertText(l); await page.evaluate(() => new Promise((d) => requestAnimationFrame(() => setTimeout(d)))); } };
await type('irrigation canal'); await box.selectText(); await page.keyboard.press('Backspace');
await page.waitForTimeout(500);
await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'blink', 'cc', 'toplevel'] });
for (const q of ['water pipes', 'refugees']) { await type(q); await box.selectText(); await page.keyboard.press('Backspace'); await page.waitForTimeout(100); }
const buf = await browser.stopTracing();
const { traceEvents } = JSON.parse(buf.toString());
const names = {};
for (const e of traceEvents) if (e.name === 'thread_name') names[`${e.pid}:${e.tid}`] = e.args.name;
const mains = Object.keys(names).filter((k) => names[k] === 'CrRendererMain');
const byThread = {};
for (const k of mains) {
  const ev = traceEvents.filter((e) => e.ph === 'X' && `${e.pid}:${e.tid}` === k && e.tdur !== undefined).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const self = {}; const stack = [];
  for (const e of ev) {
    while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= e.ts) stack.pop();
    if (stack.length) self[stack.at(-1).name] = (self[stack.at(-1).name] || 0) - e.tdur;
    self[e.name] = (self[e.name] || 0) + e.tdur; stack.push(e);
  }
  const total = Object.values(self).reduce((a, b) => a + b, 0);
  if (total > 50000) { console.log(k, (total / 1000).toFixed(1)); Object.entries(self).sort((a, b) => b[1] - a[1]).slice(0, 22).forEach(([n, t]) => console.log('   ', n, (t / 1000).toFixed(1))); }
}
await browser.close(); await host.close();
