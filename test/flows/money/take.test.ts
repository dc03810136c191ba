import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J4 · Afi takes money in the hand', () => {
  test('J4, E11, E14 · by one line, at once; more than is due is said, the same again is asked, a mistake is undone with its reason', () => play(world, `
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
    > recu 42 50000 especes
    50 000 F, c'est trop : il reste 12 500 F à payer pour *0042* (Awa Dossou). Rien n'est enregistré.
    [Noter 12 500 F]
    [Autre montant]
    > [Autre montant]
    *0042* Awa Dossou, Boubou bazin. Reste à payer : 12 500 F. Combien recevez-vous ?
    > beaucoup
    « beaucoup » n'est pas un montant. Écrivez-le en francs, par exemple *5000*.
    > 5k
    *5 000 F* pour *0042* Awa Dossou, Boubou bazin. Reste après : 7 500 F. Comment ?
    [Espèces]
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > [Espèces]
    # whatsapp Awa
    5 000 F reçus par *Atelier Afi* pour la commande 0042. Reste à payer : 7 500 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    *5 000 F* reçus en espèces pour *0042* Awa Dossou. Reste à payer : 7 500 F. Reçu *R-2026-0003*.
    [Annuler]
    > recu 42 5000 especes
    5 000 F sont déjà notés pour *0042*, il y a 1 min. Est-ce encore 5 000 F ?
    [Oui, encore]
    [Non]
    > [Non]
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > recu 42 2500 especes
    # whatsapp Awa
    2 500 F reçus par *Atelier Afi* pour la commande 0042. Reste à payer : 5 000 F. Reçu R-2026-0004.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    *2 500 F* reçus en espèces pour *0042* Awa Dossou. Reste à payer : 5 000 F. Reçu *R-2026-0004*.
    [Annuler]
    > [Annuler]
    Annuler ces 2 500 F ? Dites pourquoi : la raison reste dans l'historique.
    [Mauvais montant]
    [Mauvaise commande]
    [Pas reçu]
    > [Mauvais montant]
    # whatsapp Awa
    Ici *Atelier Afi* : les 2 500 F notés pour votre commande 0042 (Boubou bazin) étaient une erreur et ne comptent pas. Le reçu R-2026-0004 est annulé. Reste à payer : 7 500 F. Une question ? Écrivez-nous ici.
    # whatsapp Afi
    Annulé : 2 500 F ne comptent plus pour *0042* Awa Dossou. Le reçu R-2026-0004 est annulé. Reste à payer : 7 500 F.
  `));

  test('J4 · by the menu on USSD, with the printed screens O3 and O3a', () => play(world, `
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
    > 3
    CON Encaisser la commande no:
    ex: 42 5000 (no puis montant)
    0.Retour
    > 44 2000
    CON 0044 Jean Hounsou recu 2 000 F
    Reste apres: 5 500 F
    1.Especes
    2.Demander par MoMo
    3.Deja recu par MoMo
    0.Annuler
    > 1
    CON 2 000 F especes, 0044 Jean Hounsou. Reste 5 500 F. R-2026-0005
    1.Annuler
    0.Menu
    # sms Jean
    Atelier Afi: 2 000 F recus pour 0044. Reste 5 500 F. Recu R-2026-0005.
    > 1
    Bonjour Jean Hounsou. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (1)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    # ussd Afi
    > 2
    CON Choix non valide: 2
    2 000 F especes, 0044 Jean Hounsou. Reste 5 500 F. R-2026-0005
    1.Annuler
    0.Menu
  `));

  test('SMS · the PIN comes first, then what was said is done; a wrong number is never guessed', () => play(world, `
    # sms Afi
    > recu 42 1000 especes
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    # whatsapp Awa
    1 000 F reçus par *Atelier Afi* pour la commande 0042. Reste à payer : 6 500 F. Reçu R-2026-0006.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # sms Afi
    1 000 F especes, 0042 Awa Dossou. Reste 6 500 F. Recu R-2026-0006
    1.Annuler
    0.Menu
    > recu 24 1000
    Je ne trouve pas 0024 chez vous. Laquelle ?
    1.0042 Awa D. Boubou bazin
    2.0044 Jean H. Chemise
    3.Autre numéro
    0.Retour
    > 0
    Atelier Afi
    1.A livrer (0)
    2.Marquer pret
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
  `));

  test('J4 · Koffi has no right to money', () => play(world, `
    # whatsapp Koffi
    > recu 42 1000 especes
    Vous n'avez pas ce droit. Demandez au patron.
  `));

  test('J4 · a client who writes « recu 44 » is not asked for money', () => play(world, `
    # whatsapp Jean
    > recu 44
    Quel reçu ?
    [R-2026-0005 2 000F]
    [R-2026-0002 7 500F]
  `));

  test('O3a 2 · a business with an account asks the client by Mobile Money, or says that it has come, which nobody has verified', () => play(world, `
    # whatsapp Afi
    > recu 44 1000 momo
    *1 000 F* pour *0044* Jean Hounsou, Chemise. Reste après : 4 500 F. Comment ?
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > [Déjà reçu par MoMo]
    *1 000 F* déclarés par Mobile Money, non vérifiés, pour *0044* Jean Hounsou. Reste à payer : 4 500 F. Reçu *R-2026-0007*.
    [Annuler]
    # whatsapp Jean
    *Atelier Afi* note 1 000 F pour la commande 0044 (déclaré, non vérifié). Reste à payer : 4 500 F. Reçu R-2026-0007.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    > recu 44 2000
    *2 000 F* pour *0044* Jean Hounsou, Chemise. Reste après : 2 500 F. Comment ?
    [Espèces]
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > [Demander par MoMo]
    Demande envoyée à Jean Hounsou : payer 2 000 F par Mobile Money pour *0044*. Vous serez prévenu dès que l'argent arrive ; rien n'est encore reçu.
    # whatsapp Jean
    *Atelier Afi* : payez 2 000 F pour votre commande 0044 ici : http://localhost:0/r/…
    Carte, Wave, Orange Money. Le lien vit 24 h.
    # whatsapp Afi
    > recu 44 2000
    *2 000 F* pour *0044* Jean Hounsou, Chemise. Reste après : 2 500 F. Comment ?
    [Espèces]
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > [Demander par MoMo]
    *0044* : rien n'est demandé, un paiement est déjà en cours pour elle.
  `));

  test('J4 · in English', () => play(world, `
    # whatsapp Afi
    > english
    We go on in English.
    *Atelier Afi* — hello Afi Kossou. Choose, or write *help*.
    [To deliver (0)] — Today, late, this week
    [Mark as ready] — Tell the client
    [Take money] — Cash or Mobile Money
    [New order] — Client, garment, price, day
    [More]
    > received 42 9000 cash
    9,000 F is too much: 6,500 F is left to pay for *0042* (Awa Dossou). Nothing is recorded.
    [Record 6,500 F]
    [Other amount]
    > [Other amount]
    *0042* Awa Dossou, Boubou bazin. Left to pay: 6,500 F. How much do you receive?
    > 3000
    *3,000 F* for *0042* Awa Dossou, Boubou bazin. Left after: 3,500 F. How?
    [Cash]
    [Ask by MoMo]
    [Received by MoMo]
    > [Cash]
    # whatsapp Awa
    3 000 F reçus par *Atelier Afi* pour la commande 0042. Reste à payer : 3 500 F. Reçu R-2026-0008.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    *3,000 F* received in cash for *0042* Awa Dossou. Left to pay: 3,500 F. Receipt *R-2026-0008*.
    [Undo]
    > /wait 10s
    > français
    Nous continuons en français.
    *3 000 F* reçus en espèces pour *0042* Awa Dossou. Reste à payer : 3 500 F. Reçu *R-2026-0008*.
    [Annuler]
  `));
});
