import { afterAll, beforeEach, describe, test } from '@jest/globals';
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

describe('what may go wrong', () => {
  test('E9 · too little money: why in plain words, and a part to pay by one tap', () => story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo poor
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    12 500 F non débités : le solde est insuffisant. Rechargez, ou payez une partie de la commande 0042 chez *Atelier Afi* : 5 000 F.
    [Payer une partie]
    [Réessayer]
    > [Payer une partie]
    Payer *5 000 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *5 000 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Atelier Afi 0042, 5000 F, mtn_open
    5 000 F reçus par *Atelier Afi* pour la commande 0042. Reste à payer : 7 500 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Commande 0042: 5 000 F recus, payee a 70%. Reste 7 500 F.
  `));

  test('E10 · nobody answers in fifteen minutes, and then somebody does', () => story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo look
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    > /wait 16min
    12 500 F non reçus : la demande pour la commande 0042 chez *Atelier Afi* a expiré. Si vous venez de payer, le reçu suivra. Sinon, réessayez.
    [Réessayer]
    > /momo approve
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    12 500 F reçus par *Atelier Afi* : la commande 0042 est entièrement payée, merci. Reçu R-2026-0003.
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Commande 0042: 12 500 F recus, payee a 100%. Reste 0 F.
  `));

  test('E12 · another person pays: their number, their prompt, both are told', () => story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Autre numéro]
    Quel numéro Mobile Money doit payer ? Par exemple : 01 97 00 00 00
    > 96 00
    Ce n'est pas un numéro de téléphone.
    Quel numéro Mobile Money doit payer ? Par exemple : 01 97 00 00 00
    > 96 00 00 02
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Moov Money]
    Validez *12 500 F* avec votre code Moov Money dans les 5 minutes, sur le 01 96 00 00 02. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    # sms Jean
    > /momo approve
    MoMo: Atelier Afi 0042, 12500 F, moov
    # whatsapp Awa
    12 500 F reçus par *Atelier Afi*, payés par Jean Hounsou : la commande 0042 est entièrement payée, merci. Reçu R-2026-0003.
    [Mon reçu]
    [Voir la commande]
    # sms Jean
    Atelier Afi: merci, 12 500 F recus de votre telephone pour 0042. Recu R-2026-0003: http://localhost:0/r/…
    # sms Afi
    Commande 0042: 12 500 F recus, payee a 100%. Reste 0 F.
  `));

  test('E13, E1 · what is closed, paid, or somebody else’s is not paid', async () => {
    const orders = ordersOf(world);
    await orders.delivered(await orders.numbered(42));
    await story(`
    # whatsapp Awa
    > payer 42
    Commande *0042* : tout est payé, merci.
    > payer 44
    Je ne trouve pas 0044 chez vous. Laquelle ?
    [0042 Boubou bazin] — Atelier Afi
    [Voir mes commandes]
    [Autre commande]
    > payer
    Vous n'avez rien à payer. Merci !
    Je ne trouve pas 0044 chez vous. Laquelle ?
    [0042 Boubou bazin] — Atelier Afi
    [Voir mes commandes]
    [Autre commande]
  `);
  });

  test('a business without an account is paid in the shop', async () => {
    await world.db.paymentAccount.updateMany({ where: { ref: 'AFI' }, data: { closedAt: world.now() } });
    await story(`
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > payer 42
    END Atelier Afi: payez a l atelier, en especes avec recu, ou par Mobile Money que l atelier note (declare).
  `);
  });

  test('a confirmed order offers its deposit, all of it, or another amount; an unanswered price goes first, in English', async () => {
    const { quoted } = ordersOf(world);
    await quoted({ totalXof: 25_000 });
    await story(`
    # whatsapp Awa
    > english
    We go on in English.
    Hello Awa Dossou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (2)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > pay 45
    Here is the price. *Atelier Afi* offers *25,000 F* for order 0045 (Boubou), ready on 27/11. Deposit: 12,500 F.
    [I accept]
    [Negotiate]
    [Decline]
    > [I accept]
    Order *0045* confirmed at 25,000 F, for 27/11.
    Pay *12,500 F* for order 0045 (Boubou, Atelier Afi) from 01 96 00 00 01?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Another number] — Somebody else's Mobile Money
    [Pay a part] — An amount you choose
    [Card, Wave, Orange] — A link to pay online
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 25 000 F, pour le 27/11.
    # whatsapp Awa
    > menu
    Hello Awa Dossou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (2)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > pay 45
    Order *0045* (Boubou, Atelier Afi): 25,000 F to pay. How much now?
    [Deposit 12,500 F]
    [All 25,000 F]
    [Pay a part] — An amount you choose
    > [All 25,000 F]
    Pay *25,000 F* for order 0045 (Boubou, Atelier Afi) from 01 96 00 00 01?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Another number] — Somebody else's Mobile Money
    [Pay a part] — An amount you choose
    [Card, Wave, Orange] — A link to pay online
    > [Another number]
    Which Mobile Money number will pay? For example: 01 97 00 00 00
  `);
  });
});
