import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('O1 · Afi looks at what is to be delivered', () => {
  test('O1 · the list, an order, and what may be done with it', () => play(world, `
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > [À livrer (0)]
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
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
    > retour
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
    > retour
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > a livrer
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
    > [0044 Jean H. Chemise]
    *0044* Jean Hounsou, Chemise : *en cours*.
    Promis le 24/11 · tél. 01 96 00 00 02
    Total 15 000 F · payé 7 500 F · *reste 7 500 F*
    Pas de mesures · photos : 0
    Reste à faire : coupe, couture, finition, contrôle.
    [Étape finie]
    [Prêt]
    [Date]
    [Photo]
    [Employé]
    [Essayage]
    [En pause]
    [Annuler]
    > [En pause]
    Mettre *0044* Jean Hounsou en pause : écrivez pourquoi, le motif est gardé. La personne est prévenue.
    > no
    Un motif de trois lettres au moins.
    Mettre *0044* Jean Hounsou en pause : écrivez pourquoi, le motif est gardé. La personne est prévenue.
    > cliente malade
    *0044* Jean Hounsou : en pause.
    [La commande]
    [La liste]
    # sms Jean
    Atelier Afi: 0044 Chemise est en pause. Nous vous dirons quand elle reprend.
    # whatsapp Afi
    > [La commande]
    *0044* Jean Hounsou, Chemise : *en pause*.
    Promis le 24/11 · tél. 01 96 00 00 02
    Total 15 000 F · payé 7 500 F · *reste 7 500 F*
    Pas de mesures · photos : 0
    Reste à faire : coupe, couture, finition, contrôle.
    [Reprendre]
    [Date]
    [Photo]
    [Employé]
    [Annuler]
    > [Reprendre]
    *0044* Jean Hounsou : le travail reprend.
    [La commande]
    [La liste]
    # sms Jean
    Atelier Afi: 0044 Chemise reprend. Nous vous dirons quand c'est pret.
    # whatsapp Afi
    > [La commande]
    *0044* Jean Hounsou, Chemise : *en cours*.
    Promis le 24/11 · tél. 01 96 00 00 02
    Total 15 000 F · payé 7 500 F · *reste 7 500 F*
    Pas de mesures · photos : 0
    Reste à faire : coupe, couture, finition, contrôle.
    [Étape finie]
    [Prêt]
    [Date]
    [Photo]
    [Employé]
    [Essayage]
    [En pause]
    [Annuler]
    > [Essayage]
    *0044* Jean Hounsou : à l'essayage.
    [La commande]
    [La liste]
    > [La commande]
    *0044* Jean Hounsou, Chemise : *à l'essayage*.
    Promis le 24/11 · tél. 01 96 00 00 02
    Total 15 000 F · payé 7 500 F · *reste 7 500 F*
    Pas de mesures · photos : 0
    Reste à faire : coupe, couture, finition, contrôle.
    [Prêt]
    [Retouche]
    [Étape finie]
    [Date]
    [Photo]
    [Employé]
    [En pause]
    [Annuler]
    > [Retouche]
    *0044* Jean Hounsou : à reprendre, finition et contrôle sont à refaire.
    [La commande]
    [La liste]
    > [La liste]
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
  `));

  test('O1 · on USSD', () => play(world, `
    # ussd Afi
    > *384*22#
    CON Reprendre: les commandes a livrer?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
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
    > 1
    CON A livrer (retard 0)
    1.0042 Awa D. Boubou bazin 21/11
    2.0044 Jean H. Chemise 24/11
    0.Retour
    > 2
    CON 0044 Jean Hounsou Chemise
    en cours 24/11
    Total 15 000 F Reste 7 500 F
    1.Etape finie
    2.Pret
    3.Date
    4.Photo
    5.Employe
    6.Essayage
    7.En pause
    8.Annuler
    0.Retour
    > 9
    CON Choix non valide: 9
    0044 Jean Hounsou Chemise
    en cours 24/11
    Total 15 000 F Reste 7 500 F
    1.Etape finie
    2.Pret
    3.Date
    4.Photo
    5.Employe
    9.Suite
    0.Retour
    > 0
    CON A livrer (retard 0)
    1.0042 Awa D. Boubou bazin 21/11
    2.0044 Jean H. Chemise 24/11
    0.Retour
    > 0
    CON Atelier Afi
    1.A livrer (0)
    2.Marquer PRET
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
  `));

  test('O1 · by SMS, in English', () => play(world, `
    # sms Afi
    > english
    We go on in English.
    Atelier Afi
    1.To deliver (0)
    2.Mark as ready
    3.Take money
    5.New order
    8.More
    0.Quit
    > to deliver
    To deliver (late 0)
    1.0042 Awa D. Boubou bazin 21/11
    2.0044 Jean H. Chemise 24/11
    0.Back
    > 1
    0042 Awa Dossou Boubou bazin READY, promised 21/11. 01 96 00 00 01. Total 25,000 F Left 12,500 F
    1.Delivered
    2.Alteration
    3.Photo
    4.Cancel
    0.Back
    > 2
    0042: to be taken up again, finishing and check are to be done again.
    1.The order
    2.The list
    0.Menu
  `));
});
