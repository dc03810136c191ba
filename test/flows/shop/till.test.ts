import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.due?.ring(); // this evening is planned in the morning
});
afterAll(() => world.close());

describe('3.2 · what is in the till', () => {
  test('3.2 · caisse: what should be there, a count that is right, one that is not, and who may look back', () => play(world, `
    # whatsapp Moussa
    > caisse
    *Caisse* : il doit y avoir *0 F* depuis le 20/11 00:00, sans le fond de caisse.
    Ventes 0 F, dettes payées 0 F.
    [Compter]
    [Historique]
    > [Historique]
    La caisse n'a pas encore été comptée.
    > vente lait 1l 3
    Vendu 3 × Lait 1L = *3 000 F* (V-1). Reste 21.
    [Annuler]
    > vente sucre 1kg 2 credit awa
    « awa » n'est pas encore dans vos clients.
    [Créer awa]
    [Autre nom]
    > [Créer awa]
    Téléphone du client ? (0 = sans téléphone)
    > 0
    Vendu à crédit à *Awa* : 2 × Sucre 1kg = *1 300 F* (V-2). Son crédit : 1 300 F. Reste 38.
    [Annuler]
    > vente savon x6 1 momo
    Vendu 1 × Savon x6 = *1 600 F* (V-3). Reste 19.
    [Annuler]
    > paye awa 500
    *Awa* a payé *500 F* (P-1). Reste dû : 800 F. Le client n'a pas de téléphone pour un message.
    [Annuler]
    > vente huile 1l 1
    Vendu 1 × Huile 1L = *1 250 F* (V-4). Reste 35.
    [Annuler]
    > [Annuler]
    La vente V-4 est annulée, le stock est revenu.
    > caisse
    *Caisse* : il doit y avoir *3 500 F* depuis le 20/11 00:00, sans le fond de caisse.
    Ventes 3 000 F, dettes payées 500 F.
    [Compter]
    [Historique]
    > [Compter]
    Combien y a-t-il en caisse, sans le fond ? Par exemple : *86500*.
    > 3.500
    Caisse comptée : *3 500 F*, le compte est juste. C'est noté, le prochain compte part d'ici.
    [Historique]
    > [Historique]
    Comptes de caisse
    20/11 09:00 Moussa Diop : 3 500 F (juste)
    # whatsapp Fatou
    > vente lait 1l 2
    Vendu 2 × Lait 1L = *2 000 F* (V-5). Reste 19.
    [Annuler]
    > caisse 1500
    Compté *1 500 F*, attendu *2 000 F* : il manque 500 F. Pourquoi ?
    [Erreur de monnaie]
    [Dépense]
    [Argent retiré]
    [Autre raison]
    [Recompter]
    > [Autre raison]
    Pourquoi ? Écrivez-le en quelques mots.
    > course en taxi
    # whatsapp Moussa
    Fatou Ba a compté la caisse : 1 500 F, au lieu de 2 000 F. Il manque 500 F.
    [Compter la caisse]
    # whatsapp Fatou
    Caisse comptée : *1 500 F*, il manque 500 F. C'est noté, le prochain compte part d'ici.
    # sms Fatou
    > vente bougies 2
    V-6: 2 x Bougies x6 = 1 400 F. Reste 16. Erreur ? ANNULE V-6
    1.Annuler
    0.Menu
    > caisse 1400
    Caisse 1 400 F : juste. C'est noté.
    0.Menu
    > annule v-6
    V-6 annulée, le stock est revenu.
    > caisse 0
    Compté 0 F au lieu de -1 400 F. Pourquoi ?
    1.Erreur de monnaie
    2.Dépense
    3.Argent retiré
    4.Autre raison
    5.Recompter
    0.Annuler
    > 1
    # whatsapp Moussa
    Fatou Ba a compté la caisse : 0 F, au lieu de -1 400 F. Il y a 1 400 F de trop.
    [Compter la caisse]
    # sms Fatou
    Caisse 0 F : 1 400 F de trop. C'est noté.
    0.Menu
    # whatsapp Moussa
    > caisse
    *Caisse* : il doit y avoir *0 F* depuis le 20/11 09:01, sans le fond de caisse.
    Ventes 0 F, dettes payées 0 F.
    [Compter]
    [Historique]
    > [Historique]
    Comptes de caisse
    20/11 09:01 Fatou Ba : 0 F (+1 400) Erreur de monnaie
    20/11 09:01 Fatou Ba : 1 400 F (juste)
    20/11 09:01 Fatou Ba : 1 500 F (-500) course en taxi
    20/11 09:00 Moussa Diop : 3 500 F (juste)
  `));

  test('E39 · when the shop closes, its owner is told of the day, once, and counts', () => play(world, `
    # whatsapp Moussa
    > vente lait 1l 1
    Vendu 1 × Lait 1L = *1 000 F* (V-7). Reste 18.
    [Annuler]
    > vente riz parfume 1 credit awa
    Vendu à crédit à *Awa* : 1 × Riz parfumé sac 25kg = *18 500 F* (V-8). Son crédit : 19 300 F. Reste 13.
    [Annuler]
    > /wait 11h
    Journée du 20/11. Ventes : 6, pour 27 400 F, dont à crédit 19 800 F. En caisse il doit y avoir 1 000 F. Produits en rupture : 0. Comptez, puis écrivez « caisse » et la somme.
    [Compter la caisse]
    > /wait 10min
    > [Compter la caisse]
    *Caisse* : il doit y avoir *1 000 F* depuis le 20/11 09:01, sans le fond de caisse.
    Ventes 1 000 F, dettes payées 0 F.
    [Compter]
    [Historique]
    > [Compter]
    Combien y a-t-il en caisse, sans le fond ? Par exemple : *86500*.
    > 2400
    Compté *2 400 F*, attendu *1 000 F* : 1 400 F de trop. Pourquoi ?
    [Erreur de monnaie]
    [Dépense]
    [Argent retiré]
    [Autre raison]
    [Recompter]
  `));

  test('J15 · the evening on the phone without internet', () => play(world, `
    # ussd Moussa
    > *384*22#
    CON Reprendre: la caisse?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Boutique Diop
    1.Vendre
    2.Stock d un produit
    3.Entree de stock
    4.Ruptures (0)
    5.A commander (25)
    6.Rapport
    7.Carnet credit
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    1.Inventaire
    2.Manque
    3.Annuler
    4.Caisse
    5.Fiche produit
    7.Parler a une personne
    8.Langue
    6.Savoir
    0.Retour
    > 4
    CON Caisse attendue 1 000 F
    depuis 20/11 09:01
    1.Compter
    2.Historique
    0.Retour
    > 1
    CON Compte sans le fond de caisse:
    ex: 86500
    0.Retour
    > 2000
    CON Compte 2 000 F au lieu de 1 000 F. Pourquoi?
    1.Erreur de monnaie
    2.Depense
    3.Argent retire
    4.Autre raison
    5.Recompter
    0.Annuler
    > 3
    CON Caisse 2 000 F: 1 000 F de trop. Note.
    1.Historique
    0.Menu
  `));
});
