import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J2 · a workshop that asks for no deposit', () => {
  test('J2 · the same by SMS and on USSD, with the price of a quote', () => play(world, `
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
    > 8
    CON Autres services
    1.Employes
    4.Ouvert / ferme
    5.Mon code client
    6.Clients
    7.Parler a une personne
    8.Langue
    9.PIN
    0.Retour
    > 4
    CON Reglages
    1.Ouvert / ferme
    2.Jours fermes
    3.Horaires
    4.Capacite
    5.Acompte
    6.Prix
    7.FedaPay
    8.Recus
    0.Retour
    > 5
    CON Acompte demande:
    1.Aucun acompte
    2.La moitie
    3.Autre pourcentage
    0.Retour
    > 1
    END C est note. Ouvert aux commandes. Capacite 12. Acompte 0%.
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
    > 2
    CON Commander chez:
    1.Atelier Afi
    3.Code d un atelier
    0.Retour
    > 1
    CON Atelier Afi: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 4
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 2 normal
    CON Vos mesures:
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 3
    CON Pantalon chez Atelier Afi
    Prix 10 000 F pret le 26/11
    Sans acompte
    1.Valider
    2.Modifier
    0.Annuler
    > 1
    END Commande 0045 confirmee chez Atelier Afi, pour le 26/11. 10 000 F a payer au retrait.
    # sms Afi
    Nouvelle commande 0045 Jean Hounsou Pantalon pour le 26/11, 10 000 F.
    # sms Awa
    > commander AFI
    Atelier Afi : quel habit ?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (écrire)
    0.Retour
    > 4
    Qui fournit le tissu ?
    1.Moi
    2.L'atelier
    0.Retour
    > 2
    Pour quand ?
    1.Normal 26/11
    2.Rapide 25/11
    3.Urgent 24/11
    0.Retour
    > 1
    Vos mesures :
    1.Garder
    2.Dicter
    3.L'atelier me mesure
    4.Une autre personne
    0.Retour
    > 3
    Pantalon chez Atelier Afi, pour le 26/11. Prix 10 000 F, sans acompte.
    1.Valider
    2.Modifier
    0.Annuler
    > 1
    # sms Afi
    Nouvelle commande 0046 Awa Dossou Pantalon pour le 26/11, 10 000 F.
    # sms Awa
    Commande 0046 confirmée chez Atelier Afi, pour le 26/11. 10 000 F au retrait.
    # whatsapp Afi
    > devis 46 12000
    *0046* Awa Dossou : le prix ne change plus : le travail a commencé, de l'argent est reçu, ou elle est finie.
    # sms Jean
    > commander AFI
    Atelier Afi : quel habit ?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (écrire)
    0.Retour
    > 5
    Qui fournit le tissu ?
    1.Moi
    2.L'atelier
    0.Retour
    > 1
    Pour quand ?
    1.Normal 02/12
    2.Rapide 28/11
    3.Urgent 26/11
    0.Retour
    > 1
    Vos mesures :
    2.Dicter
    3.L'atelier me mesure
    4.Une autre personne
    0.Retour
    > 3
    Ensemble chez Atelier Afi pour le 02/12. L'atelier vous enverra son prix.
    1.Demander le prix
    2.Modifier
    0.Annuler
    > 1
    # whatsapp Afi
    Demande 0047 : Jean Hounsou, Ensemble, pour le 02/12. Photos et vocaux joints : 0. Donnez votre prix : écrivez « devis », le numéro et le prix.
    [Donner le prix]
    [Voir la commande]
    # sms Jean
    Demande 0047 envoyée à Atelier Afi. Vous recevrez son devis.
    # whatsapp Afi
    > devis 48 30000
    Je ne trouve pas 0048 chez vous. Laquelle ?
    [0042 Awa D. Boubou bazin]
    [0044 Jean H. Chemise]
    [0045 Jean H. Pantalon]
    [Autre numéro]
    # sms Jean
    > oui 48
    Je ne trouve pas 0048 chez vous. Laquelle ?
    1.0044 Chemise Atelier Afi
    2.0045 Pantalon Atelier Afi
    3.0047 Ensemble Atelier Afi
    4.Voir mes commandes
    5.Autre numéro
    0.Retour
  `));
});
