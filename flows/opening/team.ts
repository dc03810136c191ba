import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Card = { memberId: string; name: string; phone: string; rights: string; status: string };
type Team = Card & { members: Choice[]; wanted: string; number: string; refusal: string };
export type TeamCommands = {
  'team.list': Command<undefined, { members: Choice[] }>;
  'team.see': Command<{ memberId: string }, Card>;
  'team.invite': Command<{ name: string; phone: string; rights: string }, { name: string; rights: string }>;
  'team.rights': Command<{ memberId: string; rights: string }, object>;
  'team.remove': Command<{ memberId: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<Team, TeamCommands>, actions: commands<TeamCommands>() });
const fits = (pattern: RegExp) => ({ event }: { event: { text: string } }) => pattern.test(event.text.trim());
const NAME = /^(?=(?:.*\p{L}){2}).{2,40}$/su;
const PHONE = /^\+?[\d ().-]{8,24}$/;
/** The numbers of the rights, as they are listed; 7 is none of them. */
const RIGHTS = /^[1-7](?:[ ,;et]*[1-7])*$/;
const refused = assign(({ event }: { event: { reason: string } }) => ({ refusal: event.reason })) as never;

const picked = assign({ memberId: ({ event }: { event: { id: string } }) => event.id }) as never;

/** Who works in the business and what each may do: invited by phone, active once they have agreed, gone when the owner says so. */
export const team = flow.createMachine({
  id: 'team',
  version: '1',
  context: { memberId: '', name: '', phone: '', rights: '', status: 'active', members: [], wanted: '', number: '', refusal: 'right' },
  initial: 'listing',
  states: {
    listing: { entry: 'team.list', on: { 'team.list.done': { target: 'which', actions: assign(({ event }) => ({ members: event.members })) }, 'team.list.refused': { target: 'refused', actions: refused } } },
    which: { meta: { say: 'team.which', choose: 'members', back: 'back' }, on: { 'chose.invite': 'newName', 'chose.*': { target: 'seeing', actions: picked }, back: 'left' } },
    seeing: { entry: { type: 'team.see', params: ({ context: { memberId } }) => ({ memberId }) }, on: { 'team.see.done': { target: 'card', actions: assign(({ event: { name, phone, rights, status } }) => ({ name, phone, rights, status })) }, 'team.see.refused': 'listing' } },
    card: { meta: { say: 'team.card', choose: [{ id: 'rights', key: '1' }, { id: 'remove', key: '2' }], back: 'back' }, on: { 'chose.rights': 'rights', 'chose.remove': 'sure', back: 'listing' } },
    rights: { meta: { say: 'team.rights', back: 'back' }, on: { said: { guard: fits(RIGHTS), target: 'changing', actions: assign({ rights: ({ event }: { event: { text: string } }) => event.text }) as never }, back: 'seeing' } },
    changing: { entry: { type: 'team.rights', params: ({ context: { memberId, rights } }) => ({ memberId, rights }) }, on: { 'team.rights.done': 'seeing', 'team.rights.refused': { target: 'refused', actions: refused } } },
    sure: { meta: { say: 'team.sure', choose: [{ id: 'yes', key: '1' }, { id: 'no', key: '2' }], back: 'back' }, on: { 'chose.yes': 'removing', 'chose.no': 'seeing', back: 'seeing' } },
    removing: { entry: { type: 'team.remove', params: ({ context: { memberId } }) => ({ memberId }) }, on: { 'team.remove.done': 'listing', 'team.remove.refused': { target: 'refused', actions: refused } } },
    newName: { meta: { say: 'team.newName', back: 'back' }, on: { said: { guard: fits(NAME), target: 'newPhone', actions: assign({ wanted: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'listing' } },
    newPhone: { meta: { say: 'team.newPhone', back: 'back' }, on: { said: { guard: fits(PHONE), target: 'newRights', actions: assign({ number: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'newName' } },
    newRights: { meta: { say: 'team.newRights', back: 'back' }, on: { said: { guard: fits(RIGHTS), target: 'inviting', actions: assign({ rights: ({ event }: { event: { text: string } }) => event.text }) as never }, back: 'newPhone' } },
    inviting: {
      entry: { type: 'team.invite', params: ({ context: { wanted, number, rights } }) => ({ name: wanted, phone: number, rights }) },
      on: { 'team.invite.done': { target: 'invited', actions: assign(({ event: { name, rights } }) => ({ name, rights })) }, 'team.invite.refused': { target: 'refused', actions: refused } },
    },
    invited: { type: 'final', meta: { say: 'team.invited' } },
    refused: { type: 'final', meta: { say: 'team.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
