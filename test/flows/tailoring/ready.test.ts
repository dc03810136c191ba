import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J3 · Afi marks an order ready', () => {
  test('J3, STY-16 · by one line: Jean is told a minute later', () => play(world, `
    # whatsapp Jean
    > bonjour
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    # whatsapp Afi
    > prêt 44
    *0044* Jean Hounsou, Chemise, reste 7 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    # whatsapp Jean
    > /wait 61s
    Ici *Atelier Afi* : votre commande 0044 (Chemise) est prête. Reste à payer : 7 500 F. Sans internet, composez le *384*22#.
    [Payer le reste]
    [Voir la commande]
  `));

  test('J3 · E1 · a number that is not hers, and the menu', () => play(world, `
    # sms Afi
    > pret 24
    Je ne trouve pas 0024 chez vous. Laquelle ?
    1.0042 Awa D. Boubou bazin
    2.0044 Jean H. Chemise
    3.Autre numéro
    0.Retour
  `));

  test('J3 · on USSD, behind the PIN, with a confirmation', () => play(world, `
    # ussd Afi
    > *384*22#
    CON Reprendre: une commande prete?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
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
  `));

  test('J3 · in the middle of something else it acts, and what was open is shown again', () => play(world, `
    # whatsapp Afi
    > humain
    Griot est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
    > menu
    Nous parlions de : une commande prête. On reprend ?
    [Oui, reprendre]
    [Non, recommencer]
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > [Corriger mon nom]
    Quel est le bon nom ?
    > prêt 42
    *0042* Awa Dossou : déjà prête.
    Quel est le bon nom ?
  `));
});
