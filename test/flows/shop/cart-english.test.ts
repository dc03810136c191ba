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

describe('J11, E15 · waiting, a line that is cut, and English', () => {
  test('E15 · waiting by SMS, and going on after the line was cut on USSD', () => story(`
    # sms Moussa
    > VENTE BEURRE 12
    12 x Beurre 250g = 15 000 F ? D'habitude 1.
    1.Oui
    2.Corriger
    0.Annuler
    > 1
    V-1: 12 x Beurre 250g = 15 000 F. RUPTURE. Erreur ? ANNULE V-1
    1.Annuler
    0.Menu
    RUPTURE Beurre 250g. Commandez 11 plaquettes chez Siagro Boissons. Repondez COMMANDER Beurre 250g
    # sms Jean
    > COMMANDER DIOP
    Boutique Diop : quel rayon ?
    1.Boissons
    2.Frais
    3.Hygiène et maison
    4.Riz et céréales
    5.Épicerie
    0.Retour
    > 2
    Boutique Diop :
    1.Beurre 250g 1 250F (0)
    2.Fromage portions x8 1 000F (16)
    3.Lait 1L 1 000F (24)
    4.Lait concentré 750F (48)
    5.Lait en poudre 400g 2 200F (20)
    6.Suite
    0.Retour
    > 1
    Beurre 250g, 1 250 F. Combien ? Reste 0.
    0.Retour
    > 1
    Il n'y a plus de Beurre 250g.
    1.Attendre
    2.Annuler
    0.Retour
    > 1
    Noté : Boutique Diop vous écrit dès qu'il y en a.
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
    > 7
    CON Dans quelle boutique ?
    1.Boutique Diop
    2.Code d une boutique
    0.Retour
    > 1
    CON Boutique Diop: quel rayon?
    1.Boissons
    2.Frais
    3.Hygiene et maison
    4.Riz et cereales
    5.Epicerie
    0.Retour
    > 5
    CON Boutique Diop
    1.Arachide au kg 900F (35)
    2.Bouillon cube x60 1 900F (20)
    3.Cafe soluble 50g 1 100F (18)
    4.Chocolat a tartiner 1 500F (15)
    9.Suite
    0.Retour
    > 1
    CON Arachide au kg
    900 F, reste 35
    Combien?
    0.Retour
    > 3
    CON 3 Arachide au kg
    Total 2 700 F
    1.Commander
    2.Ajouter
    3.Modifier
    4.Vider
    0.Menu
    > /drop
    > *384*22#
    CON Reprendre: vos achats?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON 3 Arachide au kg
    Total 2 700 F
    1.Commander
    2.Ajouter
    3.Modifier
    4.Vider
    0.Menu
    > 2
    CON Boutique Diop: quel rayon?
    1.Boissons
    2.Frais
    3.Hygiene et maison
    4.Riz et cereales
    5.Epicerie
    6.Panier (1) 2 700 F
    0.Retour
    > 1
    CON Boutique Diop
    1.Boisson maltee 600F (30)
    2.Eau 1,5L 400F (72)
    3.Eau 10L 1 100F (15)
    4.Jus de bissap 1L 1 000F (18)
    9.Suite
    0.Retour
    > /drop
    # sms Moussa
    > ENTREE BEURRE 4 A 1000
    Entré 4 x Beurre 250g à 1 000 F. Stock 4.
    1.Annuler
    0.Menu
    # sms Jean
    Boutique Diop: Beurre 250g est de retour (4). Premier arrive, premier servi.
  `));

  test('J11 · in English', () => story(`
    # sms Jean
    > english
    We go on in English.
    Hello Jean Hounsou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    # whatsapp Jean
    > order DIOP
    *Boutique Diop* — which shelf?
    [Boissons]
    [Frais]
    [Hygiène et maison]
    [Riz et céréales]
    [Épicerie]
    > [Frais]
    *Boutique Diop* — what would you like?
    [Beurre 250g] — 1,250 F, 12 left
    [Fromage portions x8] — 1,000 F, 16 left
    [Lait 1L] — 1,000 F, 24 left
    [Lait concentré] — 750 F, 48 left
    [Lait en poudre 400g] — 2,200 F, 20 left
    [More]
    > [Beurre 250g]
    *Beurre 250g*, 1,250 F. How many? 12 left.
    > 20
    Only 12 × *Beurre 250g* left.
    [Take 12]
    [Wait]
    [Cancel]
    > [Take 12]
    Your cart at *Boutique Diop*:
    12 × Beurre 250g = 15,000 F
    *Total: 15,000 F*
    [Order]
    [Add]
    [Change]
    [Empty]
    > [Order]
    Order *0001*: your items are kept for 15 minutes, time to pay.
    Pay *15,000 F* for order 0001 (12 Beurre 250g, Boutique Diop) from +229 01 96 00 00 02?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Another number] — Somebody else's Mobile Money
    [Card, Wave, Orange] — A link to pay online
    [At the shop] — Pay when you collect it
    > /wait 16min
    This is *Boutique Diop*: your cart 0001 (12 Beurre 250g) is no longer kept. Tap the button, or write “pay” and the number: if all of it is still there, it is yours.
    [Take it again]
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
    # whatsapp Jean
    > [Take it again]
    Only 1 × *Beurre 250g* left.
    [Take 1]
    [Wait]
    [Cancel]
    > [Take 1]
    Order *0002*: your items are kept for 15 minutes, time to pay.
    Pay *1,250 F* for order 0002 (1 Beurre 250g, Boutique Diop) from +229 01 96 00 00 02?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Another number] — Somebody else's Mobile Money
    [Card, Wave, Orange] — A link to pay online
    [At the shop] — Pay when you collect it
    > [At the shop]
    Order *0002*: *Boutique Diop* prepares it. Pay 1,250 F there, before 21/11 at 09:16; until then it is kept.
    # whatsapp Moussa
    Nouvelle commande 0002 de Jean Hounsou (1 Beurre 250g) : 1 250 F à payer à la boutique. Préparez-la, puis marquez-la prête.
    [Marquer prête]
    [Voir la commande]
    # whatsapp Jean
    > where is 2 DIOP
    *ORD-2026-0002* 1 Beurre 250g, at Boutique Diop
    *BEING PREPARED*
    Total 1,250 F, left to pay 1,250 F.
    [Pay 1,250 F]
    [Report a problem]
    [Call the shop]
    [Cancel the order]
  `));
});
