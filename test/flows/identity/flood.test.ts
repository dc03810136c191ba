import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
/** Three in ten seconds, so that a story stays short. */
beforeAll(async () => (world = await openWorld({ env: { FLOOD_LIMIT: '3/10' } })));
afterAll(() => world.close());

describe('E5 · several messages in one second', () => {
  test('E5 · are answered one by one', () => play(world, `
    # whatsapp Fatou
    > 3x menu
    Fatou Ba, *Boutique Diop*. Choisissez, ou écrivez *aide*.
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    Fatou Ba, *Boutique Diop*. Choisissez, ou écrivez *aide*.
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    Fatou Ba, *Boutique Diop*. Choisissez, ou écrivez *aide*.
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
  `));

  test('E5 · too many: one notice, then what became of them, and the screen', () => play(world, `
    # whatsapp Moussa
    > 5x menu
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    Je lis tout, une seconde : je vous réponds quand vous aurez fini.
    > mes données
    > Corriger mon nom
    > Moussa M. Diop
    > langue
    > /wait 6s
    > /wait 4s
    Voilà, j'ai lu les 6 messages restés sans réponse.
    C'est corrigé : Moussa M. Diop.
    Choisissez votre langue. Choose your language.
    [Français]
    [English]
    > [English]
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
  `));

  test('E5 · by SMS, in English, twice', () => play(world, `
    # sms Sena
    > english
    We go on in English.
    Photo studio
    8.More
    0.Quit
    > /wait 1min
    > 4x menu
    Photo studio
    8.More
    0.Quit
    Photo studio
    8.More
    0.Quit
    Photo studio
    8.More
    0.Quit
    I am reading everything, one second: I will answer when you have finished.
    > 8
    > /wait 1min
    Done: I have read the 2 messages left unanswered.
    Other services
    7.Talk to a person
    8.Language
    0.Back
    > 0
    Photo studio
    8.More
    0.Quit
    > 4x menu
    Photo studio
    8.More
    0.Quit
    Photo studio
    8.More
    0.Quit
    I am reading everything, one second: I will answer when you have finished.
    > 0
    > /wait 1min
    Done: I have read the 3 messages left unanswered.
    See you soon. Reply MENU whenever you like.
    To go on: MENU.
  `));

  test('E5 · and then a call: the rest comes by SMS, and the call goes on', () => play(world, `
    # whatsapp Jean
    > 4x menu
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    Je lis tout, une seconde : je vous réponds quand vous aurez fini.
    > mes données
    # ussd Jean
    > *384*22#
    CON Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > /wait 10s
    # sms Jean
    Voilà, j'ai lu les 2 messages restés sans réponse.
    Pour continuer, composez *384*22#.
    # ussd Jean
    > 1
    CON Mes donnees
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
  `));

  test('E5 · a photo among them is answered', () => play(world, `
    # whatsapp Bintou
    > 5x menu
    *Salon Bintou* — bonjour Bintou Sarr. Choisissez, ou écrivez *aide*.
    [Plus]
    *Salon Bintou* — bonjour Bintou Sarr. Choisissez, ou écrivez *aide*.
    [Plus]
    *Salon Bintou* — bonjour Bintou Sarr. Choisissez, ou écrivez *aide*.
    [Plus]
    Je lis tout, une seconde : je vous réponds quand vous aurez fini.
    > /photo
    Photo bien reçue et gardée.
    *Salon Bintou* — bonjour Bintou Sarr. Choisissez, ou écrivez *aide*.
    [Plus]
    > /wait 10s
    Voilà, j'ai lu les 2 messages restés sans réponse.
    *Salon Bintou* — bonjour Bintou Sarr. Choisissez, ou écrivez *aide*.
    [Plus]
  `));
});

describe('E28 · STOP in the middle of it', () => {
  test('E28 · holds at once, and is answered at once', () => play(world, `
    # whatsapp Kofi
    > 4x menu
    Parrain *KOFI23*, bonjour Kofi Agbo. Choisissez, ou écrivez *aide*.
    [Plus]
    Parrain *KOFI23*, bonjour Kofi Agbo. Choisissez, ou écrivez *aide*.
    [Plus]
    Parrain *KOFI23*, bonjour Kofi Agbo. Choisissez, ou écrivez *aide*.
    [Plus]
    Je lis tout, une seconde : je vous réponds quand vous aurez fini.
    > stop
    C'est fait : plus de promotions ni de rappels. Les reçus et vos commandes restent. Pour tout arrêter : STOP TOUT. Pour recevoir à nouveau : REPRENDRE.
    > /wait 10s
    Voilà, j'ai lu le message resté sans réponse.
    Pour continuer, écrivez *menu*.
  `));
});
