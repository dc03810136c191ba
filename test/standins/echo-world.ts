import { createFedapayClient } from '../../src/providers/fedapay/client.ts';
import { startAfricastalkingStandin, type AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import { startFedapayStandin, type FedapayStandin } from '../../src/standins/fedapay.ts';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { simulatorRoutes } from '../../src/web/simulator/simulator-routes.ts';
import { API_KEY, APP_SECRET, PHONE_NUMBER_ID, startEchoApp, TOKEN, type EchoApp } from './echo-app.ts';

export type EchoWorld = { url: string; griot: EchoApp; graph: GraphStandin; africastalking: AfricastalkingStandin; fedapay: FedapayStandin; asks: (phone: string, merchantRef: string) => Promise<void>; close: () => Promise<void> };

const CAST = [
  { name: 'Awa Dossou', phone: '+2290196000001', about: 'cliente, AFI' },
  { name: 'Afi <Kossou>', phone: '+2290197000001', about: 'propriétaire & tailleur' },
  { name: 'Kofi Agbo', phone: '+2290196000010', about: 'affilié' },
];

const ACCOUNT = { ref: 'AFI', secretKey: 'sk_live_of_afi', webhookSecret: 'wh_of_afi' };

/** The smallest Griot with both networks, a business that asks for money, and the simulator. What FedaPay tells goes nowhere. */
export async function startEchoWorld(): Promise<EchoWorld> {
  const griot = await startEchoApp();
  const retryAfterMs = [1, 1];
  const graph = await startGraphStandin({ webhookUrl: `${griot.url}/webhooks/whatsapp`, appSecret: APP_SECRET, phoneNumberId: PHONE_NUMBER_ID, retryAfterMs });
  const africastalking = await startAfricastalkingStandin({ callbackUrl: `${griot.url}/webhooks/africastalking/${TOKEN}`, apiKey: API_KEY, retryAfterMs });
  const fedapay = await startFedapayStandin({ accounts: [{ ...ACCOUNT, webhookUrl: `${griot.url}/nowhere` }], retryAfterMs, givesUpMs: 1 });
  const client = createFedapayClient({ secretKey: ACCOUNT.secretKey, apiUrl: fedapay.url });
  griot.app.use('/simulator', simulatorRoutes({ graph, africastalking, fedapay, cast: CAST }));
  Object.assign(griot, { answers: true, graphUrl: graph.url, smsUrl: africastalking.url });
  return {
    url: griot.url, griot, graph, africastalking, fedapay,
    asks: async (phone, merchantRef) => {
      const asked = await client.ask({ amountXof: 12_500, merchantRef, description: 'Atelier Afi <0042>', client: { name: 'Awa Dossou', phone }, push: { mode: 'mtn_open', phone } });
      if (asked.outcome !== 'asked') throw new Error(JSON.stringify(asked));
    },
    close: async () => {
      await Promise.all([graph.close(), africastalking.close(), fedapay.close()]);
      await griot.close();
    },
  };
}
