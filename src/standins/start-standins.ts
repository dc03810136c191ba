import type { AfricasTalkingConfig, Config, Provider, WhatsAppConfig } from '../config.ts';
import { startAfricastalkingStandin, type AfricastalkingStandin } from './africastalking.ts';
import { startGraphStandin, type GraphStandin } from './graph.ts';

export type Standins = {
  whatsapp: Provider<WhatsAppConfig>;
  africasTalking: Provider<AfricasTalkingConfig>;
  graph: GraphStandin | undefined;
  phones: AfricastalkingStandin | undefined;
  close: () => Promise<void>;
};

/** What is simulated runs as a server of its own on loopback: our real client calls it, it calls our public routes. */
export async function startStandins(config: Config, local: string, now: () => Date): Promise<Standins> {
  const { whatsapp, africasTalking } = config;
  const graph = whatsapp.mode === 'simulated' ? await startGraphStandin({ ...whatsapp.settings, now, webhookUrl: `${local}/webhooks/whatsapp` }) : undefined;
  const phones = africasTalking.mode === 'simulated'
    ? await startAfricastalkingStandin({ ...named(africasTalking.settings), now, callbackUrl: `${local}/webhooks/africastalking/${africasTalking.settings.callbackToken}`, serviceCode: config.ussd.serviceCode })
    : undefined;
  return {
    whatsapp: whatsapp.mode === 'off' || graph === undefined ? whatsapp : { ...whatsapp, settings: { ...whatsapp.settings, apiUrl: graph.url } },
    africasTalking: africasTalking.mode === 'off' || phones === undefined ? africasTalking : { ...africasTalking, settings: { ...africasTalking.settings, apiUrl: phones.url } },
    graph,
    phones,
    close: async () => {
      await graph?.close();
      await phones?.close();
    },
  };
}

const named = ({ apiKey, username, senderId }: AfricasTalkingConfig) => ({ apiKey, username, ...(senderId === undefined ? {} : { senderId }) });
