import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.db.member.updateMany({ where: { person: { fullName: 'Fatou Ba' } }, data: { permissions: ['sales', 'stock'] } });
});
afterAll(() => world.close());

describe('J17 · alerts', () => {
  test('J17, DIG-09, DIG-19 · alerte riz 5: from when one is warned, then a week of silence, a reminder tomorrow, seen', () => play(world, `
    # whatsapp Moussa
    > alerte riz parfume 5
    *Riz parfumé sac 25kg* : vous serez prévenu à partir de 5. Le stock est au-dessus.
    > alerte riz parfume 14
    *Riz parfumé sac 25kg* : vous serez prévenu à partir de 14. C'est déjà le cas.
    ⚠️ STOCK FAIBLE : Riz parfumé sac 25kg. Reste 14, pour un minimum de 14. Le stock couvre 8,6 j, rupture vers le 28/11. Notre conseil : commander 24 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > rappeler riz parfume
    *Riz parfumé sac 25kg* : je vous le rappelle demain à 8 h si rien n'a changé.
    > vu riz parfume
    *Riz parfumé sac 25kg* : c'est noté comme vu.
    > alertes
    Alertes en cours : 4. Laquelle ?
    [Riz parfumé sac (faible)] — stock faible, 20/11
    [Insecticide 400ml (dort)] — ne se vend plus, 20/11
    [Moutarde 370g (dort)] — ne se vend plus, 20/11
    [Vinaigre 1L (dort)] — ne se vend plus, 20/11
    [Historique]
    [Réglages]
    > [Riz parfumé sac (faible)]
    *Riz parfumé sac 25kg* : stock faible, depuis le 20/11. Reste 14 (minimum 14). Couvre 8,6 j, rupture vers le 28/11. Conseil : 24 sacs chez CFAO Distribution. Vu par Moussa Diop. Rappel le 21/11.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    [Vu]
    > [Couper 7 jours]
    C'est noté : plus d'alerte pendant 7 jours.
    [Toutes les alertes]
    > menu
    *Boutique Diop* — ruptures : 0, stocks faibles : 1, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > alerte riz parfume 3
    *Riz parfumé sac 25kg* : vous serez prévenu à partir de 3. Le stock est au-dessus.
    > couper alerte riz parfume
    *Riz parfumé sac 25kg* : plus d'alerte pendant 7 jours.
    [Réactiver]
    > [Réactiver]
    *Riz parfumé sac 25kg* : ses alertes sont de nouveau actives.
    > vu riz parfume
    *Riz parfumé sac 25kg* : aucune alerte en ce moment.
    > alerte sucre 1kg 2.500
    *Sucre 1kg* : 2,5 ou 2 500 ?
    [2,5]
    [2 500]
    > [2,5]
    *Sucre 1kg* : vous serez prévenu à partir de 2,5. Le stock est au-dessus.
    > alerte lait 1l 5 bidons
    *Lait 1L* : ce produit se compte en brique.
    > alerte
    Pour quel produit ? Par exemple : *riz 5* pour être prévenu à partir de 5.
    > moutarde
    *Moutarde 370g* : prévenir à partir de combien ?
    > 4
    *Moutarde 370g* : vous serez prévenu à partir de 4. Le stock est au-dessus.
  `));

  test('J17, DIG-19 · what is warned of is paused, muted and taken up again; what is over is kept, by kind', () => play(world, `
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
    > alertes
    Alertes en cours : 3. Laquelle ?
    [Insecticide 400ml (dort)] — ne se vend plus, 20/11
    [Moutarde 370g (dort)] — ne se vend plus, 20/11
    [Vinaigre 1L (dort)] — ne se vend plus, 20/11
    [Historique]
    [Réglages]
    > [Réglages]
    Ce que la boutique surveille. Touchez pour changer.
    [Rupture : oui]
    [Stock faible : oui]
    [Service : oui]
    [Trop : oui]
    [Dormant : oui]
    [Périmé : oui]
    [Qui est prévenu]
    > [Stock faible : oui]
    Stock faible : au minimum ou en dessous. Pour changer un minimum : *alerte riz 5*. Alerte active.
    [Mettre en pause]
    [Couper 7 jours]
    [Historique]
    > [Mettre en pause]
    Stock faible : au minimum ou en dessous. Pour changer un minimum : *alerte riz 5*. Alerte en pause.
    [Réactiver]
    [Historique]
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
    > alerte bougies 20
    *Bougies x6* : vous serez prévenu à partir de 20. C'est déjà le cas.
    > alertes
    Alertes en cours : 4. Laquelle ?
    [Bougies x6 (faible)] — stock faible, 20/11
    [Insecticide 400ml (dort)] — ne se vend plus, 20/11
    [Moutarde 370g (dort)] — ne se vend plus, 20/11
    [Vinaigre 1L (dort)] — ne se vend plus, 20/11
    [Historique]
    [Réglages]
    > [Réglages]
    Ce que la boutique surveille. Touchez pour changer.
    [Rupture : oui]
    [Stock faible : en pause]
    [Service : oui]
    [Trop : oui]
    [Dormant : oui]
    [Périmé : oui]
    [Qui est prévenu]
    > [Stock faible : en pause]
    Stock faible : au minimum ou en dessous. Pour changer un minimum : *alerte riz 5*. Alerte en pause.
    [Réactiver]
    [Historique]
    > [Réactiver]
    Stock faible : au minimum ou en dessous. Pour changer un minimum : *alerte riz 5*. Alerte active.
    [Mettre en pause]
    [Couper 7 jours]
    [Historique]
    > menu
    *Boutique Diop* — ruptures : 0, stocks faibles : 1, ventes du jour : 0 F. Écrivez *vente riz 2*, *stock riz*, *rapport mois*, ou choisissez :
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [À commander (25)] — Par fournisseur, et pourquoi
    [Rapport] — Jour, mois, banque, Excel
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    > /wait 10min
    ⚠️ STOCK FAIBLE : Bougies x6. Reste 18, pour un minimum de 20.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > alerte bougies 5
    *Bougies x6* : vous serez prévenu à partir de 5. Le stock est au-dessus.
    > alertes
    Alertes en cours : 3. Laquelle ?
    [Insecticide 400ml (dort)] — ne se vend plus, 20/11
    [Moutarde 370g (dort)] — ne se vend plus, 20/11
    [Vinaigre 1L (dort)] — ne se vend plus, 20/11
    [Historique]
    [Réglages]
    > [Historique]
    Les dernières alertes terminées.
    [Bougies x6 (faible)] — stock faible, 20/11
    [Riz parfumé sac (faible)] — stock faible, 20/11
    > [Bougies x6 (faible)]
    *Bougies x6* : stock faible, depuis le 20/11. Terminée le 20/11.
    [Toutes les alertes]
    > [Toutes les alertes]
    Alertes en cours : 3. Laquelle ?
    [Insecticide 400ml (dort)] — ne se vend plus, 20/11
    [Moutarde 370g (dort)] — ne se vend plus, 20/11
    [Vinaigre 1L (dort)] — ne se vend plus, 20/11
    [Historique]
    [Réglages]
  `));
});
