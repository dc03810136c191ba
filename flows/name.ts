/** A name has letters: a number typed where one is asked is an answer to something else. */
const NAME = /^(?=(?:.*\p{L}){2}).{2,40}$/su;

export const isName = (text: string): boolean => NAME.test(text.trim());

/** « awa dossou » is Awa Dossou: a name typed in a hurry is kept as names are written. */
export const asName = (text: string): string => text.trim().replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
