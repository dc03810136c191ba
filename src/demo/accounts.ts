import { createHmac } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Prisma } from '../db/open-database.ts';
import { sealAccount, secretKeyOf, webhookSecretOf, type AccountKeys } from '../domain/payments/account-keys.ts';

export type DemoAccount = AccountKeys & { ref: string };

/** The businesses of the cast whose clients can pay. */
const REFS = ['AFI', 'BINTOU', 'DIOP'];
/** As a live one: its prompts wait for somebody to answer them, on the phones of the simulator. */
const SIMULATED = 'sk_live_simulated_';

/** The accounts of the cast: on the key that is configured, or simulated, each with keys of its own that only SECRET_KEY gives. */
export function demoAccounts({ fedapay, secretKey }: Pick<Config, 'fedapay' | 'secretKey'>): DemoAccount[] {
  if (fedapay.mode === 'off') return [];
  if (fedapay.mode === 'real') return REFS.map((ref) => ({ ref, secretKey: fedapay.settings.secretKey, webhookSecret: fedapay.settings.webhookSecret }));
  return REFS.map((ref) => simulated(ref, secretKey));
}

function simulated(ref: string, key: string): DemoAccount {
  const derived = (what: string) => createHmac('sha256', key).update(`simulated payments ${ref} ${what}`).digest('hex').slice(0, 40);
  return { ref, secretKey: `${SIMULATED}${derived('key')}`, webhookSecret: `wh_${derived('webhook')}` };
}

/** The keys that owners have typed for the simulated FedaPay, which forgets them when it ends. What opens no more is given keys anew. */
export async function typedAccounts(db: Prisma, { fedapay, secretKey: key }: Pick<Config, 'fedapay' | 'secretKey'>): Promise<DemoAccount[]> {
  if (fedapay.mode !== 'simulated') return [];
  const rows = await db.paymentAccount.findMany({ where: { ref: { notIn: REFS } } });
  return Promise.all(rows.map(async (row) => {
    const [secretKey, webhookSecret] = [secretKeyOf(row, key), webhookSecretOf(row, key)];
    if (secretKey !== undefined && webhookSecret !== undefined) return { ref: row.ref, secretKey, webhookSecret };
    const account = simulated(row.ref, key);
    await db.paymentAccount.update({ where: { ref: row.ref }, data: sealAccount(row.ref, account, key) });
    return account;
  }));
}

/** Gives the cast its accounts, at each start: without SECRET_KEY what was sealed by an earlier process opens no more. */
export async function giveAccounts(db: Prisma, config: Pick<Config, 'fedapay' | 'secretKey'>, now: Date): Promise<void> {
  const tenants = await db.tenant.findMany({ where: { code: { in: REFS } }, select: { id: true, code: true } });
  for (const { ref, ...keys } of demoAccounts(config)) {
    const tenant = tenants.find(({ code }) => code === ref);
    if (tenant === undefined) continue;
    const sealed = sealAccount(ref, keys, config.secretKey);
    await db.paymentAccount.upsert({ where: { ref }, create: { ...sealed, tenantId: tenant.id, verifiedAt: now, createdAt: now }, update: sealed });
  }
}
