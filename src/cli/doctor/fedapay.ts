import { ask, missing, note, right, type Answer, type Check, type Finding } from './check.ts';

const LIVE = 'https://api.fedapay.com';
const SANDBOX = 'https://sandbox-api.fedapay.com';
const SANDBOX_KEY = 'sk_sandbox_';

export const fedapay: Check = {
  about: 'FedaPay',
  async look({ fedapay: provider, production, publicUrl }) {
    if (provider.mode === 'off') return [note('The platform has no account at FedaPay: set FEDAPAY_SECRET_KEY and FEDAPAY_WEBHOOK_SECRET if it is to be paid itself. Businesses have accounts of their own.')];
    if (provider.mode === 'simulated') return [note('Payments are simulated: set FEDAPAY_SECRET_KEY and FEDAPAY_WEBHOOK_SECRET to use real ones.')];
    const { secretKey, apiUrl } = provider.settings;
    const sandbox = secretKey.startsWith(SANDBOX_KEY);
    // Nobody has this transaction: who may ask is told so, anybody else is sent away.
    const answer = await ask(`${apiUrl ?? (sandbox ? SANDBOX : LIVE)}/v1/transactions/0`, { headers: { authorization: `Bearer ${secretKey}`, accept: 'application/json' } });
    return [
      account(answer),
      ...(production && sandbox ? [missing('FEDAPAY_SECRET_KEY is of the sandbox: no money is real. Take the live key: Dashboard → Applications → API keys.')] : []),
      note(`Which webhook is set at FedaPay cannot be asked: it is ${publicUrl}/webhooks/fedapay/platform, and its secret FEDAPAY_WEBHOOK_SECRET.`),
    ];
  },
};

function account(answer: Answer | undefined): Finding {
  if (answer === undefined) return missing('FedaPay does not answer. See FEDAPAY_API_URL, and that the server may call out on port 443.');
  if (answer.status === 401 || answer.status === 403) return missing('FedaPay refuses FEDAPAY_SECRET_KEY: it is wrong, or of the other world (live or sandbox) than FEDAPAY_API_URL. Copy it: Dashboard → Applications → API keys.');
  return answer.status === 404 || answer.status === 200 ? right('FedaPay takes the key of the platform.') : missing(`FedaPay answers ${answer.status} to a question about a transaction. Try again, then ask its support.`);
}
