import type { Who } from '../../scope.ts';

/** A PIN proves one person in one business: whoever is spoken with as somebody else, or in another business, has proven nothing there. */
const holderOf = ({ personId, tenantId }: Pick<Who, 'personId' | 'tenantId'>): string => `${personId ?? ''}:${tenantId ?? ''}`;

export function prove(who: Who, now: Date): void {
  who.proof = { at: now.toISOString(), holder: holderOf(who) };
}

/** As it was kept with the conversation, which says for whom. */
export const keptProof = (talk: { personId: string | null; tenantId: string | null; provenAt: string | null }): Who['proof'] => (talk.provenAt === null ? null : { at: talk.provenAt, holder: holderOf(talk) });

/** When this person, in this business, has proven who they are. */
export const provenAt = (who: Who): string | null => (who.proof?.holder === holderOf(who) ? who.proof.at : null);
