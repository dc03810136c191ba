import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('STY-39 · a client who is new, or called otherwise', () => {
  test('STY-39 · somebody new is added, with an old phone or none, and orders', () => play(world, `
    # whatsapp Afi
    > client Rosine Ahoyo
    Je ne trouve pas « Rosine Ahoyo » parmi vos clients.
    [Ajouter un client]
    [Chercher encore]
    > [Ajouter un client]
    Téléphone du client ? (0 = sans téléphone)
    > 96000007
    Ce numéro a maintenant dix chiffres : *01 96 00 00 07*. C'est bien lui ?
    [Oui]
    [Autre numéro]
    > Oui
    Rosine Ahoyo est dans vos clients.
    *Rosine Ahoyo*, tél. 01 96 00 00 07
    Pas encore de commande
    Doit en tout : *0 F*
    Pas de mesures
    [Mesures]
    [Nouvelle commande]
    > [Nouvelle commande]
    Quel habit pour Rosine Ahoyo ?
    [Boubou]
    [Robe]
    [Chemise]
    [Pantalon]
    [Ensemble]
    [Tenue enfant]
    [Retouche]
    > 1
    Aucune mesure de Rosine Ahoyo ici. Les prendre maintenant ?
    [Dicter]
    [Plus tard]
    > 2
    Boubou pour Rosine Ahoyo : 25 000 F au barème. Quel prix ?
    [25 000 F]
    [Autre prix]
    [Prix plus tard]
    > 1
    Prêt le *28/11* ? C'est le premier jour libre.
    [Le 28/11]
    [Autre jour]
    > 1
    *Rosine Ahoyo*, Boubou. 25 000 F pour le 28/11. Places cette semaine : 1/12.
    [Enregistrer]
    [Urgent]
    > 1
    *0045* est notée : 25 000 F pour le 28/11. Rosine Ahoyo reçoit ce prix et répond oui ou non.
    # sms +2290196000007
    Atelier Afi: 0045 Boubou 25 000 F pour le 28/11. Repondez OUI 0045 ou NON 0045
    # whatsapp Afi
    > client rosine
    *Rosine Ahoyo*, tél. 01 96 00 00 07
    Commandes en cours : 1, la dernière du 20/11/2026
    Doit en tout : *0 F*
    Pas de mesures
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > clients
    *Clients et mesures* : 3 en tout. Que voulez-vous faire ?
    [Chercher]
    [Voir la liste]
    [Ajouter un client]
    > 3
    Téléphone du client ? (0 = sans téléphone)
    > 0
    Quel est le nom du client ?
    > 7
    Écrivez un nom, de 2 à 40 lettres.
    Quel est le nom du client ?
    > Maman Cica
    Maman Cica est dans vos clients.
    *Maman Cica*, sans téléphone
    Pas encore de commande
    Doit en tout : *0 F*
    Pas de mesures
    [Mesures]
    [Nouvelle commande]
    > 0
    *Clients et mesures* : 4 en tout. Que voulez-vous faire ?
    [Chercher]
    [Voir la liste]
    [Ajouter un client]
    > 2
    De qui s'agit-il ?
    [Awa Dossou 0001]
    [Jean Hounsou 0002]
    [Maman Cica]
    [Rosine Ahoyo 0007]
    > 3
    *Maman Cica*, sans téléphone
    Pas encore de commande
    Doit en tout : *0 F*
    Pas de mesures
    [Mesures]
    [Nouvelle commande]
  `));

  test('C6 · whoever changes their name keeps their measures', () => play(world, `
    # whatsapp Awa
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    [Voir]
    [Corriger mon nom]
    [Tout recevoir]
    [Tout supprimer]
    > 2
    Quel est le bon nom ?
    > Awa Ahouansou
    C'est corrigé : Awa Ahouansou.
    > mesures
    Les mesures de qui, chez *Atelier Afi* ?
    [Moi]
    [Ajouter une personne]
    > [Moi]
    *Awa Ahouansou*, le 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Dicter]
    [Corriger une]
    # whatsapp Afi
    > client ahouansou
    *Awa Ahouansou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 12/03/2026
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
    > [Mesures]
    Les mesures de qui, chez *Atelier Afi* ?
    [Awa Ahouansou]
    [Ajouter une personne]
    > 1
    *Awa Ahouansou*, le 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Dicter]
    [Corriger une]
    > client dossou
    Je ne trouve pas « dossou » parmi vos clients.
    [Ajouter un client]
    [Chercher encore]
  `));
});
