import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('a question interrupted by a word', () => {
  test('« humain » in the middle of it: taken up again when « menu » ends the hand-off', () => play(world, `
    # whatsapp +2290195000071
    > bonjour
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
    > humain
    Griot est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > vous êtes là ?
    > menu
    Nous parlions de : votre inscription. On reprend ?
    [Oui, reprendre]
    [Non, recommencer]
    > oui
    Votre nom et prénom ?
    > Rose Agbo
    Ouvrons votre commerce : c'est gratuit et cela prend 2 minutes. Comment s'appelle-t-il ? Par exemple : Atelier Yawa.
  `));

  test('« humain » and back: the step is still there', () => play(world, `
    # sms Jean
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 2
    Quel est le bon nom ?
    0.Annuler
    > humain
    A qui voulez-vous parler ?
    1.Atelier Afi
    2.Salon Bintou
    0.Retour
    > 0
    Quel est le bon nom ?
    0.Annuler
    > Jean H
    C'est corrigé : Jean H.
  `));

  test('and when the human has gone by himself, by the next message', () => play(world, `
    # whatsapp Fatou
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > humain
    Boutique Diop est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > /wait 13h
    > bonjour
    Nous parlions de : vos données. On reprend ?
    [Oui, reprendre]
    [Non, recommencer]
    > [Oui, reprendre]
    Quel est le bon nom ?
    > Fatou Ba-Diop
    C'est corrigé : Fatou Ba-Diop.
  `));

  test('« profil »: the same person goes on, another finds nothing of it, and leaves it to the first', () => play(world, `
    # whatsapp Ines
    > profil
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Ines]
    Ines :
    Bonjour Ines 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > mes données
    Ines :
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Ines :
    Quel est le bon nom ?
    > profil
    Ines :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Ines]
    Ines :
    Quel est le bon nom ?
    > profil
    Ines :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Yao]
    Yao :
    Bonjour Yao 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > bonjour
    Yao :
    Je n'ai pas compris « bonjour ».
    Bonjour Yao 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > profil
    Yao :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Ines]
    Ines :
    Quel est le bon nom ?
    > Ines B
    Ines B :
    C'est corrigé : Ines B.
  `));

  test('after STOP the next message finds it again', () => play(world, `
    # sms Kofi
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 2
    Quel est le bon nom ?
    0.Annuler
    > stop
    C'est fait : plus de promos ni de rappels. Recus et commandes restent. Tout arreter : STOP TOUT. Recevoir : REPRENDRE.
    > bonjour
    Reprendre: vos données ?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    Quel est le bon nom ?
    0.Annuler
  `));

  test('in English', () => play(world, `
    # whatsapp Moussa
    > english
    We go on in English.
    *Boutique Diop* — out of stock: 0, low: 0, sales of today: 0 F. Write *sell rice 2*, *stock rice*, *report month*, or choose:
    [Sell] — Rice 2, soap 1…
    [Stock of a product] — What is left, its price
    [Goods in] — What has come
    [Out of stock (0)] — Out of stock and low
    [To order (25)] — By supplier, and why
    [Report] — Day, month, bank, Excel
    [Credit book] — Who owes you how much
    [More]
    > my data
    Your data is yours. What would you like to do?
    [See it]
    [Correct my name]
    [Receive it all]
    [Delete it all]
    > [Correct my name]
    What is the right name?
    > human
    Griot has been told. Somebody will answer you here; I stay quiet until then (12 h at most). To come back to the menu, write *menu*.
    > menu
    We were talking about: your data. Shall we go on?
    [Yes, go on]
    [No, begin again]
    > yes
    What is the right name?
    > profile
    Several people may share this phone. Who are you?
    [Boutique Diop]
    [Another person]
    > menu
    *Boutique Diop* — out of stock: 0, low: 0, sales of today: 0 F. Write *sell rice 2*, *stock rice*, *report month*, or choose:
    [Sell] — Rice 2, soap 1…
    [Stock of a product] — What is left, its price
    [Goods in] — What has come
    [Out of stock (0)] — Out of stock and low
    [To order (25)] — By supplier, and why
    [Report] — Day, month, bank, Excel
    [Credit book] — Who owes you how much
    [More]
  `));
});
