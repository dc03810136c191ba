import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
/** Three in ten seconds, so that a story stays short. */
beforeAll(async () => (world = await openWorld({ env: { FLOOD_LIMIT: '3/10' } })));
afterAll(() => world.close());

describe('E18 · on a phone that two people share', () => {
  test('E18 · the summary says whom it is for', () => play(world, `
    # sms Ines
    > profil
    Qui tient ce téléphone ?
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 2
    Yao :
    Bonjour Yao. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    > /wait 10s
    > 4x menu
    Yao :
    Bonjour Yao. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    Yao :
    Bonjour Yao. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    Yao :
    Bonjour Yao. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    Yao :
    Je lis tout, une seconde : je vous réponds quand vous aurez fini.
    > mes donnees
    > 2
    > Yao B
    > /wait 10s
    Yao B :
    Voilà, j'ai lu les 4 messages restés sans réponse.
    C'est corrigé : Yao B.
    Pour continuer : MENU.
  `));
});

describe('a human asked for in the middle of it', () => {
  test('is called, and has the conversation', () => play(world, `
    # whatsapp Awa
    > 4x menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    Je lis tout, une seconde : je vous réponds quand vous aurez fini.
    > humain
    > vous êtes là ?
    > /wait 10s
    Voilà, j'ai lu les 2 messages restés sans réponse.
    Atelier Afi est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour r…
    Une personne va vous répondre.
    > allo
    > menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));
});

describe('E42 · who has everything deleted in the middle of it', () => {
  test('E42 · is not named afterwards', () => play(world, `
    # sms +2290195000081
    > bonjour
    Bonjour, ici Griot. Qui etes-vous ?
    1.Je suis client
    2.J'ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    Vos données servent à vos commandes, RDV et paiements. Vous acceptez ?
    1.Accepter
    0.Retour
    > 1
    Votre nom et prénom ?
    0.Annuler
    > Rose Agbo
    Bonjour Rose Agbo. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    > /wait 10s
    > 4x menu
    Bonjour Rose Agbo. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    Bonjour Rose Agbo. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    Bonjour Rose Agbo. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    Je lis tout, une seconde : je vous réponds quand vous aurez fini.
    > mes donnees
    > 2
    > Rose Zinsou
    # ussd +2290195000081
    > *384*22*8*8*4#
    CON Supprimer nom et messages? Factures gardees sans nom. Definitif.
    1.Tout supprimer
    2.Non, garder
    0.Retour
    > 1
    END C est supprime. Nous ne vous connaissons plus.
    > /wait 10s
    # sms +2290195000081
    Voilà, j'ai lu les 4 messages restés sans réponse.
    Pour continuer, composez *384*22#.
  `));
});
