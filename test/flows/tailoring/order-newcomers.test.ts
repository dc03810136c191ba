import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J1 · who comes to order', () => {
  test('J1 · a newcomer scans the QR, says who they are, and goes on', () => play(world, `
    # whatsapp +2290195000077
    > commander AFI
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    > Rose Agossou
    *Atelier Afi* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble]
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Autre (écrire)]
    > Autre (écrire)
    Décrivez l'habit en quelques mots. Par exemple : grand boubou brodé
    > 12
    Décrivez-le en mots, 40 lettres au plus.
    Décrivez l'habit en quelques mots. Par exemple : grand boubou brodé
    > grand boubou brodé
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [L'atelier]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > passer
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    > [Normal 28/11]
    L'atelier n'a pas encore vos mesures.
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > L'atelier me mesure
    *grand boubou brodé* chez Atelier Afi, tissu de l'atelier, pour le 28/11. L'atelier fixe le prix et vous l'envoie ; rien n'est dû avant votre accord. Mesures : à prendre à l'atelier.
    [Demander le prix]
    [Modifier]
    > [Demander le prix]
    Demande *0045* envoyée à *Atelier Afi* : grand boubou brodé, pour le 28/11. Vous recevrez son devis ici.
    # sms Afi
    Demande 0045 Rose Agossou grand boubou brodé pour le 28/11. Repondez DEVIS 0045 et le prix
  `));

  test('unknown codes, and who does not sew', () => play(world, `
    # whatsapp Awa
    > commander AFY
    Aucun atelier n'a le code « AFY ».
    [Atelier Afi]
    [Code d'un atelier]
    > 0
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > commander SENA
    *Studio Sena* ne coud pas sur commande.
    [Code d'un atelier]
    > Code d'un atelier
    Quel est le code de l'atelier ? Il est sur son affiche. Par exemple : Afi
    > zzz
    Aucun atelier n'a le code « zzz ».
    [Code d'un atelier]
    > 0
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > commander
    Chez quel atelier voulez-vous commander ?
    [Atelier Afi]
    [Code d'un atelier]
  `));
});
