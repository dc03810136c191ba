import type { readConfig } from '../../config.ts';

export type Config = ReturnType<typeof readConfig>;

/** One sentence about one thing: right, worth knowing, or missing, and then where to set it. */
export type Finding = { is: 'right' | 'note' | 'missing'; says: string };
export type Check = { about: string; look: (config: Config) => Promise<Finding[]> };

export const right = (says: string): Finding => ({ is: 'right', says });
export const note = (says: string): Finding => ({ is: 'note', says });
export const missing = (says: string): Finding => ({ is: 'missing', says });

export type Answer = { status: number; body: string; json: unknown; date: number | undefined };
type Question = { method?: string; headers?: Record<string, string>; body?: string };

const TIMEOUT_MS = 8_000;

/** Asks over HTTP; undefined when nobody answers. */
export async function ask(url: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { method, headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS), ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    const date = Date.parse(response.headers.get('date') ?? '');
    return { status: response.status, body: text, json: parsed(text), date: Number.isNaN(date) ? undefined : date };
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
