import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('a client of two businesses', () => {
  test('names one by its code, which then stays the one spoken of', () => play(world, `
    # whatsapp Jean
    > humain BINTOU
    Salon Bintou est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > menu
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > humain
    Salon Bintou est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > menu
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > AFI
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > humain
    Atelier Afi est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
  `));

  test('a code is also a first name: where a name is asked it is one', () => play(world, `
    # sms Awa
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 2
    Quel est le bon nom ?
    0.Annuler
    > Afi
    C'est corrigé : Afi.
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 2
    Quel est le bon nom ?
    0.Annuler
    > Afi Dossou
    C'est corrigé : Afi Dossou.
  `));

  test('stops the promotions of one business only', async () => {
    await play(world, `
    # sms Jean
    > stop bintou
    C'est fait : plus de promos ni de rappels. Recus et commandes restent. Tout arreter : STOP TOUT. Recevoir : REPRENDRE.
  `);
    const bintou = await world.db.tenant.findUniqueOrThrow({ where: { code: 'BINTOU' } });
    const stopped = await world.db.consentEvent.findMany({ where: { value: false }, orderBy: { id: 'asc' } });
    expect(stopped.map(({ purpose, tenantId }) => [purpose, tenantId])).toEqual([['promo', bintou.id], ['reminder', bintou.id]]);
  });
});

test('a PIN proves who typed it, and not whom the phone passes to in the same call', async () => {
  const { pinHash } = await world.db.member.findFirstOrThrow({ where: { person: { fullName: 'Koffi Mensah' } } });
  const { id: tenantId } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'DIOP' } });
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { phone: '+221770000001' } });
  await world.db.person.create({ data: { fullName: 'Rose Sarr', contacts: { create: { contactId } }, members: { create: { tenantId, role: 'employee', pinHash } } } });
  await play(world, `
    # ussd Bintou
    > *384*22#
    CON Ce telephone a plusieurs profils:
    1.Salon Bintou
    2.Boutique Diop
    3.Autre personne
    0.Quitter
    > 1
    CON Bintou Sarr:
    Salon Bintou
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Bintou Sarr:
    Salon Bintou
    8.Plus
    0.Quitter
    > profil
    CON Bintou Sarr:
    Ce telephone a plusieurs profils:
    1.Salon Bintou
    2.Boutique Diop
    3.Autre personne
    0.Quitter
    > 2
    CON Rose Sarr:
    Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Rose Sarr:
    Boutique Diop
    PIN faux. Essais restants: 2
    Entrez votre PIN:
    0.Annuler
    > 2468
    CON Rose Sarr:
    Rose Sarr - Boutique Diop
    8.Plus
    0.Quitter
    > profil
    CON Rose Sarr:
    Ce telephone a plusieurs profils:
    1.Salon Bintou
    2.Boutique Diop
    3.Autre personne
    0.Quitter
    > 2
    CON Rose Sarr:
    Rose Sarr - Boutique Diop
    8.Plus
    0.Quitter
  `);
});

test('a business whose settings say so keeps the letters of its SMS, the others pay less', async () => {
  await world.db.tenant.update({ where: { code: 'DIOP' }, data: { settings: { smsUnicode: true } } });
  await play(world, `
    # sms Fatou
    > stop
    C'est fait : plus de promos ni de rappels. Reçus et commandes restent. Tout arrêter : STOP TOUT. Recevoir : REPRENDRE.
    > humain
    Boutique Diop est prévenu. Une personne vous répond ici. Pour revenir au menu : MENU.
    # sms Koffi
    > stop
    C'est fait : plus de promos ni de rappels. Recus et commandes restent. Tout arreter : STOP TOUT. Recevoir : REPRENDRE.
  `);
});
