import express, { Router, type RequestHandler } from 'express';
import { tokenMatches, type Parsed } from '../../channels/africastalking.ts';
import { parseDeliveryReport, parseInboundSms, parseOptOut } from '../../channels/sms/receive.ts';
import { parseUssdEnd, parseUssdHop } from '../../channels/ussd/receive.ts';
import { ussdEndpoint } from '../../channels/ussd/respond.ts';
import type { AfricasTalkingConfig } from '../../config.ts';
import { reason } from '../../logger.ts';
import { accept, refuse, type Intake } from './intake.ts';

export type UssdLine = {
  /** Plays one hop and returns its screen. */
  answer: (parsed: Exclude<Parsed, { malformed: true }>) => Promise<string>;
  /** Said when there is no screen in time: `END` is added by the channel. */
  sorry: string;
};

/** Forms of Africa's Talking are a few hundred bytes. */
const FORM_MAX = '64kb';

/** A caller waits well under three seconds, or hears that it will take a moment. */
const HOP_MS_MAX = 2_800;

/** They sign nothing: the token of the path is the whole proof, and an exact form the rest. */
export function africasTalkingWebhooks(settings: AfricasTalkingConfig, intake: Intake, line: UssdLine): Router {
  const router = Router({ mergeParams: true });
  const form = express.urlencoded({ extended: false, limit: FORM_MAX });

  router.use('/:token', (req, res, next) => {
    if (tokenMatches(req.params.token, settings.callbackToken)) next();
    else refuse(res, intake, 'africastalking');
  });
  router.post('/:token/ussd', ussdEndpoint({ answer: (body) => hop(body, intake, line), sorry: line.sorry, budgetMs: HOP_MS_MAX, onError: (error) => intake.logger.error('a hop has no screen', reason(error)) }), saySorry(line));
  router.post('/:token/ussd-events', form, store(parseUssdEnd, intake));
  router.post('/:token/sms', form, store(parseInboundSms, intake));
  router.post('/:token/delivery', form, store(parseDeliveryReport, intake));
  router.post('/:token/opt-out', form, store(parseOptOut, intake));
  return router;
}

function store(parse: (form: unknown, receivedAt: string) => Parsed, intake: Intake): RequestHandler {
  return async (req, res) => {
    const parsed = parse(req.body, intake.now().toISOString());
    if ('malformed' in parsed) res.status(400).type('text/plain').send('not a callback');
    else await accept(res, intake, () => Promise.resolve([parsed]));
  };
}

async function hop(body: unknown, intake: Intake, line: UssdLine): Promise<string> {
  const parsed = parseUssdHop(body, intake.now().toISOString());
  return 'malformed' in parsed ? `END ${line.sorry}` : line.answer(parsed);
}

/** A form too large or broken for the library still ends in a screen, not in an error page. */
const saySorry = ({ sorry }: UssdLine) => (_error: unknown, _req: express.Request, res: express.Response, _next: express.NextFunction): void => {
  res.status(200).type('text/plain').send(`END ${sorry}`);
};
