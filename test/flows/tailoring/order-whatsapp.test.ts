import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J1 · a client orders on WhatsApp', () => {
  test('J1 · Awa keeps her measures: six taps after « commander AFI »', () => play(world, `
    # whatsapp Awa
    > commander AFI
    *Atelier Afi* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble]
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Autre (écrire)]
    > Boubou
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > [Passer]
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    > [Normal 28/11]
    Vos mesures du 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Garder]
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > Garder
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > [Payer plus tard]
    Commande *0045* notée chez *Atelier Afi* : Boubou, pour le 28/11. Acompte : 12 500 F, à payer sous 48 heures. Pour payer, écrivez *payer 0045*.
    # sms Afi
    Nouvelle commande 0045 Awa Dossou Boubou pour le 28/11, 25 000 F.
  `));

  test('J1 · with a photo and a voice note, and « po 100 le reste pareil »', () => play(world, `
    # whatsapp Awa
    > commander afi
    *Atelier Afi* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble]
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Autre (écrire)]
    > robe
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > /photo
    C'est joint à votre commande (1). Envoyez-en d'autres, ou continuez.
    [Continuer]
    > /voice
    C'est joint à votre commande (2). Envoyez-en d'autres, ou continuez.
    [Continuer]
    > [Continuer]
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    > 2
    Vos mesures du 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Garder]
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > Dicter
    Dictez les mesures en centimètres : épaule, poitrine, taille, hanche, longueur, manche, cou. Par exemple : ep45 po98 ta80 ha102 lo140 ma60 co40, ou « po 100 le reste pareil ». Écrivez x pour celle que vous ne savez pas.
    > po 100 le reste pareil
    *Robe* chez Atelier Afi, votre tissu, pour le 26/11. Prix : 18 000 F, acompte : 9 000 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > oui
    Commande *0046* notée chez *Atelier Afi* : Robe, pour le 26/11.
    Payer *9 000 F* pour la commande 0046 (Robe, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    Nouvelle commande 0046 Awa Dossou Robe pour le 26/11, 18 000 F.
    # whatsapp Awa
    > menu
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (3)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
  `));

  test('J1 · a measure that is odd is asked again, one is corrected', () => play(world, `
    # whatsapp Awa
    > commander afi
    *Atelier Afi* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble]
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Autre (écrire)]
    > boubou
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
    > [Urgent 25/11]
    Vos mesures du 20/11/2026 : épaule 45, poitrine 100, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Garder]
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > Dicter
    Dictez les mesures en centimètres : épaule, poitrine, longueur, manche, cou. Par exemple : ep45 po98 lo140 ma60 co40, ou « po 100 le reste pareil ». Écrivez x pour celle que vous ne savez pas.
    > bonjour
    Je n'ai pas compris « bonjour ». Écrivez en centimètres, par exemple : ep45 po98 lo140 ma60 co40
    > po 130 ta 8
    *130 cm* (poitrine, avant 100). C'est bien ça ?
    [Oui]
    [Corriger une]
    > [Oui]
    *8 cm* (taille), c'est rare. C'est bien ça ?
    [Oui]
    [Corriger une]
    > [Corriger une]
    Quelle mesure corriger ? Écrivez par exemple : po 96
    > ta 82
    *Boubou* chez Atelier Afi, tissu de l'atelier, pour le 25/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > [Modifier]
    Que voulez-vous changer ?
    [L'habit]
    [Le tissu]
    [La date]
    [Un jour précis]
    [Les mesures]
    > Le tissu
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    *Boubou* chez Atelier Afi, votre tissu, pour le 25/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > [Payer plus tard]
    Commande *0047* notée chez *Atelier Afi* : Boubou, pour le 25/11. Acompte : 12 500 F, à payer sous 48 heures. Pour payer, écrivez *payer 0047*.
    # sms Afi
    Nouvelle commande 0047 Awa Dossou Boubou pour le 25/11, 25 000 F.
  `));
});
