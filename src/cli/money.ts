import { readConfig } from '../config.ts';
import { listOddMoney, type OddKind, type OddMoney } from '../domain/operators/list-odd-money.ts';
import { grouped } from '../domain/money/xof.ts';
import type { Command } from './command.ts';
import { openExisting } from './places.ts';

const ROWS_MAX = 500;

/** What each of them is, and what whoever reads it can do. */
const SAYS: Record<OddKind, { is: string; do: string }> = {
  waiting: { is: 'was asked for, and nobody knows yet whether it came', do: 'It is looked at every night for a week. Look for the transaction in the FedaPay account of the business; where there is none, nothing was paid.' },
  less: { is: 'came in another amount than was asked for', do: 'It is booked as a part payment; the client and the owner were told. Nothing is to be done.' },
  late: { is: 'came when the order needed no more', do: 'It is the credit of the client. The owner gives it back or keeps it with REMBOURSER and the number of the order: call if it has waited long.' },
  tooMuch: { is: 'came beyond what was due', do: 'It is the credit of the client. The owner gives it back or keeps it with REMBOURSER and the number of the order: call if it has waited long.' },
  refund: { is: 'is asked back, or agreed and not given back, for more than three days', do: 'Call the owner: REMBOURSER and the number of the order answers it.' },
  unknown: { is: 'came to the account with our mark, and is no payment of ours', do: 'Look for the transaction in the FedaPay account of the business, and book it there with « recu », the number, the amount and momo.' },
  account: { is: 'came to this account, and was asked for on another', do: 'The keys of two businesses were mixed up: have both typed again, and the money moved at FedaPay.' },
  partly: { is: 'was given back in part at FedaPay, and is booked here as whole', do: 'See how much in the FedaPay account of the business, and have its owner note that part with REMBOURSER and the number of the order.' },
  unseen: { is: 'could not be looked for at FedaPay for a whole day', do: 'When its key was revoked, have the owner type the new one. What was asked for in the last week is looked for again each night; what is older, in the FedaPay account of the business.' },
  job: { is: 'is a payment whose work has failed and waits', do: 'Mend the cause, then play the job again in the admin, under parked jobs.' },
  owed: { is: 'went back to a client beyond what they had', do: 'It was given back twice, here and at the provider: the owner asks the client for it.' },
};

export const money: Command = {
  name: 'money',
  does: 'Lists the money that could not be credited, is in doubt, or waits for its owner: since when, what was seen, and what to do.',
  usage: '[--business <code>]',
  options: { business: { type: 'string' } },
  explains: { business: 'Only this business, by its code: AFI.' },
  async run({ values: { business }, say }) {
    const config = readConfig();
    const session = await openExisting(config);
    try {
      const odd = await listOddMoney(session.query, new Date(), { code: typeof business === 'string' ? business.toUpperCase() : null, limit: ROWS_MAX });
      if (odd.length === 0) say('All money lies where it should.');
      for (const row of odd) for (const line of inWords(row)) say(line);
    } finally {
      await session.close();
    }
    return 0;
  },
};

function inWords({ kind, business, code, order, wantedXof, receivedXof, since, seen }: OddMoney): string[] {
  const amount = receivedXof === 0 && wantedXof !== null ? wantedXof : receivedXof;
  const instead = wantedXof !== null && receivedXof > 0 && wantedXof !== receivedXof ? `, ${grouped(wantedXof)} F asked for` : '';
  return [
    `${code}  ${business}${order === null ? '' : `, order ${order}`}: ${grouped(amount)} F ${SAYS[kind].is}${instead}.`,
    `  since ${since.toISOString().slice(0, 16).replace('T', ' ')} UTC; seen: ${seen === '' ? 'nothing' : seen}`,
    `  ${SAYS[kind].do}`, '',
  ];
}
