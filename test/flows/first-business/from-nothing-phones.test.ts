import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { books } from '../../helpers/books.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld({ cast: false })));
afterAll(() => world.close());

describe('J18, J2, J3, J4 · a workshop from nothing, without internet', () => {
  test('J18, J2, J3, J4 · opened and set up by dialling; a stranger dials and orders, agrees to the price, pays, collects and rates', async () => {
    expect(await world.db.tenant.count()).toBe(0);
    await play(world, `
    # ussd Afi
    > *384*22*2*1#
    CON Votre nom et prenom:
    0.Annuler
    > Afi Kossou
    CON Le nom de votre commerce:
    ex: Atelier Yawa
    0.Annuler
    > Maison Kassa
    CON Votre metier:
    ex: couture, broderie
    0.Retour
    > couture
    CON Votre ville et quartier:
    ex: Cotonou Akpakpa
    0.Retour
    > Cotonou
    CON Quand travaillez-vous?
    1.Lun-sam, 8h-18h
    2.Autres heures
    0.Retour
    > 1
    CON Votre code: KASSA
    Ils ecriront: commander KASSA
    1.Prendre ce code
    2.Un autre code
    0.Retour
    > 1
    CON L argent de vos clients va chez vous, leurs donnees ne servent qu a eux.
    1.Accepter
    0.Retour
    > 1
    CON Choisissez un PIN (4 a 6 chiffres, a vous seul):
    0.Retour
    > 7391
    CON Le meme PIN, encore une fois:
    0.Retour
    > 7391
    END Maison Kassa est ouvert. Code KASSA. Vos clients composent *384*22# ou ecrivent: commander KASSA. Affiche par SMS.
    # sms Afi
    Maison Kassa est ouvert. Code client : KASSA. Votre affiche :
    http://localhost:0/r/…
    # ussd Afi
    > *384*22#
    CON Maison Kassa
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 7391
    CON Maison Kassa
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
    > 7
    END La page pour vos cles FedaPay part par SMS. Elle vit 30 minutes.
    # sms Afi
    Tapez vos clés FedaPay sur cette page, valable 30 minutes :
    http://localhost:0/keys/…
    # ussd Afi
    > /keys sk_sandbox_of_kassa wh_sandbox_of_kassa
    Page: FedaPay est relié
    # sms Afi
    Maison Kassa: FedaPay est relie. Ce n etait pas vous? Repondez HUMAIN
    # ussd Jean
    > *384*22*1*1#
    CON Votre nom et prenom:
    0.Annuler
    > Jean Hounsou
    CON Bonjour Jean Hounsou
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 2
    CON Code de l atelier (sur son affiche):
    ex: Afi
    0.Retour
    > kassa
    CON Maison Kassa: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 1
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 1 normal
    CON Vos mesures:
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 2
    CON Mesures Boubou 1/2 en cm, dans l ordre:
    epaule poitrine longueur manche
    ex: 45 98 140 60
    (x si inconnu)
    0.Retour
    > 45 98 140 60
    CON Mesures 2/2 en cm:
    cou
    ex: 40
    0.Retour
    > 40
    CON Verifiez: epaule 45 poitrine 98 longueur 140 manche 60 cou 40
    1.Bon
    2.Corriger une (ex: po 96)
    0.Annuler
    > 1
    CON Boubou pour le 28/11
    L atelier vous enverra son prix.
    1.Demander le prix
    2.Modifier
    0.Annuler
    > 1
    END Demande 0001 envoyee a Maison Kassa. Le devis vous sera envoye par SMS.
    # sms Afi
    Demande 0001 Jean Hounsou Boubou pour le 28/11. Repondez DEVIS 0001 et le prix
    > devis 1 25000
    0001 Jean Hounsou : 25 000 F pour le 28/11. Le client recoit le prix.
    # sms Jean
    Maison Kassa: 0001 Boubou 25 000 F pour le 28/11. Repondez OUI 0001 ou NON 0001
    > oui 1
    # sms Afi
    0001 Jean Hounsou Boubou confirmee: 25 000 F, pour le 28/11.
    # sms Jean
    0001 confirmée à 25 000 F.
    Payer 12 500 F pour 0001 avec le 01 96 00 00 02 ?
    1.MoMo Test
    2.Autre numéro
    3.Payer une partie
    4.Carte, Wave, Orange
    0.Annuler
    > 1
    Validez 12 500 F: code MoMo Test sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Maison Kassa 0001, 12500 F, momo_test
    # sms Afi
    Nouvelle commande 0001 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
    # sms Jean
    Maison Kassa: 12 500 F recus pour 0001. Reste 12 500 F. Recu R-2026-0001.
    # sms Afi
    > pret 1
    0001 Jean Hounsou est PRET, reste 12 500 F. Client prevenu dans 60 s.
    1.Annuler
    0.Menu
    > /wait 60s
    # sms Jean
    Maison Kassa: 0001 Boubou est PRET. Reste 12 500 F. Payez: *384*22#
    > payer 1
    Payer 12 500 F pour 0001 avec le 01 96 00 00 02 ?
    1.MoMo Test
    2.Autre numéro
    3.Payer une partie
    4.Carte, Wave, Orange
    0.Annuler
    > 1
    Validez 12 500 F: code MoMo Test sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Maison Kassa 0001, 12500 F, momo_test
    # sms Afi
    Commande 0001: 12 500 F recus, payee a 100%. Reste 0 F.
    # sms Jean
    Maison Kassa: 12 500 F recus, 0001 est entierement payee, merci. Recu R-2026-0002.
    # sms Afi
    > livre 1
    0001 Jean Hounsou : LIVRÉE. Remerciements envoyes.
    # sms Jean
    Maison Kassa: 0001 Boubou est livre. Merci de votre confiance.
    # sms Afi
    > /wait 2d
    # sms Jean
    Maison Kassa: tout va bien avec 0001 Boubou? Note de 1 a 5, par exemple: AVIS 0001 5
    > 4
    Merci ! 4 sur 5 pour la commande 0001, chez Maison Kassa.
  `);
    expect(await books(world, 'KASSA')).toEqual({ others: 0, debit: 25_000, credit: 25_000, told: ['approved', 'approved'], order: { status: 'delivered', paid: 25_000, rating: 4 } });
  });
});
