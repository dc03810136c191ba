import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('a human takes over', () => {
  test('Awa is a client of one workshop: it is told, and the bot is silent until « menu »', () => play(world, `
    # whatsapp Awa
    > humain
    Atelier Afi est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > vous êtes là ?
    > menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
  `));

  test('Jean knows two businesses: he is asked which', () => play(world, `
    # sms Jean
    > humain
    A qui voulez-vous parler ?
    1.Atelier Afi
    2.Salon Bintou
    0.Retour
    > salon
    Salon Bintou est prévenu. Une personne vous répond ici. Pour revenir au menu : MENU.
    > allo
    > stop
    C'est fait : plus de promos ni de rappels. Recus et commandes restent. Tout arreter : STOP TOUT. Recevoir : REPRENDRE.
    > menu
    Bonjour Jean Hounsou. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    8.Plus
    0.Quitter
  `));

  test('on USSD a screen must say something', () => play(world, `
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
    > 6
    END Atelier Afi est prevenu. Une personne vous repond par SMS.
    > *384*22#
    CON Une personne va vous repondre par SMS.
    1.Revenir au menu
    0.Quitter
    > 1
    CON Bonjour Awa Dossou
    8.Plus
    0.Quitter
  `));

  test('after twelve hours the bot speaks again', () => play(world, `
    # whatsapp +2290195000041
    > humain
    Griot est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > allo
    > /wait 13h
    > allo
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
  `));
});

describe('E2 · what is not understood', () => {
  test('E2 · on WhatsApp: guesses, then the menu, then a human', () => play(world, `
    # whatsapp Awa
    > menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
    > plus
    Autres services
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    > donees
    Je n'ai pas compris « donees ».
    Vouliez-vous dire : Mes données ?
    Autres services
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    > zzz
    Je n'ai pas compris « zzz ».
    Autres services
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    > qqq
    Je n'ai pas compris « qqq ».
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
    > www
    Je n'ai pas compris « www ».
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
    > vvv
    Je ne vous comprends pas bien. Voulez-vous parler à une personne ?
    [Oui, une personne]
    [Non, le menu]
    > [Oui, une personne]
    Atelier Afi est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
  `));

  test('E2 · on USSD', () => play(world, `
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    8.Plus
    0.Quitter
    > 7
    CON Choix non valide: 7
    Bonjour Jean Hounsou
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
    > 9
    CON Choix non valide: 9
    Autres services
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
    > lang
    CON Langue / Language
    1.Francais
    2.English
    0.Retour
  `));

  test('« aide » explains and shows the step again', () => play(world, `
    # sms Jean
    > menu
    Bonjour Jean Hounsou. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    8.Plus
    0.Quitter
    > 8
    Autres services
    4.Langue
    5.Changer de profil
    6.Parler à l'atelier
    7.Stop messages
    8.Mes données
    0.Retour
    > aide
    Répondez par un numéro, ou MENU, RETOUR, LANGUE, PROFIL, MES DONNÉES, HUMAIN (une personne), STOP. Sans crédit : *384*22#
    Autres services
    4.Langue
    5.Changer de profil
    6.Parler à l'atelier
    7.Stop messages
    8.Mes données
    0.Retour
    # whatsapp Jean
    > aide
    Touchez un choix, ou écrivez son numéro ou son nom. *menu* : l'accueil. *retour* : l'étape d'avant. *langue* : français, English. *profil* : changer de personne. *mes données* : voir ou supprimer. *humain* : parler à une personne. *STOP* : ne plus recevoir de messages. Sans internet : composez *384*22#.
    Autres services
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    # ussd Jean
    > *384*22#
    CON Reprendre: votre menu?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > aide
    CON Tapez un numero. 0: retour. HUMAIN: une personne.
    Reprendre: votre menu?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
  `));
});

describe('buttons', () => {
  test('E3 · an old button is no longer valid, and says where things stand', () => play(world, `
    # whatsapp Moussa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > [Voir]
    Ce bouton n'est plus valable. Voici où nous en sommes :
    Quel est le bon nom ?
  `));

  test('E4 · a double tap has one effect and the same answer', () => play(world, `
    # whatsapp Kofi
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > [Corriger mon nom]
    Quel est le bon nom ?
  `));
});
