const MAX_CHARS = 200;
/** Keys and payment tokens; e-mail addresses; numbers, however they are grouped. */
const HIDDEN = [/\b(sk|pk|wh)_\w+/g, /[\w-]{24,}(\.[\w-]+)*/g, /[^\s"@]+@[^\s"@]+/g, /\+?\d([\s.-]?\d){6,}/g];

/** Fit for a log: what they write may repeat the key, a token, a number or an address. */
export function speakable(words: string, secretKey: string): string {
  const withoutKey = secretKey === '' ? words : words.replaceAll(secretKey, '***');
  return HIDDEN.reduce((said, pattern) => said.replace(pattern, '***'), withoutKey).replace(/\s+/g, ' ').trim().slice(0, MAX_CHARS);
}
