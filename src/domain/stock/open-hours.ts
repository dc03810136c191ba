/** Minutes of the day. */
export type Hours = { opens: number; closes: number };
/** What a movement left on the shelf, and when. */
export type Left = { at: number; onHand: number };

/** Of a day's opening hours, the share still to come: none after closing. */
export const openLeft = (now: number, { opens, closes }: Hours): number => (closes > opens ? (closes - within(now, { opens, closes })) / (closes - opens) : 0);

/** Of a day's opening hours, the share during which something could be sold. `onHand` is what the morning found, `movements` are in the order in which they happened. */
export function inStockShare(onHand: number, movements: readonly Left[], { opens, closes }: Hours): number {
  if (closes <= opens) return 0;
  let [since, held, minutes] = [opens, onHand, 0];
  for (const { at, onHand: left } of [...movements, { at: closes, onHand: 0 }]) {
    const until = within(at, { opens, closes });
    if (held > 0) minutes += until - since;
    [since, held] = [until, left];
  }
  return minutes / (closes - opens);
}

const within = (minute: number, { opens, closes }: Hours): number => Math.min(closes, Math.max(opens, minute));
