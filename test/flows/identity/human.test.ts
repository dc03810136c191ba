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
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
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
    1.Mes commandes (1)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
  `));

  test('on USSD a screen must say something', () => play(world, `
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
    > 8
    CON Autres services
    2.Mes recus (SMS)
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
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
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
