import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-06 · sizes and colours', () => {
  test('DIG-06 · sizes and colours of one product, each with a stock and a price of its own', async () => {
    await play(world, `
    # whatsapp Moussa
    > nouveau produit tongs 1500 0
    *tongs* : compté en quoi ?
    [Pièce]
    [Sac]
    [Kg]
    [Litre]
    [Carton]
    [Paquet]
    [Bouteille]
    [Autre]
    > [Pièce]
    Ajouter *tongs* : 1 500 F, 0 en stock, compté en piece ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *tongs* est dans vos produits, code 514. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    ⚠️ RUPTURE : Tongs. Il n'en reste plus en stock.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > produit tongs
    *Tongs* (code 514)
    Prix 1 500 F, achat -, stock 0, compté en piece, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Taille, couleur]
    *Tongs* : quelle taille, couleur ou sorte ? Par exemple : *rouge M*.
    > rouge
    *Tongs* : rouge est ajouté. Son stock vient par une entrée.
    [Voir sa fiche]
    > produit tongs rouge
    *Tongs rouge* (code 514)
    Prix 1 500 F, achat -, stock 0, compté en piece, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Taille, couleur]
    *Tongs rouge* : quelle taille, couleur ou sorte ? Par exemple : *rouge M*.
    > bleu
    *Tongs rouge* : bleu est ajouté. Son stock vient par une entrée.
    [Voir sa fiche]
    > produit tongs rouge
    *Tongs rouge* (code 514)
    Prix 1 500 F, achat -, stock 0, compté en piece, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Taille, couleur]
    *Tongs rouge* : quelle taille, couleur ou sorte ? Par exemple : *rouge M*.
    > Bleu
    *Tongs rouge* : rien n'est changé, un autre produit l'a déjà.
    [Voir sa fiche]
    > entree tongs rouge 6 a 900
    Entré : 6 × Tongs rouge à 900 F. Reste *6*, coût moyen 900 F.
    [Annuler]
    > entree tongs bleu 4 a 1000
    Entré : 4 × Tongs bleu à 1 000 F. Reste *4*, coût moyen 1 000 F.
    [Annuler]
    > vente tongs rouge 2
    Vendu 2 × Tongs rouge = *3 000 F* (V-1). Reste 4.
    [Annuler]
    > vente tongs 1
    « tongs » : lequel ?
    [Tongs bleu (4)]
    [Tongs rouge (4)]
    [Autre nom]
    > produit tongs bleu
    *Tongs bleu* (code 514)
    Prix 1 500 F, achat 1 000 F, stock 4, compté en piece, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Prix]
    *Tongs bleu* : nouveau prix de vente ?
    > 1800
    *Tongs bleu* : prix 1 800 F.
    « tongs » : lequel ?
    [Tongs bleu (4)]
    [Tongs rouge (4)]
    [Autre nom]
    > stock tongs bleu
    *Tongs bleu* : *4* en stock, 0 gardé, 0 en commande. Minimum 0. Prix 1 800 F, coût moyen 1 000 F.
    Tout va bien. Pas encore de prévision. Rien à commander.
    Au 20/11 09:01.
    « tongs » : lequel ?
    [Tongs bleu (4)]
    [Tongs rouge (4)]
    [Autre nom]
  `);
    const shelves = await world.db.variant.findMany({ where: { product: { name: 'Tongs' } }, orderBy: { name: 'asc' } });
    expect(shelves.map(({ name, onHand, priceXof }) => [name, Number(onHand), priceXof])).toEqual([['bleu', 4, 1_800n], ['rouge', 4, 1_500n]]);
  });

  test('DIG-06, DIG-09 · one size is counted at nothing and put away, the others stay', async () => {
    await play(world, `
    # whatsapp Moussa
    > inventaire tongs bleu 0
    *Tongs bleu* : 0 comptés, 4 attendus. Il en manque 4 (4 000 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    > [Perte]
    Corrigé : 0 × Tongs bleu en stock.
    « tongs » : lequel ?
    [Tongs bleu (4)]
    [Tongs rouge (4)]
    [Autre nom]
    ⚠️ RUPTURE : Tongs bleu. Il n'en reste plus en stock.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > produit tongs bleu
    *Tongs bleu* (code 514)
    Prix 1 800 F, achat 1 000 F, stock 0, compté en piece, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Autre chose]
    *Tongs bleu* : quoi d'autre ?
    [Code-barres]
    [Catégorie]
    [Fournisseur]
    [Retirer]
    > [Retirer]
    Retirer *Tongs bleu* de vos produits ? Les ventes passées restent.
    [Oui, retirer]
    [Non]
    > [Oui, retirer]
    *Tongs bleu* : hors de la liste.
    « tongs » : lequel ?
    [Tongs bleu (4)]
    [Tongs rouge (4)]
    [Autre nom]
    > stock tongs
    *Tongs rouge* : *4* en stock, 0 gardé, 0 en commande. Minimum 0. Prix 1 500 F, coût moyen 900 F.
    Tout va bien. Pas encore de prévision. Rien à commander.
    Au 20/11 09:01.
    « tongs » : lequel ?
    [Tongs bleu (4)]
    [Tongs rouge (4)]
    [Autre nom]
  `);
    expect(await world.db.variant.count({ where: { product: { name: 'Tongs', archivedAt: null }, archivedAt: null } })).toBe(1);
  });
});
