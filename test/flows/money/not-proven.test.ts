import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());
const booked = () => world.db.payment.count({ where: { channel: { in: ['ussd', 'sms'] }, method: 'cash' } });

describe('E41 · a PIN stands before what staff does, wherever it is written', () => {
  test('E41 · on a phone that was lent, a line typed where the PIN is asked is asked for the PIN', async () => {
    await play(world, `
    # ussd Afi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > recu 42 5000 especes
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON 5 000 F especes, 0042 Awa Dossou. Reste 7 500 F. R-2026-0003
    1.Annuler
    0.Menu
    # sms Awa
    Atelier Afi: 5 000 F recus pour 0042. Reste 7 500 F. Recu R-2026-0003.
  `);
    expect(await booked()).toBe(1);
  });

  test('E41 · a PIN that proves somebody in one business proves nobody in another', async () => {
    const { id: tenantId } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'BINTOU' } });
    const { id: personId } = await world.db.person.findFirstOrThrow({ where: { fullName: 'Afi Kossou' } });
    await world.db.member.create({ data: { tenantId, personId, role: 'employee', permissions: [], status: 'invited' } });
    await play(world, `
    # sms Afi
    > rejoindre BINTOU
    Salon Bintou vous invite à travailler. Ce que vous y faites est noté à votre nom. D'accord ?
    1.J'accepte
    2.Non, merci
    0.Annuler
    > 1
    Choisissez un PIN : 4 à 6 chiffres, à vous seul.
    0.Annuler
    > 5830
    Le meme PIN, encore une fois ?
    0.Annuler
    > 5830
    Bienvenue chez Salon Bintou. Droits : aucun droit. Répondez MENU.
    # sms Bintou
    Afi Kossou a accepte et travaille chez Salon Bintou.
    # sms Afi
    > recu 42 5000 especes AFI
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 5830
    Atelier Afi
    PIN faux. Essais restants : 2. Entrez votre PIN :
    0.Annuler
  `);
    expect(await booked()).toBe(1);
  });

  test('E41 · who may not take money is not told what is due', () => play(world, `
    # whatsapp Koffi
    > recu 42
    Vous n'avez pas ce droit. Demandez au patron.
  `));
});
