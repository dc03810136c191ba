import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E34 · somebody counts while others sell and count', () => {
  test('E34 · a sale between the count and its cause: compared again, and none of it is put back', async () => {
    await world.db.member.updateMany({ where: { person: { fullName: 'Fatou Ba' } }, data: { permissions: ['sales', 'stock'] } });
    await play(world, `
    # whatsapp Moussa
    > inventaire savon x6 18
    *Savon x6* : 18 comptés, 20 attendus. Il en manque 2 (2 600 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    # sms Fatou
    > vente savon x6 1
    V-1: 1 x Savon x6 = 1 600 F. Reste 19. Erreur ? ANNULE V-1
    1.Annuler
    0.Menu
    # whatsapp Moussa
    > [Perte]
    *Savon x6* : le stock a bougé entre-temps, rien n'est encore corrigé. 18 comptés, 19 attendus maintenant. Il en manque 1 (1 300 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    > [Perte]
    Corrigé : 18 × Savon x6 en stock.
    [Compter autre chose]
    > inventaire savon x6 17
    *Savon x6* : 17 comptés, 18 attendus. Il en manque 1 (1 300 F). Pourquoi ?
    [Perte]
    [Vol]
    [Erreur]
    [Recompter]
    # sms Moussa
    > inventaire savon x6 17
    Savon x6 : 17 au lieu de 18 (1 300 F). Pourquoi ?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    # sms Fatou
    > vente savon x6 1
    V-2: 1 x Savon x6 = 1 600 F. Reste 17. Erreur ? ANNULE V-2
    1.Annuler
    0.Menu
    # sms Moussa
    > 1
    Savon x6 a bougé : 17 attendus, 17 comptés, juste. Compté avant ? Recomptez.
    1.Recompter
    2.Compter autre chose
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
    > bougies 17
    CON Bougies x6: 17 au lieu de 18 (500 F). Pourquoi?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    # sms Moussa
    > vente bougies 1
    V-3: 1 x Bougies x6 = 700 F. Reste 17. Erreur ? ANNULE V-3
    1.Annuler
    0.Menu
    # ussd Fatou
    > 1
    CON Bougies x6 a bouge: 17 attendus, 17 comptes, juste. Compte avant? Recomptez.
    1.Recompter
    2.Compter autre chose
    0.Menu
    > 1
    CON Bougies x6:
    combien comptes?
    0.Annuler
    > 17
    CON Bougies x6: 17, compte juste.
    1.Compter autre chose
    0.Menu
  `);
  });

  test('E34 · the same is missing twice: the owner is told that the older count no longer holds', () => play(world, `
    # sms Fatou
    > inventaire charbon 5
    Charbon de bois sac : 5 au lieu de 9 (15 200 F). Pourquoi ?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 1
    # whatsapp Moussa
    Inventaire I-2, Charbon de bois sac : écart de -4 (15 200 F). L'acceptez-vous ?
    [J'accepte]
    [Je refuse]
    # sms Fatou
    Ecart note (I-2): le patron doit accepter.
    1.Compter autre chose
    0.Menu
    > inventaire charbon 5
    Charbon de bois sac : 5 au lieu de 9 (15 200 F). Pourquoi ?
    1.Perte
    2.Vol
    3.Erreur
    4.Recompter
    0.Annuler
    > 1
    # whatsapp Moussa
    Inventaire I-3, Charbon de bois sac : écart de -4 (15 200 F). L'acceptez-vous ?
    [J'accepte]
    [Je refuse]
    # sms Fatou
    Ecart note (I-3): le patron doit accepter.
    1.Compter autre chose
    0.Menu
    # whatsapp Moussa
    > valider I-2
    Ce produit a été compté de nouveau depuis : ce compte-là ne vaut plus. Rien n'a changé.
    > valider I-3
    *Charbon de bois sac* : écart accepté. 5 en stock.
    > rejeter I-2
    Ce produit a été compté de nouveau depuis : ce compte-là ne vaut plus. Rien n'a changé.
    > stock charbon
    *Charbon de bois sac* : *5* en stock, 0 gardé, 0 en commande. Minimum 4. Prix 4 500 F, coût moyen 3 800 F.
    Tout va bien. Couvre 8,4 j, rupture vers le 28/11 (entre le 24/11 et le 04/12). Conseil : commander 5.
    Au 20/11 09:01.
    [Vendre]
    [Entrée]
    [Graphique]
  `));
});
