/** Which contacts' mail to look at: each waits once, none is read by two, and one rung while it is read is read again. */
export type ContactQueue = ReturnType<typeof contactQueue>;

export function contactQueue() {
  const waiting = new Set<string>();
  const reading = new Set<string>();
  const rungAgain = new Set<string>();
  const awaited = new Map<string, PromiseWithResolvers<undefined>>();

  return {
    ring(contactId: string): void {
      if (reading.has(contactId)) rungAgain.add(contactId);
      else waiting.add(contactId);
    },
    /** The next contacts to read, now held by the caller. */
    take(max: number): string[] {
      const batch = [...waiting].slice(0, max);
      for (const contactId of batch) {
        waiting.delete(contactId);
        reading.add(contactId);
      }
      return batch;
    },
    /** The caller has read; with `more`, or rung meanwhile, the contact waits again. */
    release(contactId: string, more: boolean): void {
      reading.delete(contactId);
      if (rungAgain.delete(contactId) || more) {
        waiting.add(contactId);
        return;
      }
      awaited.get(contactId)?.resolve(undefined);
      awaited.delete(contactId);
    },
    /** Resolves when there is nothing more to read for this contact. */
    async emptied(contactId: string): Promise<void> {
      if (!waiting.has(contactId) && !reading.has(contactId)) return;
      const known = awaited.get(contactId) ?? Promise.withResolvers<undefined>();
      awaited.set(contactId, known);
      await known.promise;
    },
    /** Forgets who waits; those being read are left to their readers. */
    clear(): void {
      for (const contactId of [...waiting]) {
        waiting.delete(contactId);
        awaited.get(contactId)?.resolve(undefined);
        awaited.delete(contactId);
      }
    },
    everybody: (): string[] => [...waiting, ...reading],
  };
}
