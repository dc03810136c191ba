import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());
const story = (script: string) => play(world, script);

describe('J5 · a price is told', () => {
  test('J5 · the buttons of the notice: a yes to the price it told, a proposal, and no yes to a price that is another since', async () => {
    await ordersOf(world).quoted({ totalXof: 25_000 });
    await story(`
    # whatsapp Awa
    > bonjour
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (2)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    # sms Afi
    > devis 45 26000
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Boubou) coûte 26 000 F et sera prête le 27/11. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # sms Afi
    0045 Awa Dossou : 26 000 F pour le 27/11. Le client recoit le prix.
    # whatsapp Awa
    > [Négocier]
    Quel prix ou quel jour proposez-vous ? Écrivez-le, l'atelier vous répond.
    > 22 000
    Commande *0045* : l'atelier a votre proposition et vous répond.
    # sms Afi
    0045 Awa Dossou Boubou: 22 000. Repondez DEVIS 0045 et le prix
    > devis 45 23000
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Boubou) coûte 23 000 F et sera prête le 27/11. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # sms Afi
    0045 Awa Dossou : 23 000 F pour le 27/11. Le client recoit le prix.
    # whatsapp Awa
    > oui 45 26000
    Le prix a changé. *Atelier Afi* propose *23 000 F* pour la commande 0045 (Boubou), prête le 27/11. Acompte : 11 500 F.
    [J'accepte]
    [Négocier]
    [Refuser]
    > [J'accepte]
    Commande *0045* confirmée à 23 000 F, pour le 27/11.
    Payer *11 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 23 000 F, pour le 27/11.
  `);
  });
});
