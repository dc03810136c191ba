import type { Webhook } from './webhook-delivery.ts';

/** Africa's Talking posts forms, and signs nothing: the token is in the address. */
export const formPost = (url: string, form: Record<string, string>, userAgent: string): Webhook => ({
  url,
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': userAgent },
  body: String(new URLSearchParams(form)),
});
