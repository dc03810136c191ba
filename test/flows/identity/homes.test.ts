import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('the home of each persona', () => {
  test('an owner proves the PIN once per call', () => play(world, `
    # ussd Afi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 1111
    CON Atelier Afi
    PIN faux. Essais restants: 2
    Entrez votre PIN:
    0.Annuler
    > 4321
    CON Atelier Afi
    1.A livrer (0)
    2.Marquer PRET
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    1.Employes
    4.Ouvert / ferme
    5.Mon code client
    6.Clients
    7.Parler a une personne
    8.Langue
    9.PIN
    0.Retour
  `));

  test('three wrong codes lock the member for a quarter of an hour', () => play(world, `
    # ussd Koffi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 0000
    CON Atelier Afi
    PIN faux. Essais restants: 2
    Entrez votre PIN:
    0.Annuler
    > 1111
    CON Atelier Afi
    PIN faux. Essais restants: 1
    Entrez votre PIN:
    0.Annuler
    > 2222
    END Trop de codes faux: reessayez dans 15 minutes.
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 2468
    END Trop de codes faux: reessayez dans 15 minutes.
    > /wait 16min
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    # whatsapp Moussa
    # ussd Koffi
    > 2468
    CON Koffi Mensah - Atelier Afi
    1.Mes taches (1)
    2.Finir une etape
    8.Plus
    0.Quitter
    # whatsapp Moussa
  `));

  test('on WhatsApp the number is the key', () => play(world, `
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
    > plus
    Autres services
    [Inventaire] — Compter et corriger
    [Manque] — Ce qu'on a voulu et pas trouvé
    [Annuler] — Ce que vous venez de faire
    [Caisse] — Compter, comparer
    [Fiche produit] — Prix, autres noms, minimum
    [Parler à une personne] — Une personne vous répond
    [Langue] — Français, English
    [Savoir] — Prévoir, alertes, commandes
    # whatsapp Fatou
    > menu
    Fatou Ba, *Boutique Diop*. Choisissez, ou écrivez *aide*.
    [Vendre] — Riz 2, savon 1…
    [Stock d'un produit] — Ce qui reste, le prix
    [Entrée de stock] — Ce qui est arrivé
    [Ruptures (0)] — Ruptures et stocks faibles
    [Carnet de crédit] — Qui vous doit combien
    [Plus]
    # whatsapp Kofi
    > menu
    Parrain *KOFI23*, bonjour Kofi Agbo. Choisissez, ou écrivez *aide*.
    [Plus]
    # whatsapp Sena
    > menu
    *Studio photo* — bonjour Sena Agent. Choisissez, ou écrivez *aide*.
    [Plus]
    # whatsapp Bintou
    > menu
    *Salon Bintou* — bonjour Bintou Sarr. Choisissez, ou écrivez *aide*.
    [Plus]
  `));

  test('by SMS', () => play(world, `
    # sms Afi
    > menu
    Atelier Afi
    1.A livrer (0)
    2.Marquer pret
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
    > 8
    Autres services
    1.Équipe
    4.Réglages
    5.Mon code client
    6.Clients et mesures
    7.Parler à une personne
    8.Langue
    9.PIN
    0.Retour
  `));
});
