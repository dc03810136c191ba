import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E23 · the language changes in the middle, the step stays', () => {
  test('E23 · on WhatsApp, by the word and by the menu', () => play(world, `
    # whatsapp Awa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > langue
    Choisissez votre langue. Choose your language.
    [Français]
    [English]
    > [English]
    We go on in English.
    What is the right name?
    > Awa Dossou
    Corrected: Awa Dossou.
    > français
    Nous continuons en français.
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Plus]
  `));

  test('E23 · by SMS', () => play(world, `
    # sms Jean
    > mes donnees
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > english
    We go on in English.
    Your data is yours. What would you like to do?
    1.See it
    2.Correct my name
    3.Receive it all
    4.Delete it all
    0.Back
    > langue
    Choose your language. Choisissez votre langue.
    1.Francais
    2.English
    0.Back
    > 1
    Nous continuons en francais.
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
  `));

  test('E23 · on USSD', () => play(world, `
    # ussd Jean
    > *384*22#
    CON Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 8
    CON Choix non valide: 8
    Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 4
    CON Choix non valide: 4
    Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
    CON Bonjour Jean Hounsou
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
  `));
});
