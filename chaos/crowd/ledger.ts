export type Channel = 'whatsapp' | 'sms' | 'ussd';

/**
 * One message as the networks remember it. `taken`: Griot said 200, or showed a screen. `unsure`: a hop that never had
 * a screen, and may have been heard all the same.
 */
export type Said = { contact: string; channel: Channel; event: string; text: string; outcome: 'taken' | 'unsure'; screen?: string };

/** What people said, in the order in which Griot accepted it, and how it answered the networks. */
export type Ledger = { said: Said[]; answers: Map<string, number> };

export const openLedger = (): Ledger => ({ said: [], answers: new Map() });

export const answered = ({ answers }: Ledger, status: string): void => void answers.set(status, (answers.get(status) ?? 0) + 1);

export const taken = ({ said }: Ledger): Said[] => said.filter(({ outcome }) => outcome === 'taken');

/** The name that a message has on both sides: the id of the network, or the call and all that was typed in it. */
export const hopEvent = (sessionId: string, path: string): string => `ussd:${sessionId}:${path}`;
