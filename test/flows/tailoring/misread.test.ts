import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('what was not meant is not done', () => {
  test('J4 · words behind the number are no order to hand it over now', () => play(world, `
    # whatsapp Afi
    > recu 42 12500 especes
    *12 500 F* reçus en espèces pour *0042* Awa Dossou. Reste à payer : 0 F. Reçu *R-2026-0003*.
    [Annuler]
    # sms Awa
    Atelier Afi: 12 500 F recus, 0042 est entierement payee, merci. Recu R-2026-0003.
    # whatsapp Afi
    > livre 42 demain matin seulement
    *0042* Awa Dossou, Boubou bazin : tout est payé. Vous la remettez maintenant ?
    [Oui, livrée]
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
  `));

  test('J3 · marked ready without a message, and taken back: the client is told nothing', () => play(world, `
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
    > 2
    CON Numero de la commande PRETE:
    ex: 42
    0.Retour
    > 44
    CON 0044 Jean Hounsou Chemise
    Reste 7 500 F
    1.PRET + message client
    2.PRET sans message
    0.Annuler
    > 2
    CON 0044 Jean Hounsou est PRET. Sans message. Reste 7 500 F.
    1.Annuler
    0.Menu
    > 1
    END 0044 n est plus prete. Message non envoye.
  `));

  test('J5 · a yes by SMS to the price before: the new one is shown, not taken', async () => {
    await ordersOf(world).quoted({ totalXof: 20_000 });
    await play(world, `
    # sms Afi
    > devis 45 35000
    # sms Awa
    Atelier Afi: 0045 Boubou 35 000 F pour le 27/11. Repondez OUI 0045 ou NON 0045
    # sms Afi
    0045 Awa Dossou : 35 000 F pour le 27/11. Le client recoit le prix.
    # sms Awa
    > OUI 45
    0045 Boubou: 35 000 F, pret le 27/11. Acompte 17 500 F.
    1.J'accepte
    2.Négocier
    3.Refuser
    0.Retour
    > 1
    # whatsapp Afi
    La commande 0045 de Awa Dossou (Boubou) est maintenant confirmée au prix de 35 000 F, à livrer le 27/11.
    # sms Awa
    0045 confirmée à 35 000 F.
    Payer 17 500 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
  `);
  });
});
