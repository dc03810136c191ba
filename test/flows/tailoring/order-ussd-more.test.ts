import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J2 · prices, days and persons on USSD', () => {
  test('J2 · without a price the workshop is asked for one', () => play(world, `
    # ussd Awa
    > *384*22*2*1#
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
    > 5
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
    CON Ensemble pour le 02/12
    L atelier vous enverra son prix.
    1.Demander le prix
    2.Modifier
    0.Annuler
    > 1
    END Demande 0045 envoyee a Atelier Afi. Le devis vous sera envoye par SMS.
    # sms Afi
    Demande 0045 Awa Dossou Ensemble pour le 02/12. Repondez DEVIS 0045 et le prix
  `));

  test('a * in an answer, another person, and a code', () => play(world, `
    # ussd Awa
    > *384*22*2#
    CON Commander chez:
    1.Atelier Afi
    3.Code d un atelier
    0.Retour
    > 3
    CON Code de l atelier (sur son affiche):
    ex: Afi
    0.Retour
    > afi
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
    > 6
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 1*28/12
    CON Vos mesures:
    1.Celles du 12/03/2026
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 4
    CON Pour qui? Son prenom:
    0.Retour
    > Yao
    CON Mesures Tenue enfant 1/2 en cm, dans l ordre:
    epaule poitrine taille longueur
    ex: 45 98 80 140
    (x si inconnu)
    0.Retour
    > 30 60 80
    CON Mesures 2/2 en cm:
    manche
    ex: 60
    0.Retour
    > 40
    CON Verifiez: epaule 30 poitrine 60 taille 80 manche 40
    1.Bon
    2.Corriger une (ex: po 96)
    0.Annuler
    > 1
    CON Tenue enfant chez Atelier Afi
    Prix 9 000 F pret le 28/12
    Acompte 4 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    > 0
    CON Rien n est commande.
    Bonjour Awa Dossou
    1.Mes commandes (2)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
  `));
});
