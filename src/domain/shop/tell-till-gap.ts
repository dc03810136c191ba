import type { Business } from '../tenants/business.ts';

/** The owners hear of a till that somebody else counted and that differs, with who it was. */
export async function tellTillGap({ db, notices, id, now, code }: Business, personId: string, { counted, expected }: { counted: number; expected: number }): Promise<void> {
  const { fullName } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { fullName: true } });
  notices.push({
    key: `till:${id}:${now.toISOString()}`, to: { owners: true }, purpose: 'alert', what: counted < expected ? 'tillShort' : 'tillOver',
    values: { name: fullName, amount: counted, wanted: expected, gap: Math.abs(counted - expected) }, offers: [{ verb: 'till', line: `caisse ${code}` }],
  });
}
