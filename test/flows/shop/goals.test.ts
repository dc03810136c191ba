import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-53 · the objectives of a shop', () => {
  test('DIG-53 · set in one line or step by step, seen beside what the month has come to, and taken away', () => play(world, `
    # whatsapp Moussa
    > objectif
    Objectifs du mois, au 20/11 :
    Ventes : 2 411 025 F, sans objectif
    Marge : 14 %, sans objectif
    Taux de service : 99 %, sans objectif
    Produits en rupture : 2, sans objectif
    [Ventes]
    [Marge]
    [Service]
    [Ruptures]
    > objectif ventes 2 000 000
    C'est noté : 2 000 000 F de ventes par mois.
    [Mes objectifs]
    > objectif ruptures 5
    C'est noté : 5 produits en rupture au plus.
    [Mes objectifs]
    > objectif marge 20 %
    C'est noté : 20 % de marge.
    [Mes objectifs]
    > objectif service
    Sur 100 demandes, combien voulez-vous servir ? Par exemple : *95*. *Stop* pour n'en avoir aucun.
    > beaucoup
    Je n'ai pas compris. Sur 100 demandes, combien voulez-vous servir ? Par exemple : *95*.
    > 95
    C'est noté : 95 % de service.
    [Mes objectifs]
    > [Mes objectifs]
    Objectifs du mois, au 20/11 :
    Ventes : *2 411 025 F* pour 2 000 000 F ✓
    Marge : *14 %* pour 20 %
    Taux de service : *99 %* pour 95 % ✓
    Produits en rupture : *2*, 5 au plus ✓
    [Ventes]
    [Marge]
    [Service]
    [Ruptures]
    > objectif marge stop
    C'est noté : plus d'objectif de marge.
    [Mes objectifs]
    > objectifs
    Objectifs du mois, au 20/11 :
    Ventes : *2 411 025 F* pour 2 000 000 F ✓
    Marge : 14 %, sans objectif
    Taux de service : *99 %* pour 95 % ✓
    Produits en rupture : *2*, 5 au plus ✓
    [Ventes]
    [Marge]
    [Service]
    [Ruptures]
  `));

  test('DIG-53 · by SMS and on the phone without internet', () => play(world, `
    # sms Moussa
    > OBJECTIF VENTES 4000000
    C'est noté : 4 000 000 F de ventes par mois.
    1.Mes objectifs
    0.Menu
    > OBJECTIFS
    Objectifs du mois au 20/11
    Ventes 2 411 025 F pour 4 000 000 F 60 %
    Marge 14 %
    Service 99 % pour 95 % atteint
    Ruptures 2, 5 au plus atteint
    1.Ventes
    2.Marge
    3.Service
    4.Ruptures
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
    > 7
    CON Objectifs du mois
    Ventes 2 411 025 F/4 000 000 F 60 %
    Marge 14 %
    Service 99 %/95 % ok
    Ruptures 2, max 5 ok
    1.Ventes
    2.Marge
    3.Service
    4.Ruptures
    0.Menu
    > 4
    CON Ruptures au plus? ex: 5
    0.Retour
    > 3
    CON C'est note : 3 produits en rupture au plus.
    1.Mes objectifs
    0.Menu
  `));

  test('DIG-53 · who only sells sees no figures and sets none', () => play(world, `
    # whatsapp Fatou
    > objectif ventes 10
    Vous n'avez pas ce droit. Demandez au patron.
    > objectifs
    Vous n'avez pas ce droit. Demandez au patron.
  `));
});
