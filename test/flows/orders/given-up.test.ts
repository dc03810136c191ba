import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { changeSettings } from '../../../src/domain/tenants/change-settings.ts';
import { rest } from '../../helpers/momo.ts';
import { newOrders } from '../../helpers/ordering.ts';
import { at } from '../../helpers/paid-order.ts';
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
const asks = (depositPct: number) => at(world, 'AFI', (business) => changeSettings(business, { depositPct }));

describe('STY-10 · an order that is given up', () => {
  test('STY-10 · without a deposit an order may be given up until something of it is sewn', async () => {
    await asks(0);
    await story(`
    # sms Awa
    > commander AFI
    Atelier Afi : quel habit ?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (écrire)
    0.Retour
    > 4
    Qui fournit le tissu ?
    1.Moi
    2.L'atelier
    0.Retour
    > 2
    Pour quand ?
    1.Normal 26/11
    2.Rapide 25/11
    3.Urgent 24/11
    0.Retour
    > 1
    Vos mesures :
    1.Garder
    2.Dicter
    3.L'atelier me mesure
    4.Une autre personne
    0.Retour
    > 3
    Pantalon chez Atelier Afi, pour le 26/11. Prix 10 000 F, sans acompte.
    1.Valider
    2.Modifier
    0.Annuler
    > 1
    Commande 0045 confirmée chez Atelier Afi, pour le 26/11. 10 000 F au retrait.
    # sms Afi
    Nouvelle commande 0045 Awa Dossou Pantalon pour le 26/11, 10 000 F.
    # sms Awa
    > ou est 45
    0045 Pantalon: EN COURS, pour le 26/11. Total 10 000 F, reste 10 000 F.
    1.Payer 10 000 F
    2.Dire un souci
    3.Appeler l'atelier
    4.Changer la date
    5.Annuler la commande
    0.Retour
    > 5
    Annuler 0045 Pantalon ? Ce qui est payé vous est du, l'atelier le rend.
    1.Oui
    2.Non, garder
    0.Retour
    > 1
    0045 : annulée. L'atelier est prévenu.
    # sms Afi
    0045 Awa Dossou Pantalon annule par le client. Place libre.
    # sms Awa
    > commander AFI
    Atelier Afi : quel habit ?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (écrire)
    0.Retour
    > 4
    Qui fournit le tissu ?
    1.Moi
    2.L'atelier
    0.Retour
    > 2
    Pour quand ?
    1.Normal 26/11
    2.Rapide 25/11
    3.Urgent 24/11
    0.Retour
    > 1
    Vos mesures :
    1.Garder
    2.Dicter
    3.L'atelier me mesure
    4.Une autre personne
    0.Retour
    > 3
    Pantalon chez Atelier Afi, pour le 26/11. Prix 10 000 F, sans acompte.
    1.Valider
    2.Modifier
    0.Annuler
    > 1
    Commande 0046 confirmée chez Atelier Afi, pour le 26/11. 10 000 F au retrait.
    # sms Afi
    Nouvelle commande 0046 Awa Dossou Pantalon pour le 26/11, 10 000 F.
    # whatsapp Afi
    > fini 46 coupe
    *0046* Awa Dossou, Pantalon : coupe ✔. Reste : couture, finition, contrôle.
    # sms Awa
    > ou est 46
    0046 Pantalon: EN COURS, pour le 26/11. Total 10 000 F, reste 10 000 F.
    1.Payer 10 000 F
    2.Dire un souci
    3.Appeler l'atelier
    4.Changer la date
    0.Retour
  `);
    expect(await newOrders(world)).toMatchObject([{ status: 'cancelled' }, { status: 'in_progress' }]);
  });
});
