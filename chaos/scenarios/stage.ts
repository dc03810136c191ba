import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gather, strangers, type Crowd, type CrowdPlan, type Strangers } from '../crowd/crowd.ts';
import type { Dice } from '../crowd/dice.ts';
import { openLedger, type Ledger } from '../crowd/ledger.ts';
import { openLine, type Line } from '../crowd/line.ts';
import { griot, type Griot, type Role } from '../machines/app-process.ts';
import { openFront } from '../machines/front.ts';
import { startNetworks, type Behaviour, type Networks, type Secrets } from '../machines/networks.ts';
import { freePort } from '../machines/ports.ts';
import { openUndo } from '../machines/undo.ts';
import { inFolder, onServer, type Store } from './store.ts';
import type { Theatre } from './theatre.ts';

export type Cast = { scenario: string; roles: readonly Role[]; store: 'server' | 'embedded'; redis?: boolean; env?: Record<string, string>; behaviour?: Partial<Behaviour>; tellsMemory?: boolean };

export type Stage = {
  scenario: string;
  apps: Griot[];
  networks: Networks;
  line: Line;
  ledger: Ledger;
  strangers: Strangers;
  store: Store;
  dice: Dice;
  /** What happened that never should. */
  faults: string[];
  began: number;
  tell: (line: string) => void;
  gather: (plan: CrowdPlan) => Crowd;
  clear: () => Promise<void>;
};

/** Meta answers a send after a while: long enough for a kill to fall between the send and its answer. */
const BEHAVIOUR: Behaviour = { withholdStatuses: false, answerAfterMs: 40 };
/** Neither binds unless a scenario is about it. */
const UNBOUND = { FLOOD_LIMIT: '1000000/1', WHATSAPP_RATE: '100000' };

/** Everything one scenario needs, started and ready, and its own way to take it all away. */
export async function openStage(theatre: Theatre, cast: Cast): Promise<Stage> {
  const began = Date.now();
  const undo = openUndo();
  const clear = theatre.undo.add(undo.all);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'griot-chaos-'));
  undo.add(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = path.join(folder, 'data');
  const store = cast.store === 'embedded' ? inFolder(dataDir) : await onServer(await theatre.postgres(), undo);
  const redis: Record<string, string> = cast.redis === true ? { REDIS_URL: (await theatre.redis()).url } : {};

  const ports = await Promise.all(cast.roles.map(() => freePort()));
  const webs = cast.roles.flatMap((role, at) => (role === 'worker' ? [] : [`http://127.0.0.1:${ports[at] ?? 0}`]));
  const webhooks = webs.length === 1 && webs[0] !== undefined ? webs[0] : await openFront(webs, undo);
  const secrets = makeSecrets();
  const networks = await startNetworks({ webhooks, secrets }, undo);
  await networks.behave({ ...BEHAVIOUR, ...cast.behaviour });

  const faults: string[] = [];
  const fault = (sentence: string) => void faults.push(sentence);
  const env = { ...settings(secrets, networks, webhooks), ...UNBOUND, ...store.env, ...redis, DATA_DIR: dataDir, ...cast.env };
  const apps = cast.roles.map((role, at) => griot({ name: `${role} ${at + 1}`, role, port: ports[at] ?? 0, env, logFile: path.join(folder, `${at}.log`), onDeath: fault, ...(cast.tellsMemory === true ? { tellsMemory: true } : {}) }, undo));
  await Promise.all(apps.map(({ start }) => start()));

  const dice = theatre.dice.another();
  const ledger = openLedger();
  const line = openLine({ webhooks, secrets, dice: dice.another(), fault }, ledger);
  const people = strangers();
  return { scenario: cast.scenario, apps, networks, line, ledger, strangers: people, store, dice, faults, began, clear, tell: (text) => theatre.tell(`${cast.scenario}: ${text}`), gather: (plan) => gather(line, people, plan, dice.another()) };
}

const secret = () => randomBytes(20).toString('hex');
const makeSecrets = (): Secrets => ({ appSecret: secret(), phoneNumberId: '100000000000001', token: secret(), apiKey: secret(), username: 'chaos', callbackToken: secret(), verifyToken: secret() });

/** As in production, with the stand-ins where the providers are. */
const settings = (secrets: Secrets, { graphUrl, phonesUrl }: Networks, webhooks: string): Record<string, string> => ({
  NODE_ENV: 'production', LOG_LEVEL: 'warn', SECRET_KEY: secret(), PUBLIC_URL: webhooks,
  WHATSAPP_TOKEN: secrets.token, WHATSAPP_PHONE_NUMBER_ID: secrets.phoneNumberId, WHATSAPP_APP_SECRET: secrets.appSecret, WHATSAPP_VERIFY_TOKEN: secrets.verifyToken, WHATSAPP_API_URL: graphUrl,
  AFRICASTALKING_USERNAME: secrets.username, AFRICASTALKING_API_KEY: secrets.apiKey, AFRICASTALKING_CALLBACK_TOKEN: secrets.callbackToken, AFRICASTALKING_API_URL: phonesUrl,
});
