import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.db.member.updateMany({ where: { person: { fullName: 'Fatou Ba' } }, data: { permissions: ['sales', 'stock'] } });
});
afterAll(() => world.close());

describe('J17 · who is warned, and on which phone', () => {
  test('J17, DIG-35 · who else is warned says yes first, and may stop', () => play(world, `
    # whatsapp Fatou
    > oui alertes
    Aucune boutique ne vous a proposé ses alertes.
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
    > [Qui est prévenu]
    Le patron reçoit toujours les alertes. Qui d'autre ? Chacun doit d'abord répondre oui.
    [Fatou Ba (non)]
    > [Fatou Ba (non)]
    # whatsapp Fatou
    Ici *Boutique Diop* : voulez-vous recevoir les alertes de stock de la boutique ? Répondez oui ou non.
    [Oui]
    [Non]
    # whatsapp Moussa
    C'est demandé à Fatou Ba, qui doit répondre *oui*.
    [Qui est prévenu]
    [Toutes les alertes]
    # whatsapp Fatou
    > vente bougies 1
    Vendu 1 × Bougies x6 = *700 F* (V-1). Reste 17.
    [Annuler]
    # whatsapp Moussa
    > alerte bougies 17
    *Bougies x6* : vous serez prévenu à partir de 17. C'est déjà le cas.
    ⚠️ STOCK FAIBLE : Bougies x6. Reste 17, pour un minimum de 17.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # whatsapp Fatou
    > oui
    C'est noté : vous recevrez aussi les alertes de *Boutique Diop*. Pour arrêter, écrivez *non alertes*.
    # whatsapp Moussa
    C'est oui : Fatou Ba recevra aussi les alertes de stock.
    > alerte piles 16
    # whatsapp Fatou
    ⚠️ STOCK FAIBLE : Piles AA x4. Reste 16, pour un minimum de 16.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # whatsapp Moussa
    *Piles AA x4* : vous serez prévenu à partir de 16. C'est déjà le cas.
    ⚠️ STOCK FAIBLE : Piles AA x4. Reste 16, pour un minimum de 16.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # whatsapp Fatou
    > non alertes
    C'est noté : vous ne recevrez pas les alertes de *Boutique Diop*.
    # whatsapp Moussa
    C'est non : Fatou Ba ne recevra pas les alertes de stock.
    > alerte charbon 9
    *Charbon de bois sac* : vous serez prévenu à partir de 9. C'est déjà le cas.
    ⚠️ STOCK FAIBLE : Charbon de bois sac. Reste 9, pour un minimum de 9.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
  `));

  test('J17 · by SMS and on USSD', () => play(world, `
    # sms Moussa
    > alerte savon de marseille 40
    # whatsapp Moussa
    ⚠️ STOCK FAIBLE : Savon de Marseille. Reste 40, pour un minimum de 40.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # sms Moussa
    Savon de Marseille : alerte à 40. C'est déjà le cas.
    > alertes
    Alertes en cours : 7. Laquelle ?
    1.Savon de (faible)
    2.Charbon de bois (faible)
    3.Piles AA x4 (faible)
    4.Bougies x6 (faible)
    5.Insecticide 400ml (dort)
    6.Moutarde 370g (dort)
    7.Vinaigre 1L (dort)
    8.Historique
    9.Suite
    0.Retour
    > 1
    Savon de Marseille : stock faible, depuis le 20/11. Reste 40 (minimum 40). Couvre 15 j.
    1.Commander
    2.Rappeler demain
    3.Couper 7 jours
    4.Vu
    0.Retour
    > 3
    C'est noté : plus d'alerte pendant 7 jours.
    1.Toutes les alertes
    0.Menu
    # ussd Moussa
    > *384*22#
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
    > 6
    CON Savoir et prevoir
    1.Prevision
    2.Analyse
    3.Dormants
    4.Alertes
    5.Commandes fournis.
    6.A livrer (0)
    7.Objectifs
    0.Retour
    > 4
    CON Alertes (7)
    1.Savon de (faible)
    2.Charbon de bois (faible)
    3.Piles AA x4 (faible)
    4.Bougies x6 (faible)
    5.Insecticide 400ml (dort)
    9.Suite
    0.Retour
    > 9
    CON Alertes (7)
    1.Moutarde 370g (dort)
    2.Vinaigre 1L (dort)
    3.Historique
    4.Regler
    0.Retour
    > 6
    CON Choix non valide: 6
    Alertes (7)
    1.Insecticide 400ml (dort)
    2.Moutarde 370g (dort)
    3.Vinaigre 1L (dort)
    4.Historique
    5.Regler
    0.Retour
    > 2
    CON Moutarde 370g: ne se vend plus
    Reste 16 mini 5.
    1.Rappeler demain
    2.Couper 7 jours
    3.Vu
    0.Retour
    > 1
    CON Note: rappel demain 8h.
    1.Toutes les alertes
    0.Menu
    > 0
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
    > 7
    END Personne ne vous doit rien.
  `));
});
