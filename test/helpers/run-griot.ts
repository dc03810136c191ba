import { execFile } from 'node:child_process';

type Ended = { code: number; said: string };

/** The command as it is typed, in a process of its own. */
export const runGriot = (args: string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/griot.ts', ...args], { env: { PATH: process.env['PATH'], ...env } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: out + err });
    });
  });
