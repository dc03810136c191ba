import type { Business } from './business.ts';

/** Who gives a paper, as it stands at its head. */
export type Head = { name: string; code: string; town?: string; phone?: string; taxIds: { ifu?: string; rccm?: string; ninea?: string } };

export function letterheadOf({ name, code, settings: { town, address, phone, taxIds } }: Business): Head {
  const place = [address, town].filter((part) => part !== undefined).join(', ');
  const { ifu, rccm, ninea } = taxIds;
  return {
    name, code, ...(place === '' ? {} : { town: place }), ...(phone === undefined ? {} : { phone }),
    taxIds: { ...(ifu === undefined ? {} : { ifu }), ...(rccm === undefined ? {} : { rccm }), ...(ninea === undefined ? {} : { ninea }) },
  };
}
