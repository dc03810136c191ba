/** Counts a try against every key; undefined when one of them has had its share. What is returned takes the try back. */
export type TakeTry = (keys: string[], now: Date) => (() => void) | undefined;

const KEYS_MAX = 10_000;

/** Kept by this process alone: with several, each allows its own share. */
export function limitTries({ max, windowMs }: { max: number; windowMs: number }): TakeTry {
  const tries = new Map<string, number[]>();

  const recent = (key: string, at: number) => (tries.get(key) ?? []).filter((time) => time > at - windowMs);
  const sweep = (at: number) => {
    for (const key of tries.keys()) if (recent(key, at).length === 0) tries.delete(key);
  };

  return (keys, now) => {
    const at = now.getTime();
    if (tries.size > KEYS_MAX) sweep(at);
    if (keys.some((key) => recent(key, at).length >= max)) return undefined;
    for (const key of keys) tries.set(key, [...recent(key, at), at]);
    return () => {
      for (const key of keys) tries.set(key, without(tries.get(key) ?? [], at));
    };
  };
}

/** One try less, not all those of the same millisecond. */
function without(times: number[], at: number): number[] {
  const place = times.indexOf(at);
  return place === -1 ? times : times.toSpliced(place, 1);
}
