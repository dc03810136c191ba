import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { rest } from '../helpers/momo.ts';
import { openWorld, type World } from '../helpers/world.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const installed = existsSync(CHROMIUM);
if (!installed) console.info(`The browser tests of payments are skipped: there is no ${CHROMIUM}.`);
const inBrowser = installed ? describe : describe.skip;
const PHONE = { width: 360, height: 740 };
const SHOTS = process.env['SHOTS'];

inBrowser('a payment by hand, in a browser', () => {
  let browser: Browser;
  let world: World;
  let page: Page;

  beforeAll(async () => { browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS }); });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = await openWorld();
    await rest(world);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await world.close();
  });

  async function open(javaScriptEnabled = true): Promise<void> {
    page = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled })).newPage();
    await page.goto(`${world.local}/simulator`);
  }
  const shoot = async (name: string) => { if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` }); };
  const says = (text: string) => page.locator('.thread .theirs .said', { hasText: text }).last().waitFor();
  async function write(text: string): Promise<void> {
    world.clock.forward({ seconds: 4 });
    const box = page.locator('.smartphone .write textarea');
    await box.fill(text);
    await box.press('Enter');
  }
  let taps = 0;
  async function tap(title: string): Promise<void> {
    world.clock.forward({ seconds: 4 });
    taps += 1;
    const message = page.locator('.message').last();
    const button = message.locator('button', { hasText: title }).first();
    if (!(await button.isVisible())) await message.locator('summary').click();
    await button.click();
  }
  async function answers(words: string, title: string): Promise<void> {
    await says(words);
    await tap(title);
  }

  test('J1 · at 360 px Awa orders a boubou with her measures and pays the deposit in eight taps after « commander AFI »', async () => {
    await open();
    await write('commander AFI');
    await says('que voulez-vous coudre');
    await shoot('order-1');
    taps = 0;
    await tap('Boubou');
    await answers('Qui fournit le tissu', 'Moi');
    await answers('Une photo du tissu', 'Passer');
    await answers('Pour quand', 'Normal');
    await answers('Vos mesures du', 'Garder');
    await says('acompte : 12 500 F');
    await shoot('order-2-all');
    await tap('Valider et payer');
    await answers('Payer 12 500 F', 'MTN MoMo');
    await page.fill('.prompt .code', '0000');
    await page.click('.prompt .yes');
    taps += 1;
    await page.locator('.prompt').waitFor({ state: 'detached' });
    await rest(world);
    await says('12 500 F reçus par Atelier Afi');
    await shoot('order-3-paid');
    expect(taps).toBeLessThanOrEqual(8);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });

  test('E9 · at 360 px Awa pays what is left of 0042: her operator asks for the code, and the receipt comes', async () => {
    await open();
    await write('payer 42');
    await says('Payer 12 500 F');
    await shoot('pay-1-how');
    await tap('MTN MoMo');
    await page.locator('.prompt', { hasText: 'Payer 12 500 F à Atelier Afi 0042' }).waitFor();
    await shoot('pay-2-prompt');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    await page.click('[data-tab=phone]');
    await shoot('pay-3-keys');
    await page.click('[data-tab=whatsapp]');
    await page.fill('.prompt .code', '12');
    await page.click('.prompt .yes');
    await page.locator('.problem', { hasText: '4 ou 5 chiffres' }).waitFor();
    await shoot('pay-4-wrong');
    await page.fill('.prompt .code', '0000');
    await page.keyboard.press('Enter');
    await page.locator('.prompt').waitFor({ state: 'detached' });
    await rest(world);
    await says('entièrement payée, merci. Reçu');
    await shoot('pay-5-receipt');
  });

  test('E9 · without scripts she refuses the request, and pays by the link after all', async () => {
    await open(false);
    // A click does not wait for what it posts: without this the world may be at rest before it hears of it.
    const after = async (act: () => Promise<unknown>) => {
      world.clock.forward({ seconds: 4 });
      await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), act()]);
      await rest(world);
      await page.click('.refresh');
    };
    await page.fill('.smartphone .write textarea', 'payer 42');
    await after(() => page.click('.smartphone .send'));
    await page.locator('.sheet summary').last().click();
    await after(() => page.click('.row >> text=MTN MoMo'));
    await after(() => page.click('.prompt >> text=Refuser'));
    await says('non débités');
    await page.fill('.smartphone .write textarea', 'payer 42');
    await after(() => page.click('.smartphone .send'));
    await page.locator('.sheet summary').last().click();
    await after(() => page.click('.sheet[open] .row >> text=Carte, Wave, Orange'));
    await shoot('link-1');
    const simulator = page.url();
    const link = (await page.locator('.said a').last().getAttribute('href')) ?? '';
    // The world of a test takes whatever port is free: it does not know its own address.
    await page.goto(link.replace(world.config.publicUrl, world.local));
    await page.locator('h1', { hasText: '12 500 F CFA' }).waitFor();
    await shoot('link-2-page');
    await page.click('button >> text=Payer');
    await page.locator('.state', { hasText: 'Payé.' }).waitFor();
    await rest(world);
    await page.goto(simulator);
    await says('entièrement payée');
  });
});
