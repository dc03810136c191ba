import type { Config } from './config.ts';
import type { Prisma } from './db/open-database.ts';
import { storePaymentNews } from './db/payments.ts';
import { webhookSecretOf } from './domain/payments/account-keys.ts';
import type { Logger } from './logger.ts';
import type { PaymentLine } from './web/webhooks/fedapay.ts';

type Line = { db: Prisma; config: Pick<Config, 'fedapay' | 'secretKey'>; now: () => Date; logger: Logger; ring: () => void };

/** What the webhook of payments is handed: the secret of each account, the platform's own among them, and where news are kept. */
export const paymentLine = ({ db, config: { fedapay, secretKey }, now, logger, ring }: Line): PaymentLine => ({
  isOff: fedapay.mode === 'off',
  ring,
  store: (news) => storePaymentNews(db, news, now()),
  secretOf: async (ref) => {
    if (ref === 'platform') return fedapay.mode === 'off' ? undefined : fedapay.settings.webhookSecret;
    const account = await db.paymentAccount.findUnique({ where: { ref } });
    const secret = account === null ? undefined : webhookSecretOf(account, secretKey);
    if (account !== null && secret === undefined) logger.error('the key of a payment account does not open', { account: ref });
    return secret;
  },
});
