import { launch } from '/tmp/x/tests/e2e/browser.mjs';
import { serve } from '/tmp/x/tests/e2e/server.mjs';
const host = await serve('/tmp/x/dist');
const browser = await launch();
const [,, ...what] = process.argv;
for (const spec of what) {
  const [hash, width, scheme, name, full] = spec.split('|');
  const ctx = await browser.newContext({ viewport: { width: +width, height: width < 600 ? 740 : 900 }, colorScheme: scheme, deviceScaleFactor: 1 });
  const page = await ctx.newPage();
  await page.goto(host.url + hash); await page.waitForSelector('html[data-ready="true"]');
  await page.waitForTimeout(600);
  const clip = full?.includes('-') ? { x: 0, y: +full.split('-')[0], width: +width, height: +full.split('-')[1] } : undefined; await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: full !== undefined, clip });
  await ctx.close();
}
await browser.close(); await host.close();
