import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const text = z.string().trim().min(1).optional();
const url = z.url().transform((value) => value.replace(/\/$/, ''));

/** Each variable's meaning is a sentence of .env.example; a test compares the two. */
const variables = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url.optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DATABASE_URL: text,
  DATA_DIR: z.string().default('./data'),
  REDIS_URL: text,
  SECRET_KEY: text,
  ADMIN_EMAIL: text,
  ADMIN_PASSWORD: text,
  WHATSAPP_TOKEN: text,
  WHATSAPP_PHONE_NUMBER_ID: text,
  WHATSAPP_APP_SECRET: text,
  WHATSAPP_VERIFY_TOKEN: text,
  WHATSAPP_API_URL: url.default('https://graph.facebook.com'),
  WHATSAPP_API_VERSION: z.string().regex(/^v\d+\.\d+$/).default('v24.0'),
  WHATSAPP_RATE: z.coerce.number().positive().default(80),
  AFRICASTALKING_USERNAME: text,
  AFRICASTALKING_API_KEY: text,
  AFRICASTALKING_SENDER_ID: text,
  AFRICASTALKING_CALLBACK_TOKEN: text,
  AFRICASTALKING_API_URL: url.default('https://api.africastalking.com'),
  FEDAPAY_SECRET_KEY: text,
  FEDAPAY_WEBHOOK_SECRET: text,
  FEDAPAY_API_URL: url.optional(),
  USSD_SERVICE_CODE: z.string().regex(/^\*[\d*]+#$/).default('*384*22#'),
  USSD_SCREEN_MAX: z.coerce.number().int().min(80).max(182).default(160),
  FLOOD_LIMIT: z.string().regex(/^[1-9]\d*\/[1-9]\d*$/).default('10/10'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: text,
  METRICS_TOKEN: text,
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export const VARIABLES = Object.keys(variables.shape);
const SECRET_CHARS_MIN = 33;

export type Config = ReturnType<typeof readConfig>;
export type WhatsAppConfig = { token: string; phoneNumberId: string; appSecret: string; verifyToken: string; apiUrl: string; apiVersion: string };
export type AfricasTalkingConfig = { username: string; apiKey: string; senderId: string | undefined; callbackToken: string; apiUrl: string };
/** The platform's own account; those of businesses are rows. Without `apiUrl` each key says where it belongs. */
export type FedapayConfig = { secretKey: string; webhookSecret: string; apiUrl: string | undefined };

/** Reads the environment once, and fails with a sentence that names what is missing. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env) {
  const parsed = variables.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';

  if (production && (env.SECRET_KEY?.length ?? 0) < SECRET_CHARS_MIN) throw new ConfigError('SECRET_KEY is missing or shorter than 33 characters. In production it seals the secrets of your tenants: set it, and keep it.');
  if (env.ROLE !== 'all' && env.DATABASE_URL === undefined) throw new ConfigError(`ROLE=${env.ROLE} needs DATABASE_URL: the embedded database belongs to one process. Set DATABASE_URL, or ROLE=all.`);

  return {
    production,
    role: env.ROLE,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    redisUrl: env.REDIS_URL,
    secretKey: env.SECRET_KEY ?? randomBytes(32).toString('hex'),
    /** Only a key that outlives the process may make ids unguessable: a hop is recognised after a restart too. */
    lastingKey: env.SECRET_KEY ?? '',
    admin: { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD },
    whatsapp: whatsapp(env, production),
    whatsappRate: env.WHATSAPP_RATE,
    africasTalking: africasTalking(env, production),
    fedapay: fedapay(env, production),
    ussd: { serviceCode: env.USSD_SERVICE_CODE, screenMax: env.USSD_SCREEN_MAX },
    floodLimit: floodLimit(env.FLOOD_LIMIT),
    email: email(env),
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
  };
}

export type EmailConfig = { url: string; from: string };

export class ConfigError extends Error {
  override name = 'ConfigError';
}

function floodLimit(setting: string): { messages: number; withinMs: number } {
  const [messages = 0, seconds = 0] = setting.split('/').map(Number);
  return { messages, withinMs: seconds * 1_000 };
}

type Env = z.infer<typeof variables>;
export type Provider<T> = { mode: 'real' | 'simulated'; settings: T } | { mode: 'off' };

const SIMULATED_NUMBER_ID = '100000000000001';
const unguessable = () => randomBytes(24).toString('hex');

function whatsapp(env: Env, production: boolean): Provider<WhatsAppConfig> {
  const { WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN } = env;
  const mode = modeOf({ WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID }, { WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN }, production);
  if (mode === 'off') return { mode };
  return {
    mode,
    settings: {
      token: WHATSAPP_TOKEN ?? unguessable(),
      phoneNumberId: WHATSAPP_PHONE_NUMBER_ID ?? SIMULATED_NUMBER_ID,
      appSecret: WHATSAPP_APP_SECRET ?? unguessable(),
      verifyToken: WHATSAPP_VERIFY_TOKEN ?? unguessable(),
      apiUrl: env.WHATSAPP_API_URL,
      apiVersion: env.WHATSAPP_API_VERSION,
    },
  };
}

function africasTalking(env: Env, production: boolean): Provider<AfricasTalkingConfig> {
  const { AFRICASTALKING_USERNAME, AFRICASTALKING_API_KEY, AFRICASTALKING_CALLBACK_TOKEN } = env;
  const mode = modeOf({ AFRICASTALKING_USERNAME, AFRICASTALKING_API_KEY }, { AFRICASTALKING_CALLBACK_TOKEN }, production);
  if (mode === 'off') return { mode };
  return {
    mode,
    settings: {
      username: AFRICASTALKING_USERNAME ?? 'griot',
      apiKey: AFRICASTALKING_API_KEY ?? unguessable(),
      callbackToken: AFRICASTALKING_CALLBACK_TOKEN ?? unguessable(),
      senderId: env.AFRICASTALKING_SENDER_ID,
      apiUrl: env.AFRICASTALKING_API_URL,
    },
  };
}

function fedapay(env: Env, production: boolean): Provider<FedapayConfig> {
  const { FEDAPAY_SECRET_KEY, FEDAPAY_WEBHOOK_SECRET, FEDAPAY_API_URL: apiUrl } = env;
  const mode = modeOf({ FEDAPAY_SECRET_KEY }, { FEDAPAY_WEBHOOK_SECRET }, production);
  if (mode === 'off') return { mode };
  return { mode, settings: { secretKey: FEDAPAY_SECRET_KEY ?? unguessable(), webhookSecret: FEDAPAY_WEBHOOK_SECRET ?? unguessable(), apiUrl } };
}

/** Off unless a server is named; an account of which the name is an address writes under it. */
function email({ SMTP_URL: url, SMTP_FROM }: Env): EmailConfig | undefined {
  if (url === undefined) return undefined;
  const from = SMTP_FROM ?? decodeURIComponent(new URL(url).username);
  if (!from.includes('@')) throw new ConfigError('SMTP_FROM: missing. Letters need an address that they come from.');
  return { url, from };
}

type Values = Record<string, string | undefined>;

/**
 * Real with an account; without one simulated, or off in production. Unset secrets are random outside production,
 * so that verification is never skipped; in production half a provider is a mistake, said at once.
 */
function modeOf(account: Values, secrets: Values, production: boolean): 'real' | 'simulated' | 'off' {
  const all = { ...account, ...secrets };
  const missing = Object.keys(all).filter((name) => all[name] === undefined);
  if (production && missing.length === Object.keys(all).length) return 'off';
  if (production && missing.length > 0) throw new ConfigError(`${missing.join(', ')}: missing. Set all of ${Object.keys(all).join(', ')}, or none to leave the channel off.`);
  return Object.values(account).every((value) => value !== undefined) ? 'real' : 'simulated';
}
