import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { newOrders } from '../../helpers/ordering.ts';
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
const placed = () => newOrders(world);

describe('J1, J2 · an order in English', () => {
  test('J1, J3, J4 · on WhatsApp, from the language to the stars', async () => {
    await story(`
    # whatsapp Jean
    > english
    We go on in English.
    Hello Jean Hounsou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (1)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > order AFI
    *Atelier Afi* — what would you like sewn?
    [Boubou] — 25,000 F
    [Robe] — 18,000 F
    [Chemise] — 15,000 F
    [Pantalon] — 10,000 F
    [Ensemble]
    [Tenue enfant] — 9,000 F
    [Retouche] — 2,000 F
    [Other (write)]
    > Boubou
    Who brings the fabric?
    [Me]
    [The workshop]
    > [Me]
    A photo of the fabric or the model, or a voice note? Send them, or skip.
    [Skip]
    > [Skip]
    For when?
    [Normal 28/11]
    [Fast 26/11]
    [Urgent 25/11]
    > [Normal 28/11]
    The workshop does not have your measures yet.
    [Dictate]
    [Measure me there]
    [Another person]
    > [Dictate]
    Dictate the measures in centimetres: shoulder, chest, length, sleeve, neck. For example: sh45 ch98 lo140 sl60 neck40, or “ch 100 the rest same”. Write x for one you do not know.
    > sh45 ch98 lo140 sl60 neck40
    *Boubou* at Atelier Afi, your fabric, ready on 28/11. Price: 25,000 F, deposit: 12,500 F. Measures: yours. To give up, write *cancel*.
    [Confirm and pay]
    [Pay later]
    [Change]
    > [Confirm and pay]
    Order *0045* noted at *Atelier Afi*: Boubou, ready on 28/11.
    Pay *12,500 F* for order 0045 (Boubou, Atelier Afi) from 01 96 00 00 02?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Another number] — Somebody else's Mobile Money
    [Pay a part] — An amount you choose
    [Card, Wave, Orange] — A link to pay online
    # sms Afi
    Nouvelle commande 0045 Jean Hounsou Boubou pour le 28/11, 25 000 F.
    # whatsapp Jean
    > [MTN MoMo]
    Confirm *12,500 F* with your MTN MoMo code within 5 minutes, on 01 96 00 00 02. Never write that code here.
    [Check]
    [Pay another way]
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    12,500 F received by *Atelier Afi* for order 0045. Left to pay: 12,500 F. Receipt R-2026-0003.
    [Pay the rest]
    [My receipt]
    [See the order]
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
    # whatsapp Afi
    > prêt 45
    *0045* Jean Hounsou, Boubou, reste 12 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    > /wait 60s
    # whatsapp Jean
    This is *Atelier Afi*: your order 0045 (Boubou) is ready. Left to pay: 12,500 F. Without internet, dial *384*22#.
    [Pay the rest]
    [See the order]
    > [Pay the rest]
    Pay *12,500 F* for order 0045 (Boubou, Atelier Afi) from 01 96 00 00 02?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Another number] — Somebody else's Mobile Money
    [Pay a part] — An amount you choose
    [Card, Wave, Orange] — A link to pay online
    > [MTN MoMo]
    Confirm *12,500 F* with your MTN MoMo code within 5 minutes, on 01 96 00 00 02. Never write that code here.
    [Check]
    [Pay another way]
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    12,500 F received by *Atelier Afi*: order 0045 is paid in full, thank you. Receipt R-2026-0004.
    [My receipt]
    [See the order]
    # whatsapp Afi
    Commande 0045 : 12 500 F reçus, payée à 100 %. Reste 0 F.
    [Voir la commande]
    > livre 45
    # whatsapp Jean
    This is *Atelier Afi*: your order 0045 (Boubou) is in your hands. Thank you for your trust.
    [document recu-2026-0004.pdf]
    # whatsapp Afi
    *0045* Jean Hounsou, Boubou : *LIVRÉE*. La personne reçoit vos remerciements.
    > /wait 2d
    # whatsapp Jean
    This is *Atelier Afi*: is all well with your order 0045 (Boubou)? Please rate it from 1 to 5.
    [5 · Very good]
    [3 · Fair]
    [1 · Bad]
    > 4
    Thank you! 4 of 5 for order 0045, at Atelier Afi.
  `);
    expect(await placed()).toMatchObject([{ who: 'Jean Hounsou', status: 'delivered' }]);
  });

  test('J2 · on USSD, from the language to the deposit', async () => {
    await story(`
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > english
    CON We go on in English.
    Hello Jean Hounsou
    1.My orders (1)
    2.Order
    4.Pay
    6.My measures
    7.Buy (shop)
    8.More
    0.Quit
    > 2
    CON Order from:
    1.Atelier Afi
    3.Code of a workshop
    0.Back
    > 1
    CON Atelier Afi: which garment?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Other (write)
    0.Back
    > 1
    CON The fabric:
    1.I bring my fabric
    2.The workshop does
    For when?
    answer ex: 1 28/12 or 2 normal
    0.Back
    > 1 normal
    CON Your measures:
    2.Dictate them (cm)
    3.The workshop measures me
    4.Another person
    0.Back
    > 2
    CON Measures Boubou 1/2 in cm, in order:
    shoulder chest length sleeve
    ex: 45 98 140 60
    (x if unknown)
    0.Back
    > 45 98 140 60
    CON Measures 2/2 in cm:
    neck
    ex: 40
    0.Back
    > 40
    CON Check: shoulder 45 chest 98 length 140 sleeve 60 neck 40
    1.Right
    2.Correct one (ex: ch 96)
    0.Cancel
    > 1
    CON Boubou at Atelier Afi
    Price 25,000 F ready 28/11
    Deposit 12,500 F
    1.Confirm and pay
    2.Confirm, pay later
    0.Cancel
    > 1
    CON 0045 noted, ready 28/11.
    Pay 12,500 F for ORD-2026-0045
    Phone: 01 96 00 00 02
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Another number
    9.More
    0.Cancel
    # sms Afi
    Nouvelle commande 0045 Jean Hounsou Boubou pour le 28/11, 25 000 F.
    # ussd Jean
    > 1
    CON Pay 12,500 F with MTN MoMo 01 96 00 00 02
    1.Yes
    2.Change number
    0.Cancel
    > 1
    END MTN request of 12,500 F on its way. Confirm with your secret code within 5 min. Nothing? Dial *384*22# then Pay. No code by SMS, ever.
    > /wait 5s
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
    # sms Jean
    Atelier Afi: 12,500 F received for 0045. Left 12,500 F. Receipt R-2026-0003.
  `);
    expect(await placed()).toMatchObject([{ who: 'Jean Hounsou', status: 'in_progress' }]);
  });
});
