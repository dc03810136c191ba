import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';
import { soldDaily } from './sold-daily.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.db.member.updateMany({ where: { person: { fullName: 'Fatou Ba' } }, data: { permissions: ['sales', 'stock'] } });
});
afterAll(() => world.close());

describe('J17 · alerts from one day to the next', () => {
  test('J17, DIG-10 · tomorrow at eight it is told again; what rested is told when the rest is over', async () => {
    await play(world, `
    # whatsapp Moussa
    > menu
    *Boutique Diop* — ruptures : 0, stocks faibles : 0, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > vente huile 1l 36
    *36 × Huile 1L* = 45 000 F ? D'habitude 2.
    [Oui]
    [Corriger]
    > [Oui]
    Vendu 36 × Huile 1L = *45 000 F* (V-1). Il n'y en a plus.
    [Annuler]
    ⚠️ RUPTURE : Huile 1L. Il n'en reste plus en stock. Notre conseil : commander 33 bouteilles auprès de Marché Tilène.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > [Rappeler demain]
    *Huile 1L* : je vous le rappelle demain à 8 h si rien n'a changé.
    > couper alerte moutarde
    *Moutarde 370g* : plus d'alerte pendant 7 jours.
    [Réactiver]
    > vente moutarde 16
    *16 × Moutarde 370g* = 16 800 F ? D'habitude 2.
    [Oui]
    [Corriger]
    > [Oui]
    Vendu 16 × Moutarde 370g = *16 800 F* (V-2). Il n'y en a plus.
    [Annuler]
    > /wait 23h
    Journée du 20/11. Ventes : 2, pour 61 800 F, dont à crédit 0 F. En caisse il doit y avoir 61 800 F. Produits en rupture : 2. Comptez, puis écrivez « caisse » et la somme.
    [Compter la caisse]
    ⚠️ RUPTURE : Huile 1L. Il n'en reste plus en stock. Notre conseil : commander 33 bouteilles auprès de Marché Tilène.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # sms Afi
    Promises aujourd'hui: 1. Aucun retard. Pour la liste: A LIVRER
    # whatsapp Moussa
    > /wait 7d
    Voici un message de Griot : ⚠️ RUPTURE : Moutarde 370g. Il n'en reste plus en stock. Notre conseil : commander 3 pots auprès de Marché Tilène.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # sms Awa
    Atelier Afi: 0042 Boubou bazin vous attend depuis 7 jours. Reste 12 500 F. Payez: *384*22#
    # whatsapp Moussa
    > entrée huile 1l 20 à 1050
    Entré : 20 × Huile 1L à 1 050 F. Reste *20*, coût moyen 1 050 F.
    [Annuler]
  `);
    const events = await world.db.alertEvent.findMany({ where: { episodeId: (await world.db.alertEpisode.findFirstOrThrow({ where: { kind: 'rupture' }, orderBy: { openedAt: 'asc' } })).id }, orderBy: { id: 'asc' } });
    expect(events.map(({ what }) => what)).toEqual(['opened', 'told', 'later', 'told', 'closed']);
  });

  test('J17, DIG-33 · the service rate falls: 88 % instead of 95 %, and who left is counted', async () => {
    const variantId = await soldDaily(world, { code: '503', perDay: [10], days: 40 });
    const { tenantId } = await world.db.variant.findUniqueOrThrow({ where: { id: variantId } });
    await world.db.lostDemand.createMany({ data: Array.from({ length: 17 }, (_, at) => ({ tenantId, variantId, qty: 1, by: 'member:x', key: `before:${String(at)}`, at: new Date(world.clock.now().getTime() - 12 * 86_400_000) })) });
    await play(world, `
    # whatsapp Moussa
    > manque lessive 2
    Noté : 2 × Lessive 1kg demandés et pas vendus.
    > manque lessive 2
    Noté : 2 × Lessive 1kg demandés et pas vendus.
    > manque lessive 1
    Noté : 1 × Lessive 1kg demandés et pas vendus.
    > manque lessive 1
    Noté : 1 × Lessive 1kg demandés et pas vendus.
    > manque lessive 1
    Noté : 1 × Lessive 1kg demandés et pas vendus.
    > manque lessive 1
    Noté : 1 × Lessive 1kg demandés et pas vendus.
    > /wait 24h
    Voici un message de Griot : ⚠️ Taux de service en baisse : 88 % cette semaine (98 % d'habitude). Clients repartis sans leur produit : 6. Écrivez « alertes » pour voir.
    [Voir les alertes]
    > alertes
    Alertes en cours : 4. Laquelle ?
    [Moutarde 370g (rupture)] — rupture, 20/11
    [Service] — taux de service en baisse, 29/11
    [Insecticide 400ml (dort)] — ne se vend plus, 20/11
    [Vinaigre 1L (dort)] — ne se vend plus, 20/11
    [Historique]
    [Réglages]
    > [Service]
    *La boutique* : taux de service en baisse, depuis le 29/11. 88 % cette semaine, 98 % d'habitude. Clients repartis sans leur produit : 6.
    [Rappeler demain]
    [Couper 7 jours]
    [Vu]
    > [Vu]
    C'est noté : vous l'avez vu.
    [Toutes les alertes]
  `);
  });
});
