import { PHONE, launch } from '../e2e/browser.mjs';
import { serve } from '../e2e/server.mjs';
const pages = Object.fromEntries(process.argv.slice(2).map((p) => p.split('=')));
const browser = await launch();
for (let round = 0; round < 2; round++)
for (const [name, folder] of Object.entries(pages)) {
  const host = await serve(folder);
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(host.url); await page.waitForSelector('html[data-ready="true"]');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const box = page.locator('input[type=search]'); await box.click();
  const m = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((x) => [x.name, x.value]));
  let n = 0, per = [];
  for (const q of ['irrigation canal','irrigation canal', 'kindergaten', 'ФАП', 'таза суу', 'refugees', 'budget hearing', 'zzqx']) {
    for (const l of q) {
      const a = await m();
      await page.keyboard.insertText(l);
      await page.evaluate(() => new Promise((d) => requestAnimationFrame(() => setTimeout(d))));
      const b = await m();
      if (n++ >= 16) per.push(['TaskDuration','ScriptDuration','LayoutDuration','RecalcStyleDuration'].map((k) => (b[k] - a[k]) * 1000));
    }
    await box.selectText(); await page.keyboard.press('Backspace');
    await page.evaluate(() => new Promise((d) => requestAnimationFrame(() => setTimeout(d))));
  }
  const med = (i, q = .5) => per.map((p) => p[i]).sort((x, y) => x - y)[Math.floor(per.length * q)].toFixed(2);
  console.log(name, 'task', med(0), 'p95', med(0, .95), 'script', med(1), 'p95', med(1,.95), 'layout', med(2), 'style', med(3));
  await context.close(); await host.close();
}
await browser.close();
