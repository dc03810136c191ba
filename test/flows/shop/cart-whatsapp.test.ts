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

describe('BEA-01, J11 · Awa buys at Boutique Diop on WhatsApp', () => {
  test('J11, C7 · shelf, goods, how many, cart, kept, paid; the owner prepares, says ready and hands it over', () => story(`
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
    > deux
    Votre panier chez *Boutique Diop* :
    2 × Beurre 250g = 2 500 F
    *Total : 2 500 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Ajouter]
    *Boutique Diop* — quel rayon ?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    [Panier (1) 2 500 F]
    > [Frais]
    *Boutique Diop* — que voulez-vous ?
    [Beurre 250g] — 1 250 F, reste 12
    [Fromage portions x8] — 1 000 F, reste 16
    [Lait 1L] — 1 000 F, reste 24
    [Lait concentré] — 750 F, reste 48
    [Lait en poudre 400g] — 2 200 F, reste 20
    [Panier (1) 2 500 F]
    [Suite]
    > [Suite]
    *Boutique Diop* — que voulez-vous ?
    [Yaourt 125g] — 300 F, reste 40
    [Œufs plateau 30] — 3 000 F, reste 10
    [Panier (1) 2 500 F]
    > [Yaourt 125g]
    *Yaourt 125g*, 300 F. Combien ? Reste 40.
    > beaucoup
    Écrivez un nombre, par exemple *2*. *Yaourt 125g* : combien ? Reste 40.
    > 50
    Il reste 40 × *Yaourt 125g*.
    [Prendre 40]
    [Attendre]
    [Annuler]
    > [Prendre 40]
    Votre panier chez *Boutique Diop* :
    2 × Beurre 250g = 2 500 F
    40 × Yaourt 125g = 12 000 F
    *Total : 14 500 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Modifier]
    Quel article ?
    [Beurre 250g x 2]
    [Yaourt 125g x 40]
    > [Beurre 250g x 2]
    *Beurre 250g* : 2 dans le panier.
    [Changer la quantité]
    [Retirer]
    > [Changer la quantité]
    *Beurre 250g*, 1 250 F. Combien ? Reste 12.
    > 3
    Votre panier chez *Boutique Diop* :
    3 × Beurre 250g = 3 750 F
    40 × Yaourt 125g = 12 000 F
    *Total : 15 750 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Modifier]
    Quel article ?
    [Beurre 250g x 3]
    [Yaourt 125g x 40]
    > [Yaourt 125g x 40]
    *Yaourt 125g* : 40 dans le panier.
    [Changer la quantité]
    [Retirer]
    > [Retirer]
    Votre panier chez *Boutique Diop* :
    3 × Beurre 250g = 3 750 F
    *Total : 3 750 F*
    [Commander]
    [Ajouter]
    [Modifier]
    [Vider]
    > [Commander]
    Commande *0001* : vos articles sont gardés 15 minutes, le temps de payer.
    Payer *3 750 F* pour la commande 0001 (3 Beurre 250g, Boutique Diop) avec le +229 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    [À la boutique] — Payer en venant la chercher
    > [MTN MoMo]
    Validez *3 750 F* avec votre code MTN MoMo dans les 5 minutes, sur le +229 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Boutique Diop 0001, 3750 F, mtn_open
    3 750 F reçus par *Boutique Diop* : la commande 0001 est entièrement payée, merci. Reçu R-2026-0001.
    [Mon reçu]
    [Voir la commande]
    # sms Moussa
    Nouvelle commande 0001 3 Beurre 250g: 3 750 F recus, payee a 100%. Prete? Repondez PRET 0001
    # whatsapp Moussa
    > prêt 1
    *0001* Awa Dossou, 3 Beurre 250g, reste 0 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    > /wait 2min
    # whatsapp Awa
    Ici *Boutique Diop* : votre commande 0001 (3 Beurre 250g) est prête. Tout est payé, merci.
    [Voir la commande]
    # whatsapp Moussa
    > livre 1
    # whatsapp Awa
    Ici *Boutique Diop* : votre commande 0001 (3 Beurre 250g) vous est remise. Merci de votre confiance.
    [document recu-2026-0001.pdf]
    # whatsapp Moussa
    *0001* Awa Dossou, 3 Beurre 250g : *LIVRÉE*. La personne reçoit vos remerciements.
    > annule V-1
    V-1 : c'est la commande d'un client, annulez-la dans « à livrer ».
    # whatsapp Awa
    > ou est 1 DIOP
    *ORD-2026-0001* 3 Beurre 250g, chez Boutique Diop
    *LIVRÉE le 20/11*
    Total 3 750 F, reste à payer 0 F.
    [Noter de 1 à 5]
    [Dire un souci]
    [Appeler la boutique]
    [Mon reçu]
    [Remboursement]
  `));
});
