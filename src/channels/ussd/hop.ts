/**
 * What the caller typed at this hop. Africa's Talking sends the whole path (`1*2*riz`) each time; `consumed` is the path of the last hop,
 * undefined for a session never seen. The path is compared, never counted: people type `*`, and `1*1` is the same choice twice.
 */
export type TypedSince =
  | { kind: 'start' }
  | { kind: 'typed'; input: string }
  /** A first dial that already carries choices: `*384*22*4#`. */
  | { kind: 'path'; inputs: string[] }
  /** The path does not continue ours: another process, a restored database. Only its last input can be trusted to be new. */
  | { kind: 'midway'; inputs: string[] };

export function typedSince(consumed: string | undefined, text: string): TypedSince {
  if (text === '') return { kind: 'start' };
  if (consumed === undefined) return { kind: 'path', inputs: text.split('*') };
  if (consumed === '') return { kind: 'typed', input: text };
  if (continues(consumed, text)) return { kind: 'typed', input: text.slice(consumed.length + 1) };
  return { kind: 'midway', inputs: text.split('*').slice(-1) };
}

/** A code typed at an earlier hop stands as `?` in the path kept, one for each character. */
const continues = (consumed: string, text: string): boolean =>
  text[consumed.length] === '*' && Array.from({ length: consumed.length }, (_, at) => at).every((at) => consumed[at] === text[at] || consumed[at] === '?');
