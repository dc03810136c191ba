import { workIn } from '../../src/conversation/work-in.ts';
import { openKeyPage } from '../../src/domain/payments/key-page.ts';
import type { World } from './world.ts';

export const GOOD = { secretKey: 'sk_live_of_afi_0123456789', webhookSecret: 'wh_live_of_afi_0123456789' };

/** A page for the keys of Atelier Afi, whose account is known at FedaPay and not here; its address on this machine. */
export async function pageForAfi(world: World, phone = '+2290197000001'): Promise<string> {
  world.standins.fedapay?.addAccount({ ref: 'AFI', ...GOOD, webhookUrl: `${world.local}/webhooks/fedapay/AFI` });
  await world.db.paymentAccount.deleteMany({ where: { ref: 'AFI' } });
  return anotherPage(world, phone);
}

/** A page for other keys: those that Atelier Afi has stay. */
export async function anotherPage(world: World, phone = '+2290197000001'): Promise<string> {
  const { id } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'AFI' } });
  const { personId } = await world.db.contactPerson.findFirstOrThrow({ where: { contact: { phone } } });
  const now = world.now();
  const { result } = await world.db.$transaction((tx) => workIn(tx, id, { now, actor: 'member:afi', role: 'owner', channel: 'whatsapp' }, { texts: world.texts, serviceCode: '*384*22#', publicUrl: world.config.publicUrl, now }, (business) => openKeyPage(business, personId)));
  return `${world.local}/keys/${result.token}`;
}

/** Types the keys on the page behind the last link among these lines, as a browser would. Gives what is wrong with them, or the headline of what it shows then. */
export async function typeKeys(world: World, lines: readonly string[], typed: string): Promise<string> {
  const token = lines.map((line) => /\/keys\/([\w-]+)/.exec(line)?.[1]).findLast((found) => found !== undefined);
  if (token === undefined) throw new Error('no page for keys was sent to this phone');
  const [secretKey = '', webhookSecret = ''] = typed.split(' ');
  const answer = await fetch(`${world.local}/keys/${token}`, { method: 'POST', body: new URLSearchParams({ secretKey, webhookSecret }) });
  const page = await answer.text();
  const [, said = ''] = /role="alert">([^<]+)</.exec(page) ?? /<h1>([^<]+)</.exec(page) ?? [];
  return `Page: ${said.replaceAll('&#39;', "'")}`;
}
