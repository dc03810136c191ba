import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { newOrders } from '../../helpers/ordering.ts';
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
const placed = () => newOrders(world);

describe('E18 · two people order from one phone', () => {
  test('E18 · Ines orders by dialling; Yao, who calls next, sees nothing of it and orders his own', async () => {
    await story(`
    # ussd Ines
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 1
    CON Ines:
    Bonjour Ines
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 2
    CON Ines:
    Code de l atelier (sur son affiche):
    ex: Afi
    0.Retour
    > AFI
    CON Ines:
    Atelier Afi: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 1
    CON Ines:
    Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 1 normal
    CON Ines:
    Vos mesures:
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 3
    CON Ines:
    Boubou chez Atelier Afi
    Prix 25 000 F pret le 28/11
    Acompte 12 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    > 2
    END Ines:
    Commande 0045 notee chez Atelier Afi, pour le 28/11. Acompte 12 500 F a payer sous 48 h: menu Payer.
    # sms Afi
    Nouvelle commande 0045 Ines Boubou pour le 28/11, 25 000 F.
    # ussd Ines
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 2
    CON Yao:
    Bonjour Yao
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 1
    END Yao:
    Pas encore de commande.
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 2
    CON Yao:
    Bonjour Yao
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 2
    CON Yao:
    Code de l atelier (sur son affiche):
    ex: Afi
    0.Retour
    > AFI
    CON Yao:
    Atelier Afi: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 3
    CON Yao:
    Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 2 normal
    CON Yao:
    Vos mesures:
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 3
    CON Yao:
    Chemise chez Atelier Afi
    Prix 15 000 F pret le 26/11
    Acompte 7 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    > 2
    END Yao:
    Commande 0046 notee chez Atelier Afi, pour le 26/11. Acompte 7 500 F a payer sous 48 h: menu Payer.
    # sms Afi
    Nouvelle commande 0046 Yao Chemise pour le 26/11, 15 000 F.
    # ussd Ines
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 1
    CON Ines:
    Bonjour Ines
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 1
    CON Ines:
    Mes commandes
    1.0045 Boubou CONFIRMEE 25 000F
    0.Retour
  `);
    expect((await placed()).map(({ who }) => who)).toEqual(['Ines', 'Yao']);
  });
});
