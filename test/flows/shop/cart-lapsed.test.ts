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

describe('J11, E15 · a cart is no longer kept', () => {
  test('J11, E15 · two bags kept for 15 minutes, paid at minute 17: one is left, he takes it', () => story(`
    # whatsapp Awa
    > commander DIOP
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Riz et céréales]
    *Boutique Diop* — que voulez-vous ?
    [Couscous 500g] — 600 F, reste 24
    [Farine de blé sac 50kg] — 22 500 F, reste 6
    [Maïs au kg] — 325 F, reste 45
    [Mil au kg] — 375 F, reste 60
    [Riz au kg] — 500 F, reste 120
    [Suite]
    > [Mil au kg]
    *Mil au kg*, 375 F. Combien ? Reste 60.
    > 2
    Votre panier chez *Boutique Diop* :
    2 × Mil au kg = 750 F
    *Total : 750 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Vider]
    Votre panier est vide.
    [Ajouter]
    > [Ajouter]
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Riz et céréales]
    *Boutique Diop* — que voulez-vous ?
    [Couscous 500g] — 600 F, reste 24
    [Farine de blé sac 50kg] — 22 500 F, reste 6
    [Maïs au kg] — 325 F, reste 45
    [Mil au kg] — 375 F, reste 60
    [Riz au kg] — 500 F, reste 120
    [Suite]
    > [Suite]
    *Boutique Diop* — que voulez-vous ?
    [Riz brisé sac 50kg] — 21 000 F, reste 4
    [Riz parfumé sac 25kg] — 18 500 F, reste 14
    [Spaghetti 500g] — 450 F, reste 60
    > [Riz brisé sac 50kg]
    *Riz brisé sac 50kg*, 21 000 F. Combien ? Reste 4.
    > 2
    Votre panier chez *Boutique Diop* :
    2 × Riz brisé sac 50kg = 42 000 F
    *Total : 42 000 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Commander]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *42 000 F* pour la commande 0001 (2 Riz brisé sac 50kg, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    # whatsapp Moussa
    > vente riz brise 3
    Il ne reste que 2 × *Riz brisé sac 50kg*.
    [Vendre 2]
    [Corriger]
    > [Corriger]
    *Riz brisé sac 50kg* : combien ? Il en reste 2.
    > 0
    *Boutique Diop* — ruptures : 0, stocks faibles : 1, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    # whatsapp Awa
    > /wait 16min
    Ici *Boutique Diop* : votre panier 0001 (2 Riz brisé sac 50kg) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
    # whatsapp Moussa
    > vente riz brise 3
    Vendu 3 × Riz brisé sac 50kg = *63 000 F* (V-1). Reste 1 : stock faible (minimum 3).
    [Annuler]
    ⚠️ STOCK FAIBLE : Riz brisé sac 50kg. Reste 1, pour un minimum de 3. Le stock couvre 1,6 j, rupture vers le 21/11. Notre conseil : commander 14 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # whatsapp Awa
    > [Reprendre]
    Il reste 1 × *Riz brisé sac 50kg*.
    [Prendre 1]
    [Attendre]
    [Annuler]
    > [Prendre 1]
    Commande *0002* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *21 000 F* pour la commande 0002 (1 Riz brisé sac 50kg, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > [MTN MoMo]
    Validez *21 000 F* avec votre code MTN MoMo dans les 5 minutes, sur le +229 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Boutique Diop 0002, 21000 F, mtn_open
    21 000 F reçus par *Boutique Diop* : la commande 0002 est entièrement payée, merci. Reçu R-2026-0001.
    [Mon reçu]
    [Voir la commande]
    # whatsapp Moussa
    ⚠️ RUPTURE : Riz brisé sac 50kg. Il n'en reste plus en stock. Notre conseil : commander 15 sacs auprès de CFAO Distribution.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    Nouvelle commande 0002 (1 Riz brisé sac 50kg) : 21 000 F reçus, payée à 100 %. Préparez-la, puis marquez-la prête.
    [Marquer prête]
    [Voir la commande]
    > stock riz brise
    *Riz brisé sac 50kg* : *0* en stock, 0 gardé, 0 en commande. Minimum 3. Prix 21 000 F, coût moyen 19 500 F.
    ⚠️ Rupture. Plus rien à vendre. Conseil : commander 15.
    Au 20/11 09:17.
    [Vendre]
    [Entrée]
    [Graphique]
  `));
});
