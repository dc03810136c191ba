/** Changes with the sentence of consent shown, so that a proof says what was accepted. */
export const TERMS_VERSION = '2026-11';
