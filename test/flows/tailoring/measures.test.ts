import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('C6 · the measures of a client and of those they order for', () => {
  test('C6 · Awa sees hers, corrects one, and adds her child', () => play(world, `
    # whatsapp Awa
    > mesures
    Les mesures de qui, chez *Atelier Afi* ?
    [Moi]
    [Ajouter une personne]
    > [Moi]
    *Awa Dossou*, le 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Dicter]
    [Corriger une]
    > [Corriger une]
    Quelle mesure corriger ? Écrivez par exemple : po 96
    > po 100
    C'est gardé pour *Awa Dossou* : épaule 45, poitrine 100, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    > mes mesures
    Les mesures de qui, chez *Atelier Afi* ?
    [Moi]
    [Ajouter une personne]
    > Ajouter une personne
    De qui ? Écrivez son prénom.
    > Yao
    Dictez les mesures en centimètres : épaule, poitrine, taille, hanche, longueur, manche, cou. Par exemple : ep45 po98 ta80 ha102 lo140 ma60 co40, ou « po 100 le reste pareil ». Écrivez x pour celle que vous ne savez pas.
    > 30 60 55 x 80 40 28
    C'est gardé pour *Yao* : épaule 30, poitrine 60, taille 55, longueur 80, manche 40, cou 28.
    > mesures
    Les mesures de qui, chez *Atelier Afi* ?
    [Moi]
    [Yao]
    [Ajouter une personne]
    > Yao
    *Yao*, le 20/11/2026 : épaule 30, poitrine 60, taille 55, longueur 80, manche 40, cou 28.
    [Dicter]
    [Corriger une]
    > 0
    Les mesures de qui, chez *Atelier Afi* ?
    [Moi]
    [Yao]
    [Ajouter une personne]
    > 0
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));

  test('C6 · on USSD, by pages', () => play(world, `
    # ussd Awa
    > *384*22*6#
    CON Mes mesures de:
    1.Moi
    2.Yao
    3.Ajouter une personne
    0.Retour
    > 2
    CON epaule 30 poitrine 60 taille 55 longueur 80 manche 40 cou 28
    1.Dicter
    2.Corriger une (ex: po 96)
    0.Retour
    > 1
    CON Mesures Yao 1/2 en cm, dans l ordre:
    epaule poitrine taille hanche
    ex: 45 98 80 102
    (x si inconnu)
    0.Retour
    > 31 60 55 62
    CON Mesures 2/2 en cm:
    longueur manche cou
    ex: 140 60 40
    0.Retour
    > 81 40 28
    CON Verifiez: epaule 31 poitrine 60 taille 55 hanche 62 longueur 81 manche 40 cou 28
    1.Bon
    2.Corriger une (ex: po 96)
    0.Annuler
    > 1
    END Garde: epaule 31 poitrine 60 taille 55 hanche 62 longueur 81 manche 40 cou 28
  `));

  test('C6 · who is no client anywhere', () => play(world, `
    # sms Kofi
    > mesures
    Aucun atelier ne vous connait encore. Répondez COMMANDER et le code de l'atelier.
  `));

  test('C6 · in English by SMS', () => play(world, `
    # sms Jean
    > english
    We go on in English.
    Hello Jean Hounsou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > my measures
    Whose measures?
    1.Me
    2.Add a person
    0.Back
    > 1
    Measures in cm: shoulder, chest, waist, hips, length, sleeve, neck. Ex: sh45 ch98 wa80 hi102 lo140 sl60 neck40 (x if unknown)
    0.Back
    > sh45 ch98 wa80 hi102
    Kept: shoulder 45, chest 98, waist 80, hips 102
  `));
});
