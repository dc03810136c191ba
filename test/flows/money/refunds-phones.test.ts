import { afterEach, beforeEach, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => (world = await openWorld()));
afterEach(() => world.close());
const story = (script: string) => play(world, script);

describe('E13 · a refund without WhatsApp', () => {
  test('E13 · by SMS, the client and the owner', () => story(`
    # sms Jean
    > remboursement 44
    0044 : 7 500 F payes. Règle : le travail déjà fait peut etre déduit.
    1.Demander tout
    2.Une partie
    0.Annuler
    > 1
    Pourquoi demandez-vous 7 500 F ? L'atelier lit vos mots.
    0.Annuler
    > je voyage demain
    Demande envoyée : 7 500 F pour 0044. Atelier Afi vous répond.
    # sms Afi
    Jean Hounsou demande 7 500 F en retour (0044): je voyage demain. Repondez REMBOURSER 0044
    > rembourser 44
    0044 Jean Hounsou, 7 500 F à rendre ? Motif : je voyage demain
    1.Rendre 7 500 F
    2.Une partie
    3.Refuser
    0.Retour
    > 1
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    # sms Jean
    Atelier Afi accepte de vous rendre 7 500 F (0044). Vous serez prevenu quand ce sera fait.
    # sms Afi
    Accorde : 7 500 F, 0044 Jean Hounsou. Rendu comment ?
    1.En espèces
    2.Par Mobile Money
    3.Garder à son crédit
    0.Menu
    > 2
    Référence du transfert (SMS de l'opérateur) ?
    0.Annuler
    > 26112010421234
    # sms Jean
    Atelier Afi: 7 500 F rendus par Mobile Money (0044), ref 26112010421234. Pas recu? Ecrivez HUMAIN
    # sms Afi
    7 500 F rendus par MoMo, 0044 Jean Hounsou. La personne est prévenue.
    1.Annuler
    0.Menu
  `));

  test('E13 · on USSD, the client and the owner', () => story(`
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > remboursement 42
    CON 0042: 12 500 F payes. Travail fait peut etre deduit.
    1.Demander tout
    2.Une partie
    0.Annuler
    > 2
    CON Combien? Max 12 500 F
    ex: 5000
    0.Annuler
    > 5000
    CON Pourquoi? (lu par l atelier)
    ex: trop tard pour la fete
    0.Annuler
    > trop tard pour la fete
    END Demande envoyee: 5 000 F pour 0042. Atelier Afi vous repond.
    # sms Afi
    Awa Dossou demande 5 000 F en retour (0042): trop tard pour la fete. Repondez REMBOURSER 0042
    # ussd Afi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Atelier Afi
    1.A livrer (0)
    2.Marquer PRET
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
    > 3
    CON Argent
    1.Encaisser
    2.A rembourser (1)
    0.Retour
    > 2
    CON A rembourser
    1.0042 Awa D. 5 000F demande
    0.Menu
    > 1
    CON 0042 Awa Dossou: 5 000 F
    trop tard pour la fete
    1.Rendre tout
    2.Une partie
    3.Refuser
    0.Retour
    > 1
    CON Accorde: 5 000 F, 0042 Awa Dossou
    1.Rendu en especes
    2.Rendu par MoMo
    3.Garde au credit
    0.Menu
    # sms Awa
    Atelier Afi accepte de vous rendre 5 000 F (0042). Vous serez prevenu quand ce sera fait.
    # ussd Afi
    > 1
    CON 5 000 F rendus en especes, 0042 Awa Dossou. Personne prevenue.
    1.Annuler
    0.Menu
    # sms Awa
    Atelier Afi: 5 000 F vous ont ete rendus en especes (0042). Pas recu? Ecrivez HUMAIN
    # ussd Afi
    > 2
    CON Choix non valide: 2
    5 000 F rendus en especes, 0042 Awa Dossou. Personne prevenue.
    1.Annuler
    0.Menu
  `));
});
