import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World | undefined;
beforeEach(async () => {
  await world?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world?.close());
const story = (script: string) => play(world as World, script);

describe('J11, E10 · money for what is no longer kept', () => {
  test('J11 · the prompt outlives what is kept: approved, it is served where the goods are there', () => story(`
    # whatsapp Awa
    > commander DIOP
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Frais]
    *Boutique Diop* — que voulez-vous ?
    [Beurre 250g] — 1 250 F, reste 12
    [Fromage portions x8] — 1 000 F, reste 16
    [Lait 1L] — 1 000 F, reste 24
    [Lait concentré] — 750 F, reste 48
    [Lait en poudre 400g] — 2 200 F, reste 20
    [Suite]
    > [Beurre 250g]
    *Beurre 250g*, 1 250 F. Combien ? Reste 12.
    > 2
    Votre panier chez *Boutique Diop* :
    2 × Beurre 250g = 2 500 F
    *Total : 2 500 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Commander]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *2 500 F* pour la commande 0001 (2 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > /wait 14min
    > [MTN MoMo]
    Validez *2 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le +229 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /wait 2min
    Ici *Boutique Diop* : votre panier 0001 (2 Beurre 250g) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
    > /momo approve
    MoMo: Boutique Diop 0001, 2500 F, mtn_open
    2 500 F reçus par *Boutique Diop* : la commande 0001 est entièrement payée, merci. Reçu R-2026-0001.
    [Mon reçu]
    [Voir la commande]
    # sms Moussa
    Nouvelle commande 0001 2 Beurre 250g: 2 500 F recus, payee a 100%. Prete? Repondez PRET 0001
    # whatsapp Moussa
    > stock beurre
    *Beurre 250g* : *10* en stock, 0 gardé, 0 en commande. Minimum 5. Prix 1 250 F, coût moyen 1 000 F.
    Tout va bien. Couvre 15 j, rupture vers le 04/12 (pas avant le 28/11). Conseil : commander 1.
    Au 20/11 09:16.
    [Vendre]
    [Entrée]
    [Graphique]
  `));

  test('J11, E10 · the prompt outlives what is kept and the goods are gone: the client chooses credit or refund, the owner is warned', () => story(`
    # whatsapp Awa
    > commander DIOP
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Frais]
    *Boutique Diop* — que voulez-vous ?
    [Beurre 250g] — 1 250 F, reste 12
    [Fromage portions x8] — 1 000 F, reste 16
    [Lait 1L] — 1 000 F, reste 24
    [Lait concentré] — 750 F, reste 48
    [Lait en poudre 400g] — 2 200 F, reste 20
    [Suite]
    > [Beurre 250g]
    *Beurre 250g*, 1 250 F. Combien ? Reste 12.
    > 2
    Votre panier chez *Boutique Diop* :
    2 × Beurre 250g = 2 500 F
    *Total : 2 500 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Commander]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *2 500 F* pour la commande 0001 (2 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > /wait 14min
    > [MTN MoMo]
    Validez *2 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le +229 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /wait 2min
    Ici *Boutique Diop* : votre panier 0001 (2 Beurre 250g) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
    # whatsapp Moussa
    > vente beurre 11
    *11 × Beurre 250g* = 13 750 F ? D'habitude 1.
    [Oui]
    [Corriger]
    > [Oui]
    Vendu 11 × Beurre 250g = *13 750 F* (V-1). Reste 1 : stock faible (minimum 5).
    [Annuler]
    ⚠️ STOCK FAIBLE : Beurre 250g. Reste 1, pour un minimum de 5. Le stock couvre 1,5 j, rupture vers le 21/11. Notre conseil : commander 10 plaquettes auprès de Siagro Boissons avant cette date.
    [Commander]
    [Rappeler demain]
    [Couper 7 jours]
    # whatsapp Awa
    > /momo approve
    MoMo: Boutique Diop 0001, 2500 F, mtn_open
    2 500 F reçus par *Boutique Diop*, mais les articles de la commande 0001 ne sont plus là : le délai était passé. Choisissez : être remboursé, ou garder ce crédit pour un autre achat. Reçu R-2026-0001.
    [Être remboursé]
    [Garder le crédit]
    # whatsapp Moussa
    2 500 F reçus trop tard pour la commande 0001 (2 Beurre 250g), dont les articles sont partis. C'est au crédit du client, à rendre ou à garder. Écrivez « rembourser » et le numéro.
    [Répondre]
    # whatsapp Awa
    > [Être remboursé]
    Commande 0001 : 2 500 F, l'atelier a la demande depuis le 20/11 et vous répond ici. Pour lui parler : *humain*.
    # whatsapp Moussa
    > rembourser 1
    *Awa Dossou*, commande *0001* (2 Beurre 250g) : *2 500 F* à rendre ? Motif : argent arrivé quand la commande n'en attendait plus (le 20/11). Payé sur cette commande : 0 F. Téléphone : +229 01 96 00 00 01.
    [Rendre 2 500 F]
    [Une partie]
    [Refuser]
  `));
});
