import type { World } from '../helpers/world.ts';

/** What Prometheus would read: the value of a series by its whole name, 0 where nothing was counted. */
export async function metricsOf(world: World) {
  const text = await (await fetch(`${world.local}/metrics`)).text();
  const values = new Map(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
  return Object.assign((name: string): number => values.get(name) ?? 0, { text });
}
