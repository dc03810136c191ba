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

describe('BEA-01, J11 · the shop by SMS', () => {
  test('J11 · by SMS: a cart begun on WhatsApp is ordered by SMS and paid at minute 17', () => story(`
    # whatsapp Jean
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
    # sms Jean
    > COMMANDER DIOP
    Boutique Diop : quel rayon ?
    1.Boissons
    2.Frais
    3.Hygiène et maison
    4.Riz et céréales
    5.Épicerie
    6.Panier (1) 2 500 F
    0.Retour
    > 6
    Panier : 2 Beurre 250g. Total 2 500 F.
    1.Commander
    2.Ajouter
    3.Modifier
    4.Vider
    0.Menu
    > 1
    Commande 0001 gardée 15 min.
    Payer 2 500 F pour 0001 avec le +229 01 96 00 00 02 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Carte, Wave, Orange
    6.A la boutique
    0.Annuler
    # sms Moussa
    > VENTE BEURRE 11
    11 x Beurre 250g = 13 750 F ? D'habitude 1.
    1.Oui
    2.Corriger
    0.Annuler
    > 1
    Il ne reste que 10 x Beurre 250g.
    1.Vendre 10
    2.Corriger
    0.Annuler
    # sms Jean
    > /wait 16min
    # whatsapp Jean
    Ici *Boutique Diop* : votre panier 0001 (2 Beurre 250g) n'est plus gardé. Touchez le bouton, ou écrivez « payer » et le numéro : si tout est encore là, il est à vous.
    [Reprendre]
    # sms Moussa
    > VENTE BEURRE 11
    11 x Beurre 250g = 13 750 F ? D'habitude 1.
    1.Oui
    2.Corriger
    0.Annuler
    > 1
    V-1: 11 x Beurre 250g = 13 750 F. Reste 1, FAIBLE (mini 5). Erreur ? ANNULE V-1
    Il ne reste que 10 x Beurre 250g.
    1.Vendre 10
    2.Corriger
    0.Annuler
    STOCK FAIBLE Beurre 250g: 1, mini 5, 1,5 j. Rupture 21/11. Commandez 10. Repondez COMMANDER Beurre 250g
    # sms Jean
    > 1
    Il reste 1 x Beurre 250g.
    1.Prendre 1
    2.Attendre
    3.Annuler
    0.Retour
    > 1
    Commande 0002 gardée 15 min.
    Payer 1 250 F pour 0002 avec le +229 01 96 00 00 02 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Carte, Wave, Orange
    6.A la boutique
    0.Annuler
    > 1
    Validez 1 250 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Boutique Diop 0002, 1250 F, mtn_open
    # whatsapp Jean
    1 250 F reçus par *Boutique Diop* : la commande 0002 est entièrement payée, merci. Reçu R-2026-0001.
    [Mon reçu]
    [Voir la commande]
    # sms Moussa
    RUPTURE Beurre 250g. Commandez 11 plaquettes chez Siagro Boissons. Repondez COMMANDER Beurre 250g
    Nouvelle commande 0002 1 Beurre 250g: 1 250 F recus, payee a 100%. Prete? Repondez PRET 0002
  `));

  test('J11 · by SMS: approved when the goods are gone, and he wants his money back', () => story(`
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
    1.Beurre 250g 1 250F (12)
    2.Fromage portions x8 1 000F (16)
    3.Lait 1L 1 000F (24)
    4.Lait concentré 750F (48)
    5.Lait en poudre 400g 2 200F (20)
    6.Suite
    0.Retour
    > 1
    Beurre 250g, 1 250 F. Combien ? Reste 12.
    0.Retour
    > 2
    Panier : 2 Beurre 250g. Total 2 500 F.
    1.Commander
    2.Ajouter
    3.Modifier
    4.Vider
    0.Menu
    > 1
    Commande 0001 gardée 15 min.
    Payer 2 500 F pour 0001 avec le +229 01 96 00 00 02 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Carte, Wave, Orange
    6.A la boutique
    0.Annuler
    > /wait 14min
    > 1
    Validez 2 500 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /wait 2min
    Boutique Diop: votre panier 0001 2 Beurre 250g n'est plus garde. Pour le reprendre: PAYER 0001
    # sms Moussa
    > VENTE BEURRE 11
    11 x Beurre 250g = 13 750 F ? D'habitude 1.
    1.Oui
    2.Corriger
    0.Annuler
    > 1
    V-1: 11 x Beurre 250g = 13 750 F. Reste 1, FAIBLE (mini 5). Erreur ? ANNULE V-1
    1.Annuler
    0.Menu
    STOCK FAIBLE Beurre 250g: 1, mini 5, 1,5 j. Rupture 21/11. Commandez 10. Repondez COMMANDER Beurre 250g
    # sms Jean
    > /momo approve
    MoMo: Boutique Diop 0001, 2500 F, mtn_open
    Boutique Diop: 2 500 F recus, mais 0001 n'est plus en stock. A votre credit. Le reprendre? REMBOURSEMENT 0001
    # sms Moussa
    2 500 F recus trop tard pour 0001: articles partis. Au credit du client. A rendre? Repondez REMBOURSER 0001
    # sms Jean
    > REMBOURSEMENT 1 DIOP
    0001 : 2 500 F, demande du 20/11, l'atelier vous repond.
  `));
});
