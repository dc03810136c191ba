import type { Tx } from '../../db/open-database.ts';
import type { Refused } from '../../scope.ts';
import { enrolPerson } from '../identity/enrol-person.ts';
import { inBusiness, type Acting } from '../tenants/business.ts';
import { findClient } from './find-client.ts';
import { lookUpPhone, type Holder } from './look-up-phone.ts';

/** Without a phone some clients come all their life. `another`: none of those known by this phone. */
export type WalkIn = { phone?: string } & ({ personId: string } | { name: string; another?: boolean });
export type Unadded = Refused<'phone' | 'unknown'> | (Refused<'known'> & { persons: Holder[] });

/** A client who stands in the workshop. Of those known by the phone one must be chosen, or somebody else be told. Outside the walls: persons and phones are no business's own. */
export async function addWalkIn(tx: Tx, tenantId: string, acting: Acting, walkIn: WalkIn): Promise<{ clientId: string; isNew: boolean } | Unadded> {
  const known = walkIn.phone === undefined ? { phone: undefined, persons: [] } : await lookUpPhone(tx, tenantId, walkIn.phone);
  if ('refused' in known) return known;
  const { phone, persons } = known;
  if ('personId' in walkIn && !persons.some(({ personId }) => personId === walkIn.personId)) return { refused: 'unknown' };
  if ('name' in walkIn && walkIn.another !== true && persons.length > 0) return { refused: 'known', persons };

  const personId = 'personId' in walkIn ? walkIn.personId : await enrolPerson(tx, { name: walkIn.name, phone, now: acting.now });
  return inBusiness(tx, tenantId, acting, (business) => findClient(business, { personId, phone, source: 'walk-in' }));
}
