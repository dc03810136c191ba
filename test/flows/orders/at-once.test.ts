import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
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

describe('E34 · the owner and an employee act at once', () => {
  test('E34 · both write « prêt 44 »: the second sees what the first did, and Jean is told once', async () => {
    await world.db.member.updateMany({ where: { person: { fullName: 'Koffi Mensah' } }, data: { permissions: ['ready', 'money', 'orders'] } });
    await world.db.order.updateMany({ where: { seq: 44 }, data: { status: 'in_progress' } });
    await story(`
    # whatsapp Koffi
    > menu
    Koffi Mensah, *Atelier Afi*. Choisissez, ou écrivez *aide*.
    [Mes tâches (1)] — Ce qui est à coudre
    [Finir une étape] — Coupe, couture, finition
    [Plus]
    # whatsapp Afi
    > recu 44 7500 especes
    *7 500 F* reçus en espèces pour *0044* Jean Hounsou. Reste à payer : 0 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Jean
    Atelier Afi: 7 500 F recus, 0044 est entierement payee, merci. Recu R-2026-0003.
    # whatsapp Afi
    > prêt 44
    *0044* Jean Hounsou, Chemise, reste 0 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    # whatsapp Koffi
    > prêt 44
    *0044* Jean Hounsou : déjà prête.
    > fini 44 couture
    *0044* Jean Hounsou, Chemise : elle n'est plus en couture.
    # whatsapp Afi
    > /wait 60s
    # sms Jean
    Atelier Afi: 0044 Chemise est PRET. Tout est paye, merci.
  `);
  });

  test('E34 · a screen that was open while the other acted: what it would do is told, not done twice', async () => {
    await world.db.member.updateMany({ where: { person: { fullName: 'Koffi Mensah' } }, data: { permissions: ['ready', 'money', 'orders'] } });
    await story(`
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
    > 2
    CON Numero de la commande PRETE:
    ex: 42
    0.Retour
    > 44
    CON 0044 Jean Hounsou Chemise
    Reste 7 500 F
    1.PRET + message client
    2.PRET sans message
    0.Annuler
    # whatsapp Koffi
    > prêt 44
    *0044* Jean Hounsou, Chemise, reste 7 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    # ussd Afi
    > 1
    END 0044: deja prete.
    # whatsapp Koffi
    > /wait 60s
    # sms Jean
    Atelier Afi: 0044 Chemise est PRET. Reste 7 500 F. Payez: *384*22#
    # sms Koffi
    > livre 42
    0042 Awa Dossou : reste 12 500 F.
    1.Encaisser
    2.Livrer quand meme
    0.Annuler
    # whatsapp Afi
    > livre 42
    *0042* Awa Dossou, Boubou bazin : *reste 12 500 F*.
    [Encaisser]
    [Livrer quand même]
  `);
  });

  test('E34 · the same money written by both: it is asked whether it came twice', async () => {
    await world.db.member.updateMany({ where: { person: { fullName: 'Koffi Mensah' } }, data: { permissions: ['ready', 'money', 'orders'] } });
    await story(`
    # whatsapp Afi
    > recu 42 5000 especes
    *5 000 F* reçus en espèces pour *0042* Awa Dossou. Reste à payer : 7 500 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Awa
    Atelier Afi: 5 000 F recus pour 0042. Reste 7 500 F. Recu R-2026-0003.
    # whatsapp Koffi
    > recu 42 5000 especes
    5 000 F sont déjà notés pour *0042*, il y a 1 min. Est-ce encore 5 000 F ?
    [Oui, encore]
    [Non]
    > [Non]
    Koffi Mensah, *Atelier Afi*. Choisissez, ou écrivez *aide*.
    [Mes tâches (1)] — Ce qui est à coudre
    [Finir une étape] — Coupe, couture, finition
    [Plus]
  `);
    expect(await world.db.order.findFirstOrThrow({ where: { seq: 42 } })).toMatchObject({ paidXof: 17_500n });
  });
});
