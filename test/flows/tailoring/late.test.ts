import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J7 · Afi is late', () => {
  test('J7 · by one line: the client is told the new day; the same day again is said', () => play(world, `
    # whatsapp Jean
    > bonjour
    Bonjour Jean Hounsou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    # whatsapp Afi
    > retard 44 30/12
    # whatsapp Jean
    Ici *Atelier Afi* : nouvelle date pour votre commande 0044 (Chemise), le 30/12. Merci de votre patience.
    [D'accord]
    [Nous appeler]
    # whatsapp Afi
    *0044* Jean Hounsou, Chemise : nouvelle date *30/12*, au lieu du 24/11. La personne est prévenue.
    > retard 44 30/12
    *0044* Jean Hounsou : c'est déjà la date promise.
  `));

  test('J7 · asked step by step: no day, a day behind us, a holiday', () => play(world, `
    # whatsapp Afi
    > retard
    Quel est le numéro de la commande à reporter ? Par exemple : *42*
    > 44
    *0044* Jean Hounsou, Chemise : quelle nouvelle date ? Par exemple *30/12*, *samedi*, *demain*.
    > un de ces jours
    « un de ces jours » n'est pas une date que je comprends. Écrivez par exemple *30/12*.
    > 3/2
    Le 03/02 est déjà passé cette année. Voulez-vous dire le *03/02/2027* ?
    [Oui]
    [Autre date]
    > [Autre date]
    *0044* Jean Hounsou, Chemise : quelle nouvelle date ? Par exemple *30/12*, *samedi*, *demain*.
    > 25/12
    Vous êtes fermés le 25/12. Premier jour libre : *26/12*.
    [Le 26/12]
    [Autre date]
    [Forcer la date]
    > [Le 26/12]
    # whatsapp Jean
    Ici *Atelier Afi* : nouvelle date pour votre commande 0044 (Chemise), le 26/12. Merci de votre patience.
    [D'accord]
    [Nous appeler]
    # whatsapp Afi
    *0044* Jean Hounsou, Chemise : nouvelle date *26/12*, au lieu du 30/12. La personne est prévenue.
    > retard 42 30/12
    *0042* Awa Dossou : son état ne permet pas de la reporter.
  `));

  test('J7 · Jean agrees to the new day under the notice: Afi knows, once; somebody who was told no new day agrees to nothing', () => play(world, `
    # whatsapp Jean
    > [D'accord]
    Commande *0044* : d'accord pour le 26/12, merci. L'atelier est prévenu.
    # whatsapp Afi
    La commande 0044 de Jean Hounsou (Chemise) : d'accord pour la nouvelle date, le 26/12.
    # whatsapp Jean
    > oui 44
    Commande *0044* : d'accord pour le 26/12, merci. L'atelier est prévenu.
    # whatsapp Awa
    > oui 42
    Commande *0042* : aucun prix n'attend votre réponse.
  `));

  test('E28 · who has said STOP TOUT is told nothing, and the tailor hears that it is hers to tell', () => play(world, `
    # whatsapp Jean
    > STOP TOUT
    C'est fait : nous ne vous écrirons plus. Si vous nous écrivez, nous répondons. Pour recevoir à nouveau : REPRENDRE.
    # whatsapp Afi
    > retard 44 29/12
    *0044* Jean Hounsou, Chemise : nouvelle date *29/12*, au lieu du 26/12. Aucun message possible (pas de téléphone, ou messages refusés) : prévenez la personne vous-même.
    # whatsapp Jean
    > REPRENDRE
    Heureux de vous retrouver : vous recevrez de nouveau nos messages. Pour arrêter : STOP.
  `));

  test('J7, E16 · a full week is never taken silently', async () => {
    await world.db.tenant.update({ where: { code: 'AFI' }, data: { settings: { depositPct: 50, capacityPerWeek: 1, workdays: [1, 2, 3, 4, 5, 6] } } });
    await world.db.order.updateMany({ where: { seq: 42 }, data: { status: 'in_progress', promisedOn: new Date('2026-12-08') } });
    await play(world, `
    # sms Afi
    > retard 44 9/12
    Semaine du 09/12 pleine. Premier jour libre : 14/12
    1.Le 14/12
    2.Autre date
    3.Forcer la date
    0.Annuler
    > 3
    Pourquoi forcer le 09/12 ? Le motif est gardé.
    0.Annuler
    > mariage de sa fille
    # whatsapp Jean
    Ici *Atelier Afi* : nouvelle date pour votre commande 0044 (Chemise), le 09/12. Merci de votre patience.
    [D'accord]
    [Nous appeler]
    # sms Afi
    0044 Jean Hounsou : nouvelle date 09/12 au lieu du 29/12. Client prevenu.
    # ussd Koffi
    > *384*22#
    CON Atelier Afi
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 2468
    CON Koffi Mensah - Atelier Afi
    1.Mes taches (2)
    2.Finir une etape
    8.Plus
    0.Quitter
    > 2
    CON Numero de la commande:
    ex: 42
    0.Retour
    > 0
    CON Koffi Mensah - Atelier Afi
    1.Mes taches (2)
    2.Finir une etape
    8.Plus
    0.Quitter
    # whatsapp Koffi
    > retard 44 16/12
    *0044* Jean Hounsou : vous n'avez pas ce droit, demandez au patron.
    # whatsapp Afi
    > english
    We go on in English.
    *Atelier Afi* — hello Afi Kossou. Choose, or write *help*.
    [To deliver (0)] — Today, late, this week
    [Mark as ready] — Tell the client
    [Take money] — Cash or Mobile Money
    [New order] — Client, garment, price, day
    [More]
    > late 44 16/12
    # whatsapp Jean
    Ici *Atelier Afi* : nouvelle date pour votre commande 0044 (Chemise), le 16/12. Merci de votre patience.
    [D'accord]
    [Nous appeler]
    # whatsapp Afi
    *0044* Jean Hounsou, Chemise: new day *16/12*, instead of 09/12. They are told.
  `);
  });
});
