import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  // What the cast waits for is another story.
  await world.db.due.deleteMany();
});
afterAll(() => world.close());

const settings = async () => (await world.db.tenant.findUniqueOrThrow({ where: { code: 'AFI' } })).settings;

describe('J18 · an owner sets the workshop by chat', () => {
  test('J18 · by written lines: a closed day, orders shut and open, capacity', async () => {
    await play(world, `
    # whatsapp Afi
    > ferme 24/12
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Fermé : 24/12. Commandes par semaine : 12. Acompte : 50 %.
    > ferme
    C'est noté. Fermé aux nouvelles commandes. Travail : lun-sam. Fermé : 24/12. Commandes par semaine : 12. Acompte : 50 %.
    > ouvre
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Fermé : 24/12. Commandes par semaine : 12. Acompte : 50 %.
    > capacite 15
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Fermé : 24/12. Commandes par semaine : 15. Acompte : 50 %.
    > capacité
    Combien de commandes par semaine au plus ? 999 : sans limite.
    > beaucoup
    Un nombre, comme 12.
    Combien de commandes par semaine au plus ? 999 : sans limite.
    > 12
    C'est noté. Ouvert aux commandes. Travail : lun-sam. Fermé : 24/12. Commandes par semaine : 12. Acompte : 50 %.
    > ferme 01/11
    Je n'ai pas su lire ce jour, ou il est passé.
    [Recommencer]
  `);
    expect(await settings()).toMatchObject({ capacityPerWeek: 12, takesOrders: true, depositPct: 50 });
    expect(await world.db.closedDay.count()).toBe(1);
    expect((await world.db.auditLog.findMany({ where: { tenantId: { not: null } }, orderBy: { id: 'asc' } })).map(({ action }) => action)).toEqual(['day.closed', 'settings.changed', 'settings.changed', 'settings.changed', 'settings.changed']);
  });

  test('J18 · by the menu on USSD: deposit, a price, a garment more', async () => {
    await play(world, `
    # ussd Afi
    > *384*22#
    CON Reprendre: vos reglages?
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
    > 3
    CON Acompte en % du prix:
    ex: 30
    0.Retour
    > 150
    CON Un nombre de 1 a 100.
    Acompte en % du prix:
    ex: 30
    0.Retour
    > 40%
    END C est note. Ouvert aux commandes. Capacite 12. Acompte 40%.
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
    > 6
    CON Quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Ajouter un habit
    0.Retour
    > 8
    CON Habit a ajouter:
    ex: Grand boubou
    0.Retour
    > Grand boubou
    CON Prix:
    ex: 25000 ou devis
    0.Retour
    > 30 000
    CON Jours de travail:
    ex: 7
    0.Retour
    > 9
    CON Grand boubou: 30 000 F, 9 j
    1.Prix
    2.Duree
    3.Mesures
    4.Ne plus le coudre
    0.Retour
    > 3
    CON Mesures a demander:
    ex: epaule poitrine longueur
    0.Retour
    > epaule poitrine longueur
    CON Grand boubou: 30 000 F, 9 j
    1.Prix
    2.Duree
    3.Mesures
    4.Ne plus le coudre
    0.Retour
    > 1
    CON Prix de Grand boubou:
    ex: 25000 ou devis
    0.Retour
    > devis
    CON Grand boubou: sur devis, 9 j
    1.Prix
    2.Duree
    3.Mesures
    4.Ne plus le coudre
    0.Retour
  `);
    expect(await settings()).toMatchObject({ depositPct: 40 });
    expect(await world.db.garmentType.findFirstOrThrow({ where: { name: 'Grand boubou' } })).toMatchObject({ priceXof: null, baseDays: 9, measureKeys: ['shoulder', 'chest', 'length'] });
  });

  test('J18 · FedaPay: the PIN first, then a page, never a chat', async () => {
    await play(world, `
    # sms Afi
    > menu
    Atelier Afi
    1.A livrer (0)
    2.Marquer pret
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
    > 8
    Autres services
    1.Équipe
    4.Réglages
    5.Mon code client
    6.Clients et mesures
    7.Parler à une personne
    8.Langue
    9.PIN
    0.Retour
    > 4
    Vos réglages. Acompte : 40 %.
    1.Ouvert / fermé
    2.Jours fermés
    3.Jours et heures
    4.Capacité
    5.Acompte
    6.Prix et durées
    7.Relier FedaPay
    8.Mes recus
    0.Retour
    > 7
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    Tapez vos clés FedaPay sur cette page, valable 30 minutes :
    http://localhost:0/keys/…
  `);
    expect(await world.db.oneTimePage.count({ where: { spentAt: null } })).toBe(1);
  });

  test('J18 · an employee may not', () => play(world, `
    # whatsapp Koffi
    > capacite 3
    Seul le propriétaire peut voir et changer cela.
    > ferme
    Seul le propriétaire peut voir et changer cela.
  `));
});
