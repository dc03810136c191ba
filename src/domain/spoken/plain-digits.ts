/** Lower case, one kind of space and of digit: what keyboards of all phones make of a number. */
export const plainDigits = (typed: string): string => typed.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
