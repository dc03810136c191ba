import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createMachine, type AnyStateMachine } from 'xstate';
import { data } from '../../flows/identity/data.ts';
import { flows } from '../../flows/index.ts';
import type { Migrations } from '../../flows/migrations.ts';
import { flowBook } from '../../src/conversation/flow-book.ts';
import type { Database } from '../../src/db/open-database.ts';
import type { Session } from '../../src/db/desk.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { play } from '../helpers/play.ts';
import { openWorld, type World } from '../helpers/world.ts';

const machine = (config: object): AnyStateMachine => createMachine(config as never) as AnyStateMachine;
const { name, ...states } = data.config.states ?? {};
const asked = { ...states, menu: { ...states.menu, on: { 'chose.correct': 'fullName', back: 'toHome' } }, renaming: { ...states.renaming, on: { 'data.rename.done': 'renamed', 'data.rename.refused': 'fullName' } } };

/** `data` as the next version might be: the state called `name` is called `fullName`, and remembers who said so. */
const NEXT = machine({ ...data.config, version: '2', context: { ...(data.config.context as object), by: '' }, states: { ...asked, fullName: name } });
/** The same version, from which the state was taken away by mistake. */
const POORER = machine({ ...data.config, states: { ...asked, fullName: name } });
const MIGRATIONS: Migrations = { data: { 1: ({ state, context }) => ({ state: state === 'name' ? 'fullName' : state, context: { ...context, by: 'person' } }) } };

const book = (instead: AnyStateMachine | undefined, migrations: Migrations = {}) => {
  const others: readonly AnyStateMachine[] = flows.filter(({ id }) => id !== 'data');
  return flowBook(instead === undefined ? others : [...others, instead], migrations);
};

describe('a flow book', () => {
  const session: Session = { flow: 'data', version: '1', state: 'name', context: { name: 'Awa' }, page: 2 };
  test.each<[string, Session | undefined, Session | undefined]>([
    ['of the version in force: as it is', book(data).current(session), session],
    ['of a retired version, with a migration: carried over, and marked', book(NEXT, MIGRATIONS).current(session), { ...session, version: '2', state: 'fullName', context: { name: 'Awa', by: 'person' } }],
    ['of a retired version, without one: nothing to be done', book(NEXT).current(session), undefined],
    ['of a version that a migration of another version does not help', book(NEXT, { data: { 0: (old) => old } }).current(session), undefined],
    ['migrated to a state that does not exist: nothing to be done', book(NEXT, { data: { 1: (old) => old } }).current(session), undefined],
    ['whose state is gone', book(POORER).current(session), undefined],
    ['whose flow is gone', book(undefined).current(session), undefined],
    ['in a state named like what every object has', book(data).current({ ...session, state: 'constructor' }), undefined],
  ])('a session %s', (_what, current, wanted) => {
    expect(current).toEqual(wanted);
  });
});

describe('after an update, in the middle of a question', () => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await openTestDatabase();
    await (await openWorld({ database: shared() })).close();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    world = await openWorld({ database: shared(), cast: false });
    await world.db.channelIdentity.updateMany({ data: { paceUntil: null } }); // each story begins at the same hour: the pair rule takes them for one
  });
  afterEach(() => world.close());

  /** Each world of this story closes; the database stays. */
  const shared = (): Database => ({ ...database, close: async () => undefined });

  async function update(instead: AnyStateMachine | undefined, migrations?: Migrations) {
    await world.close();
    world = await openWorld({ database: shared(), cast: false, flows: book(instead, migrations) });
    world.clock.forward({ minutes: 5 });
  }

  const beginOnWhatsApp = () => play(world, `
    # whatsapp Awa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
  `);

  test('Awa answers it, and is heard by the state that took its place', async () => {
    await beginOnWhatsApp();
    await update(NEXT, MIGRATIONS);
    await play(world, `
    # whatsapp Awa
    > Awa Dossou-Yovo
    C'est corrigé : Awa Dossou-Yovo.
  `);
  });

  test.each([['nobody wrote how to go on', NEXT], ['its state is gone', POORER], ['its flow is gone', undefined]])('Awa is told, and shown the menu, when %s', async (_why, instead) => {
    await beginOnWhatsApp();
    await update(instead);
    await play(world, `
    # whatsapp Awa
    > Awa Dossou
    Le service a été mis à jour et cette étape n'existe plus. Reprenons au menu.
    Bonjour Awa Dossou-Yovo 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `);
  });

  test.each([['nobody wrote how to go on', NEXT], ['its flow is gone', undefined]])('what was put aside is not offered again when %s', async (_why, instead) => {
    await beginOnWhatsApp();
    await play(world, `
    # ussd Awa
    > *384*22#
    CON Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > /drop
  `);
    await update(instead);
    await play(world, `
    # ussd Awa
    > *384*22#
    CON Service mis a jour: au menu.
    Bonjour Awa
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
  `);
  });

  test('a call goes on in the next version, and ends up in the menu where it cannot', async () => {
    const hop = async (text: string) => {
      const { africasTalking } = world.config;
      const token = africasTalking.mode === 'off' ? '' : africasTalking.settings.callbackToken;
      const body = new URLSearchParams({ sessionId: 'over-an-update', phoneNumber: '+2290196000002', serviceCode: '*384*22#', networkCode: '61001', text });
      return (await fetch(`${world.local}/webhooks/africastalking/${token}/ussd`, { method: 'POST', body })).text();
    };
    await hop('8*8*2');
    expect(await hop('8*8*2')).toBe('CON Le bon nom et prenom:\n0.Annuler');
    await update(NEXT, MIGRATIONS);
    expect(await hop('8*8*2*J')).toBe('CON Choix non valide: J\nLe bon nom et prenom:\n0.Annuler');
    await update(data);
    expect(await hop('8*8*2*J*Jean')).toBe('CON Service mis a jour: au menu.\nBonjour Jean Hounsou\n1.Mes commandes (1)\n2.Commander\n4.Payer\n6.Mes mesures\n7.Acheter (boutique)\n8.Plus\n0.Quitter');
  });
});
