import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

const linkOf = async (at: number): Promise<string> => `${world.local}/r/${(await world.db.shortLink.findMany({ where: { kind: 'picture' }, orderBy: { createdAt: 'asc' } }))[at]?.code ?? ''}`;

describe('J13 · a picture where it says more', () => {
  test('J13 · « graphique riz », or the button under a stock or the sales: drawn as an image, only when it is asked for', async () => {
    await play(world, `
    # whatsapp Moussa
    > stock lait 1l
    *Lait 1L* : *24* en stock, 0 gardé, 0 en commande. Minimum 10. Prix 1 000 F, coût moyen 850 F.
    Tout va bien. Couvre 16 j, pas de rupture dans les 15 jours. Conseil : commander 1.
    Au 20/11 09:00.
    [Vendre]
    [Entrée]
    [Graphique]
    > [Graphique]
    Le stock de Lait 1L, et ce qui est attendu.
    [image]
    > graphique
    Vos ventes, jour par jour.
    [image]
    > rapport ventes
    *Ventes du mois*
    Ventes : *2 411 025 F* (+39 %), nombre : 337, panier moyen 7 154 F
    7 jours : 680 175 F, 30 jours : 3 521 625 F
    Meilleures ventes : Riz parfumé sac 25kg 370 000 F, Sucre sac 50kg 342 000 F, Farine de blé sac 50kg 225 000 F, Huile bidon 20L 202 500 F, Riz brisé sac 50kg 168 000 F, Charbon de bois sac 63 000 F, Lait en poudre 400g 61 600 F, Lessive 1kg 54 400 F, Huile 1L 53 750 F, Œufs plateau 30 42 000 F
    Par catégorie : Riz et céréales 868 225 F, Épicerie 848 200 F, Hygiène et maison 299 100 F, Frais 218 000 F, Boissons 177 500 F
    Au 20/11 09:00.
    [Fichier Excel]
    [Graphique]
    [Autre rapport]
    > [Graphique]
    Vos ventes, jour par jour.
    [image]
    > graphique caviar
    Je ne trouve pas « caviar » chez vous.
    [Autre nom]
    [Ajouter]
  `);
    for (const at of [0, 1, 2]) {
      const answer = await fetch(await linkOf(at));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(Buffer.from(await answer.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG');
    }
  });

  test('J13 · by SMS its address comes; who may not see figures gets none, and who has left sees no picture any more', async () => {
    await play(world, `
    # whatsapp Fatou
    > graphique
    Vous n'avez pas ce droit. Demandez au patron.
    > graphique riz parfume
    Le stock de Riz parfumé sac 25kg, et ce qui est attendu.
    [image]
    # sms Moussa
    > GRAPHIQUE LAIT 1L
    Le stock de Lait 1L.
    http://localhost:0/r/…
  `);
    const fatou = await world.db.shortLink.findFirstOrThrow({ where: { kind: 'picture' }, orderBy: { createdAt: 'desc' } });
    const [memberId = ''] = fatou.target.split(':');
    expect((await fetch(`${world.local}/r/${fatou.code}`)).status).toBe(200);
    await world.db.member.update({ where: { id: memberId }, data: { status: 'left' } });
    expect((await fetch(`${world.local}/r/${fatou.code}`)).status).toBe(404);
  });
});
