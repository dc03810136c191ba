import { request, type ServerResponse } from 'node:http';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { loopback, type Seen } from '../channels/whatsapp/loopback.ts';
import { openWorld, type World } from '../helpers/world.ts';

type Trouble = (asked: Seen, response: ServerResponse) => void;
type Options = Parameters<typeof openWorld>[0];

const ACCOUNT = { token: 'the-token', phoneNumberId: '100000000000001', appSecret: 'the-app-secret', verifyToken: 'the-verify-token' };

/** A world whose Meta stands behind a door: what a test puts there answers first, when it takes the path. */
export async function openWorldWithMeta(options: Options = {}) {
  const troubles = new Map<string, Trouble>();
  const behind = { url: '' };
  const door = await loopback((asked, response) => {
    const trouble = [...troubles].find(([part]) => asked.path.includes(part))?.[1];
    if (trouble !== undefined) trouble(asked, response);
    else passOn(asked, response, behind.url);
  });
  const env = { WHATSAPP_API_URL: door.url, WHATSAPP_TOKEN: ACCOUNT.token, WHATSAPP_PHONE_NUMBER_ID: ACCOUNT.phoneNumberId, WHATSAPP_APP_SECRET: ACCOUNT.appSecret, WHATSAPP_VERIFY_TOKEN: ACCOUNT.verifyToken, ...options.env };
  const world = await openWorld({ ...options, env });
  const graph = await startGraphStandin({ ...ACCOUNT, webhookUrl: `${world.local}/webhooks/whatsapp`, now: world.clock.now });
  behind.url = graph.url;

  return {
    world, graph, troubles,
    url: door.url,
    /** How often a path was asked for. */
    asked: (part: string) => door.seen.filter(({ path }) => path.includes(part)).length,
    settle: () => settle(world, graph),
    close: async () => {
      await world.close();
      await graph.close();
      await door.close();
    },
  };
}

/** Media urls are made of the host that was asked: it stays the door's. */
function passOn({ method, path, headers, body }: Seen, response: ServerResponse, to: string): void {
  request(new URL(path, to), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  }).end(body);
}

async function settle(world: World, graph: GraphStandin): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await world.due?.ring();
    await world.quiet();
    await graph.idle();
  }
}
