import { afterEach, beforeEach, describe, test } from '@jest/globals';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => (world = await openWorld()));
afterEach(() => world.close());
const story = (script: string) => play(world, script);

describe('E13, E10 · what is owed without being asked', () => {
  test('STY-14 · an order that is cancelled while paid waits among what is to be given back; the client sees how it stands', () => story(`
    # whatsapp Afi
    > à livrer
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
    > [0042 Awa D. Boubou bazin]
    *0042* Awa Dossou, Boubou bazin : *PRÊTE*.
    Promis le 21/11 · tél. 01 96 00 00 01
    Total 25 000 F · payé 12 500 F · *reste 12 500 F*
    Pas de mesures · photos : 0
    Rien à coudre.
    [Livré]
    [Retouche]
    [Photo]
    [Annuler]
    > [Annuler]
    Annuler *0042* Awa Dossou, Boubou bazin ? C'est définitif et la personne est prévenue ; déjà payé : 12 500 F. Écrivez pourquoi.
    > le tissu a brûlé
    *0042* Awa Dossou : annulée. 12 500 F payés : voyez ce qui est à rendre.
    [La commande]
    [La liste]
    La commande 0042 de Awa Dossou (Boubou bazin) ne se fera pas, alors que 12 500 F étaient payés. Dites ce que vous rendez : « rembourser » et le numéro.
    [Répondre]
    # sms Awa
    Atelier Afi: 0042 Boubou bazin est annulee par nous. Une question? Repondez HUMAIN
    Atelier Afi: 0042 Boubou bazin ne se fera pas. Vous aviez paye 12 500 F: nous vous repondons ici.
    # whatsapp Afi
    > rembourser
    À rembourser, du plus ancien au plus récent :
    [0042 Awa D. 12 500F] — demandé
    > [0042 Awa D. 12 500F]
    *Awa Dossou*, commande *0042* (Boubou bazin) : *12 500 F* à rendre ? Motif : commande annulée alors qu'elle était payée (le 20/11). Payé sur cette commande : 12 500 F. Téléphone : 01 96 00 00 01.
    [Rendre 12 500 F]
    [Une partie]
    [Refuser]
    # whatsapp Awa
    > ou est 42
    *ORD-2026-0042* Boubou bazin, chez Atelier Afi
    *ANNULÉE*
    Total 25 000 F, reste à payer 0 F.
    [Remboursement]
    [Appeler l'atelier]
    [Mon reçu]
    > [Remboursement]
    Commande 0042 : 12 500 F, l'atelier a la demande depuis le 20/11 et vous répond ici. Pour lui parler : *humain*.
    # whatsapp Afi
    > [Rendre 12 500 F]
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    > 4321
    Accordé, la personne est prévenue : *12 500 F* à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    # whatsapp Awa
    *Atelier Afi* accepte de vous rendre 12 500 F (commande 0042). Vous serez prévenu quand ce sera fait.
    > ou est 42
    *ORD-2026-0042* Boubou bazin, chez Atelier Afi
    *ANNULÉE*
    Total 25 000 F, reste à payer 0 F.
    [Remboursement]
    [Appeler l'atelier]
    > [Remboursement]
    Commande 0042 : 12 500 F, c'est accordé. Vous serez prévenu quand c'est rendu. Pour parler à l'atelier : *humain*.
  `));
});

describe('E13 · who may, and how often', () => {
  test('E13 · Koffi has no right to it; the owner gives back of their own accord, once, in English', () => story(`
    # whatsapp Koffi
    > rembourser 42
    Seul le patron répond à un remboursement. Rien n'est fait.
    # whatsapp Afi
    > english
    We go on in English.
    *Atelier Afi* — hello Afi Kossou. Choose, or write *help*.
    [To deliver (0)] — Today, late, this week
    [Mark as ready] — Tell the client
    [Take money] — Cash or Mobile Money
    [New order] — Client, garment, price, day
    [More]
    > refund 42
    *0042* Awa Dossou, Boubou bazin: 12,500 F paid, and nobody has asked for anything. How much do you give back?
    [Refund 12,500 F]
    [A part]
    > [A part]
    How much do you give back, of 12,500 F? For example: *5000*
    > 3000
    Why? Your words stay in the history; with a refusal the client is told them.
    > the collar is not straight
    Atelier Afi
    Enter your PIN (4 to 6 digits):
    > 4321
    Agreed, Awa Dossou is told: *3,000 F* to give back (*0042*). When it is done, say how:
    [In cash]
    [By Mobile Money]
    [Keep as credit]
    # sms Awa
    Atelier Afi accepte de vous rendre 3 000 F (0042). Vous serez prevenu quand ce sera fait.
    # whatsapp Afi
    > [In cash]
    *3,000 F* given back in cash for *0042*. Awa Dossou is told.
    [Undo]
    # sms Awa
    Atelier Afi: 3 000 F vous ont ete rendus en especes (0042). Pas recu? Ecrivez HUMAIN
    # whatsapp Afi
    > refund
    Nothing to give back. To give money back of your own accord, write "refund" and the number.
  `));
});

test('E13 · what is paid nothing for is not given back; what two answer is answered once', async () => {
  const { quoted } = ordersOf(world);
  await quoted({ totalXof: 25_000 });
  await story(`
    # whatsapp Awa
    > remboursement 45
    Commande 0045 : il n'y a rien à rembourser.
    > remboursement 42
    Commande 0042 (Boubou bazin) : 12 500 F payés.
    Règle de *Atelier Afi* : l'atelier répond à chaque demande ; le travail déjà fait peut être déduit.
    Combien demandez-vous ?
    [Demander 12 500 F]
    [Une partie]
    > [Demander 12 500 F]
    Pourquoi demandez-vous 12 500 F ? L'atelier lit vos mots.
    > trop tard
    Demande envoyée à *Atelier Afi* : 12 500 F pour la commande 0042. Sa réponse arrive ici.
    # sms Afi
    Awa Dossou demande 12 500 F en retour (0042): trop tard. Repondez REMBOURSER 0042
    # whatsapp Afi
    > rembourser 42
    *Awa Dossou*, commande *0042* (Boubou bazin) : *12 500 F* à rendre ? Motif : trop tard (le 20/11). Payé sur cette commande : 12 500 F. Téléphone : 01 96 00 00 01.
    [Rendre 12 500 F]
    [Une partie]
    [Refuser]
    # sms Afi
    > rembourser 42
    0042 Awa Dossou, 12 500 F à rendre ? Motif : trop tard
    1.Rendre 12 500 F
    2.Une partie
    3.Refuser
    0.Retour
    > 1
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    # whatsapp Awa
    *Atelier Afi* accepte de vous rendre 12 500 F (commande 0042). Vous serez prévenu quand ce sera fait.
    # sms Afi
    Accorde : 12 500 F, 0042 Awa Dossou. Rendu comment ?
    1.En espèces
    2.Par Mobile Money
    3.Garder à son crédit
    0.Menu
    # whatsapp Afi
    > [Rendre 12 500 F]
    Ce bouton n'est plus valable. Voici où nous en sommes :
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > 4321
    Je n'ai pas compris « 4321 ».
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
  `);
});
