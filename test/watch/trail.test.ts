import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { echoing } from '../helpers/echo.ts';
import { fromMeta, networksOf, said, settle, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { heardLines } from './heard-lines.ts';

let world: World;
let networks: Networks;
const heard = heardLines('debug');
const { echoes, ...echo } = echoing();

beforeAll(async () => {
  world = await openWorld({ ...echo, cast: false, logger: heard.logger });
  networks = networksOf(world);
});
beforeEach(() => void heard.written.splice(0));
afterAll(() => world.close());

const says = async (text: string) => {
  await networks.meta(fromMeta(world, [said({ from: '2290197000020', id: `wamid.${text}`, text })]));
  await settle(world);
};
const idOf = async (text: string) => Number((await world.db.inboundEvent.findFirstOrThrow({ where: { eventId: `wamid.${text}` } })).id);
const told = (event: number) => heard.lines().filter((line) => line.event === event).map(({ level, message, outbox }) => `${level}: ${message}${outbox === undefined ? '' : ', from the outbox'}`);

test('one id leads from the webhook to the provider', async () => {
  await says('un');
  expect(told(await idOf('un'))).toEqual(['debug: an event is stored', 'debug: a turn is over', 'debug: a message is sent, from the outbox']);
});

test('also when the message is refused, and says by what', async () => {
  world.standins.graph?.faults.set({ refuse: 131026, times: 1 });
  await says('deux');
  const event = await idOf('deux');
  expect(told(event)).toEqual(['debug: an event is stored', 'debug: a turn is over', 'warn: a message was refused, from the outbox', 'debug: a message is sent, from the outbox']);
  expect(heard.lines().find(({ level }) => level === 'warn')).toMatchObject({ event, channel: 'whatsapp', code: 131026, action: 'fallback' });
});

test('when its answer is lost', async () => {
  world.standins.graph?.faults.set({ dropAfterAccept: true, withholdStatuses: true, times: 1 });
  await says('trois');
  expect(told(await idOf('trois')).at(-1)).toBe('warn: the answer to a send was lost, from the outbox');
  world.standins.graph?.faults.clear();
});

test('and when its turn fails', async () => {
  echoes.take = async (_scope, text) => {
    if (text === 'boum') throw new Error('boum');
  };
  await says('boum');
  expect(told(await idOf('boum')).slice(0, 3)).toEqual(['debug: an event is stored', 'error: a turn failed', 'debug: a turn is over']);
});

describe('at the level of every day', () => {
  test('a conversation in which nothing goes wrong writes no line', async () => {
    const quiet = heardLines('info');
    const other = await openWorld({ ...echo, cast: false, logger: quiet.logger });
    try {
      await networksOf(other).meta(fromMeta(other, [said({ from: '2290197000021', id: 'wamid.calm', text: 'calme' })]));
      await settle(other);
      expect(quiet.lines()).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
