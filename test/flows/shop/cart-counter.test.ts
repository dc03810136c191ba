import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World | undefined;
beforeEach(async () => {
  await world?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world?.close());
const story = (script: string) => play(world as World, script);

describe('J11, E15 · waited for, and paid at the counter', () => {
  test('E15 · he waits for what is gone, and is told once when it has come; goods at the counter are kept for a day', () => story(`
    # whatsapp Moussa
    > vente beurre 11
    *11 × Beurre 250g* = 13 750 F ? D'habitude 1.
    [Oui]
    [Corriger]
    > [Oui]
    Vendu 11 × Beurre 250g = *13 750 F* (V-1). Reste 1 : stock faible (minimum 5).
    [Annuler]
    ⚠️ STOCK FAIBLE : Beurre 250g. Reste 1, pour un minimum de 5. Le stock couvre 1,5 j, rupture vers le 21/11. Notre conseil : commander 10 plaquettes auprès de Siagro Boissons avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # whatsapp Awa
    > commander DIOP
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Frais]
    *Boutique Diop* — que voulez-vous ?
    [Beurre 250g] — 1 250 F, reste 1
    [Fromage portions x8] — 1 000 F, reste 16
    [Lait 1L] — 1 000 F, reste 24
    [Lait concentré] — 750 F, reste 48
    [Lait en poudre 400g] — 2 200 F, reste 20
    [Suite]
    > [Beurre 250g]
    *Beurre 250g*, 1 250 F. Combien ? Reste 1.
    > 3
    Il reste 1 × *Beurre 250g*.
    [Prendre 1]
    [Attendre]
    [Annuler]
    > [Attendre]
    C'est noté : *Boutique Diop* vous écrit dès qu'il y en a.
    # whatsapp Moussa
    > entree beurre 5 a 1000
    Entré : 5 × Beurre 250g à 1 000 F. Reste *6*, coût moyen 1 000 F.
    [Annuler]
    # whatsapp Awa
    Ici *Boutique Diop* : Beurre 250g est de retour en stock (6). Premier arrivé, premier servi.
    [Commander]
    # whatsapp Moussa
    > entree beurre 5 a 1000
    Entré : 5 × Beurre 250g à 1 000 F. Reste *11*, coût moyen 1 000 F.
    [Annuler]
    # whatsapp Awa
    > [Commander]
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Frais]
    *Boutique Diop* — que voulez-vous ?
    [Beurre 250g] — 1 250 F, reste 11
    [Fromage portions x8] — 1 000 F, reste 16
    [Lait 1L] — 1 000 F, reste 24
    [Lait concentré] — 750 F, reste 48
    [Lait en poudre 400g] — 2 200 F, reste 20
    [Suite]
    > [Beurre 250g]
    *Beurre 250g*, 1 250 F. Combien ? Reste 11.
    > 3
    Votre panier chez *Boutique Diop* :
    3 × Beurre 250g = 3 750 F
    *Total : 3 750 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Commander]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *3 750 F* pour la commande 0001 (3 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > [À la boutique]
    # whatsapp Moussa
    Nouvelle commande 0001 de Awa Dossou (3 Beurre 250g) : 3 750 F à payer à la boutique. Préparez-la, puis marquez-la prête.
    [Marquer prête]
    [Voir la commande]
    # whatsapp Awa
    Commande *0001* : *Boutique Diop* la prépare. Payez 3 750 F sur place, avant le 21/11 à 09:01 ; jusque-là elle est gardée.
    # whatsapp Moussa
    > livre 1
    *0001* Awa Dossou, 3 Beurre 250g : *reste 3 750 F*.
    [Encaisser]
    [Livrer quand même]
    > 0
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 13 750 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (26)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > recu 1 3750 especes
    *3 750 F* reçus en espèces pour *0001* Awa Dossou. Reste à payer : 0 F. Reçu *R-2026-0001*.
    [Annuler]
    # whatsapp Awa
    3 750 F reçus par *Boutique Diop* : la commande 0001 est entièrement payée, merci. Reçu R-2026-0001.
    [Mon reçu]
    [Voir la commande]
    # whatsapp Moussa
    > livre 1
    *0001* Awa Dossou, 3 Beurre 250g : *LIVRÉE*. La personne reçoit vos remerciements.
    # whatsapp Awa
    Ici *Boutique Diop* : votre commande 0001 (3 Beurre 250g) vous est remise. Merci de votre confiance.
    [document recu-2026-0001.pdf]
    # whatsapp Moussa
    > stock beurre
    *Beurre 250g* : *8* en stock, 0 gardé, 0 en commande. Minimum 5. Prix 1 250 F, coût moyen 1 000 F.
    Tout va bien. Couvre 12 j, rupture vers le 02/12 (pas avant le 26/11). Conseil : commander 3.
    Au 20/11 09:01.
    [Vendre]
    [Entrée]
    [Graphique]
  `));

  test('E15 · what is to be paid at the counter is free again after a day', () => story(`
    # whatsapp Awa
    > commander DIOP
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Frais]
    *Boutique Diop* — que voulez-vous ?
    [Beurre 250g] — 1 250 F, reste 12
    [Fromage portions x8] — 1 000 F, reste 16
    [Lait 1L] — 1 000 F, reste 24
    [Lait concentré] — 750 F, reste 48
    [Lait en poudre 400g] — 2 200 F, reste 20
    [Suite]
    > [Beurre 250g]
    *Beurre 250g*, 1 250 F. Combien ? Reste 12.
    > 2
    Votre panier chez *Boutique Diop* :
    2 × Beurre 250g = 2 500 F
    *Total : 2 500 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Commander]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *2 500 F* pour la commande 0001 (2 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > [À la boutique]
    Commande *0001* : *Boutique Diop* la prépare. Payez 2 500 F sur place, avant le 21/11 à 09:00 ; jusque-là elle est gardée.
    # sms Moussa
    Nouvelle commande 0001 Awa Dossou 2 Beurre 250g: 2 500 F a payer sur place. Prete? Repondez PRET 0001
    # whatsapp Awa
    > /wait 25h
    Ici *Boutique Diop* : votre panier 0001 (2 Beurre 250g) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
    # sms Moussa
    0001 Awa Dossou 2 Beurre 250g pas payee en 24 h: articles de nouveau en vente.
    # sms Afi
    Promises aujourd'hui: 1. Aucun retard. Pour la liste: A LIVRER
    # whatsapp Moussa
    > stock beurre
    *Beurre 250g* : *12* en stock, 0 gardé, 0 en commande. Minimum 5. Prix 1 250 F, coût moyen 1 000 F.
    Tout va bien. Couvre 17 j, pas de rupture dans les 15 jours. Rien à commander.
    Au 21/11 10:00.
    [Vendre]
    [Entrée]
    [Graphique]
  `));
});
