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

describe('E14 · the deposit changes while a client is ordering', () => {
  test('E14 · from none to half: it is said before the yes', async () => {
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
  `);
    await asks(50);
    await story(`
    # sms Awa
    > 1
    L acompte est maintenant de 5 000 F, prix 10 000 F.
    1.Continuer
    2.Modifier
    3.Annuler
    0.Retour
    > 1
    Commande 0045 notée chez Atelier Afi, pour le 26/11. Acompte 5 000 F sous 48 h : répondez PAYER 0045
    # sms Afi
    Nouvelle commande 0045 Awa Dossou Pantalon pour le 26/11, 10 000 F.
  `);
    expect(await newOrders(world)).toEqual([{ who: 'Awa Dossou', status: 'confirmed', total: 10_000, deposit: 5_000 }]);
  });

  test('E14 · from half to none: nobody is asked to pay at once', async () => {
    await story(`
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 2
    CON Commander chez:
    1.Atelier Afi
    3.Code d un atelier
    0.Retour
    > 1
    CON Atelier Afi: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 4
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 2 normal
    CON Vos mesures:
    1.Celles du 12/03/2026
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 3
    CON Pantalon chez Atelier Afi
    Prix 10 000 F pret le 26/11
    Acompte 5 000 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
  `);
    await asks(0);
    await story(`
    # ussd Awa
    > 1
    CON L acompte est maintenant de 0 F, prix 10 000 F.
    1.Continuer
    2.Modifier
    3.Annuler
    0.Retour
    > 1
    END Commande 0045 confirmee chez Atelier Afi, pour le 26/11. 10 000 F a payer au retrait.
    # sms Afi
    Nouvelle commande 0045 Awa Dossou Pantalon pour le 26/11, 10 000 F.
  `);
    expect(await newOrders(world)).toEqual([{ who: 'Awa Dossou', status: 'in_progress', total: 10_000, deposit: 0 }]);
  });
});
