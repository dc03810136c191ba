import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { forTenant } from '../../../src/db/for-tenant.ts';
import { verifyAudit, writeAudit } from '../../../src/domain/operators/audit.ts';
import { createFirstOperator } from '../../../src/domain/operators/first-operator.ts';
import { limitTries } from '../../../src/domain/operators/limit-tries.ts';
import { hashPassword, matchesNothing, passwordMatches } from '../../../src/domain/operators/password.ts';
import { EMAIL, NOW, openAdmin, PASSWORD } from './browser.ts';

let admin: Awaited<ReturnType<typeof openAdmin>>;
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

beforeAll(async () => {
  admin = await openAdmin({ production: true });
  await createFirstOperator(admin.db, { email: EMAIL, password: PASSWORD, now: NOW });
});
afterAll(() => admin.close());
/** Tries of one test are a minute old in the next. */
afterEach(() => {
  admin.clock.now = new Date(admin.clock.now.getTime() + 61_000);
});

describe('who is not signed in', () => {
  test.each(['/admin', '/admin/', '/admin/waiting', '/admin/parked', '/admin/contacts/0198a000-0000-7000-8000-000000000001', '/admin/nowhere', '/admin/password'])('ends on the sign-in page, which is 200, from %s', async (path) => {
    const browser = admin.browser();
    expect((await browser.get(path)).status).toBe(303);
    const page = await browser.follow(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Se connecter');
  });

  test.each(['/admin/parked/1/replay', '/admin/logout', '/admin/contacts/find'])('posts nothing to %s', async (path) => {
    expect(await admin.browser().post(path)).toMatchObject({ status: 303, location: '/admin/login' });
  });

  test('enters with no token that is invented, empty or of another cookie', async () => {
    const browser = admin.browser();
    for (const token of ['', 'x', 'a'.repeat(5000), '%00']) {
      browser.cookies.set('griot_admin', token);
      expect((await browser.get('/admin')).location).toBe('/admin/login');
    }
  });
});

describe('Sika signs in', () => {
  test('with her e-mail spelt as she likes, sees the home page, and leaves', async () => {
    const browser = admin.browser();
    expect(await browser.signIn(` ${EMAIL.toUpperCase()} `)).toMatchObject({ status: 303, location: '/admin' });
    expect((await browser.get('/admin')).text).toContain('Personne n’attend.');
    expect((await browser.get('/admin/login')).location).toBe('/admin');

    const kept = browser.cookies.get('griot_admin') ?? '';
    expect((await browser.post('/admin/logout')).location).toBe('/admin/login');
    expect(browser.cookies.has('griot_admin')).toBe(false);
    browser.cookies.set('griot_admin', kept);
    expect((await browser.get('/admin')).location).toBe('/admin/login');
  });

  test('and her cookie is for this place, this scheme and no script; the database has only its hash', async () => {
    const browser = admin.browser();
    const cookie = (await browser.signIn()).headers.getSetCookie().join();
    for (const part of ['Path=/admin', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Expires=']) expect(cookie).toContain(part);
    const token = browser.cookies.get('griot_admin') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await admin.db.operatorSession.findMany())).not.toContain(token);
  });

  test('and is out after twelve hours, or at once when she is disabled', async () => {
    const [browser, other] = [admin.browser(), admin.browser()];
    await browser.signIn();
    const signedInAt = admin.clock.now.getTime();
    admin.clock.now = new Date(signedInAt + 12 * 3_600_000 - 1);
    expect((await browser.get('/admin')).status).toBe(200);
    admin.clock.now = new Date(signedInAt + 12 * 3_600_000);
    expect((await browser.get('/admin')).status).toBe(303);

    await other.signIn();
    await admin.db.operator.update({ where: { email: EMAIL }, data: { disabledAt: admin.clock.now } });
    expect((await other.get('/admin')).status).toBe(303);
    expect((await admin.browser().signIn()).status).toBe(401);
    await admin.db.operator.update({ where: { email: EMAIL }, data: { disabledAt: null } });
  });

  test('and reads English when she asks, also on the next page; no other language is obeyed', async () => {
    const browser = admin.browser();
    expect((await browser.get('/admin/login?lang=en')).text).toContain('<html lang="en">');
    expect((await browser.get('/admin/login?lang=%3Cscript%3E')).text).toContain('Sign in');
    expect((await browser.get('/admin/login?lang=fr')).text).toContain('Connexion');
  });
});

describe('a wrong password', () => {
  test('is one sentence, the same for an account that does not exist; the sixth try is refused even when right', async () => {
    const browser = admin.browser();
    const known = await browser.signIn(EMAIL, 'wrong');
    const unknown = await browser.signIn('nobody@griot.test', 'wrong');
    expect([known.status, unknown.status]).toEqual([401, 401]);
    expect(known.text.replace(EMAIL, '')).toBe(unknown.text.replace('nobody@griot.test', ''));
    expect(known.text).toContain('E-mail ou mot de passe incorrect.');

    for (let count = 0; count < 3; count++) expect((await browser.signIn(EMAIL, 'wrong')).status).toBe(401);
    const sixth = await browser.signIn();
    expect(sixth.status).toBe(429);
    expect(sixth.text).toContain('Trop d’essais. Attendez une minute');
    expect(sixth.headers.get('Retry-After')).toBe('60');
    admin.clock.now = new Date(admin.clock.now.getTime() + 60_000);
    expect((await browser.signIn()).status).toBe(303);
  });

  test('five at the same moment are five, and a sixth beside them is too many', async () => {
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await admin.browser().signIn(EMAIL, 'wrong')).status));
    expect(statuses.sort()).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('counts per account and per address, and a right one does not count', () => {
    const take = limitTries({ max: 5, windowMs: 60_000 });
    for (let count = 0; count < 20; count++) take(['account:a', 'address:1'], NOW)?.();
    for (let count = 0; count < 5; count++) expect(take(['account:a', `address:${count}`], NOW)).toBeDefined();
    expect(take(['account:a', 'address:9'], NOW)).toBeUndefined();
    expect(take(['account:b', 'address:9'], NOW)).toBeDefined();
    expect(take(['account:a', 'address:9'], minutesLater(1))).toBeDefined();
  });

  test.each<Record<string, string>>([{ email: EMAIL, password: '' }, { email: '', password: PASSWORD }, { email: EMAIL, password: 'x'.repeat(201) }, { email: `"><script>alert(1)</script>`, password: 'x' }, {}])('%j is refused, and comes back escaped', async (fields) => {
    const page = await admin.browser().post('/admin/login', fields);
    expect(page.status).toBe(401);
    expect(page.text).not.toContain('<script');
  });
});

describe('a page', () => {
  test('DIG-26 · runs no script, is framed by nobody and kept nowhere', async () => {
    const { headers, text } = await admin.browser().get('/admin/login');
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const rule of ["default-src 'none'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Strict-Transport-Security')).toContain('max-age');
    expect(text).not.toMatch(/<script|<style| style=| on\w+=/);
    expect((await admin.browser().get('/admin/admin.css')).headers.get('Content-Type')).toContain('text/css');
  });

  test.each([['no token', ''], ['a token of somebody else', 'x'.repeat(43)]])('posted with %s is refused and does nothing', async (_, csrf) => {
    const browser = admin.browser();
    await browser.signIn();
    expect((await browser.post('/admin/logout', { csrf })).status).toBe(403);
    expect((await browser.get('/admin')).status).toBe(200);
  });

  test.each(['cross-site', 'same-site'])('posted from a %s page is refused, the sign-in too', async (site) => {
    expect((await admin.browser().post('/admin/login', { email: EMAIL, password: PASSWORD }, { 'Sec-Fetch-Site': site })).status).toBe(403);
  });

  test('that does not exist says so to who is signed in', async () => {
    const browser = admin.browser();
    await browser.signIn();
    for (const path of ['/admin/nowhere', '/admin/contacts/1', '/admin/contacts/0198a000-0000-7000-8000-000000000001']) expect((await browser.get(path)).status).toBe(404);
  });
});

describe('the first operator', () => {
  test('is made once; a password from the configuration is not given back', async () => {
    expect(await createFirstOperator(admin.db, { now: NOW })).toBeUndefined();
    expect(await admin.db.operator.count()).toBe(1);
  });

  test('without configuration gets a password to read out, made once by two starts, and must change it before anything else', async () => {
    await admin.db.operatorSession.deleteMany();
    await admin.db.operator.deleteMany();
    const [one, two] = await Promise.all([createFirstOperator(admin.db, { now: NOW }), createFirstOperator(admin.db, { now: NOW })]);
    const made = one ?? two;
    expect([one, two]).toContain(undefined);
    expect(made).toEqual({ email: 'operator@griot.local', password: expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/) });

    const [browser, other] = [admin.browser(), admin.browser()];
    const { email = '', password: current = '' } = made ?? {};
    await other.signIn(email, current);
    await browser.signIn(email, current);
    expect((await browser.get('/admin')).location).toBe('/admin/password');
    expect((await browser.get('/admin/password')).text).toContain('provisoire');
    expect((await browser.post('/admin/parked/1/replay')).location).toBe('/admin/password');

    const wanted = 'quatre pirogues bleues';
    const refused = [{ current: 'wrong', wanted, again: wanted }, { current, wanted: 'court', again: 'court' }, { current, wanted, again: `${wanted}!` }, { current, wanted: current, again: current }];
    for (const fields of refused) expect((await browser.post('/admin/password', fields)).status).toBe(422);
    expect((await browser.post('/admin/password', { current, wanted, again: wanted })).location).toBe('/admin?done=passwordChanged');

    expect((await browser.get('/admin')).status).toBe(200);
    expect((await other.get('/admin/password')).location).toBe('/admin/login');
    expect((await admin.browser().signIn(email, current)).status).toBe(401);
    expect((await admin.browser().signIn(email, wanted)).status).toBe(303);
  });
});

test('a password is stored with its cost and a salt, opens in either spelling of its accents, and nothing opens a decoy', async () => {
  const [one, two] = [await hashPassword('é'.normalize('NFC')), await hashPassword('é')];
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  expect(one).not.toBe(two);
  expect(await passwordMatches('é'.normalize('NFD'), one)).toBe(true);
  expect(await passwordMatches('e', one)).toBe(false);
  expect(await passwordMatches('', matchesNothing())).toBe(false);
});

describe('the audit', () => {
  const row = { actor: 'operator:1', action: 'stock.moved', entity: 'Product', entityId: 'p1', before: { z: 1, a: { n: 0.1, m: [1, null, 'é"\\'] } }, after: { a: -0, big: 1e21 }, reason: 'inventaire', at: NOW };

  test('of everything done so far holds', async () => {
    expect(await admin.db.auditLog.count({ where: { action: 'operator.signedIn' } })).toBeGreaterThan(5);
    expect(await verifyAudit(admin.db)).toEqual({ rows: await admin.db.auditLog.count() });
  });

  test('of one business holds beside another, written from behind the wall by ten at once', async () => {
    const tenants = await Promise.all(['AFI', 'DIOP'].map((code) => admin.db.tenant.create({ data: { code, name: code, country: 'BJ', timezone: 'Africa/Porto-Novo' } })));
    await Promise.all(Array.from({ length: 10 }, (_, n) => {
      const tenantId = tenants[n % 2]?.id ?? '';
      return admin.db.$transaction((tx) => forTenant(tx, tenantId, (own) => writeAudit(own, { ...row, tenantId, after: { n } })));
    }));
    for (const { id } of tenants) expect(await verifyAudit(admin.db, id)).toEqual({ rows: 5 });
  });

  test('shows a row that was altered, and one that was taken out', async () => {
    for (const action of ['one', 'two', 'three']) await admin.db.$transaction((tx) => writeAudit(tx, { ...row, action }));
    const [one, two, three] = await admin.db.auditLog.findMany({ where: { tenantId: null }, orderBy: { id: 'desc' }, take: 3 }).then((rows) => rows.toReversed());
    expect(await verifyAudit(admin.db)).not.toHaveProperty('brokenAt');

    await admin.db.$executeRaw`ALTER TABLE "AuditLog" DISABLE TRIGGER USER`;
    const alter = (reason: string) => admin.db.$executeRaw`UPDATE "AuditLog" SET reason = ${reason} WHERE id = ${two?.id}`;
    await alter('vol');
    expect(await verifyAudit(admin.db)).toMatchObject({ brokenAt: String(two?.id) });
    await alter(row.reason);
    expect(await verifyAudit(admin.db)).not.toHaveProperty('brokenAt');
    await admin.db.$executeRaw`DELETE FROM "AuditLog" WHERE id = ${two?.id}`;
    expect(await verifyAudit(admin.db)).toMatchObject({ brokenAt: String(three?.id) });
    expect(one?.action).toBe('one');
  });

  test('cannot be rewritten by the product itself', async () => {
    await admin.db.$executeRaw`ALTER TABLE "AuditLog" ENABLE TRIGGER USER`;
    await expect(admin.db.auditLog.updateMany({ data: { reason: 'x' } })).rejects.toThrow();
    await expect(admin.db.auditLog.deleteMany()).rejects.toThrow();
  });
});
