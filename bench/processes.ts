import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Running = { port: number; process: ChildProcess; stop: () => Promise<void> };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const children = new Set<ChildProcess>();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL'))); // however it ends, nobody is left behind

const READY_MS_MAX = 60_000;
const TICK_MS = 10;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a file of ours with this environment, and waits until it answers `path`. */
export async function start(file: string, env: Record<string, string>, path: string): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, [file], { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  children.add(child.on('exit', () => children.delete(child)));
  const until = performance.now() + READY_MS_MAX;
  while (!(await answers(`http://127.0.0.1:${port}${path}`))) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(`${file} did not start`);
    await sleep(50);
  }
  return { port, process: child, stop: () => stop(child) };
}

const answers = (url: string): Promise<boolean> => fetch(url).then(({ status }) => status < 500, () => false);

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Milliseconds of processor time that a process has used; undefined where there is no /proc. */
export function processorMs({ pid }: ChildProcess): number | undefined {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}
