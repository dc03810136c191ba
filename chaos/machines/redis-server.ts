import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.ts';
import type { Undo } from './undo.ts';

export type RedisServer = { url: string; start: () => Promise<void>; stop: () => Promise<void>; flush: () => Promise<void> };

const PATIENCE = 100;
const LOOK_MS = 50;

/** A Redis of its own that keeps nothing, so that it can be emptied and stopped. */
export async function openRedis(undo: Undo): Promise<RedisServer> {
  if (spawnSync('redis-server', ['--version']).status !== 0) throw new Error('There is no redis-server: install the package, or choose scenarios without Redis.');
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    child = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore', cwd: '/' });
    for (let looks = 0; looks < PATIENCE; looks++) {
      if ((await say(port, 'PING').catch(() => '')).startsWith('+PONG')) return;
      await sleep(LOOK_MS);
    }
    throw new Error('redis-server does not answer');
  }

  async function stop(): Promise<void> {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  }

  undo.add(stop);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    flush: async () => {
      await say(port, 'FLUSHALL');
    },
  };
}

/** One word to it, and the line it answers. */
async function say(port: number, word: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(`${word}\r\n`);
    const [line] = (await once(socket, 'data')) as [Buffer];
    return line.toString();
  } finally {
    socket.destroy();
  }
}
