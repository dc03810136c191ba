import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World | undefined;
beforeEach(async () => {
  await world?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world?.close());
const story = (script: string) => play(world as World, script);

describe('J11 · a cart is no longer kept, on USSD', () => {
  test('J11 · on USSD: paid at minute 17 with one left, before any prompt', () => story(`
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 7
    CON Code de la boutique (sur son affiche):
    ex: Diop
    0.Retour
    > Diop
    CON Boutique Diop: quel rayon?
    1.Boissons
    2.Frais
    3.Hygiene et maison
    4.Riz et cereales
    5.Epicerie
    0.Retour
    > 2
    CON Boutique Diop
    1.Beurre 250g 1 250F (12)
    2.Fromage portions x8 1 000F (16)
    3.Lait 1L 1 000F (24)
    4.Lait concentre 750F (48)
    9.Suite
    0.Retour
    > 1
    CON Beurre 250g
    1 250 F, reste 12
    Combien?
    0.Retour
    > 2
    CON 2 Beurre 250g
    Total 2 500 F
    1.Commander
    2.Ajouter
    3.Modifier
    4.Vider
    0.Menu
    > 1
    CON 0001 garde 15 min.
    Payer 2 500 F pour ORD-2026-0001
    Tel: +229 01 96 00 00 02
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    9.Suite
    0.Annuler
    > 0
    CON Bonjour Jean Hounsou
    1.Mes commandes (2)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    # sms Jean
    > /wait 16min
    Boutique Diop: votre panier 0001 2 Beurre 250g n'est plus garde. Pour le reprendre: PAYER 0001
    # sms Moussa
    > VENTE BEURRE 11
    11 x Beurre 250g = 13 750 F ? D'habitude 1.
    1.Oui
    2.Corriger
    0.Annuler
    > 1
    V-1: 11 x Beurre 250g = 13 750 F. Reste 1, FAIBLE (mini 5). Erreur ? ANNULE V-1
    1.Annuler
    0.Menu
    STOCK FAIBLE Beurre 250g: 1, mini 5, 1,5 j. Rupture 21/11. Commandez 10. Repondez COMMANDER Beurre 250g
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 1
    CON Mes commandes
    1.0001 2 Beurre 250g EXPIREE
    2.0044 Chemise EN COURS 7 500F
    0.Retour
    > 1
    CON ORD-2026-0001 2 Beurre 250g
    EXPIREE
    Total 2 500 F Reste 0 F
    1.Reprendre
    2.Appeler la boutique
    0.Retour
    > 1
    CON Il reste 1 Beurre 250g.
    1.Prendre 1
    2.Attendre
    3.Annuler
    0.Retour
    > 1
    CON 0002 garde 15 min.
    Payer 1 250 F pour ORD-2026-0002
    Tel: +229 01 96 00 00 02
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    9.Suite
    0.Annuler
  `));
});
