import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => {
  await (world as World | undefined)?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world.close());
const story = (script: string) => play(world, script);
const statuses = async () => (await world.db.order.findMany({ where: { seq: { gt: 44 } }, orderBy: { seq: 'asc' } })).map(({ status }) => status);

describe('J1, J5 · the workshop is asked for its price', () => {
  test('J1 · asked step by step; E16 · a full week is never promised silently', async () => {
    await world.db.tenant.update({ where: { code: 'AFI' }, data: { settings: { depositPct: 50, capacityPerWeek: 1, workdays: [1, 2, 3, 4, 5, 6] } } });
    await world.db.order.updateMany({ where: { seq: 44 }, data: { promisedOn: new Date('2026-12-08') } });
    await ordersOf(world).quoted();
    await story(`
    # whatsapp Afi
    > devis
    Quel est le numéro de la commande dont vous donnez le prix ? Par exemple : *42*
    > 45
    *0045* Awa Dossou, Boubou, pour le 27/11. Quel prix ? Par exemple : *25000*, ou 25k 28/12.
    > cher
    « cher » n'est pas un prix. Par exemple : *25000*, ou 25k 28/12.
    > 25k
    *25 000 F* pour *0045* Awa Dossou, Boubou, prêt le *27/11*. Envoyer ce prix ?
    [Oui]
    [Autre date]
    [Autre prix]
    > [Autre date]
    *0045* Awa Dossou, Boubou : pour quel jour ? Par exemple *30/12*, *samedi*.
    > un jour
    « un jour » n'est pas une date que je comprends. Écrivez par exemple *30/12*.
    > 3/2
    Le 03/02 est déjà passé cette année. Voulez-vous dire le *03/02/2027* ?
    [Oui]
    [Autre date]
    > [Autre date]
    *0045* Awa Dossou, Boubou : pour quel jour ? Par exemple *30/12*, *samedi*.
    > 9/12
    *25 000 F* pour *0045* Awa Dossou, Boubou, prêt le *09/12*. Envoyer ce prix ?
    [Oui]
    [Autre date]
    [Autre prix]
    > [Oui]
    Capacité maximale atteinte la semaine du 09/12. Premier jour libre : *14/12*.
    [Le 14/12]
    [Autre date]
    [Forcer la date]
    > [Forcer la date]
    Écrivez pourquoi vous promettez le 09/12 quand même : le motif est gardé.
    > mariage de sa fille
    *25 000 F* pour *0045* Awa Dossou, Boubou, prêt le *09/12*, acompte : 12 500 F. La personne reçoit ce prix et répond oui ou non.
    # sms Awa
    Atelier Afi: 0045 Boubou 25 000 F pour le 09/12. Repondez OUI 0045 ou NON 0045
    # whatsapp Afi
    > english
    We go on in English.
    *Atelier Afi* — hello Afi Kossou. Choose, or write *help*.
    [To deliver (0)] — Today, late, this week
    [Mark as ready] — Tell the client
    [Take money] — Cash or Mobile Money
    [New order] — Client, garment, price, day
    [More]
    > quote 45 26000 25/12
    You are closed on 25/12. First free day: *26/12*.
    [On 26/12]
    [Another day]
    [Force this day]
    > [On 26/12]
    *26,000 F* for *0045* Awa Dossou, Boubou, ready on *26/12*, deposit: 13,000 F. They receive this price and answer yes or no.
    # sms Awa
    Atelier Afi: 0045 Boubou 26 000 F pour le 26/12. Repondez OUI 0045 ou NON 0045
    # ussd Koffi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 2468
    CON Koffi Mensah - Atelier Afi
    1.Mes taches (1)
    2.Finir une etape
    8.Plus
    0.Quitter
    > devis 45 20000
    END 0045: vous n'avez pas ce droit, demandez au patron.
  `);
    expect(await statuses()).toEqual(['quote']);
  });

  test('J5 · on USSD, asked step by step, the price taken back once', async () => {
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # ussd Afi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Atelier Afi
    1.A livrer (0)
    2.Marquer PRET
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
    > devis 45
    CON 0045 Awa Dossou pour 27/11
    Etait 25 000 F. Nouveau prix?
    ex: 25000 28/12
    0.Annuler
    > 26 mille
    CON 0045 Awa Dossou
    26 000 F pour 27/11
    1.Oui
    2.Autre date
    3.Autre prix
    0.Annuler
    > 3
    CON 0045 Awa Dossou pour 27/11
    Etait 25 000 F. Nouveau prix?
    ex: 25000 28/12
    0.Annuler
    > 27k 2/12
    CON 0045 Awa Dossou
    27 000 F pour 02/12
    1.Oui
    2.Autre date
    3.Autre prix
    0.Annuler
    > 1
    END 0045 Awa Dossou: 27 000 F pour 02/12. Le client recoit le prix.
    # sms Awa
    Atelier Afi: 0045 Boubou 27 000 F pour le 02/12. Repondez OUI 0045 ou NON 0045
  `);
  });
});
