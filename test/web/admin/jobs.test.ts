import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aClient, ago, openOffice } from './clients.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

let serial = 0;
async function parked(contactId?: string) {
  serial += 1;
  const { id } = await office.db.due.create({ data: { key: `job:${serial}`, kind: 'media.fetch', ...(contactId === undefined ? {} : { contactId }), status: 'parked', attempts: 7, error: 'TypeError', runAt: ago(60), createdAt: ago(90) } });
  return { id, path: `/admin/jobs/${id}` };
}
const jobOf = (id: bigint) => office.db.due.findUniqueOrThrow({ where: { id } });
const lastAudit = () => office.db.auditLog.findFirstOrThrow({ orderBy: { id: 'desc' } });

test('a job that failed is listed with what it does, for whom and why, and is done again once', async () => {
  const awa = await aClient(office.db);
  const { id, path } = await parked(awa.id);
  for (const page of ['/admin', '/admin/jobs']) {
    const { text } = await office.sika.get(page);
    for (const words of ['Chercher un fichier reçu', '7 essais', 'TypeError', `+229********${awa.phone.slice(-2)}`, `${path}/replay`]) expect([page, text]).toEqual([page, expect.stringContaining(words)]);
    expect(text).not.toContain(awa.phone);
  }
  expect((await office.sika.get('/admin')).text).toMatch(/<strong>1<\/strong> tâche en échec/);

  expect((await office.sika.post(`${path}/replay`, { back: '/admin/jobs' })).location).toBe('/admin/jobs?done=jobReplayed');
  expect(await jobOf(id)).toMatchObject({ status: 'waiting', attempts: 0, leaseUntil: null, runAt: office.clock.now });
  expect(await lastAudit()).toMatchObject({ action: 'job.replayed', entityId: String(id), before: { kind: 'media.fetch', attempts: 7 }, actor: expect.stringMatching(/^operator:/) });
  expect((await office.sika.post(`${path}/replay`, { back: '/admin/jobs' })).location).toBe('/admin/jobs?done=gone');
});

test('is given up with a reason only, which the audit keeps', async () => {
  const { id, path } = await parked();
  expect((await office.sika.post(`${path}/discard`, { reason: ' ', back: '/admin/jobs' })).location).toBe('/admin/jobs?done=noReason');
  expect((await office.sika.post(`${path}/discard`, { reason: 'Fichier expiré', back: '/admin/jobs' })).location).toBe('/admin/jobs?done=jobDiscarded');
  expect(await jobOf(id)).toMatchObject({ status: 'discarded' });
  expect(await lastAudit()).toMatchObject({ action: 'job.discarded', reason: 'Fichier expiré' });
  expect((await office.sika.get('/admin/jobs')).text).toContain('Aucune tâche en échec.');
});

test.each(['abc', '-1', '9'.repeat(30)])('number %s does not exist', async (id) => {
  for (const act of ['replay', 'discard']) expect((await office.sika.post(`/admin/jobs/${id}/${act}`)).status).toBe(404);
});
