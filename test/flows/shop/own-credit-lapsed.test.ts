import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { hasCredit } from '../../helpers/client-credit.ts';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => {
  await (world as World | undefined)?.close();
  world = await openWorld();
  await rest(world);
  await hasCredit(world, 'DIOP', 5_000);
});
afterAll(() => world.close());
const story = (script: string) => play(world, script);

describe('J11, E13 · a cart that is no longer kept, and what its client has there', () => {
  test('J11, E15 · no longer kept while the choice is open, it is kept again and paid', () => story(`
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
    [Crédit 2 500 F]
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > /wait 16min
    Ici *Boutique Diop* : votre panier 0001 (2 Beurre 250g) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
    > [Crédit 2 500 F]
    C'est payé avec votre crédit. Le reçu suit.
    2 500 F de votre crédit chez *Boutique Diop* vont à la commande 0001. Reste à payer : 0 F. Reçu R-2026-0001.
    [Mon reçu]
    [Voir la commande]
    # sms Moussa
    Nouvelle commande 0001 2 Beurre 250g: 2 500 F payes avec le credit du client. Prete? Repondez PRET 0001
  `));

  test('J11, E15 · no longer kept and sold meanwhile, it is not paid: what is left is offered', () => story(`
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
    [Crédit 2 500 F]
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > /wait 16min
    Ici *Boutique Diop* : votre panier 0001 (2 Beurre 250g) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
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
    > [Crédit 2 500 F]
    Il reste 1 × *Beurre 250g*.
    [Prendre 1]
    [Attendre]
    [Annuler]
    > [Prendre 1]
    Commande *0002* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *1 250 F* pour la commande 0002 (1 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [Crédit 1 250 F]
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
  `));
});
