import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
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

describe('E11 · another amount comes than was asked', () => {
  test('E11 · less: a part is paid, and the rest is said', async () => {
    world.standins.fedapay?.faults.set({ amountXof: 10_000 });
    await story(`
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
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
    MoMo: Atelier Afi 0042, 10000 F, mtn_open
    # whatsapp Afi
    Commande 0042 : 10 000 F reçus, payée à 90 %. Reste 2 500 F.
    [Voir la commande]
    Commande 0042 : 10 000 F reçus au lieu de 12 500 F. Reste à payer : 2 500 F. Crédit du client : 0 F.
    # whatsapp Awa
    10 000 F reçus par *Atelier Afi* pour la commande 0042. Reste à payer : 2 500 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    > ou est 42
    *ORD-2026-0042* Boubou bazin, chez Atelier Afi
    *PRÊTE depuis le 20/11*
    Total 25 000 F, reste à payer 2 500 F.
    [Payer 2 500 F]
    [Dire un souci]
    [Appeler l'atelier]
    [Mon reçu]
  `);
  });

  test('E11 · more: the order is paid, and what is over is hers', async () => {
    world.standins.fedapay?.faults.set({ amountXof: 15_000 });
    await story(`
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    # sms Awa
    > payer 42
    Payer 12 500 F pour 0042 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    > 1
    Validez 12 500 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Atelier Afi 0042, 15000 F, mtn_open
    # whatsapp Afi
    Commande 0042 : 15 000 F reçus, payée à 100 %. Reste 0 F.
    [Voir la commande]
    Commande 0042 : 15 000 F reçus au lieu de 12 500 F. Reste à payer : 0 F. Crédit du client : 2 500 F.
    [Répondre]
    # sms Awa
    Atelier Afi: 15 000 F recus, 0042 est payee. 2 500 F de trop restent a votre credit. Recu R-2026-0003.
    > ou est 42
    0042 Boubou bazin: PRETE depuis le 20/11. Total 25 000 F, reste 0 F.
    1.Dire un souci
    2.Appeler l'atelier
    3.Mon recu
    0.Retour
  `);
  });
});
