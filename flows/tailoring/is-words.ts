/** Something is described, or somebody named: with letters, and no longer than a list has room for. */
export const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && text.trim().length <= 40;
