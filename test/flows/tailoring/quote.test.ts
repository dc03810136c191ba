import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
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
const statuses = async () => (await world.db.order.findMany({ where: { seq: { gt: 44 } }, orderBy: { seq: 'asc' } })).map(({ status }) => status);

const INES = '+2290196000003';

describe('J5, J2 · a client answers a price', () => {
  test('J5 · oui 45 by SMS: confirmed, the owner knows, and the deposit is next', async () => {
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # sms Awa
    > OUI 45
    0045 confirmée à 25 000 F.
    Payer 12 500 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 25 000 F, pour le 27/11.
    # sms Awa
    > 1
    Validez 12 500 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    Atelier Afi: 12 500 F recus pour 0045. Reste 12 500 F. Recu R-2026-0003.
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
    # sms Awa
    > oui 45
    0045 : aucun prix n'attend votre réponse.
  `);
    expect(await statuses()).toEqual(['in_progress']);
  });

  test('J1 · a bare « oui » shows the only price that waits; negotiated, then refused', async () => {
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # whatsapp Awa
    > oui
    Voici le prix. *Atelier Afi* propose *25 000 F* pour la commande 0045 (Boubou), prête le 27/11. Acompte : 12 500 F.
    [J'accepte]
    [Négocier]
    [Refuser]
    > [Négocier]
    Quel prix ou quel jour proposez-vous ? Écrivez-le, l'atelier vous répond.
    > 22 000 et je prends deux
    Commande *0045* : l'atelier a votre proposition et vous répond.
    # sms Afi
    0045 Awa Dossou Boubou: 22 000 et je prends deux. Repondez DEVIS 0045 et le prix
    # whatsapp Awa
    > non 45
    Commande *0045* : vous avez dit non. L'atelier est prévenu.
    # sms Afi
    0045 Awa Dossou Boubou: prix refuse.
    # whatsapp Awa
    > oui
    Aucun prix n'attend votre réponse.
  `);
    expect(await statuses()).toEqual(['rejected']);
  });

  test('E16 · the week is full meanwhile: the next free day is offered, never more than the capacity', async () => {
    const { quoted } = ordersOf(world);
    await quoted({ totalXof: 25_000, points: 11 });
    await quoted({ totalXof: 18_000, points: 1 });
    await story(`
    # whatsapp Awa
    > oui 45
    Commande *0045* confirmée à 25 000 F, pour le 27/11.
    Payer *12 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 25 000 F, pour le 27/11.
    # whatsapp Awa
    > oui 46
    Plus de place avant le 30/11 pour la commande 0046. Le 30/11 vous convient ?
    [Oui, ce jour]
    [Refuser]
    > [Oui, ce jour]
    Commande *0046* confirmée à 18 000 F, pour le 30/11.
    Payer *9 000 F* pour la commande 0046 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    0046 Awa Dossou Boubou confirmee: 18 000 F, pour le 30/11.
  `);
    expect(await statuses()).toEqual(['confirmed', 'confirmed']);
  });

  test('J5 · another price since: the yes to the old one is not taken', async () => {
    const orderId = await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # whatsapp Awa
    > Oui !
    Voici le prix. *Atelier Afi* propose *25 000 F* pour la commande 0045 (Boubou), prête le 27/11. Acompte : 12 500 F.
    [J'accepte]
    [Négocier]
    [Refuser]
  `);
    await world.db.order.update({ where: { id: orderId }, data: { totalXof: 27_000n } });
    await story(`
    # whatsapp Awa
    > [J'accepte]
    Le prix a changé. *Atelier Afi* propose *27 000 F* pour la commande 0045 (Boubou), prête le 27/11. Acompte : 12 500 F.
    [J'accepte]
    [Négocier]
    [Refuser]
    > [Refuser]
    Commande *0045* : vous avez dit non. L'atelier est prévenu.
    # sms Afi
    0045 Awa Dossou Boubou: prix refuse.
  `);
    expect(await statuses()).toEqual(['rejected']);
  });

  test('E41 · on a phone that two share, more than the threshold asks who says yes', async () => {
    await ordersOf(world).quoted({ totalXof: 45_000, phone: INES });
    await story(`
    # ussd Ines
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Ines
    2.Yao
    3.Autre personne
    0.Quitter
    > 1
    CON Ines:
    Bonjour Ines
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > oui 45
    CON Ines:
    Dire oui a 45 000 F: etes-vous Ines?
    1.Oui, c est moi
    2.Non
    0.Retour
    > 1
    CON Ines:
    0045 confirmee: 45 000 F.
    Payer 22 500 F pour ORD-2026-0045
    Tel: 01 96 00 00 03
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    9.Suite
    0.Annuler
    # sms Afi
    0045 Ines Boubou confirmee: 45 000 F, pour le 27/11.
  `);
  });

  test('without a price there is nothing to say yes to, in English', async () => {
    await ordersOf(world).quoted();
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
    > yes 45
    Order *0045*: the workshop has not given its price yet.
  `);
  });
});
