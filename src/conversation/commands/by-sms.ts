import type { Business } from '../../domain/tenants/business.ts';
import type { Scope } from '../../scope.ts';
import { PROVIDERS } from '../answer.ts';
import { shape } from '../shape.ts';

const NO_SCREEN = 0;

/** Beside the answer, to the phone of who asked: what a screen is too small for. Each `what` once for a message. */
export function bySms(scope: Scope, { id: tenantId, settings }: Business, what: string, text: string): void {
  const { letterId, who: { phone } } = scope;
  if (phone === null) return;
  const { payload } = shape('sms', { text, options: [], menu: '', more: '', over: true, step: 0, unicode: settings.smsUnicode }, [], 0, NO_SCREEN);
  scope.later.outbox.push({ key: `turn:${letterId}:${what}`, tenantId, channel: 'sms', externalId: phone, purpose: 'reply', provider: PROVIDERS.sms, payload });
}
