import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J12 · warned in seconds, ordered by one tap', () => {
  test('J12, DIG-31, DIG-34 · vente, stock faible, Commander, oui jeudi', () => play(world, `
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
    > vente riz parfume 4
    Vendu 4 × Riz parfumé sac 25kg = *74 000 F* (V-1). Reste 10 : stock faible (minimum 10).
    [Annuler]
    ⚠️ STOCK FAIBLE : Riz parfumé sac 25kg. Reste 10, pour un minimum de 10. Le stock couvre 6,2 j, rupture vers le 27/11. Notre conseil : commander 28 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    > [Commander]
    28 × Riz parfumé sac 25kg à 17 500 F = *490 000 F* chez *CFAO Distribution*. J'envoie la commande ?
    [Oui, envoyer]
    [Modifier]
    > [Oui, envoyer]
    Commande BC-1 envoyée à *CFAO Distribution* : 490 000 F. Je vous dis sa réponse.
    [Annuler]
    # sms +221770000020
    Boutique Diop commande (BC-1): 28 Riz parfumé sac 25kg a 17 500 F = 490 000 F. Repondez OUI et le jour (OUI JEUDI), ou NON
    > oui jeudi
    # whatsapp Moussa
    Votre fournisseur CFAO Distribution livre la commande BC-1 le 26/11, c'est dit.
    [Voir la commande]
    # sms +221770000020
    Merci. Boutique Diop vous attend le 26/11 (BC-1).
    # whatsapp Moussa
    > stock riz parfume
    *Riz parfumé sac 25kg* : *10* en stock, 0 gardé, 28 en commande. Minimum 10. Prix 18 500 F, coût moyen 17 500 F.
    ⚠️ Stock faible. Couvre 6,2 j, pas de rupture dans les 15 jours. Rien à commander.
    Au 20/11 09:00.
    [Vendre]
    [Entrée]
    [Graphique]
    > bc 1
    *BC-1*, CFAO Distribution : 28 Riz parfumé sac 25kg, 490 000 F. Acceptée pour le 26/11.
    [Y renoncer]
    [Les autres]
  `));

  test('J14 · entrée riz 10 à 17500 CFAO: against the order, in two parts; the warning is over; undone, it is to come again', () => play(world, `
    # whatsapp Moussa
    > entrée riz parfume 10 à 17500 CFAO
    Entré : 10 × Riz parfumé sac 25kg à 17 500 F. Reste *20*, coût moyen 17 500 F. BC-1 : 18 encore à venir.
    [Annuler]
    > bc 1
    *BC-1*, CFAO Distribution : 28 Riz parfumé sac 25kg, 490 000 F. Reçue en partie, reste 18 Riz parfumé sac 25kg.
    [Y renoncer]
    [Les autres]
    > entrée riz parfume 30 à 17500 cfao
    Entré : 30 × Riz parfumé sac 25kg à 17 500 F. Reste *50*, coût moyen 17 500 F. BC-1 : 12 de plus que commandé.
    [Annuler]
    > [Annuler]
    Entrée annulée. Reste 20 × Riz parfumé sac 25kg.
    > entrée riz parfume 5 à 17500 xyz
    *Riz parfumé sac 25kg* : de quel fournisseur ?
    [CFAO Distribution]
    [Marché Tilène]
    [Siagro Boissons]
    [Aucun de ceux-là]
    > [Aucun de ceux-là]
    Entré : 5 × Riz parfumé sac 25kg à 17 500 F. Reste *25*, coût moyen 17 500 F.
    [Annuler]
    > alertes
    Alertes en cours : 3. Laquelle ?
    [Insecticide 400ml (dort)] — ne se vend plus, 20/11
    [Moutarde 370g (dort)] — ne se vend plus, 20/11
    [Vinaigre 1L (dort)] — ne se vend plus, 20/11
    [Historique]
    [Réglages]
    > [Historique]
    Les dernières alertes terminées.
    [Riz parfumé sac (faible)] — stock faible, 20/11
    > [Riz parfumé sac (faible)]
    *Riz parfumé sac 25kg* : stock faible, depuis le 20/11. Terminée le 20/11.
    [Toutes les alertes]
  `));

  test('J12 · by SMS, with the PIN, and a supplier who says no, then writes the day as he likes', () => play(world, `
    # sms Moussa
    > vente riz brise 2
    # whatsapp Moussa
    ⚠️ STOCK FAIBLE : Riz brisé sac 50kg. Reste 2, pour un minimum de 3. Le stock couvre 3,2 j, rupture vers le 23/11. Notre conseil : commander 13 sacs auprès de CFAO Distribution avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # sms Moussa
    V-2: 2 x Riz brisé sac 50kg = 42 000 F. Reste 2, FAIBLE (mini 3). Erreur ? ANNULE V-2
    1.Annuler
    0.Menu
    > commander riz brise 6
    6 x Riz brisé sac 50kg a 19 500 F = 117 000 F chez CFAO Distribution. J'envoie ?
    1.Oui, envoyer
    2.Modifier
    0.Annuler
    > 1
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    # sms +221770000020
    Boutique Diop commande (BC-2): 6 Riz brisé sac 50kg a 19 500 F = 117 000 F. Repondez OUI et le jour (OUI JEUDI), ou NON
    # sms Moussa
    BC-2 envoye a CFAO Distribution: 117 000 F. Sa reponse suit.
    1.Annuler
    0.Menu
    # sms +221770000020
    > non
    # whatsapp Moussa
    Votre fournisseur CFAO Distribution a dit non à la commande BC-2. Commandez ailleurs ou appelez.
    [Voir la commande]
    # sms +221770000020
    C'est noté : Boutique Diop sait que vous ne livrez pas BC-2.
    > oui bc-2
    # whatsapp Moussa
    Votre fournisseur CFAO Distribution a dit oui à la commande BC-2, sans dire le jour.
    [Voir la commande]
    # sms +221770000020
    Merci, c'est noté (BC-2). Quel jour livrez-vous ? Ex : JEUDI ou 26/11
    0.Retour
    > d'accord pour lundi matin
    # whatsapp Moussa
    Votre fournisseur CFAO Distribution livre la commande BC-2 le 23/11, c'est dit.
    [Voir la commande]
    # sms +221770000020
    Merci. Boutique Diop vous attend le 23/11 (BC-2).
    # sms Moussa
    > bc
    Commandes en cours. Laquelle ?
    1.BC-2 CFAO Distribution
    2.BC-1 CFAO Distribution
    0.Retour
  `));
});
