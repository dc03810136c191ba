import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J14 · goods in and count without WhatsApp', () => {
  test('J14 · by SMS: against the order in two parts, undone, counted; much of it waits for the owner, and what was sold meanwhile', async () => {
    await world.db.member.updateMany({ where: { person: { fullName: 'Fatou Ba' } }, data: { permissions: ['sales', 'stock'] } });
    await play(world, `
    # sms Moussa
    > commander bougies 10
    10 x Bougies x6 a 500 F = 5 000 F chez Marché Tilène. J'envoie ?
    1.Oui, envoyer
    2.Modifier
    0.Annuler
    > 1
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    BC-1 envoye a Marché Tilène: 5 000 F. Sa reponse suit.
    1.Annuler
    0.Menu
    # sms +221770000021
    Boutique Diop commande (BC-1): 10 Bougies x6 a 500 F = 5 000 F. Repondez OUI et le jour (OUI JEUDI), ou NON
    # sms Moussa
    > entree bougies 6 a 480 TILENE
    Entré 6 x Bougies x6 à 480 F. Stock 24. BC-1 : 4 à venir.
    1.Annuler
    0.Menu
    > entree bougies 5 a 500 TILENE
    Entré 5 x Bougies x6 à 500 F. Stock 29. BC-1 : 1 de plus que commandé.
    1.Annuler
    0.Menu
    > 1
    Entrée annulée. Stock 24 x Bougies x6.
    > entree bougies 4 a 500 tilene
    Entré 4 x Bougies x6 à 500 F. Stock 28. BC-1 : tout est arrivé.
    1.Annuler
    0.Menu
    > entree bougies 5 cartons a 500
    Bougies x6 : rien n'est entré, se compte en paquet.
    > inventaire bougies 29
    Bougies x6 : 29 au lieu de 28 (496 F). Pourquoi ?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 4
    Bougies x6 : combien comptés ?
    0.Annuler
    > 28
    Bougies x6 : 28, le compte est juste.
    1.Compter autre chose
    0.Menu
    > inventaire bougies 27
    Bougies x6 : 27 au lieu de 28 (496 F). Pourquoi ?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 1
    Corrige: stock 27, Bougies x6.
    1.Compter autre chose
    0.Menu
    # sms Fatou
    > inventaire charbon 5
    Charbon de bois sac : 5 au lieu de 9 (15 200 F). Pourquoi ?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 2
    # sms Moussa
    Inventaire I-2 Charbon de bois sac: ecart -4 (15 200 F). VALIDER I-2 ou REJETER I-2
    # sms Fatou
    Ecart note (I-2): le patron doit accepter.
    1.Compter autre chose
    0.Menu
    > vente charbon 6
    6 x Charbon de bois sac = 27 000 F ? D'habitude 1.
    1.Oui
    2.Corriger
    0.Annuler
    > 1
    # sms Moussa
    STOCK FAIBLE Charbon de bois sac: 3, mini 4, 5 j. Rupture 26/11. Commandez 7 sacs. Repondez COMMANDER Charbon de bois
    # sms Fatou
    V-1: 6 x Charbon de bois sac = 27 000 F. Reste 3, FAIBLE (mini 4). Erreur ? ANNULE V-1
    1.Annuler
    0.Menu
    # sms Moussa
    > valider I-2
    On a vendu depuis : il en reste moins que l'écart. Comptez de nouveau, ou refusez l'écart.
    > rejeter I-2
    Charbon de bois sac : écart refusé. Stock 3.
    > inventaire charbon 3
    Charbon de bois sac : 3, le compte est juste.
    1.Compter autre chose
    0.Menu
  `);
  });

  test('J14 · on USSD: what came, and what was counted', async () => {
    await world.db.member.updateMany({ where: { person: { fullName: 'Fatou Ba' } }, data: { permissions: ['sales', 'stock'] } });
    await play(world, `
    # ussd Moussa
    > *384*22#
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Boutique Diop
    1.Vendre
    2.Stock d un produit
    3.Entree de stock
    4.Ruptures (0)
    5.A commander (25)
    6.Rapport
    7.Carnet credit
    8.Plus
    0.Quitter
    > 3
    CON Entree: produit et quantite
    ex: riz 10 a 17500
    0.Retour
    > savon x6 10 a 1250
    CON Entree 10 Savon x6 a 1 250 F. Stock 30.
    1.Annuler
    0.Menu
    > 1
    END Entree annulee. Stock 20.
    > *384*22#
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Boutique Diop
    1.Vendre
    2.Stock d un produit
    3.Entree de stock
    4.Ruptures (0)
    5.A commander (25)
    6.Rapport
    7.Carnet credit
    8.Plus
    0.Quitter
    > 3
    CON Entree: produit et quantite
    ex: riz 10 a 17500
    0.Retour
    > savon x6 5
    CON Entree 5 Savon x6 a 1 300 F. Stock 25.
    1.Annuler
    0.Menu
    > 0
    CON Boutique Diop
    1.Vendre
    2.Stock d un produit
    3.Entree de stock
    4.Ruptures (0)
    5.A commander (25)
    6.Rapport
    7.Carnet credit
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    1.Inventaire
    2.Manque
    3.Annuler
    4.Caisse
    5.Fiche produit
    7.Parler a une personne
    8.Langue
    6.Savoir
    0.Retour
    > 1
    CON Inventaire: produit et compte
    ex: riz 16
    0.Retour
    > savon x6 24
    CON Savon x6: 24 au lieu de 25 (1 300 F). Pourquoi?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 1
    CON Corrige: stock 24, Savon x6.
    1.Compter autre chose
    0.Menu
    # ussd Fatou
    > *384*22#
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 2468
    CON Fatou Ba - Boutique Diop
    1.Vendre
    2.Stock d un produit
    3.Entree de stock
    4.Ruptures (0)
    7.Carnet credit
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    1.Inventaire
    2.Manque
    3.Annuler
    4.Caisse
    7.Parler a une personne
    8.Langue
    0.Retour
    > 1
    CON Inventaire: produit et compte
    ex: riz 16
    0.Retour
    > savon x6 20
    CON Savon x6: 20 au lieu de 24 (5 200 F). Pourquoi?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 2
    CON Ecart note (I-4): le patron doit accepter.
    1.Compter autre chose
    0.Menu
    # sms Moussa
    Inventaire I-4 Savon x6: ecart -4 (5 200 F). VALIDER I-4 ou REJETER I-4
  `);
  });
});
