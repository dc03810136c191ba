import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J6 · Koffi sews', () => {
  test('J6 · stage by stage, the last one proposed to the owner, who says that it is ready', () => play(world, `
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    # whatsapp Koffi
    > fini 44 coupe
    *0044* Jean Hounsou, Chemise : coupe ✔. Reste : couture, finition, contrôle.
    > fini 44 coupe
    *0044* Jean Hounsou, Chemise : cette étape est déjà finie (Koffi Mensah).
    > fini 42 couture
    *0042* Awa Dossou, Boubou bazin : elle n'est plus en couture.
    > pret 44
    *0044* Jean Hounsou : vous n'avez pas ce droit, demandez au patron.
    > menu
    Koffi Mensah, *Atelier Afi*. Choisissez, ou écrivez *aide*.
    [Mes tâches (1)] — Ce qui est à coudre
    [Finir une étape] — Coupe, couture, finition
    [Plus]
    > 1
    Vos tâches : choisissez une commande, ou écrivez *fini 42 couture*.
    [0044 Jean H. Chemise] — couture
    > 1
    *0044* Jean Hounsou, Chemise : *en cours*.
    Promis le 24/11
    Pas de mesures · photos : 0
    Reste à faire : couture, finition, contrôle.
    [Étape finie]
    [Photo]
    [Problème]
    > [Problème]
    Quel est le problème avec *0044* Jean Hounsou ? Le patron lit vos mots.
    > il manque deux boutons
    # whatsapp Afi
    Un problème sur la commande 0044 de Jean Hounsou (Chemise), signalé par Koffi Mensah qui vous écrit ceci : « il manque deux boutons ».
    # whatsapp Koffi
    *0044* Jean Hounsou : le patron est prévenu.
    [La commande]
    [La liste]
    > fini 44 couture
    *0044* Jean Hounsou, Chemise : couture ✔. Reste : finition, contrôle.
    > fini 44 finition
    *0044* Jean Hounsou, Chemise : finition ✔. Reste : contrôle.
    > fini 44 controle
    *0044* Jean Hounsou, Chemise : contrôle ✔, tout est fait. Proposer PRÊT au patron ?
    [Oui]
    [Pas encore]
    > [Oui]
    # whatsapp Afi
    La commande 0044 de Jean Hounsou (Chemise) est entièrement finie, nous dit Koffi Mensah. Est-elle prête à remettre ?
    [Marquer prête]
    # whatsapp Koffi
    *0044* : le patron est prévenu, c'est lui qui dira PRÊT.
    # whatsapp Afi
    > [Marquer prête]
    *0044* Jean Hounsou, Chemise, reste 7 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
  `));

  test('J6 · E2 · on USSD, and an order of another employee', async () => {
    await world.db.order.updateMany({ where: { seq: 44 }, data: { status: 'in_progress', readyAt: null } });
    await world.db.orderTask.updateMany({ data: { doneAt: null, doneBy: null } });
    await play(world, `
    # whatsapp Afi
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
    > [Employé]
    Qui coud *0044* Jean Hounsou ?
    [Afi Kossou]
    [Koffi Mensah]
    > [Afi Kossou]
    *0044* Jean Hounsou : confiée à Afi Kossou.
    [La commande]
    [La liste]
    # ussd Koffi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 2468
    CON Koffi Mensah - Atelier Afi
    1.Mes taches (0)
    2.Finir une etape
    8.Plus
    0.Quitter
    > 2
    CON Numero de la commande:
    ex: 42
    0.Retour
    > 44
    CON Etape finie pour 0044:
    1.Coupe
    2.Couture
    3.Broderie
    4.Finition
    5.Controle
    0.Retour
    > 2
    END 0044: elle est confiee a Afi Kossou.
    # sms Koffi
    > english
    We go on in English.
    Koffi Mensah - Atelier Afi
    1.My tasks (0)
    2.Finish a stage
    8.More
    0.Quit
    > done 44 sewing
    0044: it is given to Afi Kossou.
  `);
  });
});
