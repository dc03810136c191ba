import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { ordersOf } from '../../helpers/ordering.ts';
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

describe('complaints and ratings', () => {
  test('souci 42 · in one line, then a photo: the owner reads it, and it stands in the order', () => story(`
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    # whatsapp Awa
    > souci 42 manche trop longue
    # whatsapp Afi
    Un souci avec la commande 0042 de Awa Dossou (Boubou bazin) : « manche trop longue ». Répondez vite, par téléphone si possible.
    # whatsapp Awa
    *Atelier Afi* est prévenu pour la commande 0042. Une photo ou un vocal aide : envoyez-le maintenant.
    [C'est tout]
    [Être remboursé]
    > /photo
    # whatsapp Afi
    Une photo ou un vocal est joint à la commande 0042 de Awa Dossou (Boubou bazin), pour montrer un souci.
    [Voir ou écouter]
    # whatsapp Awa
    *Atelier Afi* est prévenu pour la commande 0042. C'est joint. Vous pouvez en envoyer d'autres.
    [C'est tout]
    [Être remboursé]
    > [C'est tout]
    Merci. Atelier Afi vous répond.
    > ou est 42
    *ORD-2026-0042* Boubou bazin, chez Atelier Afi
    *PRÊTE depuis le 20/11*
    Total 25 000 F, reste à payer 12 500 F.
    Souci signalé : manche trop longue
    [Payer 12 500 F]
    [Dire un souci]
    [Appeler l'atelier]
    [Mon reçu]
  `));

  test('avis 42 5 · only what was handed over, by USSD text too', () => story(`
    # whatsapp Awa
    > avis 42 5
    Commande *0042* : elle n'est pas encore livrée, on la note après.
    > avis 42
    Votre note pour la commande 0042 (Boubou bazin), de 1 à 5 ?
    [5, très bien]
    [4, bien]
    [3, moyen]
    [2, pas bien]
    [1, mauvais]
  `));
});

describe('E45, E1 · which order', () => {
  test('E45 · the same number in two workshops is asked, and the code of one says it', async () => {
    const { quoted } = ordersOf(world as World);
    await (world as World).db.counter.create({ data: { tenantId: (await (world as World).db.tenant.findUniqueOrThrow({ where: { code: 'BINTOU' } })).id, kind: 'order', year: 2026, last: 43 } });
    await quoted({ code: 'BINTOU', phone: '+2290196000002', totalXof: 10_000 });
    await story(`
    # whatsapp Jean
    > ou est 44
    Ce numéro est dans plusieurs ateliers ou années. Laquelle ?
    [0044 Boubou Salon Bintou]
    [0044 Chemise Atelier Afi]
    [Autre numéro]
    > 1
    *ORD-2026-0044* Boubou, chez Salon Bintou
    *DEVIS, pour le 27/11*
    Total 10 000 F, reste à payer 10 000 F.
    [Répondre au prix]
    [Appeler l'atelier]
    [Annuler la commande]
    > ou est 44 AFI
    *ORD-2026-0044* Chemise, chez Atelier Afi
    *EN COURS, pour le 24/11*
    Total 15 000 F, reste à payer 7 500 F.
    [Payer 7 500 F]
    [Dire un souci]
    [Appeler l'atelier]
    [Mon reçu]
    [Changer la date]
  `);
  });

  test('STY-10 · a quote or a confirmed order may be given up, and the owner knows', async () => {
    await ordersOf(world as World).quoted({ totalXof: 25_000 });
    await story(`
    # whatsapp Awa
    > ou est 45
    *ORD-2026-0045* Boubou, chez Atelier Afi
    *DEVIS, pour le 27/11*
    Total 25 000 F, reste à payer 25 000 F.
    [Répondre au prix]
    [Appeler l'atelier]
    [Annuler la commande]
    > [Annuler la commande]
    Annuler la commande 0045 (Boubou, Atelier Afi) ? Ce que vous avez payé vous est dû ; l'atelier convient du remboursement avec vous.
    [Oui]
    [Non, garder]
    > oui
    Commande *0045* : annulée. L'atelier est prévenu.
    # sms Afi
    0045 Awa Dossou Boubou annule par le client. Place libre.
    # whatsapp Awa
    > ou est 45
    *ORD-2026-0045* Boubou, chez Atelier Afi
    *ANNULÉE*
    Total 25 000 F, reste à payer 0 F.
    [Appeler l'atelier]
  `);
  });

  test('J4 · two stars two days after: the owner is told; a day later it stays', async () => {
    const orders = ordersOf(world as World);
    await orders.delivered(await orders.numbered(42));
    await story(`
    # whatsapp Awa
    > avis 42 2
    Merci ! 2 sur 5 pour la commande 0042, chez Atelier Afi.
    # sms Afi
    0042 Awa Dossou Boubou bazin notee 2 sur 5. Un appel peut tout arranger.
    # whatsapp Awa
    > avis 42 4
    Merci ! 4 sur 5 pour la commande 0042, chez Atelier Afi.
    > /wait 25h
    > avis 42 1
    Commande *0042* : déjà notée, la note ne change plus après un jour.
  `);
  });
});
