import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J12 · those who deliver', () => {
  test('J12 · a supplier on WhatsApp answers by a tap, a shop gives an order up, and one who has no number is asked for it', async () => {
    await world.db.supplier.updateMany({ where: { code: 'TILENE' }, data: { phone: null } });
    await play(world, `
    # whatsapp +221770000020
    > bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    # whatsapp Moussa
    > commander 103 50
    50 × Riz au kg à 420 F = *21 000 F* chez *CFAO Distribution*. J'envoie la commande ?
    [Oui, envoyer]
    [Modifier]
    > [Oui, envoyer]
    # whatsapp +221770000020
    Ici *Boutique Diop* : nous vous commandons 50 × Riz au kg à 420 F, soit 21 000 F en tout (BC-1). Répondez oui et le jour de livraison (« oui jeudi »), ou non.
    [Oui]
    [Non]
    # whatsapp Moussa
    Commande BC-1 envoyée à *CFAO Distribution* : 21 000 F. Je vous dis sa réponse.
    [Annuler]
    # whatsapp +221770000020
    > [Oui]
    Merci, c'est noté pour *Boutique Diop* (BC-1). Quel jour livrez-vous ? Par exemple : *jeudi*, *26/11*.
    # whatsapp Moussa
    Votre fournisseur CFAO Distribution a dit oui à la commande BC-1, sans dire le jour.
    [Voir la commande]
    # whatsapp +221770000020
    > jeudi prochain ou vendredi
    Je n'ai pas compris le jour. Écrivez par exemple *jeudi*, *demain* ou *26/11*.
    > jeudi
    Merci. *Boutique Diop* vous attend le 26/11 (BC-1).
    # whatsapp Moussa
    Votre fournisseur CFAO Distribution livre la commande BC-1 le 26/11, c'est dit.
    [Voir la commande]
    > bc 1
    *BC-1*, CFAO Distribution : 50 Riz au kg, 21 000 F. Acceptée pour le 26/11.
    [Y renoncer]
    [Les autres]
    > [Y renoncer]
    Annuler la commande BC-1 chez *CFAO Distribution* ? Le fournisseur est prévenu.
    [Oui]
    [Non]
    > [Oui]
    # whatsapp +221770000020
    Ici *Boutique Diop* : notre commande BC-1 est annulée. Ne livrez pas, merci.
    # whatsapp Moussa
    Commande BC-1 annulée.
    > commander sucre 1kg
    4 × Sucre 1kg à 550 F = *2 200 F* chez *Marché Tilène*. J'envoie la commande ?
    [Oui, envoyer]
    [Modifier]
    > 20
    Je n'ai pas compris « 20 ».
    4 × Sucre 1kg à 550 F = *2 200 F* chez *Marché Tilène*. J'envoie la commande ?
    [Oui, envoyer]
    [Modifier]
    > [Oui, envoyer]
    Ce fournisseur n'a pas de numéro. Lequel ?
    > 77 000 00
    Je n'ai pas compris. Écrivez un nom et un numéro de téléphone, comme « Diallo 77 000 00 20 ».
    > 77 000 00 21
    4 × Sucre 1kg à 550 F = *2 200 F* chez *Marché Tilène*. J'envoie la commande ?
    [Oui, envoyer]
    [Modifier]
    > [Oui, envoyer]
    Commande BC-2 envoyée à *Marché Tilène* : 2 200 F. Je vous dis sa réponse.
    [Annuler]
    # sms +221770000021
    Boutique Diop commande (BC-2): 4 Sucre 1kg a 550 F = 2 200 F. Repondez OUI et le jour (OUI JEUDI), ou NON
    # whatsapp Moussa
    > [Annuler]
    Commande BC-2 annulée.
    # sms +221770000021
    Boutique Diop: commande BC-2 annulee. Ne livrez pas, merci.
  `);
  });

  test('J12 · on USSD, from the shelves that are empty', () => play(world, `
    # whatsapp Moussa
    > vente lait 1l 24
    *24 × Lait 1L* = 24 000 F ? D'habitude 2.
    [Oui]
    [Corriger]
    # ussd Moussa
    > *384*22#
    CON Reprendre: une vente?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 4321
    CON Choix non valide: ????
    Reprendre: une vente?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 4
    CON Choix non valide: 4
    Reprendre: une vente?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 1
    CON Boutique Diop
    PIN faux. Essais restants: 2
    Entrez votre PIN:
    0.Annuler
    > 15
    CON Boutique Diop
    PIN faux. Essais restants: 1
    Entrez votre PIN:
    0.Annuler
    > 1
    END Trop de codes faux: reessayez dans 15 minutes.
    # sms +221770000022
    > oui demain
    Aucun prix n'attend votre réponse.
  `));

  test('J12 · late: the day that was said has passed, and the owner hears of it once', () => play(world, `
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
    > /wait 3d
    # sms Awa
    Atelier Afi: 0042 Boubou bazin vous attend depuis 3 jours. Reste 12 500 F. Payez: *384*22#
    # whatsapp Moussa
    > /wait 1d
    # sms Afi
    Promises aujourd'hui: 1. Aucun retard. Pour la liste: A LIVRER
    # whatsapp Moussa
    > [Voir la commande]
    *BC-1*, CFAO Distribution : 50 Riz au kg, 21 000 F. Annulée.
  `));
});
