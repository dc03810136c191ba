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

describe('E4 · the same thing said twice', () => {
  test('E4 · every hop of a call delivered twice, and the last tap too: one order, one request for money', async () => {
    world.standins.phones?.ussdFaults.set({ hopTwice: true });
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
    > 2
    CON Commander chez:
    1.Atelier Afi
    3.Code d un atelier
    0.Retour
    > 1
    CON Atelier Afi: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    8.Autre (ecrire)
    0.Retour
    > 1
    CON Le tissu:
    1.J apporte mon tissu
    2.L atelier fournit
    Pour quand?
    repondez ex: 1 28/12 ou 2 normal
    0.Retour
    > 1 normal
    CON Vos mesures:
    2.Les dicter (cm)
    3.L atelier me mesure (RDV)
    4.Autre personne
    0.Retour
    > 3
    CON Boubou chez Atelier Afi
    Prix 25 000 F pret le 28/11
    Acompte 12 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    > 1
    CON 0045 notee, pour le 28/11.
    Payer 12 500 F pour ORD-2026-0045
    Tel: 01 96 00 00 02
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    9.Suite
    0.Annuler
    # sms Afi
    Nouvelle commande 0045 Jean Hounsou Boubou pour le 28/11, 25 000 F.
    # ussd Jean
    > 1
    CON Payer 12 500 F avec MTN MoMo 01 96 00 00 02
    1.Oui
    2.Changer de numero
    0.Annuler
    > 1
    END Demande MTN de 12 500 F en route. Validez avec votre code secret sous 5 min. Rien recu? *384*22# puis Payer. Jamais de code par SMS.
    > /wait 5s
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
    # sms Jean
    Atelier Afi: 12 500 F recus pour 0045. Reste 12 500 F. Recu R-2026-0003.
  `);
    expect(await placed()).toMatchObject([{ who: 'Jean Hounsou', status: 'in_progress' }]);
    expect(world.standins.fedapay?.transactions()).toHaveLength(1);
  });

  test('E4 · « Valider » tapped three times at once: one order', async () => {
    await story(`
    # whatsapp Awa
    > commander AFI
    *Atelier Afi* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble]
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Autre (écrire)]
    > Boubou
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > [Passer]
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    > [Normal 28/11]
    Vos mesures du 12/03/2026 : épaule 45, poitrine 98, taille 80, hanche 102, longueur 140, manche 60, cou 40.
    [Garder]
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > [Garder]
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > 3x [Payer plus tard]
    Commande *0045* notée chez *Atelier Afi* : Boubou, pour le 28/11. Acompte : 12 500 F, à payer sous 48 heures. Pour payer, écrivez *payer 0045*.
    Vous avez déjà répondu à cette question. Pour la suite, écrivez *menu*.
    Vous avez déjà répondu à cette question. Pour la suite, écrivez *menu*.
    # sms Afi
    Nouvelle commande 0045 Awa Dossou Boubou pour le 28/11, 25 000 F.
  `);
    expect(await placed()).toHaveLength(1);
  });
});
