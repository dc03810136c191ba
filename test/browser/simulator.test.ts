import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startEchoWorld, type EchoWorld } from '../standins/echo-world.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const installed = existsSync(CHROMIUM);
if (!installed) console.info(`The browser tests of the simulator are skipped: there is no ${CHROMIUM}.`);
const inBrowser = installed ? describe : describe.skip;

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
const VIEWS = ['people', 'whatsapp', 'phone', 'faults', 'text'];

/** Read in the page: what can be tapped and is under 40 px; links inside a text and hidden things apart. */
const TOO_SMALL = `[...document.querySelectorAll('button, summary, select, textarea, a, input:not([type=hidden])')].flatMap((target) => {
  const box = (target.matches('[type=radio], [type=checkbox], [type=file]') ? target.closest('label') : target).getBoundingClientRect();
  const shown = box.width > 1 && box.height > 1 && !target.closest('.said, .hidden') && target.checkVisibility();
  return shown && (box.height < 40 || box.width < 40) ? [target.tagName + '.' + target.className + ' ' + box.width + '×' + box.height] : [];
})`;

inBrowser('the simulator in a browser', () => {
  let browser: Browser;
  let world: EchoWorld;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => { browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS }); });
  afterAll(() => browser.close());
  beforeEach(async () => {
    world = await startEchoWorld();
    page = await open(DESK);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await world.close();
  });

  async function open(viewport: { width: number; height: number }, javaScriptEnabled = true): Promise<Page> {
    const opened = await (await browser.newContext({ viewport, javaScriptEnabled })).newPage();
    complaints = [];
    opened.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    opened.on('pageerror', (error) => complaints.push(error.message));
    await opened.goto(`${world.url}/simulator`);
    return opened;
  }
  const says = (text: string) => page.locator('.thread .theirs .said', { hasText: text }).waitFor();
  async function write(text: string): Promise<void> {
    const box = page.locator('.smartphone .write textarea');
    await box.fill(text);
    await box.press('Enter');
  }
  const keys = async (typed: string) => { for (const key of typed) await page.click(`[data-key="${key}"]`); };
  const transcript = () => page.inputValue('.transcript textarea');

  test('Awa writes, taps a button, picks from the list, and her ticks turn blue, without one reload', async () => {
    await page.evaluate('document.title = "the same page"');
    await write('menu');
    await says('Que voulez-vous faire ?');
    await page.locator('.message.mine .ticks.read').first().waitFor();
    await page.click('.tap >> text=Commander');
    await page.click('.sheet summary');
    await page.click('.row >> text=Bazin riche');
    await says('Vous avez dit : Bazin riche');
    expect(await page.locator('.sheet[open]').count()).toBe(0);
    expect(await transcript()).toContain('> menu\nQue voulez-vous faire ?\n[Commander]\n[Payer]\n[Aide]\n> [Commander]\nChoisissez un tissu');
    expect(await page.title()).toBe('the same page');
    expect(complaints).toEqual([]);
  });

  test('a list somebody is choosing from stays open while news comes, which is shown when it closes', async () => {
    await write('menu');
    await page.click('.tap >> text=Commander');
    await page.click('.sheet summary');
    await world.griot.send({ to: '+2290196000001', type: 'text', text: { body: 'Une nouvelle' } });
    while (!(await transcript()).includes('Une nouvelle')) await page.waitForTimeout(20);
    expect(await page.locator('.sheet[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await says('Une nouvelle');
  });

  test('what comes unasked appears by itself, and what is half written stays', async () => {
    await page.locator('.smartphone .write textarea').fill('à moitié écr');
    await world.griot.send({ to: '+2290196000001', type: 'text', text: { body: '<img src=x onerror=alert(1)> *Prête* !' } });
    await says('<img src=x onerror=alert(1)> Prête !');
    expect(await page.inputValue('.smartphone .write textarea')).toBe('à moitié écr');
    expect(await page.locator('.thread .said img').count()).toBe(0);
  });

  test('she attaches each kind of thing, and a file of her own', async () => {
    for (const what of ['photo', 'document', 'voice', 'location', 'contact', 'sticker']) {
      await page.click('.attach summary');
      await page.click(`.attach-${what}`);
    }
    await says('Vous avez dit : (sticker)');
    await page.setInputFiles('.own-file input[type=file]', { name: 'tissu.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgo=', 'base64') });
    await page.locator('.message.mine .image').nth(1).waitFor();
    expect(await page.locator('.message.mine').count()).toBe(7);
  });

  test('she dials with the keys, answers, is cut off, and meets a wrong code', async () => {
    await keys('*384*22#');
    await page.click('.key.green');
    await page.locator('.screen', { hasText: 'Bienvenue chez Griot' }).waitFor();
    await keys('19');
    await page.click('[data-erase]');
    await page.click('.popup .soft >> text=Envoyer');
    await page.locator('.screen', { hasText: 'Vous avez tape 1' }).waitFor();
    await page.click('.faults >> text=Couper la session USSD');
    await page.locator('.dial').waitFor();
    await keys('*100#');
    await page.click('.key.green');
    await page.locator('.screen.broken').waitFor();
    await page.click('.popup .soft >> text=OK');
    await page.locator('.dial').waitFor();
    expect(await transcript()).toContain('> 1\nCON Vous avez tape 1\n0. Retour\n> /drop\n> *100#\n[network error]');
  });

  test('the keyboard alone is enough: dial, answer, end', async () => {
    await page.focus('.dial input');
    await page.keyboard.type('*384*22#\n');
    await page.locator('.popup input').waitFor();
    expect(await page.evaluate('document.activeElement.matches(".popup input")')).toBe(true);
    await page.keyboard.type('2\n');
    await page.locator('.screen', { hasText: 'Au revoir.' }).waitFor();
  });

  test('an SMS comes and goes', async () => {
    await page.fill('.sms textarea', 'ou est 42');
    await page.press('.sms textarea', 'Enter');
    await page.locator('.inbox .theirs', { hasText: 'Bien recu : ou est 42' }).waitFor();
  });

  test('WhatsApp is told to refuse, says so, and is put right again', async () => {
    await page.selectOption('[name=refuse]', '131047');
    await page.click('.faults .strong');
    await page.locator('.faults .on').waitFor();
    await write('Bonjour');
    await page.locator('.note', { hasText: '131047' }).waitFor();
    await page.click('.faults .buttons .plain');
    await page.locator('.faults .on').waitFor({ state: 'detached' });
    expect(await page.inputValue('[name=refuse]')).toBe('');
  });

  test('another phone is another conversation', async () => {
    await write('Bonjour');
    await says('Vous avez dit : Bonjour');
    await page.click('.people >> text=Kofi Agbo');
    await page.locator('.holder', { hasText: '+2290196000010' }).waitFor();
    expect(await page.locator('.thread .message').count()).toBe(0);
    await page.fill('.other input[name=who]', '+221 77 123 45 67');
    await page.click('.other button');
    await page.locator('.holder', { hasText: '+221771234567' }).waitFor();
  });

  test('without JavaScript the same story plays, a page at a time', async () => {
    page = await open(PHONE, false);
    await page.fill('.smartphone .write textarea', 'menu');
    await page.click('.smartphone .send');
    await world.griot.idle();
    await page.click('.refresh');
    await page.click('.tap >> text=Payer');
    await page.click('.tabs >> text=Téléphone');
    await keys('*384*22#');
    await page.click('.key.green');
    await page.locator('.screen', { hasText: 'Bienvenue chez Griot' }).waitFor();
    await page.click('.tabs >> text=Texte');
    expect(await transcript()).toContain('> [Payer]\nVous avez dit : Payer');
  });

  test.each([['a small phone', PHONE], ['a desk', DESK]])('on %s nothing is wider than the screen and every target can be hit', async (_, viewport) => {
    page = await open(viewport);
    await write('liste');
    await page.locator('.sheet summary').waitFor();
    await write('https://griot.bj/un/lien/qui/ne/se/laisse/pas/couper/et/qui/est/vraiment/tres/long');
    await page.locator('.said a').first().waitFor();
    for (const view of viewport === PHONE ? VIEWS : ['whatsapp']) {
      if (viewport === PHONE) await page.click(`[data-tab=${view}]`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
      expect(await page.evaluate(TOO_SMALL)).toEqual([]);
    }
    await page.locator('[data-tab=whatsapp]').evaluate((tab: { click: () => void }) => { tab.click(); });
    await page.click('.sheet summary');
    expect(await page.evaluate(TOO_SMALL)).toEqual([]);
  });
});
