import { createHmac } from 'node:crypto';
import { ask, missing, note, right, type Check, type Config, type Finding } from './check.ts';

const CHALLENGE = '1158201444';
/** What Meta may send, and what changes nothing. */
const EMPTY = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });

/** Our own addresses, asked the way the networks ask them: from outside, through TLS and proxy, with their proofs. */
export const reach: Check = {
  about: 'Reached from outside',
  async look(config) {
    const health = await ask(`${config.publicUrl}/healthz`);
    if (health?.status !== 200) return [missing(`${config.publicUrl}/healthz does not answer 200. Start Griot, open the port or the proxy in front of it, and see that PUBLIC_URL is its address.`)];
    return [right(`${config.publicUrl}/healthz answers.`), await ready(config), ...(await whatsapp(config)), ...(await africasTalking(config))];
  },
};

async function ready({ publicUrl }: Config): Promise<Finding> {
  const answer = await ask(`${publicUrl}/readyz`);
  return answer?.status === 200 ? right('/readyz says that it can do its work.') : missing(`/readyz answers ${answer?.status ?? 'nothing'}: ${answer?.body ?? ''} See DATABASE_URL, and the log.`);
}

async function whatsapp({ publicUrl, whatsapp: provider }: Config): Promise<Finding[]> {
  if (provider.mode !== 'real') return [];
  const { verifyToken, appSecret } = provider.settings;
  const url = `${publicUrl}/webhooks/whatsapp`;
  const verified = await ask(`${url}?${String(new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': CHALLENGE }))}`);
  const signed = await ask(url, { method: 'POST', body: EMPTY, headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(EMPTY).digest('hex')}` } });
  return [
    verified?.status === 200 && verified.body === CHALLENGE
      ? right(`${url} passes Meta's verification with WHATSAPP_VERIFY_TOKEN.`)
      : missing(`${url} does not pass Meta's verification (${verified?.status ?? 'no answer'}). The running Griot has another WHATSAPP_VERIFY_TOKEN, or a proxy changes the query.`),
    signed?.status === 200
      ? right(`${url} takes what WHATSAPP_APP_SECRET has signed.`)
      : missing(`${url} refuses what WHATSAPP_APP_SECRET has signed (${signed?.status ?? 'no answer'}). The running Griot has another WHATSAPP_APP_SECRET, or a proxy changes the body.`),
  ];
}

async function africasTalking({ publicUrl, africasTalking: provider }: Config): Promise<Finding[]> {
  if (provider.mode !== 'real') return [];
  const url = `${publicUrl}/webhooks/africastalking`;
  // An empty form is no callback: 400 proves the token and changes nothing.
  const known = await ask(`${url}/${provider.settings.callbackToken}/delivery`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' });
  return [
    known?.status === 400
      ? right(`${url}/<AFRICASTALKING_CALLBACK_TOKEN>/… is reached.`)
      : missing(`${url}/<AFRICASTALKING_CALLBACK_TOKEN>/delivery answers ${known?.status ?? 'nothing'}. The running Griot has another AFRICASTALKING_CALLBACK_TOKEN, or a proxy cuts the path.`),
    note('Which callbacks are set at Africa\'s Talking cannot be asked: compare its dashboard with docs/going-live.md.'),
  ];
}
