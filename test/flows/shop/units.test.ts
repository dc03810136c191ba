import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('DIG-06 · one product by several units', () => {
  test('DIG-06 · « 2 sacs » are 50 kg, at the price of a sac: sold, received, counted and exact to the franc', async () => {
    await play(world, `
    # whatsapp Moussa
    > nouveau produit Fonio 450 100 kg
    Ajouter *Fonio* : 450 F, 100 en stock, compté en kg ?
    [Ajouter]
    [Corriger]
    > [Ajouter]
    *Fonio* est dans vos produits, code 514. Dites son prix d'achat pour connaître votre marge.
    [Vendre]
    [Prix d'achat]
    [Un autre produit]
    > vente fonio 2 sacs
    *Fonio* : rien n'est vendu, ce produit se compte en kg.
    > produit fonio
    *Fonio* (code 514)
    Prix 450 F, achat -, stock 100, compté en kg, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Autre unité]
    *Fonio* : par quoi d'autre se vend-il ? Par exemple : *sac 25*, pour un sac de 25. *Sac 0* l'enlève.
    > grand
    *Fonio* : rien n'est changé, je n'ai pas compris cette valeur.
    [Voir sa fiche]
    > produit fonio
    *Fonio* (code 514)
    Prix 450 F, achat -, stock 100, compté en kg, minimum -, maximum -.
    Autres unités : -. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > [Autre unité]
    *Fonio* : par quoi d'autre se vend-il ? Par exemple : *sac 25*, pour un sac de 25. *Sac 0* l'enlève.
    > 1 sac de 30 kg
    *Fonio* : sac = 30 kg.
    [Voir sa fiche]
    > [Voir sa fiche]
    *Fonio* (code 514)
    Prix 450 F, achat -, stock 100, compté en kg, minimum -, maximum -.
    Autres unités : sac = 30 kg. Autres noms : -. Catégorie : -. Fournisseur : -. Code-barres : -.
    [Prix]
    [Prix d'achat]
    [Autre unité]
    [Taille, couleur]
    [Autre nom]
    [Minimum]
    [Maximum]
    [Autre chose]
    > vente fonio 2 sacs
    Vendu 60 × Fonio = *27 000 F* (V-1). Reste 40.
    [Annuler]
    > vente fonio 1 sac a 10000
    Vendu 30 × Fonio = *10 000 F* (V-2). Reste 10.
    [Annuler]
    > entree fonio 3 sacs a 10000
    Entré : 90 × Fonio à 333 F. Reste *100*, coût moyen 333 F.
    [Annuler]
    > stock fonio
    *Fonio* : *100* en stock, 0 gardé, 0 en commande. Minimum 0. Prix 450 F, coût moyen 333 F.
    Tout va bien. Pas encore de prévision. Rien à commander.
    Au 20/11 09:00.
    [Vendre]
    [Entrée]
    [Graphique]
    > inventaire fonio 3 sacs
    *Fonio* : 90 comptés, 100 attendus. Il en manque 10 (3 333 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    # sms Moussa
    > VENTE FONIO 1 SAC
    V-3: 30 x Fonio = 13 500 F. Reste 70. Erreur ? ANNULE V-3
    1.Annuler
    0.Menu
    > PRODUIT FONIO
    Fonio (514) 450 F, stock 70, mini -
    1.Prix
    2.Prix d'achat
    3.Autre unité
    4.Taille, couleur
    5.Autre nom
    6.Minimum
    7.Maximum
    8.Autre chose
    0.Retour
  `);
    const fonio = await world.db.variant.findFirstOrThrow({ where: { product: { name: 'Fonio' } } });
    const lines = await world.db.saleLine.findMany({ where: { variantId: fonio.id }, orderBy: { soldAt: 'asc' } });
    expect(lines.map(({ qty, unitXof, lineXof }) => [Number(qty), unitXof, lineXof])).toEqual([[60, 450n, 27_000n], [30, 333n, 10_000n], [30, 450n, 13_500n]]);
    const came = await world.db.stockMove.findFirstOrThrow({ where: { variantId: fonio.id, kind: 'receipt' } });
    expect([Number(came.qty), Number(came.worth)]).toEqual([90, 30_000]);
  });
});
