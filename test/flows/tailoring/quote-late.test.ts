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

const JEAN = '+2290196000002';

describe('J5 · a yes or a no that comes after other things', () => {
  test('J5 · the promised day has gone by: the yes is for another day, on WhatsApp and in English by SMS', async () => {
    const { quoted } = ordersOf(world);
    await quoted({ totalXof: 25_000, inDays: 3 });
    await quoted({ totalXof: 18_000, phone: JEAN, inDays: 3 });
    await story(`
    # whatsapp Awa
    > /wait 3d
    # sms Awa
    Atelier Afi: 0042 Boubou bazin vous attend depuis 3 jours. Reste 12 500 F. Payez: *384*22#
    # whatsapp Awa
    > oui 45
    Commande 0045 : il est trop tard pour le 23/11. Le 26/11 vous convient ?
    [Oui, ce jour]
    [Refuser]
    > [Oui, ce jour]
    Commande *0045* confirmée à 25 000 F, pour le 26/11.
    Payer *12 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 25 000 F, pour le 26/11.
    # sms Jean
    > english
    We go on in English.
    Hello Jean Hounsou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (2)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > yes 46
    Order 0046: it is too late for 23/11. Does 26/11 suit you?
    1.Yes, that day
    2.Decline
    0.Back
    > 2
    # sms Afi
    0046 Jean Hounsou Boubou: prix refuse.
    # sms Jean
    0046: you said no. The workshop has been told.
  `);
    expect(await statuses()).toEqual(['confirmed', 'rejected']);
  });

  test('J5 · paid before the yes: no deposit is asked, and the work begins', async () => {
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # whatsapp Afi
    > recu 45 12500 especes
    *12 500 F* reçus en espèces pour *0045* Awa Dossou. Reste à payer : 12 500 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Awa
    Atelier Afi: 12 500 F recus pour 0045. Reste 12 500 F. Recu R-2026-0003.
    # whatsapp Awa
    > oui
    Voici le prix. *Atelier Afi* propose *25 000 F* pour la commande 0045 (Boubou), prête le 27/11. Acompte : aucun.
    [J'accepte]
    [Négocier]
    [Refuser]
    > [J'accepte]
    # whatsapp Afi
    La commande 0045 de Awa Dossou (Boubou) est maintenant confirmée au prix de 25 000 F, à livrer le 27/11.
    # whatsapp Awa
    Commande *0045* : confirmée, merci. L'atelier est prévenu.
    # whatsapp Afi
    > pret 45
    *0045* Awa Dossou, Boubou, reste 12 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
  `);
    expect(await statuses()).toEqual(['ready']);
  });

  test('J5 · paid before the no: the money is owed back', async () => {
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # whatsapp Afi
    > recu 45 5000 especes
    *5 000 F* reçus en espèces pour *0045* Awa Dossou. Reste à payer : 20 000 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Awa
    Atelier Afi: 5 000 F recus pour 0045. Reste 20 000 F. Recu R-2026-0003.
    > non 45
    # whatsapp Afi
    La commande 0045 de Awa Dossou (Boubou) : votre prix est refusé.
    La commande 0045 de Awa Dossou (Boubou) ne se fera pas, alors que 5 000 F étaient payés. Dites ce que vous rendez : « rembourser » et le numéro.
    [Répondre]
    # sms Awa
    0045 : vous avez dit non. L'atelier est prévenu.
    Atelier Afi: 0045 Boubou ne se fera pas. Vous aviez paye 5 000 F: nous vous repondons ici.
  `);
    expect(await statuses()).toEqual(['rejected']);
  });

  test('J5 · a workshop that asks no deposit begins with the yes', async () => {
    await world.db.tenant.update({ where: { code: 'AFI' }, data: { settings: { depositPct: 0 } } });
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # sms Awa
    > oui 45
    0045 : confirmée, merci. L'atelier est prévenu.
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 25 000 F, pour le 27/11.
    > pret 45
    0045 Awa Dossou est PRET, reste 25 000 F. Client prevenu dans 60 s.
    1.Annuler
    0.Menu
  `);
    expect(await statuses()).toEqual(['ready']);
  });
});
