import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-07 · who owes the shop', () => {
  test('DIG-07 · nobody yet, then somebody new by name and phone, then by name alone', () => play(world, `
    # whatsapp Moussa
    > doit
    Personne ne vous doit rien. Pour vendre à crédit, écrivez par exemple « vente riz 2 credit awa ».
    > vente riz parfume 2 credit awa
    « awa » n'est pas encore dans vos clients.
    [Créer awa]
    [Autre nom]
    > [Créer awa]
    Téléphone du client ? (0 = sans téléphone)
    > 77 123 45 67
    Vendu à crédit à *Awa* : 2 × Riz parfumé sac 25kg = *37 000 F* (V-1). Son crédit : 37 000 F. Reste 12.
    [Annuler]
    > vente lait 1l 3 à crédit Awa
    Vendu à crédit à *Awa* : 3 × Lait 1L = *3 000 F* (V-2). Son crédit : 40 000 F. Reste 21.
    [Annuler]
    > doit awa
    *Awa* doit *40 000 F* depuis le 20/11.
    20/11 V-2 +3 000
    20/11 V-1 +37 000
    [A payé]
    [Rappeler]
    > [A payé]
    *Awa* doit *40 000 F*. Combien vous donne-t-on ?
    [Tout : 40 000 F]
    [Une partie]
    > [Une partie]
    *Awa* doit 40 000 F. Quelle somme ? Par exemple : *5000*.
    > 5000
    *Awa* paie *5 000 F* : comment ?
    [Espèces]
    [Mobile Money]
    > [Espèces]
    *Awa* a payé *5 000 F* (P-1). Reste dû : 35 000 F. Un message part pour le client.
    [Annuler]
    # sms +221771234567
    Boutique Diop: 5 000 F recus sur votre credit. Reste 35 000 F. Recu P-1.
    # whatsapp Moussa
    > [Annuler]
    P-1 est annulé : Awa doit 40 000 F.
    # sms +221771234567
    Boutique Diop: 5 000 F notes par erreur, recu P-1 annule. Votre credit: 40 000 F.
    # whatsapp Moussa
    > paye awa 50000
    *Awa* ne doit que *40 000 F*, et vous notez 50 000 F. Rien n'est encore noté.
    [Noter 40 000 F]
    [Autre somme]
    > [Autre somme]
    *Awa* doit 40 000 F. Quelle somme ? Par exemple : *5000*.
    > 20 000
    *Awa* a payé *20 000 F* (P-2). Reste dû : 20 000 F. Un message part pour le client.
    [Annuler]
    # sms +221771234567
    Boutique Diop: 20 000 F recus sur votre credit. Reste 20 000 F. Recu P-2.
    # whatsapp Moussa
    > doit awa
    *Awa* doit *20 000 F* depuis le 20/11.
    20/11 P-2 payé -20 000
    20/11 P-1 annulé +5 000
    20/11 P-1 payé -5 000
    20/11 V-2 +3 000
    20/11 V-1 +37 000
    [A payé]
    [Rappeler]
    > [Rappeler]
    Le rappel part pour *Awa* : 20 000 F.
    # sms +221771234567
    Boutique Diop: votre credit est de 20 000 F. Merci de passer regler. Plus de rappels? Repondez STOP
    # whatsapp Moussa
    > doit awa
    *Awa* doit *20 000 F* depuis le 20/11.
    20/11 P-2 payé -20 000
    20/11 P-1 annulé +5 000
    20/11 P-1 payé -5 000
    20/11 V-2 +3 000
    20/11 V-1 +37 000
    [A payé]
    [Rappeler]
    > [Rappeler]
    *Awa* : aucun rappel ne part, un rappel est déjà parti aujourd'hui.
    > annule V-2
    La vente V-2 est annulée, le stock est revenu.
    > paye awa 20000 momo
    *Awa* ne doit que *17 000 F*, et vous notez 20 000 F. Rien n'est encore noté.
    [Noter 17 000 F]
    [Autre somme]
    > [Noter 17 000 F]
    *Awa* a payé *17 000 F* (P-3). Reste dû : 0 F. Un message part pour le client.
    [Annuler]
    # sms +221771234567
    Boutique Diop: 17 000 F recus, votre credit est entierement paye, merci. Recu P-3.
    # whatsapp Moussa
    > doit awa
    *Awa* ne doit rien.
    20/11 P-3 payé -17 000
    20/11 V-2 annulée -3 000
    20/11 P-2 payé -20 000
    20/11 P-1 annulé +5 000
    20/11 P-1 payé -5 000
    20/11 V-2 +3 000
    20/11 V-1 +37 000
  `));

  test('3.1 · several of one name are asked about, nobody is never guessed, and a client without a phone is noted too', () => play(world, `
    # whatsapp Moussa
    > vente sucre 1kg 4 credit Awa Ndiaye
    « Awa Ndiaye » n'est pas encore dans vos clients.
    [Créer Awa Ndiaye]
    [Autre nom]
    > [Créer Awa Ndiaye]
    Téléphone du client ? (0 = sans téléphone)
    > 0
    Vendu à crédit à *Awa Ndiaye* : 4 × Sucre 1kg = *2 600 F* (V-3). Son crédit : 2 600 F. Reste 36.
    [Annuler]
    > vente lait 1l 2 credit awa
    De qui s'agit-il ?
    [Awa Ndiaye]
    [Awa 4567]
    [Autre nom]
    > [Awa 4567]
    Vendu à crédit à *Awa* : 2 × Lait 1L = *2 000 F* (V-4). Son crédit : 2 000 F. Reste 22.
    [Annuler]
    > paye awa 500
    De qui s'agit-il ?
    [Awa 4567]
    [Awa Ndiaye]
    [Autre nom]
    > [Awa Ndiaye]
    *Awa Ndiaye* a payé *500 F* (P-4). Reste dû : 2 100 F. Le client n'a pas de téléphone pour un message.
    [Annuler]
    > paye awa ndiaye 500
    *Awa Ndiaye* : 500 F sont déjà notés il y a 1 min. Est-ce un autre paiement ?
    [Oui, un autre]
    [Non]
    > [Non]
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 41 600 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > doit xyz
    Je ne trouve pas « xyz » parmi vos clients.
    [Autre nom]
    [Voir la liste]
    > [Voir la liste]
    On vous doit *4 100 F* (2 en tout). Le plus grand d'abord :
    [Awa Ndiaye 2 100 F]
    [Awa 2 000 F]
    > vente savon x6 1 credit
    À qui, à crédit ? Écrivez son nom. Par exemple : *awa*.
    > ndiaye
    Vendu à crédit à *Awa Ndiaye* : 1 × Savon x6 = *1 600 F* (V-5). Son crédit : 3 700 F. Reste 19.
    [Annuler]
    # whatsapp Fatou
    > doit
    On vous doit *5 700 F* (2 en tout). Le plus grand d'abord :
    [Awa Ndiaye 3 700 F]
    [Awa 2 000 F]
    > [Awa Ndiaye 3 700 F]
    *Awa Ndiaye* doit *3 700 F* depuis le 20/11.
    20/11 V-5 +1 600
    20/11 P-4 payé -500
    20/11 V-3 +2 600
    [A payé]
    [Rappeler]
    > [Rappeler]
    *Awa Ndiaye* : aucun rappel ne part, son téléphone n'est pas connu.
    > paye awa ndiaye 400
    *Awa Ndiaye* a payé *400 F* (P-5). Reste dû : 3 300 F. Le client n'a pas de téléphone pour un message.
    [Annuler]
    > /wait 20min
    > annule P-5
    P-5 : plus de 15 minutes ont passé, demandez au patron.
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # whatsapp Moussa
    > payer 42
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [Voir mes commandes]
    [Autre commande]
  `));
});
