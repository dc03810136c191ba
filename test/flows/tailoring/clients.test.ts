import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('STY-39 · « Clients et mesures », as the workshop sees them', () => {
  test('STY-39 · on WhatsApp: found by the menu, measured in one line, every version kept', () => play(world, `
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
    > [Clients et mesures]
    *Clients et mesures* : 2 en tout. Que voulez-vous faire ?
    [Chercher]
    [Voir la liste]
    [Ajouter un client]
    > [Chercher]
    Qui cherchez-vous ? Un nom, un téléphone ou un numéro de commande. Par exemple : awa, 96000001 ou 42
    > dossou
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 12/03/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > [Mesures]
    Les mesures de qui, chez *Atelier Afi* ?
    [Awa Dossou]
    [Ajouter une personne]
    > [Awa Dossou]
    *Awa Dossou*, le 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Dicter]
    [Corriger une]
    > [Corriger une]
    Quelle mesure corriger ? Écrivez par exemple : po 96
    > po 100
    C'est gardé pour *Awa Dossou* : épaule 45, poitrine 100, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [La fiche]
    > [La fiche]
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > [Mesures]
    Les mesures de qui, chez *Atelier Afi* ?
    [Awa Dossou]
    [Ajouter une personne]
    > [Awa Dossou]
    *Awa Dossou*, le 20/11/2026 : épaule 45, poitrine 100, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Dicter]
    [Corriger une]
    [Versions]
    > [Versions]
    Les mesures de *Awa Dossou*, les dernières d'abord. Lesquelles voir ?
    [20/11/2026 Afi Kossou]
    [12/03/2026 Atelier Afi]
    > 2
    *Awa Dossou*, le 12/03/2026 (Atelier Afi) : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Les autres versions]
    > 0
    *Awa Dossou*, le 20/11/2026 : épaule 45, poitrine 100, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Dicter]
    [Corriger une]
    [Versions]
    > 1
    Dictez les mesures en centimètres : épaule, poitrine, taille, hanche, longueur, manche, cou. Par exemple : ep45 po98 ta80 ha102 lo140 ma60 co40, ou « po 100 le reste pareil ». Écrivez x pour celle que vous ne savez pas.
    > 0
    Les mesures de qui, chez *Atelier Afi* ?
    [Awa Dossou]
    [Ajouter une personne]
    > 0
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > [Dicter]
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > ep45 po98 ta80 ha202
    Je n'ai pas compris « ep45 po98 ta80 ha202 ».
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > Corriger
    Je n'ai pas compris « Corriger ».
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > ha 102
    Je n'ai pas compris « ha 102 ».
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > client zoe
    Je ne trouve pas « zoe » parmi vos clients.
    [Ajouter un client]
    [Chercher encore]
    > [Chercher encore]
    Qui cherchez-vous ? Un nom, un téléphone ou un numéro de commande. Par exemple : awa, 96000001 ou 42
    > 0
    *Clients et mesures* : 2 en tout. Que voulez-vous faire ?
    [Chercher]
    [Voir la liste]
    [Ajouter un client]
    > 0
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
  `));

  test('STY-39 · in one line: accents forgiven, by phone, by the number of an order', () => play(world, `
    # whatsapp Afi
    > client AWÀ
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > [Ses commandes]
    Les commandes de *Awa Dossou* :
    [0042 Boubou bazin PRET]
    > 1
    *0042* Awa Dossou, Boubou bazin : *PRÊTE*.
    Promis le 21/11 · tél. 01 96 00 00 01
    Total 25 000 F · payé 12 500 F · *reste 12 500 F*
    Pas de mesures · photos : 0
    Rien à coudre.
    [Livré]
    [Retouche]
    [Photo]
    [Annuler]
    > 0
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > 0
    *Clients et mesures* : 2 en tout. Que voulez-vous faire ?
    [Chercher]
    [Voir la liste]
    [Ajouter un client]
    > client 96000002
    *Jean Hounsou*, tél. 01 96 00 00 02
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *7 500 F*
    Pas de mesures
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > client 44
    *Jean Hounsou*, tél. 01 96 00 00 02
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *7 500 F*
    Pas de mesures
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > client jean hounsou
    *Jean Hounsou*, tél. 01 96 00 00 02
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *7 500 F*
    Pas de mesures
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > [Ses commandes]
    Les commandes de *Jean Hounsou* :
    [0044 Chemise en cours]
    > 0
    *Jean Hounsou*, tél. 01 96 00 00 02
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *7 500 F*
    Pas de mesures
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > 0
    *Clients et mesures* : 2 en tout. Que voulez-vous faire ?
    [Chercher]
    [Voir la liste]
    [Ajouter un client]
  `));
});
