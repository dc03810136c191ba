import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('E16 · a week that is full', () => {
  test('E16 · a full week is said, and taken only with a reason', async () => {
    const { id, settings } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'AFI' } });
    await world.db.tenant.update({ where: { id }, data: { settings: { ...(settings as object), capacityPerWeek: 1 } } });
    await play(world, `
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > nouveau
    Téléphone du client ? (0 = sans téléphone)
    > 0
    Quel est le nom du client ?
    > Codjo Hodonou
    Quel habit pour Codjo Hodonou ?
    [Boubou]
    [Robe]
    [Chemise]
    [Pantalon]
    [Ensemble]
    [Tenue enfant]
    [Retouche]
    > Robe
    Aucune mesure de Codjo Hodonou ici. Les prendre maintenant ?
    [Dicter]
    [Plus tard]
    > Plus tard
    Robe pour Codjo Hodonou : 18 000 F au barème. Quel prix ?
    [18 000 F]
    [Autre prix]
    [Prix plus tard]
    > 18 000 F
    Prêt le *30/11* ? C'est le premier jour libre.
    [Le 30/11]
    [Autre jour]
    > Autre jour
    Pour quel jour ? Par exemple : 28/12, samedi.
    > 29/12
    *Codjo Hodonou*, Robe. 18 000 F pour le 29/12. Places cette semaine : 0/1.
    [Enregistrer]
    [Urgent]
    > Forcer
    Je n'ai pas compris « Forcer ».
    *Codjo Hodonou*, Robe. 18 000 F pour le 29/12. Places cette semaine : 0/1.
    [Enregistrer]
    [Urgent]
    > sa soeur se marie
    Je n'ai pas compris « sa soeur se marie ».
    *Codjo Hodonou*, Robe. 18 000 F pour le 29/12. Places cette semaine : 0/1.
    [Enregistrer]
    [Urgent]
    > Enregistrer
    *0045* est notée pour Codjo Hodonou, sans téléphone. Accepte-t-on devant vous 18 000 F pour le 29/12 ?
    [Oui]
    [Plus tard]
    > oui
    *0045* est confirmée. Donnez le numéro 0045 sur un papier à Codjo Hodonou.
  `);
  });

  test('J5 · Koffi has no right to orders; in English', () => play(world, `
    # whatsapp Koffi
    > english
    We go on in English.
    Koffi Mensah, *Atelier Afi*. Choose, or write *help*.
    [My tasks (1)] — What is to be sewn
    [Finish a stage] — Cutting, sewing, finishing
    [More]
    > new order
    The client's phone? (0 = none)
    > 0
    What is the client's name?
    > Rosine Ahoyo
    Nothing is entered: you may not do this, ask the owner.
  `));
});
