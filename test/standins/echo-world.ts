import { startAfricastalkingStandin, type AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { simulatorRoutes } from '../../src/web/simulator/simulator-routes.ts';
import { API_KEY, APP_SECRET, PHONE_NUMBER_ID, startEchoApp, TOKEN, type EchoApp } from './echo-app.ts';

export type EchoWorld = { url: string; griot: EchoApp; graph: GraphStandin; africastalking: AfricastalkingStandin; close: () => Promise<void> };

const CAST = [
  { name: 'Awa Dossou', phone: '+2290196000001', about: 'cliente, AFI' },
  { name: 'Afi <Kossou>', phone: '+2290197000001', about: 'propriétaire & tailleur' },
  { name: 'Kofi Agbo', phone: '+2290196000010', about: 'affilié' },
];

/** The smallest Griot with both networks and the simulator. */
export async function startEchoWorld(): Promise<EchoWorld> {
  const griot = await startEchoApp();
  const retryAfterMs = [1, 1];
  const graph = await startGraphStandin({ webhookUrl: `${griot.url}/webhooks/whatsapp`, appSecret: APP_SECRET, phoneNumberId: PHONE_NUMBER_ID, retryAfterMs });
  const africastalking = await startAfricastalkingStandin({ callbackUrl: `${griot.url}/webhooks/africastalking/${TOKEN}`, apiKey: API_KEY, retryAfterMs });
  griot.app.use('/simulator', simulatorRoutes({ graph, africastalking, cast: CAST }));
  Object.assign(griot, { answers: true, graphUrl: graph.url, smsUrl: africastalking.url });
  return {
    url: griot.url, griot, graph, africastalking,
    close: async () => {
      await Promise.all([graph.close(), africastalking.close()]);
      await griot.close();
    },
  };
}
