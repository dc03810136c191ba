import type { AfricastalkingStandin } from '../../standins/africastalking.ts';
import type { FedapayStandin } from '../../standins/fedapay.ts';
import type { GraphStandin } from '../../standins/graph.ts';
import { isUserId } from '../../standins/provider-ids.ts';

export type CastMember = { name: string; phone: string; about: string };

/** The phones of the simulator. A provider that is real has no stand-in, and its phone says so. */
export type SimulatorWorld = {
  graph?: GraphStandin;
  africastalking?: AfricastalkingStandin;
  fedapay?: FedapayStandin;
  cast: readonly CastMember[];
};

/** Who holds the phone: a number as +229…, or a WhatsApp user id of somebody who hides it. */
export function holderOf(typed: unknown): string | undefined {
  if (typeof typed !== 'string') return undefined;
  const who = typed.trim();
  if (isUserId(who)) return who;
  const digits = who.replace(/[\s().-]/g, '').replace(/^00/, '+');
  return /^\+?\d{7,15}$/.test(digits) ? `+${digits.replace('+', '')}` : undefined;
}

export const nameOf = ({ cast }: SimulatorWorld, who: string): string => cast.find(({ phone }) => phone === who)?.name ?? who;
