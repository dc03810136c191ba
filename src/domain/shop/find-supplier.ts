import type { Refused } from '../../scope.ts';
import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';

export type SupplierRow = { id: string; code: string; name: string; phone: string | null };

export const listSuppliers = ({ db }: Business): Promise<SupplierRow[]> =>
  db.supplier.findMany({ where: { archivedAt: null }, select: { id: true, code: true, name: true, phone: true }, orderBy: { name: 'asc' } });

/** By code, else by the beginning of any word of the name; several where that is not enough. */
export async function findSuppliers(business: Business, typed: string): Promise<SupplierRow[]> {
  const said = plain(typed);
  const all = await listSuppliers(business);
  const exact = all.filter(({ code, name }) => plain(code) === said || plain(name) === said);
  return exact.length > 0 || said === '' ? exact : all.filter(({ name }) => ` ${plain(name)}`.includes(` ${said}`));
}

const CODE_CHARS = 6;

/** Somebody whom the shop buys from; known by the same name already, they are given the new number. */
export async function addSupplier(business: Business, { name, phone }: { name: string; phone: string }): Promise<SupplierRow | Refused<'name'>> {
  const letters = plain(name).replaceAll(' ', '').slice(0, CODE_CHARS).toUpperCase();
  if (letters === '') return { refused: 'name' };
  const all = await business.db.supplier.findMany({ select: { id: true, code: true, name: true } });
  const same = all.find((each) => plain(each.name) === plain(name));
  if (same !== undefined) return business.db.supplier.update({ where: { id: same.id }, data: { phone, archivedAt: null }, select: { id: true, code: true, name: true, phone: true } });
  const taken = new Set(all.map(({ code }) => code));
  const code = [letters, ...all.map((_, at) => `${letters}${String(at + 2)}`)].find((each) => !taken.has(each)) ?? letters;
  return business.db.supplier.create({ data: { tenantId: business.id, code, name: name.trim(), phone }, select: { id: true, code: true, name: true, phone: true } });
}
