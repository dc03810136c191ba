import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';

/** Under which a client's own measures are kept, whatever their name becomes. Anybody else's have the name that was said. */
export const OWN = '';

/** As measures name the client: as they are called today. */
export async function ownName({ db }: Business, clientId: string): Promise<string> {
  const { person } = await db.client.findUniqueOrThrow({ where: { id: clientId }, select: { person: { select: { fullName: true } } } });
  return person.fullName;
}

/** Under which label the measures of somebody are found, as they were named: who says the client's own name means the client. */
export const labelOf = async (business: Business, clientId: string, whose: string): Promise<string> =>
  whose === OWN || plain(whose) === plain(await ownName(business, clientId)) ? OWN : whose;

/** Accents and capitals make nobody else of somebody. */
export const sameLabel = (one: string, other: string): boolean => called(one) === called(other);
const called = (label: string): string => plain(label) || label.trim();
