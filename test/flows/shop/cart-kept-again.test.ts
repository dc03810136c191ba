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

describe('J11 · a cart that is no longer kept is kept again', () => {
  test('J11 · all of it is still there at minute 17: the same order is kept again, and given up it is free at once', () => story(`
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
    > 12
    Votre panier chez *Boutique Diop* :
    12 × Beurre 250g = 15 000 F
    *Total : 15 000 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Commander]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *15 000 F* pour la commande 0001 (12 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > /wait 17min
    Ici *Boutique Diop* : votre panier 0001 (12 Beurre 250g) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
    > [Reprendre]
    Payer *15 000 F* pour la commande 0001 (12 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    # whatsapp Moussa
    > vente beurre 1
    *Beurre 250g* : rien n'est vendu, il n'y en a plus.
    > 0
    *Boutique Diop* — ruptures : 1, stocks faibles : 0, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (1)] — Ruptures et stocks faibles
    [À commander (26)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    # whatsapp Awa
    > [Reprendre]
    Payer *15 000 F* pour la commande 0001 (12 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > 0
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (2)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > ou est 1 DIOP
    *ORD-2026-0001* 12 Beurre 250g, chez Boutique Diop
    *À PAYER*
    Total 15 000 F, reste à payer 15 000 F.
    [Payer 15 000 F]
    [Appeler la boutique]
    [Annuler la commande]
    > [Annuler la commande]
    Annuler la commande 0001 (12 Beurre 250g, Boutique Diop) ? Ce que vous avez payé vous est dû ; l'atelier convient du remboursement avec vous.
    [Oui]
    [Non, garder]
    > [Oui]
    Commande *0001* : annulée. L'atelier est prévenu.
    # whatsapp Moussa
    > vente beurre 1
    Vendu 1 × Beurre 250g = *1 250 F* (V-1). Reste 11.
    [Annuler]
  `));
});
