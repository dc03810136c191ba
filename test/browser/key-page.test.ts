import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { GOOD, pageForAfi } from '../helpers/key-page.ts';
import { openWorld, type World } from '../helpers/world.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const installed = existsSync(CHROMIUM);
if (!installed) console.info(`The browser test of the page for keys is skipped: there is no ${CHROMIUM}.`);
const inBrowser = installed ? describe : describe.skip;
const PHONE = { width: 360, height: 740 };
const SHOTS = process.env['SHOTS'];

inBrowser('J18 · the page for keys in a browser', () => {
  let browser: Browser;
  let world: World;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => { browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS }); });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = await openWorld();
    page = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.goto(await pageForAfi(world));
  });
  afterEach(() => world.close());

  const shoot = async (name: string) => { if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }); };
  async function press(secretKey: string): Promise<void> {
    await page.fill('[name=secretKey]', secretKey);
    await page.fill('[name=webhookSecret]', GOOD.webhookSecret);
    await page.click('button');
  }

  test('J18 · on a phone without scripts: a wrong key is said and forgotten, the right one connects, and the page is spent', async () => {
    await shoot('key-form');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await press('sk_live_wrong_or_somebody_else');
    await page.locator('.problem', { hasText: 'FedaPay ne reconnaît pas cette clé' }).waitFor();
    expect([await page.inputValue('[name=secretKey]'), await page.inputValue('[name=webhookSecret]')]).toEqual(['', '']);
    await shoot('key-wrong');

    await press(GOOD.secretKey);
    await page.locator('code', { hasText: '/webhooks/fedapay/AFI' }).waitFor();
    await shoot('key-done');
    expect(await page.content()).not.toContain(GOOD.secretKey);
    await page.goto(page.url());
    await page.locator('h1', { hasText: 'n’est plus valable' }).or(page.locator('h1', { hasText: 'n\'est plus valable' })).waitFor();
    expect(complaints.filter((each) => !/status of (404|422)/.test(each))).toEqual([]);
  });
});
