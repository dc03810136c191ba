import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
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

describe('J11, E13 · a cart is paid with what its client has there', () => {
  test('J11 · the shop reads of the new order, and no report counts it as owed or as Mobile Money', async () => {
    await story(`
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
    > [Crédit 2 500 F]
    C'est payé avec votre crédit. Le reçu suit.
    2 500 F de votre crédit chez *Boutique Diop* vont à la commande 0001. Reste à payer : 0 F. Reçu R-2026-0001.
    [Mon reçu]
    [Voir la commande]
    # sms Moussa
    Nouvelle commande 0001 2 Beurre 250g: 2 500 F payes avec le credit du client. Prete? Repondez PRET 0001
    # whatsapp Moussa
    > pret 1
    *0001* Awa Dossou, 2 Beurre 250g, reste 0 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
  `);
    expect(await world.db.sale.findFirst({ where: { orderId: { not: null } }, select: { paidHow: true } })).toEqual({ paidHow: 'other' });
  });

  test('J11, E10 · kept, but a count finds less: it is not paid, and what is there is offered', () => story(`
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
    # whatsapp Moussa
    > inventaire beurre 1
    *Beurre 250g* : 1 comptés, 12 attendus. Il en manque 11 (11 000 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    > [Perte]
    Corrigé : 1 × Beurre 250g en stock.
    [Compter autre chose]
    ⚠️ RUPTURE : Beurre 250g. Il n'en reste plus en stock. Notre conseil : commander 12 plaquettes auprès de Siagro Boissons.
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
