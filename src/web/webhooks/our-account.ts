import type { Arrival } from '../../channels/channel.ts';
import { isAboutUs, type Ourselves } from '../../channels/whatsapp/about-us.ts';
import type { Prisma } from '../../db/open-database.ts';
import { OURSELVES as KEY } from '../../db/own-number.ts';

const NOBODY: Ourselves = { accounts: [], numbers: [] };

/**
 * One app may serve accounts that are not ours, and their news must change nothing here. Which account is ours nobody
 * configures: it is learned from the messages of our own number, and remembered.
 */
export async function keepToOurAccount(db: Prisma, { arrivals, seen }: { arrivals: Arrival[]; seen: Ourselves }): Promise<Arrival[]> {
  const news = arrivals.some(({ content }) => content.type === 'notice');
  if (!news && seen.accounts.length === 0) return arrivals;

  const known = await ourselves(db);
  const all: Ourselves = { accounts: union(known.accounts, seen.accounts), numbers: union(known.numbers, seen.numbers) };
  if (all.accounts.length > known.accounts.length || all.numbers.length > known.numbers.length) await remember(db, all);
  return arrivals.map((arrival) => {
    const { content } = arrival;
    return content.type !== 'notice' || isAboutUs(content, all) ? arrival : { ...arrival, content: { type: 'notOurs', phoneNumberId: content.account } };
  });
}

/** Our number as WhatsApp shows it, in digits: that of the last account we learned, once somebody has written to it. */
export const ourNumber = async (db: Prisma, simulated?: string): Promise<string | undefined> => (await ourselves(db)).numbers.at(-1) ?? simulated;

const union = (a: string[], b: string[]): string[] => [...new Set([...a, ...b])];

/** Read once per database: it grows when our number moves to another account, which is rare. */
const remembered = new WeakMap<Prisma, Ourselves>();

async function ourselves(db: Prisma): Promise<Ourselves> {
  const known = remembered.get(db);
  if (known !== undefined) return known;
  const row = await db.setting.findUnique({ where: { key: KEY } });
  const read = (row?.value as Ourselves | undefined) ?? NOBODY;
  remembered.set(db, read);
  return read;
}

async function remember(db: Prisma, all: Ourselves): Promise<void> {
  await db.setting.upsert({ where: { key: KEY }, create: { key: KEY, value: all }, update: { value: all } });
  remembered.set(db, all);
}
