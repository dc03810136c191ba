import { z } from 'zod';
import { ask, missing, note, right, type Check, type Finding } from './check.ts';

const userSchema = z.object({ UserData: z.object({ balance: z.string() }) });
const SANDBOX = 'sandbox';

export const africasTalking: Check = {
  about: 'Africa\'s Talking',
  async look({ africasTalking: provider, ussd, production }) {
    if (provider.mode === 'off') return [note('SMS and USSD are off: set AFRICASTALKING_USERNAME, AFRICASTALKING_API_KEY and AFRICASTALKING_CALLBACK_TOKEN to turn them on.')];
    if (provider.mode === 'simulated') return [note('SMS and USSD are simulated: set AFRICASTALKING_USERNAME and AFRICASTALKING_API_KEY to use the real ones.')];
    const { apiUrl, username, apiKey, senderId } = provider.settings;
    const answer = await ask(`${apiUrl}/version1/user?${String(new URLSearchParams({ username }))}`, { headers: { apiKey, accept: 'application/json' } });
    return [
      ...account(answer),
      ...(production && username === SANDBOX ? [missing('AFRICASTALKING_USERNAME is the sandbox: nothing reaches a real phone. Take the user name of a live app.')] : []),
      senderId === undefined ? note('AFRICASTALKING_SENDER_ID is unset: SMS come from a number of the network, which cannot be answered. Ask Africa\'s Talking for a sender id or a short code.') : right(`SMS come from ${senderId}.`),
      note(`People dial ${ussd.serviceCode} (USSD_SERVICE_CODE): see that it is the code you were given.`),
    ];
  },
};

function account(answer: Awaited<ReturnType<typeof ask>>): Finding[] {
  if (answer === undefined) return [missing('Africa\'s Talking does not answer. See AFRICASTALKING_API_URL, and that the server may call out on port 443.')];
  if (answer.status === 401) return [missing('Africa\'s Talking refuses AFRICASTALKING_API_KEY for AFRICASTALKING_USERNAME. Make a key: Dashboard → Settings → API key.')];
  const balance = userSchema.safeParse(answer.json).data?.UserData.balance;
  if (answer.status !== 200 || balance === undefined) return [missing(`Africa's Talking answers ${answer.status} to a question about the account. Try again, then ask its support.`)];
  const amount = Number(balance.replace(/[^\d.-]/g, ''));
  return [amount > 0 ? right(`The account is open; its balance is ${balance}.`) : missing(`The balance is ${balance}: no SMS will leave. Top it up: Dashboard → Billing.`)];
}
