import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { enrolPerson } from '../../../src/domain/identity/enrol-person.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('STY-39 · many clients, and who may see them', () => {
  test('STY-39 · page by page, the card of the second page leads back to it', async () => {
    await many(15);
    await play(world, `
    # whatsapp Afi
    > client kossi-jean
    De qui s'agit-il ?
    [Kossi-Jean A 0110]
    [Kossi-Jean B 0111]
    [Kossi-Jean C 0112]
    [Kossi-Jean D 0113]
    [Kossi-Jean E 0114]
    [Kossi-Jean F 0115]
    [Les suivants]
    > [Les suivants]
    De qui s'agit-il ?
    [Kossi-Jean G 0116]
    [Kossi-Jean H 0117]
    [Kossi-Jean I 0118]
    [Kossi-Jean J 0119]
    [Kossi-Jean K 0120]
    [Kossi-Jean L 0121]
    [Les suivants]
    > 1
    *Kossi-Jean G*, tél. 01 96 00 01 16
    Pas encore de commande
    Doit en tout : *0 F*
    Pas de mesures
    [Mesures]
    [Nouvelle commande]
    > 0
    De qui s'agit-il ?
    [Kossi-Jean G 0116]
    [Kossi-Jean H 0117]
    [Kossi-Jean I 0118]
    [Kossi-Jean J 0119]
    [Kossi-Jean K 0120]
    [Kossi-Jean L 0121]
    [Les suivants]
    > 0
    De qui s'agit-il ?
    [Kossi-Jean A 0110]
    [Kossi-Jean B 0111]
    [Kossi-Jean C 0112]
    [Kossi-Jean D 0113]
    [Kossi-Jean E 0114]
    [Kossi-Jean F 0115]
    [Les suivants]
    > 0
    *Clients et mesures* : 17 en tout. Que voulez-vous faire ?
    [Chercher]
    [Voir la liste]
    [Ajouter un client]
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
    > 6
    CON Clients (17)
    1.Chercher
    2.Voir la liste
    3.Ajouter un client
    0.Retour
    > 1
    CON Nom, telephone ou no de commande
    ex: awa, 96000001, 42
    0.Retour
    > kossi-jean
    CON Quel client?
    1.Kossi-Jean A 0110
    2.Kossi-Jean B 0111
    3.Kossi-Jean C 0112
    4.Kossi-Jean D 0113
    5.Kossi-Jean E 0114
    6.Kossi-Jean F 0115
    7.Les suivants
    0.Retour
    > 7
    CON Quel client?
    1.Kossi-Jean G 0116
    2.Kossi-Jean H 0117
    3.Kossi-Jean I 0118
    4.Kossi-Jean J 0119
    5.Kossi-Jean K 0120
    6.Kossi-Jean L 0121
    7.Les suivants
    0.Retour
    > 1
    CON Kossi-Jean G 01 96 00 01 16
    En cours 0 Doit 0 F
    Pas de commande
    Pas de mesures
    1.Mesures
    2.Nouvelle commande
    0.Retour
  `);
  });

  test('STY-39 · an employee without any is told so; who may measure sees no money, and takes measures', async () => {
    await play(world, `
    # whatsapp Koffi
    > client awa
    Vous n'avez pas ce droit. Demandez au patron.
    # ussd Koffi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 2468
    CON Koffi Mensah - Atelier Afi
    1.Mes taches (1)
    2.Finir une etape
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    6.Clients
    7.Parler a une personne
    8.Langue
    0.Retour
    > 6
    END Pas le droit: voyez le patron.
  `);
    await world.db.member.updateMany({ where: { person: { fullName: 'Koffi Mensah' } }, data: { permissions: ['measures'] } });
    await play(world, `
    # whatsapp Koffi
    > client awa
    *Awa Dossou*
    Commandes en cours : 1, la dernière du 10/11/2026
    Mesures du 12/03/2026
    [Mesures]
    [Ses commandes]
    > [Mesures]
    Les mesures de qui, chez *Atelier Afi* ?
    [Awa Dossou]
    [Ajouter une personne]
    > 1
    *Awa Dossou*, le 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Dicter]
    [Corriger une]
    > [Dicter]
    Dictez les mesures en centimètres : épaule, poitrine, taille, hanche, longueur, manche, cou. Par exemple : ep45 po98 ta80 ha102 lo140 ma60 co40, ou « po 100 le reste pareil ». Écrivez x pour celle que vous ne savez pas.
    > ta 82 le reste pareil
    C'est gardé pour *Awa Dossou* : épaule 45, poitrine 98, taille 82, hanche 102, longueur 140, manche 60, cou 40.
    [La fiche]
    > client fifi
    Je ne trouve pas « fifi » parmi vos clients.
    [Ajouter un client]
    [Chercher encore]
    > [Ajouter un client]
    Téléphone du client ? (0 = sans téléphone)
    > 0
    Vous n'avez pas ce droit. Demandez au patron.
  `);
    await world.db.member.updateMany({ where: { person: { fullName: 'Koffi Mensah' } }, data: { permissions: ['orders'] } });
    await play(world, `
    # whatsapp Koffi
    > client awa
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
    > 1
    *Awa Dossou*, le 20/11/2026 : épaule 45, poitrine 98, taille 82, hanche 102, longueur 140, manche 60, cou 40.
    [Versions]
    > 0
    Les mesures de qui, chez *Atelier Afi* ?
    [Awa Dossou]
    > 0
    *Awa Dossou*, tél. 01 96 00 00 01
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *12 500 F*
    Mesures du 20/11/2026
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
    > [Mesures]
    Les mesures de qui, chez *Atelier Afi* ?
    [Jean Hounsou]
    > 1
    *Jean Hounsou* n'a pas encore de mesures ici.
    [La fiche]
    > [La fiche]
    *Jean Hounsou*, tél. 01 96 00 00 02
    Commandes en cours : 1, la dernière du 10/11/2026
    Doit en tout : *7 500 F*
    Pas de mesures
    [Mesures]
    [Ses commandes]
    [Nouvelle commande]
  `);
  });
});

/** Named so that they stand together. */
async function many(count: number): Promise<void> {
  const { id: tenantId } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'AFI' } });
  for (let at = 0; at < count; at++) {
    const personId = await world.db.$transaction((tx) => enrolPerson(tx, { name: `Kossi-Jean ${String.fromCharCode(65 + at)}`, phone: undefined, now: world.now() }));
    await world.db.client.create({ data: { tenantId, personId, tags: [], firstSource: 'test', phone: `+22901960001${at + 10}`, createdAt: world.now() } });
  }
}
