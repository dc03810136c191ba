import type { Dice } from '../crowd/dice.ts';
import { openPostgres, type PostgresServer } from '../machines/postgres-server.ts';
import { openRedis, type RedisServer } from '../machines/redis-server.ts';
import type { Undo } from '../machines/undo.ts';
import type { Verdict } from '../verdict/verify.ts';

/** How long things are done: `kills` for what is counted, `seconds` for what lasts; `short` leaves out what says nothing new. */
export type Measure = { kills: number; seconds: number; short: boolean };

/** What all scenarios share: servers that are opened when the first of them needs one. */
export type Theatre = { measure: Measure; dice: Dice; undo: Undo; postgres: () => Promise<PostgresServer>; redis: () => Promise<RedisServer>; tell: (line: string) => void };

export type Result = { scenario: string; kills: number; verdict: Verdict; broken: string[]; notes: string[]; seconds: number };
/** `inShort`: whether a short run plays it. */
export type Scenario = { name: string; promise: string; inShort: boolean; play: (theatre: Theatre) => Promise<Result[]> };

export function openTheatre(given: Pick<Theatre, 'measure' | 'dice' | 'undo' | 'tell'>): Theatre {
  let postgres: Promise<PostgresServer> | undefined;
  let redis: Promise<RedisServer> | undefined;
  return { ...given, postgres: () => (postgres ??= openPostgres(given.undo)), redis: () => (redis ??= openRedis(given.undo)) };
}
