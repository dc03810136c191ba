import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J1 · a workshop that asks for no deposit', () => {
  test('J1 · Afi sets it to 0 %; Awa is asked for a yes, not for money, and pays when she collects', () => play(world, `
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > [Plus]
    Autres services
    [Équipe] — Inviter, droits
    [Réglages] — Horaires, capacité, prix, FedaPay
    [Mon code client] — Votre affiche et son lien
    [Clients et mesures] — Chercher, ajouter
    [Parler à une personne] — Une personne vous répond
    [Langue] — Français, English
    [PIN] — Changer votre PIN
    > [Réglages]
    Ouvert aux commandes. Travail : lun-sam. Fermé : aucun jour.
    Commandes par semaine : 12. Acompte : 50 %.
    FedaPay : relié.
    Aussi par écrit : « ferme 24/12 », « capacite 12 ».
    [Ouvert / fermé]
    [Jours fermés]
    [Jours et heures]
    [Capacité]
    [Acompte]
    [Prix et durées]
    [Relier FedaPay]
    [Mes reçus]
    > [Acompte]
    Quel acompte demandez-vous à la commande ? Aujourd'hui : 50 %.
    [Aucun acompte]
    [La moitié]
    [Autre pourcentage]
    > 0
    Ouvert aux commandes. Travail : lun-sam. Fermé : aucun jour.
    Commandes par semaine : 12. Acompte : 50 %.
    FedaPay : relié.
    Aussi par écrit : « ferme 24/12 », « capacite 12 ».
    [Ouvert / fermé]
    [Jours fermés]
    [Jours et heures]
    [Capacité]
    [Acompte]
    [Prix et durées]
    [Relier FedaPay]
    [Mes reçus]
    > [Acompte]
    Quel acompte demandez-vous à la commande ? Aujourd'hui : 50 %.
    [Aucun acompte]
    [La moitié]
    [Autre pourcentage]
    > [Aucun acompte]
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Fermé : aucun jour. Commandes par semaine : 12. Acompte : 0 %.
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
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, sans acompte. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider]
    [Modifier]
    > [Modifier]
    Que voulez-vous changer ?
    [L'habit]
    [Le tissu]
    [La date]
    [Un jour précis]
    [Les mesures]
    > Retour
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, sans acompte. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider]
    [Modifier]
    > [Valider]
    # whatsapp Afi
    Une nouvelle commande 0045 est arrivée : Awa Dossou, Boubou, à rendre le 28/11. Prix convenu : 25 000 F. Photos et vocaux joints : 0.
    [Voir la commande]
    # whatsapp Awa
    Commande *0045* confirmée chez *Atelier Afi* : Boubou, pour le 28/11. Prix : 25 000 F, à payer au retrait. Vous serez prévenu quand elle est prête.
    # sms Awa
    > ou est 45
    0045 Boubou: EN COURS, pour le 28/11. Total 25 000 F, reste 25 000 F.
    1.Payer 25 000 F
    2.Dire un souci
    3.Appeler l'atelier
    4.Changer la date
    5.Annuler la commande
    0.Retour
  `));

  test('J1 · in English', () => play(world, `
    # whatsapp Jean
    > english
    We go on in English.
    Hello Jean Hounsou 👋 What would you like to do? You can also write: *language*, *human*, *my data*.
    [My orders (1)] — Follow, pay, report a problem
    [Order a garment] — Boubou, dress, shirt, alteration…
    [Pay] — Deposit or balance by Mobile Money
    [My measures] — Me and my family
    [Shop] — Rice, cloth, accessories…
    [More]
    > order AFI
    *Atelier Afi* — what would you like sewn?
    [Boubou] — 25,000 F
    [Robe] — 18,000 F
    [Chemise] — 15,000 F
    [Pantalon] — 10,000 F
    [Ensemble]
    [Tenue enfant] — 9,000 F
    [Retouche] — 2,000 F
    [Other (write)]
    > Robe
    Who brings the fabric?
    [Me]
    [The workshop]
    > [The workshop]
    A photo of the fabric or the model, or a voice note? Send them, or skip.
    [Skip]
    > [Skip]
    For when?
    [Normal 28/11]
    [Fast 26/11]
    [Urgent 25/11]
    > Normal
    The workshop does not have your measures yet.
    [Dictate]
    [Measure me there]
    [Another person]
    > [Measure me there]
    *Robe* at Atelier Afi, fabric of the workshop, ready on 28/11. Price: 18,000 F, no deposit. Measures: at the workshop. To give up, write *cancel*.
    [Confirm]
    [Change]
    > [Confirm]
    # whatsapp Afi
    Une nouvelle commande 0046 est arrivée : Jean Hounsou, Robe, à rendre le 28/11. Prix convenu : 18 000 F. Photos et vocaux joints : 0.
    [Voir la commande]
    # whatsapp Jean
    Order *0046* confirmed at *Atelier Afi*: Robe, ready on 28/11. Price: 18,000 F, to be paid when you collect it. We tell you when it is ready.
  `));
});
