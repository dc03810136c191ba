import africasTalkingUssd from 'africastalking/lib/ussd.js';
import type { RequestHandler } from 'express';

type Endpoint = {
  /** From the form of a hop to a whole screen, `CON ` or `END ` included. */
  answer: (form: unknown) => Promise<string>;
  /** Said, and the session ended, when there is no screen in time. */
  sorry: string;
  onError: (error: unknown) => void;
  budgetMs?: number;
};

/** The network gives up after 10 s; what comes later is read by nobody. */
const BUDGET_MS = 8000;
const SCREEN = /^(CON|END) ([\s\S]+)$/;

/**
 * The USSD callback over the library of Africa's Talking: it reads the form and writes the answer as their gateway wants it (200, text/plain).
 * It knows no promise: a rejected one would never be answered, so that here each hop ends in a screen.
 */
export function ussdEndpoint(endpoint: Endpoint): RequestHandler[] {
  return africasTalkingUssd((form, reply) => {
    void screenWithin(endpoint, form).then((screen) => {
      const [, kind, response = ''] = SCREEN.exec(screen) ?? [];
      reply(kind === undefined ? { response: endpoint.sorry, endSession: true } : { response, endSession: kind === 'END' });
    });
  });
}

async function screenWithin({ answer, onError, budgetMs = BUDGET_MS }: Endpoint, form: unknown): Promise<string> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, budgetMs, new Error(`No USSD screen in ${budgetMs} ms`));
  try {
    const screen = await Promise.race([answer(form), late]);
    if (!SCREEN.test(screen)) onError(new Error('A USSD screen begins with neither CON nor END, or is empty'));
    return screen;
  } catch (error) {
    onError(error);
    return '';
  } finally {
    clearTimeout(timer);
  }
}
