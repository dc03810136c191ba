import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('a newcomer', () => {
  test('dials, accepts the terms, gives a name and is a client', () => play(world, `
    # ussd +2290195000011
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
    > 0
    CON Bonjour Awa Koffi
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 0
    END A bientot chez Griot.
  `));

  test('writes on WhatsApp, taps, and is a client', () => play(world, `
    # whatsapp +2290195000012
    > Bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > [Je suis client]
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    > Awa Koffi
    Bonjour Awa Koffi 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > [Plus]
    Autres services
    [Mes reçus] — Recevoir un PDF
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
  `));

  test('with a business of another trade leaves name and trade by SMS, and is told what happens next', () => play(world, `
    # sms +2290195000013
    > Bonjour
    Bonjour, ici Griot. Qui etes-vous ?
    1.Je suis client
    2.J'ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 2
    Vos données servent à vos commandes, RDV et paiements. Vous acceptez ?
    1.Accepter
    0.Retour
    > 1
    Votre nom et prénom ?
    0.Annuler
    > A
    Un nom de 2 à 40 lettres, sans autre texte.
    Votre nom et prénom ?
    0.Annuler
    > 42
    Un nom de 2 à 40 lettres, sans autre texte.
    Votre nom et prénom ?
    0.Annuler
    > Awa Koffi
    Ouvrons votre commerce. Son nom ? Exemple : Atelier Yawa
    0.Annuler
    > Salon Awa
    Votre métier ? Exemple : couture, broderie
    0.Retour
    > coiffure
    Seuls les ateliers de couture s'ouvrent tout de suite. C'est noté : une personne de Griot vous rappelle à ce numéro sous 2 jours ouvrés.
    > ok
    Bonjour Awa Koffi. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
  `));

  test('who sells for others does the same on WhatsApp, and finds no dead end afterwards', () => play(world, `
    # whatsapp +2290195000014
    > Hello
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > english
    Hello, this is *Griot*: orders, appointments and payments of your workshops and shops. Who are you?
    [I am a client] — Order, follow, pay
    [I have a business] — Tailor, salon, shop…
    [Refer and earn] — Sell for others
    [Français] — Continuer en français
    [Terms and STOP] — Your data, your messages
    > Refer and earn
    Your data is used for your orders, appointments and payments, and for nothing else. You can see or delete it at any time (*my data*). Do you accept?
    [I accept]
    > I accept
    Your first and last name?
    > John Mensah
    Thank you John Mensah. What is your trade, and in which town? For example: tailoring in Cotonou.
    > I sell cosmetics in Lome
    Noted, John Mensah: I sell cosmetics in Lome. Somebody from Griot will call you back on this number within 2 working days to open your space. Meanwhile, write *menu*.
    > menu
    Hello John Mensah 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (0)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
  `));

  test('with a business does it on USSD in English', () => play(world, `
    # ussd +2290195000015
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 4
    CON Welcome to Griot
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
    > 2
    CON Your data is used for orders, appointments and payments.
    1.Accept
    0.Back
    > 1
    CON Your first and last name:
    0.Cancel
    > Ama
    CON The name of your business:
    eg: Atelier Yawa
    0.Cancel
    > Ama Hair
    CON Your trade:
    eg: tailoring, embroidery
    0.Back
    > hairdresser
    END Only tailoring workshops open at once. Noted: somebody from Griot will call you back within 2 working days.
  `));
});
