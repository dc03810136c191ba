import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-06 · products by chat', () => {
  test('DIG-06, DIG-21 · a product in one line, with a photo, step by step, and its card', () => play(world, `
    # whatsapp Moussa
    > nouveau produit savon noir 500 20
    *savon noir* : compté en quoi ?
    [Pièce]
    [Sac]
    [Kg]
    [Litre]
    [Carton]
    [Paquet]
    [Bouteille]
    [Autre]
    > [Pièce]
    Ajouter *savon noir* : 500 F, 20 en stock, compté en piece ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *savon noir* est dans vos produits, code 514. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    > vente savon noir 2
    Vendu 2 × Savon noir = *1 000 F* (V-1). Reste 18.
    [Annuler]
    > /photo Attiéké sachet 750 30 sachets
    Ajouter *Attiéké sachet* : 750 F, 30 en stock, compté en sachet ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *Attiéké sachet* est dans vos produits, code 515. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    > produit attiéké sachet
    *Attiéké sachet* (code 515)
    Prix 750 F, achat -, stock 30, compté en sachet, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Autre nom]
    *Attiéké sachet* : comment l'appelle-t-on aussi ?
    > garba
    *Attiéké sachet* : se dit aussi garba.
    [Voir sa fiche]
    > vente garba 1
    Vendu 1 × Attiéké sachet = *750 F* (V-2). Reste 29.
    [Annuler]
    > attiéké s'appelle aussi couscous de manioc
    *Attiéké sachet* : se dit aussi couscous de manioc.
    [Voir sa fiche]
    > stock couscous de manioc
    *Attiéké sachet* : *29* en stock, 0 gardé, 0 en commande. Minimum 0. Prix 750 F, coût pas encore connu.
    Tout va bien. Pas encore de prévision. Rien à commander.
    Au 20/11 09:00.
    [Vendre]
    [Entrée]
    [Graphique]
    > produit attiéké
    *Attiéké sachet* (code 515)
    Prix 750 F, achat -, stock 29, compté en sachet, minimum -, maximum -.
    Autres unités : -. Autres noms : garba, couscous de manioc. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Minimum]
    *Attiéké sachet* : en dessous de combien faut-il prévenir ?
    > 10
    *Attiéké sachet* : minimum 10.
    [Voir sa fiche]
    > [Voir sa fiche]
    *Attiéké sachet* (code 515)
    Prix 750 F, achat -, stock 29, compté en sachet, minimum 10, maximum -.
    Autres unités : -. Autres noms : garba, couscous de manioc. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Prix]
    *Attiéké sachet* : nouveau prix de vente ?
    > beaucoup
    *Attiéké sachet* : rien n'est changé, je n'ai pas compris cette valeur.
    [Voir sa fiche]
    > [Voir sa fiche]
    *Attiéké sachet* (code 515)
    Prix 750 F, achat -, stock 29, compté en sachet, minimum 10, maximum -.
    Autres unités : -. Autres noms : garba, couscous de manioc. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Autre chose]
    *Attiéké sachet* : quoi d'autre ?
    [Code-barres]
    [Catégorie]
    [Fournisseur]
    [Retirer]
    > [Fournisseur]
    *Attiéké sachet* : quel fournisseur ? Son nom ou son code.
    > siagro
    *Attiéké sachet* : vient de Siagro Boissons.
    [Voir sa fiche]
    > produit garba
    *Attiéké sachet* (code 515)
    Prix 750 F, achat -, stock 29, compté en sachet, minimum 10, maximum -.
    Autres unités : -. Autres noms : garba, couscous de manioc. Catégorie : -. Fournisseur : Siagro Boissons. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Autre chose]
    *Attiéké sachet* : quoi d'autre ?
    [Code-barres]
    [Catégorie]
    [Fournisseur]
    [Retirer]
    > [Retirer]
    Retirer *Attiéké sachet* de vos produits ? Les ventes passées restent.
    [Oui, retirer]
    [Non]
    > [Oui, retirer]
    *Attiéké sachet* : rien n'est changé, il en reste en stock, comptez-le d'abord à zéro.
    [Voir sa fiche]
    > nouveau produit Attiéké Sachet 800 5 sachets
    Ajouter *Attiéké Sachet* : 800 F, 5 en stock, compté en sachet ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    Rien n'est ajouté : ce nom est déjà dans vos produits.
    > vente igname 3
    Je ne trouve pas « igname » chez vous.
    [Autre nom]
    [Ajouter]
    > [Ajouter]
    *igname* : à quel prix le vendez-vous ? Par exemple : *500*.
    > 1000
    *igname* : combien y en a-t-il ? Par exemple : *20* ou *20 sacs*.
    > 40 kg
    Ajouter *igname* : 1 000 F, 40 en stock, compté en kg ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *igname* est dans vos produits, code 516. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    > [Vendre]
    *Igname* : combien ? Il en reste 40.
    > 2
    Vendu 2 × Igname = *2 000 F* (V-3). Reste 38.
    [Annuler]
  `));
});
