import { afterEach, beforeEach, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => (world = await openWorld()));
afterEach(() => world.close());
const story = (script: string) => play(world, script);

describe('E13 · a refund is asked, answered and given back', () => {
  test('E13 · on WhatsApp: the policy first, then how much and why; the owner says yes with the PIN and how it was paid; each step is told', () => story(`
    # whatsapp Awa
    > souci 42 la date est passée
    *Atelier Afi* est prévenu pour la commande 0042. Une photo ou un vocal aide : envoyez-le maintenant.
    [C'est tout]
    [Être remboursé]
    # sms Afi
    Souci 0042 Awa Dossou Boubou bazin: la date est passée. Appelez vite.
    # whatsapp Awa
    > [Être remboursé]
    Commande 0042 (Boubou bazin) : 12 500 F payés.
    Règle de *Atelier Afi* : l'atelier répond à chaque demande ; le travail déjà fait peut être déduit.
    Combien demandez-vous ?
    [Demander 12 500 F]
    [Une partie]
    > [Demander 12 500 F]
    Pourquoi demandez-vous 12 500 F ? L'atelier lit vos mots.
    > la fête est passée
    Demande envoyée à *Atelier Afi* : 12 500 F pour la commande 0042. Sa réponse arrive ici.
    # sms Afi
    Awa Dossou demande 12 500 F en retour (0042): la fete est passée. Repondez REMBOURSER 0042
    # whatsapp Awa
    > remboursement 42
    Commande 0042 : 12 500 F, l'atelier a la demande depuis le 20/11 et vous répond ici. Pour lui parler : *humain*.
    # whatsapp Afi
    > rembourser 42
    *Awa Dossou*, commande *0042* (Boubou bazin) : *12 500 F* à rendre ? Motif : la fête est passée (le 20/11). Payé sur cette commande : 12 500 F. Téléphone : 01 96 00 00 01.
    [Rendre 12 500 F]
    [Une partie]
    [Refuser]
    > [Rendre 12 500 F]
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    > 4321
    # whatsapp Awa
    *Atelier Afi* accepte de vous rendre 12 500 F (commande 0042). Vous serez prévenu quand ce sera fait.
    # whatsapp Afi
    Accordé, la personne est prévenue : *12 500 F* à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    > [Par Mobile Money]
    Quelle est la référence du transfert ? Elle est dans le SMS de l'opérateur.
    > MP261120.1042.C12345
    # whatsapp Awa
    12 500 F vous ont été rendus par Mobile Money par *Atelier Afi* (commande 0042). Référence : MP261120.1042.C12345. Pas reçu ? Écrivez « humain ».
    # whatsapp Afi
    *12 500 F* rendus par Mobile Money pour *0042* (Awa Dossou). La personne est prévenue.
    [Annuler]
    > [Annuler]
    # whatsapp Awa
    Ici *Atelier Afi* : les 12 500 F (commande 0042) notés comme rendus ne le sont pas encore. Vous serez prévenu quand ce sera fait.
    # whatsapp Afi
    C'est repris : *12 500 F* encore à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    > [En espèces]
    # whatsapp Awa
    12 500 F vous ont été rendus en espèces par *Atelier Afi* (commande 0042). Pas reçu ? Écrivez « humain ».
    # whatsapp Afi
    *12 500 F* rendus en espèces pour *0042* (Awa Dossou). La personne est prévenue.
    [Annuler]
    > rembourser
    Rien à rembourser. Pour rendre de l'argent de vous-même, écrivez « rembourser » et le numéro.
    > rembourser 42
    *0042* Awa Dossou : il n'y a rien à rendre.
  `));

  test('E13 · a part, from the money menu; the owner refuses what is asked next, with a reason', () => story(`
    # whatsapp Awa
    > remboursement 42
    Commande 0042 (Boubou bazin) : 12 500 F payés.
    Règle de *Atelier Afi* : l'atelier répond à chaque demande ; le travail déjà fait peut être déduit.
    Combien demandez-vous ?
    [Demander 12 500 F]
    [Une partie]
    > [Une partie]
    Combien, sur 12 500 F ? Par exemple : *5000*
    > 20000
    C'est trop : au plus 12 500 F. Combien ?
    > 5000
    Pourquoi demandez-vous 5 000 F ? L'atelier lit vos mots.
    > no
    Dites pourquoi, en trois lettres au moins.
    Pourquoi demandez-vous 5 000 F ? L'atelier lit vos mots.
    > le pagne a déteint
    Demande envoyée à *Atelier Afi* : 5 000 F pour la commande 0042. Sa réponse arrive ici.
    # sms Afi
    Awa Dossou demande 5 000 F en retour (0042): le pagne a déteint. Repondez REMBOURSER 0042
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > [Encaisser]
    Recevoir de l'argent, ou en rendre ?
    [Encaisser]
    [À rembourser (1)]
    > [À rembourser (1)]
    À rembourser, du plus ancien au plus récent :
    [0042 Awa D. 5 000F] — demandé
    > [0042 Awa D. 5 000F]
    *Awa Dossou*, commande *0042* (Boubou bazin) : *5 000 F* à rendre ? Motif : le pagne a déteint (le 20/11). Payé sur cette commande : 12 500 F. Téléphone : 01 96 00 00 01.
    [Rendre 5 000 F]
    [Une partie]
    [Refuser]
    > [Une partie]
    Combien rendez-vous, sur 5 000 F ? Par exemple : *5000*
    > 2000
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    > 4321
    # whatsapp Awa
    *Atelier Afi* accepte de vous rendre 2 000 F sur les 5 000 F de la commande 0042. Vous serez prévenu quand ce sera fait.
    # whatsapp Afi
    Accordé, la personne est prévenue : *2 000 F* à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    > [Garder à son crédit]
    # whatsapp Awa
    2 000 F de la commande 0042 sont gardés à votre crédit chez *Atelier Afi*, pour une prochaine commande.
    # whatsapp Afi
    *2 000 F* gardés à son crédit pour *0042* (Awa Dossou). La personne est prévenue.
    [Annuler]
    # whatsapp Awa
    > remboursement 42
    Commande 0042 (Boubou bazin) : 10 500 F payés.
    Règle de *Atelier Afi* : l'atelier répond à chaque demande ; le travail déjà fait peut être déduit.
    Combien demandez-vous ?
    [Demander 10 500 F]
    [Une partie]
    > [Demander 10 500 F]
    Pourquoi demandez-vous 10 500 F ? L'atelier lit vos mots.
    > encore abîmé
    Demande envoyée à *Atelier Afi* : 10 500 F pour la commande 0042. Sa réponse arrive ici.
    # whatsapp Afi
    Awa Dossou demande qu'on lui rende 10 500 F pour la commande 0042 (Boubou bazin) : encore abîmé. Touchez le bouton, ou écrivez « rembourser » et le numéro.
    [Répondre]
    > rembourser 42
    *Awa Dossou*, commande *0042* (Boubou bazin) : *10 500 F* à rendre ? Motif : encore abîmé (le 20/11). Payé sur cette commande : 10 500 F. Téléphone : 01 96 00 00 01.
    [Rendre 10 500 F]
    [Une partie]
    [Refuser]
    > [Refuser]
    Pourquoi ? Vos mots restent dans l'historique ; un refus est dit au client avec eux.
    > le tissu est déjà coupé
    # whatsapp Awa
    *Atelier Afi* ne rend pas les 10 500 F de la commande 0042 : le tissu est déjà coupé. Écrivez « humain » pour en parler.
    # whatsapp Afi
    Refusé. Awa Dossou sait pourquoi ; rien n'a bougé sur *0042*.
  `));
});
