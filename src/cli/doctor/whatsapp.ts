import { z } from 'zod';
import { accountOf, askGraph, templatesAt, tokenOf, type Token } from '../ask-graph.ts';
import { lackingAt } from '../our-templates.ts';
import { missing, note, right, type Answer, type Check, type Config, type Finding } from './check.ts';

const FIELDS = 'display_phone_number,verified_name,quality_rating,platform_type,throughput,code_verification_status';
const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management'];
/** A signature is checked without a clock, but tap and window count from Meta's time. */
const SKEW_MS_MAX = 60_000;
const SYSTEM_USER = 'Business settings → Users → System users';

const text = z.string().optional().catch(undefined);
const numberSchema = z.object({ display_phone_number: text, verified_name: text, quality_rating: text, code_verification_status: text, throughput: z.object({ level: text }).optional().catch(undefined) });
const listSchema = z.object({ data: z.array(z.object({ whatsapp_business_api_data: z.object({ id: text }).optional().catch(undefined) })) });
const errorSchema = z.object({ error: z.object({ code: z.number().optional(), message: text }) });

export const whatsapp: Check = {
  about: 'WhatsApp',
  async look(config) {
    const provider = config.whatsapp;
    if (provider.mode === 'off') return [note('WhatsApp is off: set WHATSAPP_TOKEN, WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_APP_SECRET and WHATSAPP_VERIFY_TOKEN to turn it on.')];
    if (provider.mode === 'simulated') return [note('WhatsApp is simulated: set WHATSAPP_TOKEN and WHATSAPP_PHONE_NUMBER_ID to use the real one.')];
    const answer = await askGraph(config, `${provider.settings.phoneNumberId}?fields=${FIELDS}`);
    if (answer?.status !== 200) return [refused(answer)];
    const token = await tokenOf(config);
    return [...aboutNumber(answer, config), ...aboutToken(token), ...(await aboutAccount(config, await accountOf(config, token), token?.app_id))];
  },
};

function refused(answer: Answer | undefined): Finding {
  if (answer === undefined) return missing('The Graph API does not answer. See WHATSAPP_API_URL, and that the server may call out on port 443.');
  const { code } = errorSchema.safeParse(answer.json).data?.error ?? {};
  if (answer.status === 401 || code === 190) return missing(`Meta refuses WHATSAPP_TOKEN: it is wrong or has expired. Make a permanent one: ${SYSTEM_USER} → Generate token.`);
  return missing(`Meta does not show the number of WHATSAPP_PHONE_NUMBER_ID to this token (${code ?? answer.status}). Copy the id from the app's WhatsApp → API setup, and assign the account to the system user.`);
}

function aboutNumber({ json, date }: Answer, { whatsappRate }: Config): Finding[] {
  const { display_phone_number: shown, verified_name: name, quality_rating: quality, throughput, code_verification_status: verified } = numberSchema.parse(json);
  const skewMs = date === undefined ? 0 : Math.abs(date - Date.now());
  return [
    right(`The number is ${shown ?? '?'}, shown as ${name ?? '?'}; Griot sends at most ${whatsappRate} a second (WHATSAPP_RATE), Meta allows ${throughput?.level ?? 'STANDARD'}.`),
    quality === 'RED' ? missing('The quality of the number is RED: Meta may restrict it. See WhatsApp Manager → Phone numbers, and send less that was not asked for.') : right(`The quality of the number is ${quality ?? 'UNKNOWN'}.`),
    ...(verified === undefined || verified === 'VERIFIED' ? [] : [note(`The number is ${verified}: WhatsApp Manager → Phone numbers.`)]),
    ...(skewMs > SKEW_MS_MAX ? [missing(`The clock of this machine is ${Math.round(skewMs / 1000)} s away from Meta's. Turn on time synchronisation (timedatectl set-ntp true).`)] : []),
  ];
}

function aboutToken(token: Token | undefined): Finding[] {
  if (token === undefined) return [note('Meta does not tell when WHATSAPP_TOKEN expires. Take one of a system user: it does not.')];
  const lacking = NEEDED.filter((scope) => !token.scopes.includes(scope));
  return [
    token.expires_at === 0 ? right('WHATSAPP_TOKEN does not expire.') : missing(`WHATSAPP_TOKEN expires on ${new Date(token.expires_at * 1000).toISOString().slice(0, 10)}. Make a permanent one: ${SYSTEM_USER} → Generate token, expiration Never.`),
    lacking.length === 0 ? right('WHATSAPP_TOKEN has the permissions that are needed.') : missing(`WHATSAPP_TOKEN lacks ${lacking.join(' and ')}: ${SYSTEM_USER} → Generate token, and tick them.`),
  ];
}

async function aboutAccount(config: Config, account: string | undefined, appId: string | undefined): Promise<Finding[]> {
  if (account === undefined) return [note('Meta does not tell which account the token is for: see in WhatsApp Manager that the app is subscribed to it.')];
  const apps = listSchema.safeParse((await askGraph(config, `${account}/subscribed_apps`))?.json).data?.data;
  const templates = (await templatesAt(config, account)) ?? [];
  const subscribed = apps?.some(({ whatsapp_business_api_data: app }) => appId === undefined || app?.id === appId) === true;
  const lacking = lackingAt(templates);
  const unusable = templates.filter(({ status }) => status !== 'APPROVED');
  return [
    subscribed ? right('The app is subscribed to the account: its webhooks come.') : missing(`The app is not subscribed to the account ${account}: no webhook will come. POST /${account}/subscribed_apps with the token, or the app's WhatsApp → Configuration → Webhook → Subscribe.`),
    right(`${templates.length - unusable.length} of ${templates.length} message templates are approved.`),
    ...unusable.map(({ name, language, status }) => note(`The template ${name} (${language}) is ${status}: what uses it goes by SMS.`)),
    ...(lacking.length === 0 ? [] : [note(`${lacking.length} message templates of Griot are not at Meta, or in other words: npm run griot -- templates push submits them. Until they are approved their news goes by SMS.`)]),
  ];
}
