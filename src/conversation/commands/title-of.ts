/** A row of a list on WhatsApp; what goes beyond is on the card. */
const TITLE_MAX = 24;

export const titleOf = (name: string): string => Array.from(name).slice(0, TITLE_MAX).join('').trim();
