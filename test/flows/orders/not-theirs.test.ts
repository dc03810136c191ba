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

describe('E1 · a number that is wrong, or of somebody else', () => {
  test('E1 · on WhatsApp Jean asks for the order of Awa in every way, and learns nothing', async () => {
    await story(`
    # whatsapp Jean
    > ou est 42
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [0044 Chemise Atelier Afi]
    [Voir mes commandes]
    [Autre numéro]
    > payer 42
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [0044 Chemise Atelier Afi]
    [Voir mes commandes]
    [Autre commande]
    > oui 42
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [0044 Chemise Atelier Afi]
    [Voir mes commandes]
    [Autre numéro]
    > souci 42 manche trop longue
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [0044 Chemise Atelier Afi]
    [Voir mes commandes]
    [Autre numéro]
    > avis 42 5
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [0044 Chemise Atelier Afi]
    [Voir mes commandes]
    [Autre numéro]
    > recu 42
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [0044 Chemise Atelier Afi]
    [Voir mes commandes]
    [Autre numéro]
    > ou est 0444
    Je ne trouve pas 0444 chez vous. Laquelle ?
    [0044 Chemise Atelier Afi]
    [Voir mes commandes]
    [Autre numéro]
  `);
    expect(await world.db.order.findFirstOrThrow({ where: { seq: 42 } })).toMatchObject({ status: 'ready', paidXof: 12_500n, rating: null });
  });

  test('E1 · on USSD', async () => {
    await story(`
    # ussd Jean
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 4
    CON A payer:
    1.0044 Chemise 7 500F
    2.Autre numero de commande
    0.Retour
    > 2
    CON Numero de la commande a payer:
    ex: 42
    0.Retour
    > 42
    CON Pas de 42 chez vous. Laquelle?
    1.0044 Chemise Atelier Afi
    2.Voir mes commandes
    3.Autre numero de commande
    0.Retour
    > 0
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
  `);
  });

  test('E1 · by SMS in English', async () => {
    await story(`
    # sms Jean
    > english
    We go on in English.
    Hello Jean Hounsou. You can also write LANGUAGE, HUMAN, MY DATA.
    1.My orders (1)
    2.Order a garment
    4.Pay
    6.My measures
    7.Shop
    8.More
    0.Quit
    > pay 42
    I find no 0042 of yours. Which one?
    1.0044 Chemise Atelier Afi
    2.See my orders
    3.Another order
    0.Back
    > where 44
    0044 Chemise: IN PROGRESS, for 24/11. Total 15,000 F, left 7,500 F.
    I find no 0042 of yours. Which one?
    1.0044 Chemise Atelier Afi
    2.See my orders
    3.Another order
    0.Back
    > where 4242
    I find no 4242 of yours. Which one?
    1.See my orders
    2.Another number
    0.Back
  `);
  });

  test('E1 · Afi writes a number that is nobody’s, on each channel; another workshop finds nothing of hers', async () => {
    await story(`
    # whatsapp Afi
    > prêt 24
    Je ne trouve pas 0024 chez vous. Laquelle ?
    [0042 Awa D. Boubou bazin]
    [0044 Jean H. Chemise]
    [Autre numéro]
    > livre 777
    Je ne trouve pas 0777 chez vous. Laquelle ?
    [Autre numéro]
    # sms Afi
    > recu 4422 5000 especes
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    Je ne trouve pas 4422 chez vous. Laquelle ?
    1.Autre numéro
    0.Retour
    # ussd Afi
    > *384*22#
    CON Reprendre: un encaissement?
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
    > 2
    CON Numero de la commande PRETE:
    ex: 42
    0.Retour
    > 777
    CON Pas de 777 chez vous. Laquelle?
    1.Autre numero
    0.Retour
    # whatsapp Bintou
    > prêt 42
    Je ne trouve pas 0042 chez vous. Laquelle ?
    [Autre numéro]
  `);
    expect(await world.db.order.findFirstOrThrow({ where: { seq: 42 } })).toMatchObject({ status: 'ready', paidXof: 12_500n });
  });

  test('E1 · a phone that is none, one digit short, and an old number of eight digits at a walk-in', async () => {
    await story(`
    # whatsapp Afi
    > nouveau
    Téléphone du client ? (0 = sans téléphone)
    > 0197
    Ce numéro n'est pas complet. Téléphone du client ? (0 = sans téléphone)
    > abc
    Ce numéro n'est pas complet. Téléphone du client ? (0 = sans téléphone)
    > 96 00 00 09
    Ce numéro a maintenant dix chiffres : *01 96 00 00 09*. C'est bien lui ?
    [Oui]
    [Autre numéro]
  `);
  });
});
