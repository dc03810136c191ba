import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J28 · my data', () => {
  test('J28 · Awa sees and corrects on WhatsApp', () => play(world, `
    # whatsapp Awa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Voir]
    *Awa Dossou*
    Téléphone : 01 96 00 00 01
    Connu depuis le 20/11/2026
    Chez : Atelier Afi
    Messages gardés : 2
    Autorisations : tous les messages
    > 0
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > x
    Un nom de 2 à 40 lettres.
    Quel est le bon nom ?
    > Awa Dossou-Yovo
    C'est corrigé : Awa Dossou-Yovo.
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > voir
    *Awa Dossou-Yovo*
    Téléphone : 01 96 00 00 01
    Connu depuis le 20/11/2026
    Chez : Atelier Afi
    Messages gardés : 14
    Autorisations : tous les messages
  `));

  test('J28 · and on USSD', () => play(world, `
    # ussd Awa
    > *384*22*8*8#
    CON Reprendre: vos donnees?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Awa Dossou-Yovo
    Tel 01 96 00 00 01
    Depuis 20/11/2026
    Chez: Atelier Afi
    Messages: 14
    0.Retour
    > 0
    CON Mes donnees
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 2
    CON Le bon nom et prenom:
    0.Annuler
    > Awa Dossou
    END C'est corrige : Awa Dossou.
  `));

  test('J28 · Jean asks by SMS to have it deleted, changes his mind, then does it', async () => {
    await play(world, `
    # sms Jean
    > supprimer
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 4
    Supprimer nom, messages et mesures ? Recus gardés sans nom (loi), commande en cours sous vos initiales. C'est définitif.
    1.Tout supprimer
    2.Non, garder
    0.Retour
    > 2
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 4
    Supprimer nom, messages et mesures ? Recus gardés sans nom (loi), commande en cours sous vos initiales. C'est définitif.
    1.Tout supprimer
    2.Non, garder
    0.Retour
    > 1
    C'est supprimé. La commande en cours, ou ce que vous devez, reste sous vos initiales jusqu'à la remise ou au paiement.
    > bonjour
    Bonjour, ici Griot. Qui etes-vous ?
    1.Je suis client
    2.J'ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
  `);
    const jean = await world.db.contact.findUniqueOrThrow({ where: { phone: '+2290196000002' }, include: { persons: true } });
    expect(jean.persons).toEqual([]);
    const left = await world.db.message.findMany({ where: { contactId: jean.id, direction: 'in', text: { not: '' } } });
    expect(left.map(({ text }) => text)).toEqual(['1', 'bonjour']);
  });

  test('J28 · an owner must hand the business over first', () => play(world, `
    # whatsapp Afi
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Tout supprimer]
    Supprimer votre nom, vos messages et vos mesures ? Les reçus restent, sans votre nom, comme la loi le demande ; une commande en cours, sous vos initiales jusqu'à la remise. C'est définitif.
    [Tout supprimer]
    [Non, garder]
    > [Tout supprimer]
    Vous tenez un commerce chez Griot : transmettez-le d'abord. Écrivez *humain*, une personne vous aide.
  `));
});
