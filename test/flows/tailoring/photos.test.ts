import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E25, E24 · photos and voice notes find their order', () => {
  test('E25 · staff is asked which order; a caption says it wherever they stand', () => play(world, `
    # whatsapp Koffi
    > menu
    Koffi Mensah, *Atelier Afi*. Choisissez, ou écrivez *aide*.
    [Mes tâches (1)] — Ce qui est à coudre
    [Finir une étape] — Coupe, couture, finition
    [Plus]
    > /photo
    Pour quoi est cette photo ?
    [0042 Awa D. Boubou bazin]
    [0044 Jean H. Chemise]
    [Autre commande]
    [Aucune commande]
    > 1
    Ajouté à la commande *0042*.
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > /photo 44
    Ajouté à la commande *0044*.
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > /photo 44 coupe
    Ajouté à la commande *0044*.
    *0044* Jean Hounsou, Chemise : coupe ✔. Reste : couture, finition, contrôle.
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > /photo 999
    Je ne trouve pas 0999 chez vous. Laquelle ?
    [Autre numéro]
    > [Autre numéro]
    Quel est le numéro de la commande ? Par exemple : *42*
    > 44
    Ajouté à la commande *0044*.
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
  `));

  test('E25, E24 · a client with open orders is asked, and the workshop is told', () => play(world, `
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    # whatsapp Awa
    > bonjour
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > /photo
    Pour quoi est cette photo ?
    [0042 Boubou bazin]
    [Aucune commande]
    > 1
    # whatsapp Afi
    Une photo est arrivée pour la commande 0042 de Awa Dossou (Boubou bazin). Elle est gardée avec elle.
    [Voir ou écouter]
    # whatsapp Awa
    Ajouté à la commande *0042*.
    > /voice
    Je garde votre message pour l'atelier. Pour quelle commande ?
    [0042 Boubou bazin]
    [Aucune commande]
    > [Aucune commande]
    Bien reçu et gardé.
  `));

  test('J6 · what was sent is looked at: from the notice, by a line, and not by a client', () => play(world, `
    # whatsapp Afi
    > [Voir ou écouter]
    Photos et messages vocaux de la commande *0042* (2) :
    [link: Ouvrir http://localhost:0/r/…]
    # sms Afi
    > photos 42
    Photos de 0042 :
    http://localhost:0/r/…
    # whatsapp Koffi
    > photos 42
    Photos et messages vocaux de la commande *0042* (2) :
    [link: Ouvrir http://localhost:0/r/…]
    # whatsapp Awa
    > photos 42
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));
});
