import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../helpers/play.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
let memberId: string;
beforeAll(async () => {
  world = await openWorld();
  ({ id: memberId } = await world.db.member.findFirstOrThrow({ where: { tenant: { code: 'DIOP' }, person: { fullName: { startsWith: 'Fatou' } } } }));
  await change({ role: 'manager' });
});
afterAll(() => world.close());

const change = (data: { role?: 'manager' | 'employee'; status?: 'active' | 'suspended' | 'left' }) => world.db.member.update({ where: { id: memberId }, data });
const links = () => world.db.shortLink.findMany({ where: { kind: 'goods' }, orderBy: { createdAt: 'asc' } });
const statuses = async () => Promise.all((await links()).map(async ({ code }) => (await fetch(`${world.local}/r/${code}`)).status));

describe('DIG-06 · the list of products of a shop, with what it costs', () => {
  test('each export has a link of its own', async () => {
    await play(world, `
    # sms Fatou
    > exporter produits
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 2468
    Vos produits, pour un tableur (lien valable 24 h) :
    http://localhost:0/r/…
    # sms Moussa
    > exporter produits
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    Vos produits, pour un tableur (lien valable 24 h) :
    http://localhost:0/r/…
  `);
    expect(await statuses()).toEqual([200, 200]);
    const [first] = await links();
    const answer = await fetch(`${world.local}/r/${first?.code ?? ''}`);
    expect([answer.headers.get('content-disposition'), (await answer.text()).split('\n').length > 50]).toEqual(['attachment; filename="produits.csv"', true]);
  });

  test('a link dies with the right of who asked for it; another\'s lives', async () => {
    for (const status of ['suspended', 'left'] as const) {
      await change({ status });
      expect(await statuses()).toEqual([404, 200]);
    }
    await change({ status: 'active' });
    expect(await statuses()).toEqual([200, 200]);
    await change({ role: 'employee' });
    expect(await statuses()).toEqual([404, 200]);
  });

  test('and after a day, whoever exports meanwhile', async () => {
    await play(world, `
    # sms Moussa
    > /wait 23h
    # sms Afi
    Promises aujourd'hui: 1. Aucun retard. Pour la liste: A LIVRER
    # sms Moussa
    > exporter produits
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    Vos produits, pour un tableur (lien valable 24 h) :
    http://localhost:0/r/…
    > /wait 2h
  `);
    expect(await statuses()).toEqual([404, 404, 200]);
  });
});
