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
    [Plus]
    > humain
    Salon Bintou est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > menu
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
    > AFI
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
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
