/** A name has letters: a number typed where one is asked is an answer to something else. */
const NAME = /^(?=(?:.*\p{L}){2}).{2,40}$/su;

export const isName = (text: string): boolean => NAME.test(text.trim());
