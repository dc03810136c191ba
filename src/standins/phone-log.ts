/** What passed over one phone, oldest first. Kept in memory, bounded: a stand-in may see a whole load test. */
export type Logged<Entry> = Entry & { n: number; at: Date; who: string };

export type PhoneLog<Entry extends { id: string }> = {
  add: <E extends Entry>(who: string, entry: E) => Logged<E>;
  of: (who: string, after?: number) => readonly Logged<Entry>[];
  find: (id: string) => Logged<Entry> | undefined;
  phones: () => string[];
  /** Something about this phone changed that is not a new entry: a tick, a typing sign. */
  touch: (who: string) => void;
  subscribe: (listener: (who: string) => void) => () => void;
};

const ENTRIES_PER_PHONE = 200;
const PHONES = 10_000;

export function createPhoneLog<Entry extends { id: string }>(now: () => Date): PhoneLog<Entry> {
  const phones = new Map<string, Logged<Entry>[]>();
  const byId = new Map<string, Logged<Entry>>();
  const listeners = new Set<(who: string) => void>();
  let n = 0;

  const touch = (who: string) => {
    for (const listener of listeners) listener(who);
  };

  function forget(entries: Logged<Entry>[]): void {
    for (const { id } of entries) byId.delete(id);
  }

  function entriesOf(who: string): Logged<Entry>[] {
    const known = phones.get(who);
    if (known) return known;
    const oldest = phones.size >= PHONES ? phones.entries().next().value : undefined;
    if (oldest) {
      forget(oldest[1]);
      phones.delete(oldest[0]);
    }
    const entries: Logged<Entry>[] = [];
    phones.set(who, entries);
    return entries;
  }

  return {
    add: (who, entry) => {
      n += 1;
      const logged = { ...entry, n, at: now(), who };
      const entries = entriesOf(who);
      entries.push(logged);
      byId.set(entry.id, logged);
      if (entries.length > ENTRIES_PER_PHONE) forget(entries.splice(0, entries.length - ENTRIES_PER_PHONE));
      touch(who);
      return logged;
    },
    of: (who, after = 0) => (phones.get(who) ?? []).filter((entry) => entry.n > after),
    find: (id) => byId.get(id),
    phones: () => [...phones.keys()],
    touch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
