import { afterEach, beforeEach, describe, test } from '@jest/globals';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => (world = await openWorld()));
afterEach(() => world.close());
const story = (script: string) => play(world, script);

describe('J4 · a deposit that was noted by mistake', () => {
  test('J4 · on WhatsApp: the order waits for it again, its receipt is void wherever it is shown', async () => {
    await ordersOf(world).quoted({ totalXof: 30_000 });
    await story(`
    # whatsapp Awa
    > oui 45
    Commande *0045* confirmée à 30 000 F, pour le 27/11.
    Payer *15 000 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 30 000 F, pour le 27/11.
    # whatsapp Afi
    > reçu 45 15000 especes
    # whatsapp Awa
    15 000 F reçus par *Atelier Afi* pour la commande 0045. Reste à payer : 15 000 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    *15 000 F* reçus en espèces pour *0045* Awa Dossou. Reste à payer : 15 000 F. Reçu *R-2026-0003*.
    [Annuler]
    > [Annuler]
    Annuler ces 15 000 F ? Dites pourquoi : la raison reste dans l'historique.
    [Mauvais montant]
    [Mauvaise commande]
    [Pas reçu]
    > [Mauvaise commande]
    # whatsapp Awa
    Ici *Atelier Afi* : les 15 000 F notés pour votre commande 0045 (Boubou) étaient une erreur et ne comptent pas. Le reçu R-2026-0003 est annulé. Reste à payer : 30 000 F. Une question ? Écrivez-nous ici.
    # whatsapp Afi
    Annulé : 15 000 F ne comptent plus pour *0045* Awa Dossou. Le reçu R-2026-0003 est annulé. Reste à payer : 30 000 F ; la commande attend de nouveau son acompte.
    # whatsapp Awa
    > ou est 45
    *ORD-2026-0045* Boubou, chez Atelier Afi
    *CONFIRMÉE, pour le 27/11*
    Total 30 000 F, reste à payer 30 000 F.
    Payer *15 000 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > facture 45
    Voici ce reçu, qui est annulé : il ne compte plus.
    [document recu-2026-0003.pdf]
    # whatsapp Afi
    > reçu 45 5000 especes
    # whatsapp Awa
    5 000 F reçus par *Atelier Afi* pour la commande 0045. Reste à payer : 25 000 F. Reçu R-2026-0004.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    *5 000 F* reçus en espèces pour *0045* Awa Dossou. Reste à payer : 25 000 F. Reçu *R-2026-0004*.
    [Annuler]
    # whatsapp Awa
    > facture 45
    Quel reçu ?
    [R-2026-0004 5 000F]
    [R-2026-0003 15 000F] — annulé
  `);
  });

  test('J4 · by SMS and in English: work has gone on, and the order stays in progress', async () => {
    await ordersOf(world).quoted({ totalXof: 30_000 });
    await story(`
    # sms Awa
    > oui 45
    0045 confirmée à 30 000 F.
    Payer 15 000 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 30 000 F, pour le 27/11.
    > english
    We go on in English.
    Atelier Afi
    1.To deliver (0)
    2.Mark as ready
    3.Take money
    5.New order
    8.More
    0.Quit
    > received 45 15000 cash
    Atelier Afi
    Enter your PIN (4 to 6 digits):
    0.Cancel
    > 4321
    # sms Awa
    Atelier Afi: 15 000 F recus pour 0045. Reste 15 000 F. Recu R-2026-0003.
    # sms Afi
    15,000 F cash, 0045 Awa Dossou. Left 15,000 F. Receipt R-2026-0003
    1.Undo
    0.Menu
    # whatsapp Koffi
    > fini 45 coupe
    *0045* Awa Dossou, Boubou : coupe ✔. Reste : couture, finition, contrôle.
    # sms Afi
    > 1
    Undo 15,000 F: why?
    1.Wrong amount
    2.Wrong order
    3.Not received
    0.Cancel
    > 1
    # sms Awa
    Atelier Afi: 15 000 F notes par erreur pour 0045 Boubou. Recu R-2026-0003 annule. Reste 30 000 F.
    # sms Afi
    Undone: 15,000 F, 0045, R-2026-0003 is void. Left 30,000 F. Work went on: it stays in progress.
  `);
  });

  test('J4 · on USSD', async () => {
    await ordersOf(world).quoted({ totalXof: 30_000 });
    await story(`
    # sms Awa
    > oui 45
    0045 confirmée à 30 000 F.
    Payer 15 000 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 30 000 F, pour le 27/11.
    # ussd Afi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Atelier Afi
    1.A livrer (0)
    2.Marquer PRET
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
    > recu 45 15000 especes
    CON 15 000 F especes, 0045 Awa Dossou. Reste 15 000 F. R-2026-0003
    1.Annuler
    0.Menu
    # sms Awa
    Atelier Afi: 15 000 F recus pour 0045. Reste 15 000 F. Recu R-2026-0003.
    # ussd Afi
    > 1
    CON Annuler 15 000 F: pourquoi?
    1.Mauvais montant
    2.Mauvaise commande
    3.Pas recu
    0.Annuler
    > 1
    END Annule: 15 000 F, 0045. Reste 30 000 F, elle attend son acompte.
    # sms Awa
    Atelier Afi: 15 000 F notes par erreur pour 0045 Boubou. Recu R-2026-0003 annule. Reste 30 000 F.
  `);
  });
});

describe('E41 · a large sum', () => {
  test('E41 · taken in the hand on WhatsApp, whoever holds the phone says the PIN first; a small one is noted at once', async () => {
    await ordersOf(world).quoted({ totalXof: 150_000 });
    await story(`
    # sms Awa
    > oui 45
    0045 confirmée à 150 000 F.
    Payer 75 000 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 150 000 F, pour le 27/11.
    # whatsapp Afi
    > reçu 45 50000 especes
    *50 000 F* reçus en espèces pour *0045* Awa Dossou. Reste à payer : 100 000 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Awa
    Atelier Afi: 50 000 F recus pour 0045. Reste 100 000 F. Recu R-2026-0003.
    # whatsapp Afi
    > reçu 45 60000 especes
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    > 1111
    Atelier Afi
    PIN faux. Essais restants : 2. Entrez votre PIN :
    > 4321
    *60 000 F* reçus en espèces pour *0045* Awa Dossou. Reste à payer : 40 000 F. Reçu *R-2026-0004*.
    [Annuler]
    # sms Awa
    Atelier Afi: 60 000 F recus pour 0045. Reste 40 000 F. Recu R-2026-0004.
  `);
  });
});
