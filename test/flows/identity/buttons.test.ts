import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('buttons', () => {
  test('E3 · an old button is no longer valid, and says where things stand', () => play(world, `
    # whatsapp Moussa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > [Voir]
    Ce bouton n'est plus valable. Voici où nous en sommes :
    Quel est le bon nom ?
  `));

  test('E4 · a double tap has one effect and the same answer', () => play(world, `
    # whatsapp Kofi
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > [Corriger mon nom]
    Quel est le bon nom ?
  `));
});
