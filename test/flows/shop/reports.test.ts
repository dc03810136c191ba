import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J13 · Moussa has his reports sent as files on WhatsApp', () => {
  test('J13, DIG-20, DIG-39, DIG-43 · from the report that is shown, and from the line', () => play(world, `
    # whatsapp Moussa
    > rapport mois
    *Rapport du mois*
    Ventes : *2 411 025 F* (+39 %), nombre : 337
    Panier moyen : 7 154 F
    Marge : 328 745 F (14 %)
    Taux de service : 99 %
    Ruptures : 0, stocks faibles : 0
    Stock : 1 488 750 F au coût moyen
    Meilleures ventes : Riz parfumé sac 25kg 370 000 F, Sucre sac 50kg 342 000 F, Farine de blé sac 50kg 225 000 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:00.
    [Fichier PDF]
    [Mois dernier]
    [Autre rapport]
    > [Fichier PDF]
    Je prépare votre fichier. Vous le recevez ici dans un instant.
    [Autre rapport]
    Votre synthèse de 11/2026 (PDF) est prête. Elle s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document synthese-DIOP-2026-11.pdf]
    > rapport stock fichier
    Je prépare votre fichier. Vous le recevez ici dans un instant.
    [Autre rapport]
    Votre inventaire (Excel) est prêt. Il s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document stock-DIOP-2026-11-20.xlsx]
    > rapport ventes
    *Ventes du mois*
    Ventes : *2 411 025 F* (+39 %), nombre : 337, panier moyen 7 154 F
    7 jours : 680 175 F, 30 jours : 3 521 625 F
    Meilleures ventes : Riz parfumé sac 25kg 370 000 F, Sucre sac 50kg 342 000 F, Farine de blé sac 50kg 225 000 F, Huile bidon 20L 202 500 F, Riz brisé sac 50kg 168 000 F, Charbon de bois sac 63 000 F, Lait en poudre 400g 61 600 F, Lessive 1kg 54 400 F, Huile 1L 53 750 F, Œufs plateau 30 42 000 F
    Par catégorie : Riz et céréales 868 225 F, Épicerie 848 200 F, Hygiène et maison 299 100 F, Frais 218 000 F, Boissons 177 500 F
    Au 20/11 09:00.
    [Fichier Excel]
    [Graphique]
    [Autre rapport]
    > [Fichier Excel]
    Je prépare votre fichier. Vous le recevez ici dans un instant.
    [Autre rapport]
    Vos ventes de 11/2026 (Excel) sont prêtes. Le fichier s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document ventes-DIOP-2026-11.xlsx]
    > rapport mois dernier
    Je prépare votre fichier. Vous le recevez ici dans un instant.
    [Autre rapport]
    Votre synthèse de 10/2026 (PDF) est prête. Elle s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document synthese-DIOP-2026-10.pdf]
    > rapport pdf
    Quel fichier ? Les mois et la banque sont en PDF, les ventes et le stock en Excel.
    [Mois] — Depuis le 1er du mois
    [Mois dernier]
    [Ventes] — Les meilleures, par catégorie
    [Stock] — Valeur, par catégorie
    [Banque] — Six mois, en PDF
    > [Stock]
    Je prépare votre fichier. Vous le recevez ici dans un instant.
    [Autre rapport]
    Votre inventaire (Excel) est prêt. Il s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document stock-DIOP-2026-11-20.xlsx]
  `));

  test('J13, DIG-20 · six months for the bank', () => play(world, `
    # whatsapp Moussa
    > rapport banque
    Je prépare votre fichier. Vous le recevez ici dans un instant.
    [Autre rapport]
    Votre rapport pour la banque (PDF) est prêt. Il s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document banque-DIOP-2026-11-20.pdf]
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
    > [Rapport]
    Quel rapport ? Vous pouvez écrire *rapport mois*, *rapport banque*, *chiffres semaine* ou *conseil*.
    [Jour] — Aujourd'hui jusqu'ici
    [Semaine] — Les sept derniers jours
    [Mois] — Depuis le 1er du mois
    [Ventes] — Les meilleures, par catégorie
    [Stock] — Valeur, par catégorie
    [Chiffres] — Ventes, panier, marge, service
    [Conseil] — Ce qui compte le plus maintenant
    [Banque] — Six mois, en PDF
    > [Semaine]
    *Rapport de la semaine*
    Ventes : *680 175 F* (-19 %), nombre : 98
    Panier moyen : 6 941 F
    Marge : 90 585 F (13 %)
    Taux de service : 100 %
    Ruptures : 0, stocks faibles : 0
    Stock : 1 488 750 F au coût moyen
    Meilleures ventes : Huile bidon 20L 135 000 F, Riz parfumé sac 25kg 129 500 F, Sucre sac 50kg 85 500 F
    Dormants : 3, 37 200 F immobilisés
    Au 20/11 09:00.
    [Autre rapport]
    > [Autre rapport]
    Quel rapport ? Vous pouvez écrire *rapport mois*, *rapport banque*, *chiffres semaine* ou *conseil*.
    [Jour] — Aujourd'hui jusqu'ici
    [Semaine] — Les sept derniers jours
    [Mois] — Depuis le 1er du mois
    [Ventes] — Les meilleures, par catégorie
    [Stock] — Valeur, par catégorie
    [Chiffres] — Ventes, panier, marge, service
    [Conseil] — Ce qui compte le plus maintenant
    [Banque] — Six mois, en PDF
    > [Banque]
    Je prépare votre fichier. Vous le recevez ici dans un instant.
    [Autre rapport]
    Votre rapport pour la banque (PDF) est prêt. Il s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
    [document banque-DIOP-2026-11-20.pdf]
  `));
});
