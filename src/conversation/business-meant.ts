import type { Content } from '../channels/channel.ts';
import type { Scope } from '../scope.ts';
import { readCommand } from './grammar/read-command.ts';
import { todayOf } from './read-line.ts';
import { globalWord, stopWord } from './words.ts';

/** « commander AFI » says its code itself. */
const isLine = (rest: string, scope: Scope): boolean => readCommand(rest, todayOf(scope)).some((read) => 'args' in read);

export type Meant = { tenantId: string; rest: string };

/**
 * Which business a message speaks of: the code it names, else the one whose message it replies to. Otherwise it stays
 * the last one spoken of, and is asked where that is not enough; never guessed from the phone alone.
 */
export async function businessMeant(scope: Scope, content: Content, nameAsked: boolean): Promise<Meant | undefined> {
  const known = [...scope.desk.members, ...scope.desk.clients];
  const words = content.type === 'text' ? content.text.trim().split(/\s+/) : [];
  const named = known.find(({ code }) => words.some((word) => word.toUpperCase() === code));
  if (named !== undefined) {
    const rest = words.filter((word) => word.toUpperCase() !== named.code).join(' ');
    // A code is also somebody's first name: beside anything but a word of ours, or where a name is asked, it is text.
    const spoken = rest === '' ? !nameAsked : globalWord(rest) !== undefined || stopWord(rest) !== undefined || isLine(rest, scope);
    return spoken ? { tenantId: named.tenantId, rest } : undefined;
  }

  const repliesTo = 'context' in content ? content.context.repliesTo : undefined;
  if (repliesTo === undefined || known.length < 2) return undefined;
  const sent = await scope.db.outbox.findFirst({ where: { provider: 'whatsapp', providerId: repliesTo }, select: { tenantId: true } });
  const tenantId = known.find((each) => each.tenantId === sent?.tenantId)?.tenantId;
  return tenantId === undefined || content.type !== 'text' ? undefined : { tenantId, rest: content.text };
}
