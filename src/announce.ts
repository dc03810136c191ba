import type { App } from './app.ts';
import { backupsOf, KEPT } from './backup/nightly.ts';

/** What somebody who just started Griot needs to know. */
export function announce({ config, database, nightly, standins, logger }: App, operator: { email: string; password: string } | undefined): void {
  const lines = [
    `Griot is ready on ${config.publicUrl}`,
    ...(config.production ? [] : [`Simulator: ${config.publicUrl}/simulator`]),
    `Admin: ${config.publicUrl}/admin`,
    ...(operator === undefined ? [] : [`First operator: ${operator.email} with the password ${operator.password} (shown this once, to be changed at the first sign-in)`]),
    database.embedded ? `Data: embedded PostgreSQL in ${config.dataDir} (for one small shop on one machine; set DATABASE_URL for a server)` : 'Data: PostgreSQL server',
    ...(nightly === undefined ? [] : [`Backups: every night in ${backupsOf(config.dataDir)}, the last ${KEPT} are kept`]),
    `WhatsApp: ${standins.whatsapp.mode}, SMS and USSD: ${standins.africasTalking.mode}, payments: ${config.fedapay.mode}`,
    ...(standins.fedapay === undefined ? [] : ['Simulated payments: the request for a secret code comes up on the payer\'s phone in the simulator (any 4 or 5 digits)']),
  ];
  for (const line of lines) logger.info(line);
  if (config.production && database.embedded) logger.warn('The embedded database is not meant for production: a power cut may lose the last seconds. Set DATABASE_URL.');
  for (const [name, { mode }] of [['WhatsApp', standins.whatsapp], ['SMS and USSD', standins.africasTalking]] as const) {
    if (mode === 'off') logger.warn(`${name} is off: its variables are unset, its webhooks answer 404.`);
  }
  if (config.fedapay.mode === 'off') logger.warn('The platform has no account at FedaPay: only businesses with an account of their own are paid by Mobile Money.');
}
