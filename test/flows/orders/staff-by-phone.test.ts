import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeEach(async () => {
  await (world as World | undefined)?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world.close());
const story = (script: string) => play(world, script);

const order = (seq: number) => world.db.order.findFirstOrThrow({ where: { seq } });

describe('J5, J6, J7 · a workshop that has SMS and USSD alone', () => {
  test('J5 · by SMS in English: a walk-in with a phone, measures and a price, who says yes', async () => {
    await story(`
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
    > new order
    Client's phone? (0 = none)
    0.No phone
    > 0195000301
    Client's name?
    0.Back
    > Dossa Ahouansou
    Which garment for Dossa Ahouansou?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    0.Cancel
    > 1
    No measures. Take them now?
    1.Dictate
    2.Later
    0.Back
    > 1
    In cm, x if unknown: shoulder, chest, length, sleeve, neck
    0.Back
    > sh45 ch98 lo140 sl60 neck40
    Boubou: list 25,000 F. Which price?
    1.25,000 F
    2.Another price
    3.Price later
    0.Back
    > 1
    Ready on 28/11?
    1.On 28/11
    2.Another day
    0.Back
    > 1
    Dossa Ahouansou Boubou, 25,000 F for 28/11. Places: 1/12
    1.Save
    2.Urgent
    0.Cancel
    > 1
    0045 entered: 25,000 F for 28/11. The client gets the price and answers.
    # sms +2290195000301
    Atelier Afi: 0045 Boubou 25 000 F pour le 28/11. Repondez OUI 0045 ou NON 0045
    > oui 45
    Vos données servent à vos commandes, RDV et paiements. Vous acceptez ?
    1.Accepter
    0.Retour
    > 1
    # sms Afi
    0045 Dossa Ahouansou Boubou confirmed: 25,000 F, for 28/11.
    # sms +2290195000301
    0045 confirmée à 25 000 F.
    Payer 12 500 F pour 0045 avec le 01 95 00 03 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    > 1
    Validez 12 500 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    # sms Afi
    New order 0045, 50% paid: 12,500 F (Boubou). Left 12,500 F.
    # sms +2290195000301
    Atelier Afi: 12 500 F recus pour 0045. Reste 12 500 F. Recu R-2026-0003.
  `);
  });
  test('J6 · Koffi by SMS: his stages, a word too many, an order that is not his', async () => {
    await world.db.order.updateMany({ where: { seq: 44 }, data: { status: 'in_progress' } });
    await story(`
    # sms Koffi
    > fini 44 coupe
    0044 : coupe finie. Reste : couture, finition, controle.
    > fini 44
    Étape finie pour 0044 :
    1.Coupe
    2.Couture
    3.Broderie
    4.Finition
    5.Controle
    0.Retour
    > fini 44 danse
    Numéro de la commande ? Ex : 42
    0.Retour
    > fini 42 couture
    0042 : elle n'est plus en couture.
    Numéro de la commande ? Ex : 42
    0.Retour
    > fini
    "fini" n'est pas un numéro de commande. Laquelle ?
    1.Autre numéro
    0.Retour
  `);
  });
  test('J7 · Afi by dialling, then by SMS in English; Jean hears the new day on his own channel', async () => {
    await story(`
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
    > retard 44 30/11
    END 0044 Jean Hounsou: nouvelle date 30/11 au lieu du 24/11. Client prevenu.
    # sms Jean
    Atelier Afi: nouvelle date pour 0044 Chemise: 30/11. D'accord? Repondez OUI 0044
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
    > late 44 01/12
    # sms Jean
    Atelier Afi: nouvelle date pour 0044 Chemise: 01/12. D'accord? Repondez OUI 0044
    # sms Afi
    0044 Jean Hounsou: new day 01/12 instead of 30/11. Client told.
  `);
    expect((await order(44)).firstPromise).not.toEqual((await order(44)).promisedOn);
  });
});
