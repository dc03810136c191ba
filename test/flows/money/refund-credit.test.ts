import { afterEach, beforeEach, test } from '@jest/globals';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => (world = await openWorld()));
afterEach(() => world.close());
const story = (script: string) => play(world, script);

test('E13 · money that is kept as credit pays for another order, and is undone like any', async () => {
  const { quoted } = ordersOf(world);
  await quoted({ totalXof: 25_000 });
  await story(`
    # sms Awa
    > oui 45
    0045 confirmée à 25 000 F.
    Payer 12 500 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 25 000 F, pour le 27/11.
    # whatsapp Afi
    > rembourser 42
    *0042* Awa Dossou, Boubou bazin : 12 500 F payés, personne n'a rien demandé. Combien rendez-vous ?
    [Rendre 12 500 F]
    [Une partie]
    > [Une partie]
    Combien rendez-vous, sur 12 500 F ? Par exemple : *5000*
    > 5000
    Pourquoi ? Vos mots restent dans l'historique ; un refus est dit au client avec eux.
    > pour la robe
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    > 4321
    Accordé, la personne est prévenue : *5 000 F* à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    # sms Awa
    Atelier Afi accepte de vous rendre 5 000 F (0042). Vous serez prevenu quand ce sera fait.
    # whatsapp Afi
    > [Garder à son crédit]
    *5 000 F* gardés à son crédit pour *0042* (Awa Dossou). La personne est prévenue.
    [Annuler]
    # sms Awa
    Atelier Afi: 5 000 F (0042) gardes a votre credit pour une prochaine commande.
    # whatsapp Afi
    > reçu 45 8000
    *8 000 F* pour *0045* Awa Dossou, Boubou. Reste après : 17 000 F. Comment ?
    [Espèces]
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    [Son crédit (5 000 F)]
    > [Son crédit (5 000 F)]
    *0045* Awa Dossou : son crédit ne suffit pas, rien n'est enregistré.
    > reçu 45 5000
    *5 000 F* pour *0045* Awa Dossou, Boubou. Reste après : 20 000 F. Comment ?
    [Espèces]
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    [Son crédit (5 000 F)]
    > [Son crédit (5 000 F)]
    *5 000 F* pris sur son crédit pour *0045* Awa Dossou. Reste à payer : 20 000 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Awa
    Atelier Afi: 5 000 F de votre credit vont a 0045. Reste 20 000 F. Recu R-2026-0003.
    # whatsapp Afi
    > [Annuler]
    Annuler ces 5 000 F ? Dites pourquoi : la raison reste dans l'historique.
    [Mauvais montant]
    [Mauvaise commande]
    [Pas reçu]
    > [Mauvaise commande]
    Annulé : 5 000 F ne comptent plus pour *0045* Awa Dossou. Le reçu R-2026-0003 est annulé. Reste à payer : 25 000 F.
    # sms Awa
    Atelier Afi: 5 000 F notes par erreur pour 0045 Boubou. Recu R-2026-0003 annule. Reste 25 000 F.
  `);
});

test('E13 · the workshop writes its own rule, and its clients read it before they ask', () => story(`
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
    > [Mes reçus]
    Que voulez-vous changer ? Vos clients lisent cela sur leurs reçus, et la règle avant de demander un remboursement.
    [Ville]
    [Adresse]
    [Téléphone]
    [Numéro fiscal]
    [Règle de remboursement]
    > [Règle de remboursement]
    Quelle est votre règle de remboursement ? Vos clients la lisent avant de demander, en 50 lettres au plus.
    > rendu avant la coupe du tissu
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Fermé : aucun jour. Commandes par semaine : 12. Acompte : 50 %.
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
    > remboursement 44
    CON 0044: 7 500 F payes. rendu avant la coupe du tissu
    1.Demander tout
    2.Une partie
    0.Annuler
  `));
