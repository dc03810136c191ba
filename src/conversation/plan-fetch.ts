import type { MediaKind } from '../channels/channel.ts';
import type { Letter } from '../db/desk.ts';
import type { DueRow } from '../db/turn.ts';
import type { Who } from '../scope.ts';

/** What the job that fetches a file is told. `sentAt`: from then on the network keeps it for seven days. */
export type FetchAsked = { mediaId: string; kind: MediaKind; eventId: number; contactId: string; sentAt: string; language: string };

/** Whatever the turn makes of a file, it is fetched: with a flow or without, and while a human has the conversation. */
export function planFetch({ contactId, language }: Who, { id, content, happenedAt }: Letter, now: Date): DueRow[] {
  if (content.type !== 'media') return [];
  const payload: FetchAsked = { mediaId: content.media.id, kind: content.media.kind, eventId: id, contactId, sentAt: happenedAt, language };
  return [{ key: `media:${id}`, kind: 'media.fetch', runAt: now.toISOString(), step: null, payload }];
}
