/** What every contestant is told, and what is printed with the figures. */
export const ACCOUNT = { token: 'bench-token', phoneNumberId: '100000000000001', appSecret: 'bench-app-secret', verifyToken: 'bench-verify-token' };
export const CALLBACK_TOKEN = 'bench-callback-token';
/** Out of the way: what is measured is the work, not the patience. */
export const LIMITS = { FLOOD_LIMIT: '1000000/10', WHATSAPP_RATE: '100000' };
export const IN_FLIGHT = 64;
/** The pair rule lets 40 messages to one person pass at once: so many people that nobody gets as many. */
export const CONTACTS = 20_000;
/** What people write: a greeting, the menu word, a choice, words nobody understands. */
export const TEXTS = ['Bonjour', 'menu', '1', 'quelque chose'];
