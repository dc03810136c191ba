import { afterAll, beforeEach, describe, test } from '@jest/globals';
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

describe('E18 · two people order from one phone', () => {
  test('E18 · on WhatsApp each answer says whom it is for, and an order is of who made it', async () => {
    await story(`
    # whatsapp Ines
    > commander AFI
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Ines]
    Ines :
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
    Ines :
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Ines :
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > [Passer]
    Ines :
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    > [Normal 28/11]
    Ines :
    L'atelier n'a pas encore vos mesures.
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > [L'atelier me mesure]
    Ines :
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : à prendre à l'atelier. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > [Valider et payer]
    Ines :
    Commande *0045* notée chez *Atelier Afi* : Boubou, pour le 28/11.
    Payer *12 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 03 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    Nouvelle commande 0045 Ines Boubou pour le 28/11, 25 000 F.
    # whatsapp Ines
    > [MTN MoMo]
    Ines :
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 03. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Atelier Afi 0045, 12500 F, mtn_open
    12 500 F reçus par *Atelier Afi* pour la commande 0045. Reste à payer : 12 500 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    Nouvelle commande 0045 payee a 50%: 12 500 F (Boubou). Reste 12 500 F.
    # whatsapp Ines
    > profil
    Ines :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Yao]
    Yao :
    Bonjour Yao 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (0)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > payer 45
    Yao :
    Je ne trouve pas 0045 chez vous. Laquelle ?
    [Voir mes commandes]
    [Autre commande]
    [Autre profil]
    # whatsapp Afi
    > prêt 45
    *0045* Ines, Boubou, reste 12 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    > /wait 60s
    # whatsapp Ines
    Ici *Atelier Afi* : votre commande 0045 (Boubou) est prête. Reste à payer : 12 500 F. Sans internet, composez le *384*22#.
    [Payer le reste]
    [Voir la commande]
    > [Payer le reste]
    Yao :
    Je ne trouve pas 0045 chez vous. Laquelle ?
    [Voir mes commandes]
    [Autre commande]
    [Autre profil]
    > profil
    Yao :
    Plusieurs personnes peuvent partager ce téléphone. Qui êtes-vous ?
    [Ines]
    [Yao]
    [Autre personne]
    > [Ines]
    Ines :
    Bonjour Ines 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    > payer 45
    Ines :
    Payer *12 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 03 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
  `);
  });
});
