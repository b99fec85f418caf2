import { launch } from '/tmp/x/tests/e2e/browser.mjs';
import { serve } from '/tmp/x/tests/e2e/server.mjs';
const host = await serve('/tmp/x/dist'); const b = await launch();
for (const [w,h,s,name] of [[360,640,'light','q360'],[1280,800,'dark','q1280']]) {
 const c = await b.newContext({viewport:{width:w,height:h},colorScheme:s}); const p = await c.newPage();
 await p.goto(host.url+'#/check/new'); await p.waitForSelector('html[data-ready="true"]'); await p.locator('#setup-group').waitFor();
 await p.locator('#setup-group').check(); await p.locator('#setup-together').check(); await p.screenshot({path:`/tmp/shots/${name}-new.png`,fullPage:true});
 await p.locator('button.button--go').click(); await p.waitForFunction(()=>location.hash==='#/check/1'); await p.waitForTimeout(400);
 await p.locator('input[value="1"]').check(); await p.evaluate(()=>scrollTo(0,0)); await p.waitForTimeout(200); await p.screenshot({path:`/tmp/shots/${name}.png`});
 console.log(await p.evaluate(()=>[document.documentElement.scrollHeight, document.querySelector('.scale').getBoundingClientRect().bottom, document.querySelector('.actions--sticky').getBoundingClientRect().top]));
}
await b.close(); await host.close();
