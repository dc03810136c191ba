import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J15 · the shopkeeper without internet', () => {
  test('J15 · what is sold without internet ends the call, and the menu undoes it; what nobody knows is added', () => play(world, `
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
    > 1
    CON Vendre: produit et quantite
    ex: riz 2
    (ou code: 107 2)
    0.Retour
    > riz parfume 2
    CON 2 x Riz parfume sac 25kg
    18 500 F = 37 000 F
    1.Comptant
    2.MoMo
    3.A credit (carnet)
    4.Autre prix
    0.Annuler
    > 1
    END Vente V-1: 2 Riz parfume sac 25kg 37 000 F. Reste 12. Erreur? *384*22# 8 Annuler.
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
    > 3
    CON Annuler V-1?
    Riz parfume sac 25kg 37 000 F 09:00
    1.Oui
    2.Non
    0.Retour
    > 1
    END V-1 annulee, stock revenu.
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
    > 1
    CON Vendre: produit et quantite
    ex: riz 2
    (ou code: 107 2)
    0.Retour
    > tapioca 2
    CON Pas trouve: tapioca
    1.Autre nom
    2.Ajouter
    0.Retour
    > 2
    CON tapioca
    prix de vente? ex: 500
    0.Annuler
    > 600
    CON tapioca
    combien en stock? ex: 20
    0.Annuler
    > 12
    CON tapioca: compte en?
    1.Piece
    2.Sac
    3.Kg
    4.Litre
    5.Carton
    6.Paquet
    7.Bouteille
    8.Autre
    0.Annuler
    > 3
    CON Ajouter tapioca
    600 F, stock 12 kg?
    1.Ajouter
    2.Corriger
    0.Annuler
    > 1
    CON tapioca ajoute, code 514.
    1.Vendre
    2.Prix d'achat
    3.Un autre produit
    0.Menu
    > 1
    CON Tapioca
    combien? (reste 12)
    0.Annuler
    > 2
    END Vente V-2: 2 Tapioca 1 200 F. Reste 10. Erreur? *384*22# 8 Annuler.
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
    > 1
    CON Vendre: produit et quantite
    ex: riz 2
    (ou code: 107 2)
    0.Retour
    > tapioca 1
    CON 1 x Tapioca
    600 F = 600 F
    1.Comptant
    2.MoMo
    3.A credit (carnet)
    4.Autre prix
    0.Annuler
    > 3
    CON A credit: nom du client?
    ex: awa
    0.Retour
    > Awa Sarr
    CON Pas de client: Awa Sarr
    1.Creer Awa Sarr
    2.Autre nom
    0.Annuler
    > 1
    CON Tel du client (0 = sans tel):
    0.Sans tel
    > 0
    END Vente V-3: 1 Tapioca 600 F a credit. Awa Sarr doit 600 F. Erreur? *384*22# 8 Annuler.
    # sms Fatou
    > vente manioc 2
    Je ne trouve pas "manioc" chez vous.
    1.Autre nom
    0.Retour
    > nouveau produit manioc 200 5 kg
    Rien n'est ajouté : pas le droit.
    Je ne trouve pas "manioc" chez vous.
    1.Autre nom
    0.Retour
    > produit tapioca
    Tapioca (514) 600 F, stock 9, mini -
    0.Retour
  `));
});
