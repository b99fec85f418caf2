// A second browser engine: Debian's Firefox, headless, driven over WebDriver BiDi. (Playwright drives only a Firefox of its
// own, which is in no package registry.)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { PHONE } from './browser.mjs';

const PREFERENCES = {
  // As people have it: files strictly apart, which a driver loosens, and a mouse, which a headless Firefox lacks.
  'security.fileuri.strict_origin_policy': true,
  'ui.primaryPointerCapabilities': 6,
  'ui.allPointerCapabilities': 6,
  // Nothing is asked of Mozilla; the rest of that, Firefox switches off by itself when it is driven.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/**
 * Opens a page in a browser of its own.
 *
 * `said`: what the page has said, exceptions and refusals of its policy included. `requests`: the addresses it has asked for.
 */
export async function open() {
  // A home of its own: caches and downloads go nowhere else, and root may start it.
  const home = mkdtempSync(join(tmpdir(), 'ashar-firefox-'));
  const tidy = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  // Also when the test is ended from outside, or fails without closing.
  process.once('exit', tidy);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr',
    extraPrefsFirefox: PREFERENCES,
    defaultViewport: PHONE,
    env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  const [page] = await browser.pages();
  /** @type {string[]} */
  const said = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error instanceof Error ? error.message : error}`));
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => dialog.accept());
  return {
    page,
    said,
    requests,
    close: async () => {
      await browser.close();
      process.off('exit', tidy);
      tidy();
    },
  };
}
