import { PHONE, launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
import { writeFileSync } from 'node:fs';
const [folder, out] = process.argv.slice(2);
const browser = await launch();
const host = await serve(folder);
const context = await browser.newContext({ viewport: PHONE, hasTouch: true, serviceWorkers: 'block' });
const page = await context.newPage();
await page.goto(host.url); await page.waitForSelector('html[data-ready="true"]');
const box = page.locator('input[type=search]'); await box.click();
const frame = () => page.evaluate(() => new Promise((d) => requestAnimationFrame(() => setTimeout(d))));
const type = async (q) => { for (const l of q) { await page.keyboard.insertText(l); await frame(); } };
await type('irrigation canal'); await box.fill(''); await page.waitForTimeout(800);
const cdp = await context.newCDPSession(page);
await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
await cdp.send('Profiler.start');
for (const q of ['irrigation canal', 'kindergaten', 'ФАП', 'таза суу', 'refugees', 'budget hearing', 'zzqx']) { await type(q); await box.fill(''); await frame(); }
const { profile } = await cdp.send('Profiler.stop');
const self = {};
const byId = new Map(profile.nodes.map((n) => [n.id, n]));
profile.samples.forEach((id, i) => { const n = byId.get(id); const k = `${n.callFrame.functionName}|${n.callFrame.url.split('/').pop()}`; self[k] = (self[k] || 0) + (profile.timeDeltas[i] || 0); });
writeFileSync(out, JSON.stringify(Object.entries(self).sort((a, b) => b[1] - a[1]).slice(0, 120)));
// inclusive
const parent = {}; profile.nodes.forEach((n) => (n.children || []).forEach((c) => { parent[c] = n.id; }));
const incl = {};
profile.samples.forEach((id, i) => { const seen = new Set(); for (let p = id; p; p = parent[p]) { const n = byId.get(p); const k = `${n.callFrame.functionName}|${n.callFrame.url.split('/').pop()}`; if (!seen.has(k)) { seen.add(k); incl[k] = (incl[k] || 0) + (profile.timeDeltas[i] || 0); } } });
writeFileSync(out + '.incl', JSON.stringify(Object.entries(incl).sort((a, b) => b[1] - a[1]).slice(0, 150)));
await browser.close(); await host.close();
