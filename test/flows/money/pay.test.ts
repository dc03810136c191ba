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

describe('J4 · Awa pays what is left', () => {
  test('J4, J1, BEA-08 · by a line on WhatsApp: her own number, one tap, the code on the phone, the receipt', () => story(`
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
    > /momo approve
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    12 500 F reçus par *Atelier Afi* : la commande 0042 est entièrement payée, merci. Reçu R-2026-0003.
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Commande 0042: 12 500 F recus, payee a 100%. Reste 0 F.
    # whatsapp Awa
    > payer 42
    Commande *0042* : tout est payé, merci.
  `));

  test('J4, J2 · on USSD: the call ends, and the request comes five seconds later', () => story(`
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
    > payer
    CON A payer:
    1.0042 Boubou bazin 12 500F
    2.Autre numero de commande
    0.Retour
    > 1
    CON Payer 12 500 F pour ORD-2026-0042
    Tel: 01 96 00 00 01
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    5.Payer une partie
    6.Lien carte, Wave
    0.Annuler
    > 1
    CON Payer 12 500 F avec MTN MoMo 01 96 00 00 01
    1.Oui
    2.Changer de numero
    0.Annuler
    > 1
    END Demande MTN de 12 500 F en route. Validez avec votre code secret sous 5 min. Rien recu? *384*22# puis Payer. Jamais de code par SMS.
    > /momo look
    MoMo: (nothing)
    > /wait 5s
    > /momo approve
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    # sms Awa
    Atelier Afi: 12 500 F recus, 0042 est entierement payee, merci. Recu R-2026-0003.
    # sms Afi
    Commande 0042: 12 500 F recus, payee a 100%. Reste 0 F.
  `));

  test('J4 · by SMS, a part first, then an amount that is too much', () => story(`
    # sms Awa
    > PAYER 42 5000
    Payer 5 000 F pour 0042 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    > 1
    Validez 5 000 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Atelier Afi 0042, 5000 F, mtn_open
    Atelier Afi: 5 000 F recus pour 0042. Reste 7 500 F. Recu R-2026-0003.
    # sms Afi
    Commande 0042: 5 000 F recus, payee a 70%. Reste 7 500 F.
    # sms Awa
    > payer 42 99000
    C'est plus que le reste : 7 500 F. Combien voulez-vous payer ?
    0.Retour
    > 7 500
    Payer 7 500 F pour 0042 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    > 2
    Validez 7 500 F: code Moov Money sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo refuse
    MoMo: Atelier Afi 0042, 7500 F, moov
    7 500 F non debites: demande refusee sur le telephone. Pour payer: PAYER 0042 7500. Atelier Afi
  `));
});
