import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('STY-39 · « Clients », from a phone without internet', () => {
  test('STY-39 · on USSD, under 8 and 6: the list, the card, measures by pages', () => play(world, `
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
    > 8
    CON Autres services
    1.Employes
    4.Ouvert / ferme
    5.Mon code client
    6.Clients
    7.Parler a une personne
    8.Langue
    9.PIN
    0.Retour
    > 6
    CON Clients (2)
    1.Chercher
    2.Voir la liste
    3.Ajouter un client
    0.Retour
    > 2
    CON Quel client?
    1.Awa Dossou 0001
    2.Jean Hounsou 0002
    0.Retour
    > 1
    CON Awa Dossou 01 96 00 00 01
    En cours 1 Doit 12 500 F
    Commande du 10/11/2026
    Mesures du 12/03/2026
    1.Mesures
    2.Ses commandes
    3.Nouvelle commande
    0.Retour
    > 1
    CON Mesures de:
    1.Awa Dossou
    2.Ajouter une personne
    0.Retour
    > 1
    CON epaule 45 poitrine 98 taille 80 hanche 102 longueur 140 manche 60 cou 40
    1.Dicter
    2.Corriger une (ex: po 96)
    0.Retour
    > 1
    CON Mesures Awa Dossou 1/2 en cm, dans l ordre:
    epaule poitrine taille hanche
    ex: 45 98 80 102
    (x si inconnu)
    0.Retour
    > 46 x 81 103
    CON Mesures 2/2 en cm:
    longueur manche cou
    ex: 140 60 40
    0.Retour
    > 141 60 40
    CON Verifiez: epaule 46 poitrine 98 taille 81 hanche 103 longueur 141 manche 60 cou 40
    1.Bon
    2.Corriger une (ex: po 96)
    0.Annuler
    > 1
    CON Garde: epaule 46 poitrine 98 taille 81 hanche 103 longueur 141 manche 60 cou 40
    1.La fiche
    0.Menu
    > 1
    CON Awa Dossou 01 96 00 00 01
    En cours 1 Doit 12 500 F
    Commande du 10/11/2026
    Mesures du 20/11/2026
    1.Mesures
    2.Ses commandes
    3.Nouvelle commande
    0.Retour
    > 2
    CON Commandes Awa Dossou
    1.0042 Boubou bazin PRET
    0.Retour
    > 1
    CON 0042 Awa Dossou Boubou bazin
    PRET 21/11
    Total 25 000 F Reste 12 500 F
    1.Livre
    2.Retouche
    3.Photo
    4.Annuler
    0.Retour
    > 0
    CON Awa Dossou 01 96 00 00 01
    En cours 1 Doit 12 500 F
    Commande du 10/11/2026
    Mesures du 20/11/2026
    1.Mesures
    2.Ses commandes
    3.Nouvelle commande
    0.Retour
    > 0
    CON Clients (2)
    1.Chercher
    2.Voir la liste
    3.Ajouter un client
    0.Retour
    > 3
    CON Tel du client (0 = sans tel):
    0.Sans tel
    > 0
    CON Nom du client:
    0.Retour
    > Zoe Ada
    CON Zoe Ada: ajoute.
    Zoe Ada
    En cours 0 Doit 0 F
    Pas de commande
    Pas de mesures
    1.Mesures
    2.Nouvelle commande
    0.Retour
  `));

  test('STY-39 · in English by SMS: measured and added', () => play(world, `
    # sms Afi
    > english
    We go on in English.
    Zoe Ada. Open 0, owes 0 F. No order. No measures
    1.Measures
    2.New order
    0.Back
    > customers
    Clients (3)
    1.Search
    2.See the list
    3.Add a client
    0.Back
    > 1
    Name, phone or order number? Ex: awa, 96000001, 42
    0.Back
    > awa
    Awa Dossou 01 96 00 00 01. Open 1, owes 12,500 F. Ordered on 10/11/2026. Measures of 20/11/2026
    1.Measures
    2.Their orders
    3.New order
    0.Back
    > 1
    Whose measures?
    1.Awa Dossou
    2.Add a person
    0.Back
    > 1
    Awa Dossou: shoulder 46, chest 98, waist 81, hips 103, length 141, sleeve 60, neck 40
    1.Dictate
    2.Correct one
    3.Versions
    0.Back
    > 3
    Measures Awa Dossou
    1.20/11/2026 Afi Kossou
    2.12/03/2026 Atelier Afi
    0.Back
    > 1
    20/11/2026: shoulder 46, chest 98, waist 81, hips 103, length 141, sleeve 60, neck 40
    1.The other versions
    0.Back
    > 0
    Awa Dossou: shoulder 46, chest 98, waist 81, hips 103, length 141, sleeve 60, neck 40
    1.Dictate
    2.Correct one
    3.Versions
    0.Back
    > 2
    Which measure is wrong? Write for example: ch 96
    0.Back
    > ch 101
    Kept: shoulder 46, chest 101, waist 81, hips 103, length 141, sleeve 60, neck 40
    1.The client
    0.Menu
    > 1
    Awa Dossou 01 96 00 00 01. Open 1, owes 12,500 F. Ordered on 10/11/2026. Measures of 20/11/2026
    1.Measures
    2.Their orders
    3.New order
    0.Back
    > client kossi
    No client "kossi".
    1.Add a client
    2.Search again
    0.Back
    > 1
    Client's phone? (0 = none)
    0.No phone
    > 0
    kossi is now among your clients.
    kossi. Open 0, owes 0 F. No order. No measures
    1.Measures
    2.New order
    0.Back
    > 1
    Whose measures?
    1.kossi
    2.Add a person
    0.Back
    > 1
    Measures in cm: shoulder, chest, waist, hips, length, sleeve, neck. Ex: sh45 ch98 wa80 hi102 lo140 sl60 neck40 (x if unknown)
    0.Back
    > sh45 ch98 wa80 hi102
    Kept: shoulder 45, chest 98, waist 80, hips 102
    1.The client
    0.Menu
    > 1
    kossi. Open 0, owes 0 F. No order. Measures of 20/11/2026
    1.Measures
    2.New order
    0.Back
    > french
    Nous continuons en francais.
    kossi. En cours 0, doit 0 F. Pas de commande. Mesures du 20/11/2026
    1.Mesures
    2.Nouvelle commande
    0.Retour
  `));
});
