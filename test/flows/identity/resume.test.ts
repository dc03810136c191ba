import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E6 · a conversation cut short', () => {
  test('E6 · a dropped call is taken up at the same screen', () => play(world, `
    # ussd +2290195000021
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    0.Retour
    > 1
    CON Votre nom et prenom:
    0.Annuler
    > /drop
    > *384*22#
    CON Reprendre: votre inscription?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Votre nom et prenom:
    0.Annuler
    > Awa Koffi
    CON Bonjour Awa Koffi
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
  `));

  test('E6 · or begun again', () => play(world, `
    # ussd +2290195000022
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    0.Retour
    > /drop
    > *384*22#
    CON Reprendre: votre inscription?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > /drop
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
  `));

  test('E6 · what was begun on USSD is finished on WhatsApp', () => play(world, `
    # ussd +2290195000023
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    0.Retour
    > 1
    CON Votre nom et prenom:
    0.Annuler
    > /drop
    # whatsapp +2290195000023
    > Bonsoir
    Nous parlions de : votre inscription. On reprend ?
    [Oui, reprendre]
    [Non, recommencer]
    > [Oui, reprendre]
    Votre nom et prénom ?
    > Awa Koffi
    Bonjour Awa Koffi 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));

  test('E6 · what was begun on WhatsApp is finished by SMS', () => play(world, `
    # whatsapp +2290195000024
    > Bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > [J'ai un commerce]
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    # sms +2290195000024
    > salut
    Reprendre: votre inscription ?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    Votre nom et prénom ?
    0.Annuler
    > Moussa Ba
    Ouvrons votre commerce. Son nom ? Exemple : Atelier Yawa
    0.Annuler
    > Epicerie Ba
    Votre métier ? Exemple : couture, broderie
    0.Retour
    > epicerie
    Seuls les ateliers de couture s'ouvrent tout de suite. C'est noté : une personne de Griot vous rappelle à ce numéro sous 2 jours ouvrés.
  `));

  test('a question waits a day; later it is offered again, for a week', () => play(world, `
    # whatsapp Awa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > /wait 5h
    > Awa D. Dossou
    C'est corrigé : Awa D. Dossou.
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > /wait 2d
    > Bonjour
    Nous parlions de : vos données. On reprend ?
    [Oui, reprendre]
    [Non, recommencer]
    > oui
    Quel est le bon nom ?
    > /wait 8d
    > Bonjour
    Bonjour Awa D. Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));

  test('the same hop posted twice at once shows one screen and acts once', async () => {
    world.standins.phones?.ussdFaults.set({ hopTwice: true }, '+2290195000025');
    await play(world, `
    # ussd +2290195000025
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    0.Retour
    > 1
    CON Votre nom et prenom:
    0.Annuler
    > Awa Koffi
    CON Bonjour Awa Koffi
    1.Mes commandes (0)
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
  `);
  });

  test('a path dialled at once goes straight there', () => play(world, `
    # ussd Awa
    > *384*22*8*8*1#
    CON Awa D. Dossou
    Tel 01 96 00 00 01
    Depuis 20/11/2026
    Chez: Atelier Afi
    Messages: 16
    0.Retour
  `));
});
