import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J2 · the same on USSD', () => {
  test('J2 · Jean dials, orders, dictates on two pages, and pays later', () => play(world, `
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
    > 1
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 3
    CON D abord 1 (mon tissu) ou 2 (tissu de l atelier), puis le jour.
    ex: 1 28/12 ou 2 normal
    0.Retour
    > 1 bientot
    CON Jour non compris.
    Quel jour? ex: 28/12 ou normal
    0.Retour
    > 23/11
    CON Trop tot: au plus tot le 25/11.
    Quel jour? ex: 28/12 ou normal
    0.Retour
    > normal
    CON Vos mesures:
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 2
    CON Mesures Boubou 1/2 en cm, dans l ordre:
    epaule poitrine longueur manche
    ex: 45 98 140 60
    (x si inconnu)
    0.Retour
    > 45 98 140 60
    CON Mesures 2/2 en cm:
    cou
    ex: 40
    0.Retour
    > quarante
    CON Pas compris: quarante
    En cm: cou
    ex: 40
    0.Retour
    > 40
    CON Verifiez: epaule 45 poitrine 98 longueur 140 manche 60 cou 40
    1.Bon
    2.Corriger une (ex: po 96)
    0.Annuler
    > 2
    CON Quelle mesure corriger ? Ecrivez par exemple : po 96
    0.Retour
    > ep 46
    CON Verifiez: epaule 46 poitrine 98 longueur 140 manche 60 cou 40
    1.Bon
    2.Corriger une (ex: po 96)
    0.Annuler
    > 1
    CON Boubou chez Atelier Afi
    Prix 25 000 F pret le 28/11
    Acompte 12 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    > 2
    END Commande 0045 notee chez Atelier Afi, pour le 28/11. Acompte 12 500 F a payer sous 48 h: menu Payer.
    # sms Afi
    Nouvelle commande 0045 Jean Hounsou Boubou pour le 28/11, 25 000 F.
  `));

  test('E6, J2 · the network is lost at the second page of measures, and taken up there', () => play(world, `
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
    > 2
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 2 urgent
    CON Vos mesures:
    1.Celles du 12/03/2026
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 2
    CON Mesures Robe 1/2 en cm, dans l ordre:
    epaule poitrine taille hanche
    ex: 45 98 80 102
    (x si inconnu)
    0.Retour
    > 46 99 140 61
    CON Mesures 2/2 en cm:
    longueur manche cou
    ex: 140 60 40
    0.Retour
    > /drop
    > *384*22#
    CON Reprendre: une commande?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Mesures 2/2 en cm:
    longueur manche cou
    ex: 140 60 40
    0.Retour
    > 41
    CON taille 140 cm (avant 80). C est bien ca?
    1.Oui
    2.Corriger une (ex: po 96)
    0.Retour
    > 1
    CON hanche 61 cm (avant 102). C est bien ca?
    1.Oui
    2.Corriger une (ex: po 96)
    0.Retour
    > 1
    CON longueur 41 cm (avant 140). C est bien ca?
    1.Oui
    2.Corriger une (ex: po 96)
    0.Retour
    > 1
    CON Verifiez: epaule 46 poitrine 99 taille 140 hanche 61 longueur 41 manche 60 cou 40
    1.Bon
    2.Corriger une (ex: po 96)
    0.Annuler
    > 1
    CON Robe chez Atelier Afi
    Prix 18 000 F pret le 25/11
    Acompte 9 000 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    > 2
    END Commande 0046 notee chez Atelier Afi, pour le 25/11. Acompte 9 000 F a payer sous 48 h: menu Payer.
    # sms Afi
    Nouvelle commande 0046 Awa Dossou Robe pour le 25/11, 18 000 F.
  `));
});
