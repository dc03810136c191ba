import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J4 · a garment is handed over', () => {
  test('J4 · the rest is taken first, then it is handed over and the client thanked with the receipt', () => play(world, `
    # whatsapp Awa
    > bonjour
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (1)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    # whatsapp Afi
    > livré 42
    *0042* Awa Dossou, Boubou bazin : *reste 12 500 F*.
    [Encaisser]
    [Livrer quand même]
    > [Encaisser]
    *0042* Awa Dossou, Boubou bazin. Reste à payer : 12 500 F. Combien recevez-vous ?
    > 12500
    *12 500 F* pour *0042* Awa Dossou, Boubou bazin. Reste après : 0 F. Comment ?
    [Espèces]
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > [Espèces]
    # whatsapp Awa
    12 500 F reçus par *Atelier Afi* : la commande 0042 est entièrement payée, merci. Reçu R-2026-0003.
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    *12 500 F* reçus en espèces pour *0042* Awa Dossou. Reste à payer : 0 F. Reçu *R-2026-0003*.
    [Annuler]
    > livré 42
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0042 (Boubou bazin) vous est remise. Merci de votre confiance.
    [document recu-2026-0003.pdf]
    # whatsapp Afi
    *0042* Awa Dossou, Boubou bazin : *LIVRÉE*. La personne reçoit vos remerciements.
    > livré 42
    *0042* Awa Dossou : déjà livrée.
  `));

  test('J4 · unpaid, only with a reason and above the threshold the PIN', async () => {
    await world.db.tenant.update({ where: { code: 'AFI' }, data: { settings: { depositPct: 50, capacityPerWeek: 12, workdays: [1, 2, 3, 4, 5, 6], forceAboveXof: 5_000 } } });
    await play(world, `
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
    > livré 44
    *0044* Jean Hounsou, Chemise n'est pas encore prête : on ne livre que ce qui est prêt.
    [Marquer prête]
    > [Marquer prête]
    *0044* Jean Hounsou, Chemise, reste 7 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    > livré 44 force
    7 500 F ne sont pas payés. Écrivez pourquoi vous livrez quand même *0044* : le motif est gardé.
    > ok
    Un motif de trois lettres au moins.
    7 500 F ne sont pas payés. Écrivez pourquoi vous livrez quand même *0044* : le motif est gardé.
    > elle paie samedi
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    > 4321
    *0044* Jean Hounsou, Chemise : *LIVRÉE*. La personne reçoit vos remerciements.
    # whatsapp Jean
    Ici *Atelier Afi* : votre commande 0044 (Chemise) vous est remise. Il reste 7 500 F à payer. Sans internet, composez le *384*22#.
    [Payer le reste]
    > /wait 2min
    # sms Afi
    > retard 44 30/12
    0044 : son état ne permet pas de la reporter.
    > livre 42
    0042 : déjà livrée.
    > pret 42
    0042 : elle est déjà livrée ou abandonnée.
  `);
  });

  test('J4 · what was handed over unpaid is paid afterwards: a part in the hand, the rest from the phone', () => play(world, `
    # whatsapp Afi
    > recu 44 2500 especes
    *2 500 F* reçus en espèces pour *0044* Jean Hounsou. Reste à payer : 5 000 F. Reçu *R-2026-0004*.
    [Annuler]
    # whatsapp Jean
    2 500 F reçus par *Atelier Afi* pour la commande 0044. Reste à payer : 5 000 F. Reçu R-2026-0004.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    > mes commandes
    Vos commandes :
    [0044 Chemise LIVRÉE] — 5 000F
    > ou est 44
    *ORD-2026-0044* Chemise, chez Atelier Afi
    *LIVRÉE le 20/11*
    Total 15 000 F, reste à payer 5 000 F.
    Vos commandes :
    [0044 Chemise LIVRÉE] — 5 000F
    > payer 44
    Payer *5 000 F* pour la commande 0044 (Chemise, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *5 000 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 02. Ce code ne s'écrit jamais ici.
    Vos commandes :
    [0044 Chemise LIVRÉE] — 5 000F
    > /momo approve
    MoMo: Atelier Afi 0044, 5000 F, mtn_open
    # whatsapp Afi
    Commande 0044 : 5 000 F reçus, payée à 100 %. Reste 0 F.
    [Voir la commande]
    # whatsapp Jean
    5 000 F reçus par *Atelier Afi* : la commande 0044 est entièrement payée, merci. Reçu R-2026-0005.
    [Mon reçu]
    [Voir la commande]
    > payer 44
    Commande *0044* : tout est payé, merci.
    Vos commandes :
    [0044 Chemise LIVRÉE] — 5 000F
    # sms Jean
    > payer
    Vous n'avez rien à payer. Merci !
    # whatsapp Afi
    > recu 44 500 especes
    *0044* Jean Hounsou : tout est déjà payé, rien n'est enregistré.
  `));
});
