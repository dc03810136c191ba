import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { newOrders } from '../../helpers/ordering.ts';
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
const placed = () => newOrders(world);

describe('J1 · an order wholly by SMS', () => {
  test('J1, J3, J4 · a newcomer orders, dictates, pays, is told and collects, by SMS alone', async () => {
    await story(`
    # sms Inconnu
    > COMMANDER AFI
    Vos données servent à vos commandes, RDV et paiements. Vous acceptez ?
    1.Accepter
    0.Retour
    > 1
    Votre nom et prénom ?
    0.Annuler
    > Rose Agossou
    Atelier Afi : quel habit ?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (écrire)
    0.Retour
    > 1
    Qui fournit le tissu ?
    1.Moi
    2.L'atelier
    0.Retour
    > 1
    Pour quand ?
    1.Normal 28/11
    2.Rapide 26/11
    3.Urgent 25/11
    0.Retour
    > 1
    Vos mesures :
    2.Dicter
    3.L'atelier me mesure
    4.Une autre personne
    0.Retour
    > 2
    Mesures en cm : épaule, poitrine, longueur, manche, cou. Ex : ep45 po98 lo140 ma60 co40 (x si inconnu)
    0.Retour
    > ep45 po98 lo140 ma60 co40
    Boubou chez Atelier Afi, pour le 28/11. Prix 25 000 F, acompte 12 500 F.
    1.Valider et payer
    2.Payer plus tard
    3.Modifier
    0.Annuler
    > 1
    Commande 0045 notée, pour le 28/11.
    Payer 12 500 F pour 0045 avec le 01 95 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    # sms Afi
    Nouvelle commande 0045 Rose Agossou Boubou pour le 28/11, 25 000 F.
    # sms Inconnu
    > 1
    Validez 12 500 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    Atelier Afi: 12 500 F recus pour 0045. Reste 12 500 F. Recu R-2026-0003.
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
    > pret 45
    0045 Rose Agossou est PRET, reste 12 500 F. Client prevenu dans 60 s.
    1.Annuler
    0.Menu
    > /wait 60s
    # sms Inconnu
    Atelier Afi: 0045 Boubou est PRET. Reste 12 500 F. Payez: *384*22#
    > PAYER 45
    Payer 12 500 F pour 0045 avec le 01 95 00 00 01 ?
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
    Atelier Afi: 12 500 F recus, 0045 est entierement payee, merci. Recu R-2026-0004.
    # sms Afi
    Commande 0045: 12 500 F recus, payee a 100%. Reste 0 F.
    > LIVRE 45
    # sms Inconnu
    Atelier Afi: 0045 Boubou est livre. Merci de votre confiance.
    # sms Afi
    0045 Rose Agossou : LIVRÉE. Remerciements envoyes.
    > /wait 2d
    # sms Inconnu
    Atelier Afi: tout va bien avec 0045 Boubou? Note de 1 a 5, par exemple: AVIS 0045 5
    > AVIS 45 5
    Merci ! 5 sur 5 pour la commande 0045, chez Atelier Afi.
  `);
    expect(await placed()).toMatchObject([{ who: 'Rose Agossou', status: 'delivered', total: 25_000 }]);
  });

  test('J1 · Awa keeps her measures and pays later', async () => {
    await story(`
    # sms Awa
    > commander afi
    Atelier Afi : quel habit ?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (écrire)
    0.Retour
    > robe
    Qui fournit le tissu ?
    1.Moi
    2.L'atelier
    0.Retour
    > 2
    Pour quand ?
    1.Normal 28/11
    2.Rapide 26/11
    3.Urgent 25/11
    0.Retour
    > rapide
    Vos mesures :
    1.Garder
    2.Dicter
    3.L'atelier me mesure
    4.Une autre personne
    0.Retour
    > garder
    Robe chez Atelier Afi, pour le 26/11. Prix 18 000 F, acompte 9 000 F.
    1.Valider et payer
    2.Payer plus tard
    3.Modifier
    0.Annuler
    > payer plus tard
    Commande 0045 notée chez Atelier Afi, pour le 26/11. Acompte 9 000 F sous 48 h : répondez PAYER 0045
    # sms Afi
    Nouvelle commande 0045 Awa Dossou Robe pour le 26/11, 18 000 F.
    # sms Awa
    > payer 45
    0045 Robe : 18 000 F à payer. Combien maintenant ?
    1.Acompte 9 000 F
    2.Tout 18 000 F
    3.Payer une partie
    0.Annuler
  `);
    expect(await placed()).toMatchObject([{ who: 'Awa Dossou', status: 'confirmed', total: 18_000 }]);
  });
});
