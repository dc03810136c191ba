import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E2 · what is not understood', () => {
  test('E2 · on WhatsApp: guesses, then the menu, then a human', () => play(world, `
    # whatsapp Awa
    > menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > plus
    Autres services
    [Mes reçus] — Recevoir un PDF
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    > donees
    Je n'ai pas compris « donees ».
    Vouliez-vous dire : Mes données ?
    Autres services
    [Mes reçus] — Recevoir un PDF
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    > zzz
    Je n'ai pas compris « zzz ».
    Autres services
    [Mes reçus] — Recevoir un PDF
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    > qqq
    Je n'ai pas compris « qqq ».
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > www
    Je n'ai pas compris « www ».
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > vvv
    Je ne vous comprends pas bien. Voulez-vous parler à une personne ?
    [Oui, une personne]
    [Non, le menu]
    > [Oui, une personne]
    Atelier Afi est prévenu. Une personne vous répond ici ; je me tais jusque-là (12 h au plus). Pour revenir au menu, écrivez *menu*.
  `));

  test('E2 · on USSD', () => play(world, `
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 3
    CON Choix non valide: 3
    Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    2.Mes recus (SMS)
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
    > 9
    CON Choix non valide: 9
    Autres services
    2.Mes recus (SMS)
    4.Langue
    5.Changer de profil
    6.Parler a l atelier
    7.Stop messages
    8.Mes donnees
    0.Retour
    > lang
    CON Langue / Language
    1.Francais
    2.English
    0.Retour
  `));

  test('DIG-55 · « aide » explains and shows the step again', () => play(world, `
    # sms Jean
    > menu
    Bonjour Jean Hounsou. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (1)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    > 8
    Autres services
    2.Mes recus
    4.Langue
    5.Changer de profil
    6.Parler à l'atelier
    7.Stop messages
    8.Mes données
    0.Retour
    > aide
    Répondez par un numéro, ou MENU, RETOUR, LANGUE, PROFIL, MES DONNÉES, HUMAIN (une personne), STOP. Sans crédit : *384*22#
    Autres services
    2.Mes recus
    4.Langue
    5.Changer de profil
    6.Parler à l'atelier
    7.Stop messages
    8.Mes données
    0.Retour
    # whatsapp Jean
    > aide
    Touchez un choix, ou écrivez son numéro ou son nom. *menu* : l'accueil. *retour* : l'étape d'avant. *langue* : français, English. *profil* : changer de personne. *mes données* : voir ou supprimer. *humain* : parler à une personne. *STOP* : ne plus recevoir de messages. Sans internet : composez *384*22#.
    Autres services
    [Mes reçus] — Recevoir un PDF
    [Langue] — Français, English
    [Changer de profil] — Plusieurs personnes, un téléphone
    [Parler à l'atelier] — Une personne vous répond
    [Stop messages] — Ne plus recevoir de rappels
    [Mes données] — Voir, corriger, supprimer
    # ussd Jean
    > *384*22#
    CON Reprendre: votre menu?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > aide
    CON Tapez un numero, ou HUMAIN.
    Reprendre: votre menu?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
  `));
});
