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

const here = (): World => world as World;

/** Atelier Afi also sells a cloth in two colours. */
async function sellCloth(): Promise<void> {
  const { db, now } = here();
  const { id: tenantId } = await db.tenant.findUniqueOrThrow({ where: { code: 'AFI' } });
  const { id: productId } = await db.product.create({ data: { tenantId, code: '1', name: 'Wax 6 yards', aliases: [], words: 'wax 6 yards 1', unit: 'piece', createdAt: now() } });
  await db.variant.createMany({ data: [['bleu', 4], ['rouge', 0]].map(([name, left]) => ({ tenantId, productId, name: String(name), priceXof: 12_000n, onHand: Number(left), worth: Number(left) * 9_000 })) });
}

describe('C7, BEA-01 · one code, whatever the business does', () => {
  test('BEA-01 · a workshop that also sells asks which; a colour is chosen', async () => {
    await sellCloth();
    await play(here(), `
    # whatsapp Awa
    > commander AFI
    *Atelier Afi* — que voulez-vous ?
    [Un habit à coudre]
    [Les articles en vente]
    > [Les articles en vente]
    *Atelier Afi* — que voulez-vous ?
    [Wax 6 yards] — 12 000 F, reste 4
    > [Wax 6 yards]
    *Wax 6 yards* — lequel ?
    [bleu] — 12 000 F, reste 4
    [rouge] — 12 000 F, épuisé
    > [rouge]
    *Wax 6 yards rouge*, 12 000 F. Combien ? Reste 0.
    > 1
    Il n'y a plus de *Wax 6 yards rouge*.
    [Attendre]
    [Annuler]
    > [Annuler]
    *Atelier Afi* — que voulez-vous ?
    [Wax 6 yards] — 12 000 F, reste 4
    > [Wax 6 yards]
    *Wax 6 yards* — lequel ?
    [bleu] — 12 000 F, reste 4
    [rouge] — 12 000 F, épuisé
    > [bleu]
    *Wax 6 yards bleu*, 12 000 F. Combien ? Reste 4.
    > 1
    Votre panier chez *Atelier Afi* :
    1 × Wax 6 yards bleu = 12 000 F
    *Total : 12 000 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    # ussd Awa
    > *384*22#
    CON Reprendre: vos achats?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
    CON Bonjour Awa Dossou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 7
    CON Dans quelle boutique ?
    1.Atelier Afi
    2.Code d une boutique
    0.Retour
    > 1
    CON Atelier Afi
    1.Wax 6 yards 12 000F (4)
    2.Panier (1) 12 000 F
    0.Retour
    > 2
    CON 1 Wax 6 yards bleu
    Total 12 000 F
    1.Commander
    2.Ajouter
    3.Modifier
    4.Vider
    0.Menu
    > 1
    CON 0045 garde 15 min.
    Payer 12 000 F pour ORD-2026-0045
    Tel: 01 96 00 00 01
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    9.Suite
    0.Annuler
    > 1
    CON Payer 12 000 F avec MTN MoMo 01 96 00 00 01
    1.Oui
    2.Changer de numero
    0.Annuler
  `);
  });

  test('E15 · a price that has changed since is said before anything is kept', async () => {
    await play(here(), `
    # whatsapp Jean
    > commander diop
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
  `);
    await here().db.variant.updateMany({ where: { product: { name: 'Beurre 250g' } }, data: { priceXof: 1_300n } });
    await play(here(), `
    # whatsapp Jean
    > [Commander]
    Un prix a changé : le total est maintenant de *2 600 F*.
    2 × Beurre 250g = 2 600 F
    [Continuer]
    [Modifier]
    > [Continuer]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *2 600 F* pour la commande 0001 (2 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
  `);
  });
});
