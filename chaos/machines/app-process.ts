import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Undo } from './undo.ts';

export type Role = 'all' | 'web' | 'worker';
export type Memory = { rss: number; heap: number };
export type Griot = {
  name: string;
  url: string;
  /** A new process; resolves when it is ready, or was killed before. */
  start: () => Promise<void>;
  kill: () => Promise<void>;
  /** SIGTERM: how it left, and after how long. */
  stop: () => Promise<{ code: number | null; ms: number }>;
  isUp: () => boolean;
  isReady: () => boolean;
  log: () => string[];
  /** What the process last told of itself, when it was started to tell it. */
  memory: () => Memory | undefined;
};

type Settings = { name: string; role: Role; port: number; env: Record<string, string>; logFile: string; onDeath: (sentence: string) => void; tellsMemory?: boolean };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOOK_MS = 50;
const START_MS_MAX = 90_000;
const told = z.object({ rss: z.number(), heap: z.number() });

/** One process of Griot, started as `npm start` starts it, and killed as nobody should. */
export function griot(settings: Settings, undo: Undo): Griot {
  const { name, port, env, role, logFile, tellsMemory = false } = settings;
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let ready = false;
  let memory: Memory | undefined;
  const args = [...(tellsMemory ? ['--expose-gc', '--import', fileURLToPath(new URL('tell-memory.ts', import.meta.url))] : []), 'src/main.ts'];

  async function start(): Promise<void> {
    if (undo.isOver()) throw new Error(`${name} may not start any more`);
    const log = openSync(logFile, 'a');
    const started = spawn(process.execPath, args, { cwd: ROOT, env: { ...inherited(), ...env, ROLE: role, PORT: `${port}` }, stdio: ['ignore', log, log, ...(tellsMemory ? ['ipc' as const] : [])] });
    closeSync(log);
    child = started;
    started.on('message', (message) => (memory = told.safeParse(message).data ?? memory));
    started.once('exit', (code, signal) => {
      if (child === started) settings.onDeath(`${name} left by itself (${code ?? signal ?? ''})`);
    });
    for (const before = Date.now(); child === started; await sleep(LOOK_MS)) {
      if (await answers(`${url}/readyz`)) {
        ready = true;
        return;
      }
      if (started.exitCode !== null || Date.now() - before > START_MS_MAX) throw new Error(`${name} is never ready:\n${read(logFile).slice(-20).join('\n')}`);
    }
  }

  /** From here on its end is wanted. */
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ending = child;
    child = undefined;
    ready = false;
    if (ending === undefined) return null;
    if (ending.exitCode === null && ending.signalCode === null) {
      const gone = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.kill(signal);
      await gone;
    }
    return ending.exitCode;
  }

  undo.add(() => end('SIGKILL'));
  return {
    name, url, start,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: async () => {
      const before = Date.now();
      return { code: await end('SIGTERM'), ms: Date.now() - before };
    },
    isUp: () => child !== undefined,
    isReady: () => ready,
    log: () => read(logFile),
    memory: () => memory,
  };
}

/** What configures whoever started this must not configure Griot. */
const inherited = () => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] });

const read = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');

const answers = (url: string): Promise<boolean> => fetch(url, { signal: AbortSignal.timeout(1_000) }).then(({ ok }) => ok, () => false);
