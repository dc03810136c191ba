import type { Backlog } from '../db/backlog.ts';
import { reason, type Logger } from '../logger.ts';
import type { ReadBacklog } from './backlog-reader.ts';
import { secondsSince, type Metrics } from './metrics.ts';

type Room = { backlog: ReadBacklog; metrics: Metrics; logger: Logger; now: () => Date };

const CHECK_MS = 5_000;
/** Somebody waits for an answer for longer than this, or the answer to leave. */
const OLDEST_SECONDS_MAX = 60;
/** Somebody tries our webhooks: so many since the last report. */
const FORGERIES_MAX = 5;
/** And is over when so long nobody did. */
const FORGERIES_CALM_MS = 600_000;

/** What each of them says when it is raised. */
const SENTENCES = {
  databaseAway: 'the database does not answer',
  oldestWaiting: 'somebody has waited too long for an answer',
  oldestUnsent: 'an answer has waited too long to leave',
  forgeries: 'somebody posts webhooks that no network has signed',
  parkedTurns: 'turns have failed and wait for an operator',
  parkedJobs: 'jobs have failed and wait for an operator',
  unknownSends: 'nobody knows whether some messages have left',
  oddMoney: 'money is in doubt or is nobody’s: npm run griot -- money lists it',
  'lineStopped.whatsapp': 'nothing leaves by WhatsApp until somebody mends it',
  'lineStopped.sms': 'nothing leaves by SMS until somebody mends it',
  bulkHeld: 'a network takes nothing that goes to many',
};
type Name = keyof typeof SENTENCES;
type Seen = Partial<Record<Name, object | false>>;

/** Raises each alarm once, in the log and as a metric, and says when it is over. Every worker does: who rings somebody's phone groups them by name. */
export function openAlarms({ backlog, metrics, logger, now }: Room) {
  const raised = new Set<Name>();
  const forgeries = forgeryWatch();
  let checking: Promise<void> | undefined;
  let closing = false;
  for (const alarm of Object.keys(SENTENCES)) metrics.alarm.set({ alarm }, 0);

  async function look(): Promise<void> {
    const seen = await backlog().catch((error: unknown) => ({ away: reason(error) }));
    if (closing) return;
    tell('away' in seen ? { databaseAway: seen.away } : { databaseAway: false, ...causesIn(seen, now()), forgeries: forgeries(seen.forgeries, now()) });
  }

  /** What is not spoken of stays as it was. */
  function tell(seen: Seen): void {
    for (const [name, facts] of Object.entries(seen) as [Name, object | false][]) {
      if (raised.has(name) === (facts !== false)) continue;
      metrics.alarm.set({ alarm: name }, facts === false ? 0 : 1);
      if (facts === false) {
        raised.delete(name);
        logger.info('an alarm is over', { alarm: name, over: true });
      } else {
        raised.add(name);
        logger.error(SENTENCES[name], { alarm: name, ...facts });
      }
    }
  }

  const check = (): Promise<void> => (checking ??= look().finally(() => (checking = undefined)));
  let timer: NodeJS.Timeout | undefined;
  return {
    check,
    begin(): void {
      timer = setInterval(() => void check(), CHECK_MS).unref();
    },
    async close(): Promise<void> {
      closing = true;
      clearInterval(timer);
      await checking;
    },
  };
}

function causesIn({ oldestAt, unsentAt, parkedTurns, parkedJobs, unknownSends, oddMoney, stoppedLines, heldBulk }: Backlog, now: Date): Seen {
  const seconds = Math.round(secondsSince(oldestAt, now));
  const unsent = Math.round(secondsSince(unsentAt, now));
  return {
    oldestWaiting: seconds > OLDEST_SECONDS_MAX && { seconds },
    oldestUnsent: unsent > OLDEST_SECONDS_MAX && { seconds: unsent },
    parkedTurns: parkedTurns > 0 && { count: parkedTurns },
    parkedJobs: parkedJobs > 0 && { count: parkedJobs },
    unknownSends: unknownSends > 0 && { count: unknownSends },
    oddMoney: oddMoney > 0 && { count: oddMoney },
    'lineStopped.whatsapp': stoppedLines.includes('whatsapp') && {},
    'lineStopped.sms': stoppedLines.includes('sms') && {},
    bulkHeld: heldBulk.length > 0 && { channels: heldBulk },
  };
}

/** They are counted in the database, so that those of every process make one number. What was there at the start is an old story. */
function forgeryWatch() {
  let reported: number | undefined;
  let until = 0;
  return (ever: number, now: Date): { count: number } | false => {
    const count = ever - (reported ??= ever);
    if (count >= FORGERIES_MAX) {
      reported = ever;
      until = now.getTime() + FORGERIES_CALM_MS;
    }
    return now.getTime() < until && { count };
  };
}
