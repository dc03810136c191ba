import { readdirSync, readFileSync } from 'node:fs';
import type { AfricasTalkingConfig, Config, FedapayConfig, Provider, WhatsAppConfig } from '../config.ts';
import { startAfricastalkingStandin, type AfricastalkingStandin } from './africastalking.ts';
import { startFedapayStandin, type FedapayStandin } from './fedapay.ts';
import { startGraphStandin, type GraphStandin } from './graph.ts';
import type { AccountTemplate } from './graph-templates.ts';

export type Standins = {
  whatsapp: Provider<WhatsAppConfig>;
  africasTalking: Provider<AfricasTalkingConfig>;
  graph: GraphStandin | undefined;
  phones: AfricastalkingStandin | undefined;
  fedapay: FedapayStandin | undefined;
  /** Where accounts are called; undefined: where each key belongs. */
  fedapayUrl: string | undefined;
  /** An owner has typed these keys: what they would do at FedaPay is done at the simulated one, its webhook is set. */
  connected: (account: SimulatedAccount) => void;
  close: () => Promise<void>;
};

/** A business whose payments are simulated, too. */
type SimulatedAccount = { ref: string; secretKey: string; webhookSecret: string };

/** What is simulated runs as a server of its own on loopback: our real client calls it, it calls our public routes. */
export async function startStandins(config: Config, accounts: readonly SimulatedAccount[], local: string, now: () => Date): Promise<Standins> {
  const { whatsapp, africasTalking } = config;
  const graph = whatsapp.mode === 'simulated' ? await startGraphStandin({ ...whatsapp.settings, now, templates: approvedTemplates(), webhookUrl: `${local}/webhooks/whatsapp`, reach: fromHere(config.publicUrl, local) }) : undefined;
  const phones = africasTalking.mode === 'simulated'
    ? await startAfricastalkingStandin({ ...named(africasTalking.settings), now, callbackUrl: `${local}/webhooks/africastalking/${africasTalking.settings.callbackToken}`, serviceCode: config.ussd.serviceCode })
    : undefined;
  const fedapay = config.fedapay.mode === 'simulated' ? await startFedapayStandin({ accounts: [platform(config.fedapay.settings), ...accounts].map((account) => withAddress(account, local)), byHand: true, now, lastId: now().getTime() }) : undefined;
  return {
    whatsapp: whatsapp.mode === 'off' || graph === undefined ? whatsapp : { ...whatsapp, settings: { ...whatsapp.settings, apiUrl: graph.url } },
    africasTalking: africasTalking.mode === 'off' || phones === undefined ? africasTalking : { ...africasTalking, settings: { ...africasTalking.settings, apiUrl: phones.url } },
    graph,
    phones,
    fedapay,
    fedapayUrl: fedapay?.url ?? (config.fedapay.mode === 'real' ? config.fedapay.settings.apiUrl : undefined),
    connected: (account) => fedapay?.addAccount(withAddress(account, local)),
    close: async () => {
      await graph?.close();
      await phones?.close();
      await fedapay?.close();
    },
  };
}

/** Our public address may be known outside only. */
const fromHere = (publicUrl: string, local: string) => (link: string): string | undefined => (link.startsWith(`${publicUrl}/`) ? `${local}${link.slice(publicUrl.length)}` : undefined);

const named = ({ apiKey, username, senderId }: AfricasTalkingConfig) => ({ apiKey, username, ...(senderId === undefined ? {} : { senderId }) });

const platform = ({ secretKey, webhookSecret }: FedapayConfig): SimulatedAccount => ({ ref: 'platform', secretKey, webhookSecret });
const withAddress = (account: SimulatedAccount, local: string) => ({ ...account, webhookUrl: `${local}/webhooks/fedapay/${account.ref}` });

const TEMPLATES = new URL('../../templates/whatsapp/', import.meta.url);

/** The simulated Meta has approved all that there is to submit. */
const approvedTemplates = (): AccountTemplate[] =>
  readdirSync(TEMPLATES).map((name) => ({ ...(JSON.parse(readFileSync(new URL(name, TEMPLATES), 'utf8')) as Omit<AccountTemplate, 'status'>), status: 'APPROVED', quality_score: { score: 'UNKNOWN' } }));
