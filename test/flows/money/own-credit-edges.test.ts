import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { hasCredit } from '../../helpers/client-credit.ts';
import { rest } from '../../helpers/momo.ts';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => {
  await (world as World | undefined)?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world.close());
const story = (script: string) => play(world, script);

describe('E13 · what a client has with a workshop', () => {
  test('pays nothing while a prompt for the same order waits on a phone', async () => {
    await hasCredit(world, 'AFI', 20_000);
    await story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [Crédit 12 500 F]
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # whatsapp Afi
    > recu 42 12500
    *12 500 F* pour *0042* Awa Dossou, Boubou bazin. Reste après : 0 F. Comment ?
    [Espèces]
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    [Son crédit (20 000 F)]
    > [Demander par MoMo]
    # whatsapp Awa
    *Atelier Afi* : payez 12 500 F pour votre commande 0042 ici : http://localhost:0/r/…
    Carte, Wave, Orange Money. Le lien vit 24 h.
    # whatsapp Afi
    Demande envoyée à Awa Dossou : payer 12 500 F par Mobile Money pour *0042*. Vous serez prévenu dès que l'argent arrive ; rien n'est encore reçu.
    # whatsapp Awa
    > [Crédit 12 500 F]
    Toujours en attente : 12 500 F pour la commande 0042, par le lien envoyé.
    [Vérifier]
    [Changer de moyen]
  `);
  });

  test('is offered for all of it once all of it is what is paid', async () => {
    await hasCredit(world, 'AFI', 4_000);
    await ordersOf(world).quoted({ totalXof: 5_000 });
    await story(`
    # whatsapp Awa
    > oui 45
    Commande *0045* confirmée à 5 000 F, pour le 27/11.
    Payer *2 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [Crédit 2 500 F]
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 5 000 F, pour le 27/11.
    # whatsapp Awa
    > payer 45
    Commande *0045* (Boubou, Atelier Afi) : 5 000 F à payer. Combien maintenant ?
    [Acompte 2 500 F]
    [Tout 5 000 F]
    [Payer une partie] — Un montant de votre choix
    > 2
    Payer *5 000 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [Crédit 4 000 F]
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Crédit 4 000 F]
    C'est noté : 4 000 F de votre crédit. Reste 1 000 F à payer.
    [Payer le reste]
    4 000 F de votre crédit chez *Atelier Afi* vont à la commande 0045. Reste à payer : 1 000 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Commande 0045: 4 000 F pris sur le credit du client, payee a 80%. Reste 1 000 F.
  `);
  });

  test('is not offered by a workshop that takes no money online: it is told how to pay there', async () => {
    await hasCredit(world, 'AFI', 20_000);
    await world.db.paymentAccount.updateMany({ where: { ref: 'AFI' }, data: { closedAt: world.now() } });
    await story(`
    # whatsapp Awa
    > payer 42
    *Atelier Afi* ne prend pas encore le paiement en ligne. Payez à l'atelier : en espèces avec reçu, ou par Mobile Money de la main à la main, que l'atelier note « déclaré ».
  `);
  });

  test('nor by a shop that takes none, beside paying at the counter', async () => {
    await hasCredit(world, 'DIOP', 5_000);
    await world.db.paymentAccount.updateMany({ where: { ref: 'DIOP' }, data: { closedAt: world.now() } });
    await story(`
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
    [À la boutique] — Payer en venant la chercher
  `);
  });
});
