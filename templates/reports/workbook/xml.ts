export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The most a cell holds. */
const MOST = 32_767;

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const SPECIAL = /[&<>"]|[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi; // eslint-disable-line no-control-regex -- those are what XML cannot hold

/** Any text as XML holds it: a spreadsheet has a spelling of its own for letters that XML forbids. */
export const escaped = (text: string): string => cut(text.toWellFormed()).replace(SPECIAL, (letter) => NAMED[letter] ?? `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

function cut(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST - 1).toWellFormed().replace(/\ufffd$/, '')}…`;
}
