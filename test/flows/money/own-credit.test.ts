import { afterAll, beforeAll, test } from '@jest/globals';
import { ordersOf } from '../../helpers/ordering.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await ordersOf(world).quoted({ totalXof: 5_000 });
});
afterAll(() => world.close());

test('E13 · what a client has with a business pays for another order: all it can on WhatsApp, the rest by SMS, the end on USSD', () => play(world, `
    # whatsapp Awa
    > oui 45
    Commande *0045* confirmée à 5 000 F, pour le 27/11.
    Payer *2 500 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    # sms Afi
    0045 Awa Dossou Boubou confirmee: 5 000 F, pour le 27/11.
    # whatsapp Awa
    > 0
    Bonjour Awa Dossou 👋 Que voulez-vous faire ? Vous pouvez aussi écrire : *langue*, *humain*, *mes données*.
    [Mes commandes (2)] — Suivre, payer, signaler un souci
    [Commander un habit] — Boubou, robe, chemise, retouche…
    [Payer] — Acompte ou reste par Mobile Money
    [Mes mesures] — Moi et ma famille
    [Boutique] — Riz, tissus, accessoires…
    [Plus]
    # whatsapp Afi
    > rembourser 42
    *0042* Awa Dossou, Boubou bazin : 12 500 F payés, personne n'a rien demandé. Combien rendez-vous ?
    [Rendre 12 500 F]
    [Une partie]
    > [Une partie]
    Combien rendez-vous, sur 12 500 F ? Par exemple : *5000*
    > 1000
    Pourquoi ? Vos mots restent dans l'historique ; un refus est dit au client avec eux.
    > pour la robe
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    > 4321
    # whatsapp Awa
    *Atelier Afi* accepte de vous rendre 1 000 F (commande 0042). Vous serez prévenu quand ce sera fait.
    # whatsapp Afi
    Accordé, la personne est prévenue : *1 000 F* à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    > [Garder à son crédit]
    # whatsapp Awa
    1 000 F de la commande 0042 sont gardés à votre crédit chez *Atelier Afi*, pour une prochaine commande.
    # whatsapp Afi
    *1 000 F* gardés à son crédit pour *0042* (Awa Dossou). La personne est prévenue.
    [Annuler]
    # whatsapp Awa
    > payer 45
    Commande *0045* (Boubou, Atelier Afi) : 5 000 F à payer. Combien maintenant ?
    [Acompte 2 500 F]
    [Tout 5 000 F]
    [Payer une partie] — Un montant de votre choix
    > 2
    Payer *5 000 F* pour la commande 0045 (Boubou, Atelier Afi) avec le 01 96 00 00 01 ?
    [Crédit 1 000 F]
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Crédit 1 000 F]
    C'est noté : 1 000 F de votre crédit. Reste 4 000 F à payer.
    [Payer le reste]
    1 000 F de votre crédit chez *Atelier Afi* vont à la commande 0045. Reste à payer : 4 000 F. Reçu R-2026-0003.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    Commande 0045 : 1 000 F pris sur le crédit du client chez vous, payée à 20 %. Reste 4 000 F.
    [Voir la commande]
    > rembourser 42
    *0042* Awa Dossou, Boubou bazin : 11 500 F payés, personne n'a rien demandé. Combien rendez-vous ?
    [Rendre 11 500 F]
    [Une partie]
    > [Une partie]
    Combien rendez-vous, sur 11 500 F ? Par exemple : *5000*
    > 1500
    Pourquoi ? Vos mots restent dans l'historique ; un refus est dit au client avec eux.
    > pour la robe
    # whatsapp Awa
    *Atelier Afi* accepte de vous rendre 1 500 F (commande 0042). Vous serez prévenu quand ce sera fait.
    # whatsapp Afi
    Accordé, la personne est prévenue : *1 500 F* à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    > [Garder à son crédit]
    # whatsapp Awa
    1 500 F de la commande 0042 sont gardés à votre crédit chez *Atelier Afi*, pour une prochaine commande.
    # whatsapp Afi
    *1 500 F* gardés à son crédit pour *0042* (Awa Dossou). La personne est prévenue.
    [Annuler]
    # sms Awa
    > payer 45
    0045 Boubou : 4 000 F à payer. Combien maintenant ?
    1.Acompte 1 500 F
    2.Tout 4 000 F
    3.Payer une partie
    0.Annuler
    > 2
    Payer 4 000 F pour 0045 avec le 01 96 00 00 01 ?
    1.Crédit 1 500 F
    2.MTN MoMo
    3.Moov Money
    4.Celtiis Cash
    5.Autre numéro
    6.Payer une partie
    7.Carte, Wave, Orange
    0.Annuler
    > 1
    # whatsapp Awa
    1 500 F de votre crédit chez *Atelier Afi* vont à la commande 0045. Reste à payer : 2 500 F. Reçu R-2026-0004.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    Commande 0045 : 1 500 F pris sur le crédit du client chez vous, payée à 50 %. Reste 2 500 F.
    [Voir la commande]
    # sms Awa
    C'est noté : 1 500 F de votre crédit. Reste 2 500 F à payer.
    1.Payer le reste
    0.Menu
    > 1
    Payer 2 500 F pour 0045 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    > 0
    Bonjour Awa Dossou. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (2)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    # whatsapp Afi
    > rembourser 42
    *0042* Awa Dossou, Boubou bazin : 10 000 F payés, personne n'a rien demandé. Combien rendez-vous ?
    [Rendre 10 000 F]
    [Une partie]
    > [Une partie]
    Combien rendez-vous, sur 10 000 F ? Par exemple : *5000*
    > 9000
    Pourquoi ? Vos mots restent dans l'historique ; un refus est dit au client avec eux.
    > pour la robe
    # whatsapp Awa
    *Atelier Afi* accepte de vous rendre 9 000 F (commande 0042). Vous serez prévenu quand ce sera fait.
    # whatsapp Afi
    Accordé, la personne est prévenue : *9 000 F* à rendre à Awa Dossou (*0042*). Quand c'est fait, dites comment :
    [En espèces]
    [Par Mobile Money]
    [Garder à son crédit]
    > [Garder à son crédit]
    # whatsapp Awa
    9 000 F de la commande 0042 sont gardés à votre crédit chez *Atelier Afi*, pour une prochaine commande.
    # whatsapp Afi
    *9 000 F* gardés à son crédit pour *0042* (Awa Dossou). La personne est prévenue.
    [Annuler]
    # ussd Awa
    > *384*22#
    CON Bonjour Awa Dossou
    1.Mes commandes (2)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > 4
    CON A payer:
    1.0042 Boubou bazin 24 000F
    2.0045 Boubou 2 500F
    3.Autre numero de commande
    0.Retour
    > 2
    CON Payer 2 500 F pour ORD-2026-0045
    Tel: 01 96 00 00 01
    1.Credit 2 500 F
    2.MTN MoMo
    3.Moov Money
    4.Celtiis Cash
    5.Autre numero
    9.Suite
    0.Annuler
    > 1
    END Paye avec votre credit. Le recu suit.
    # whatsapp Awa
    2 500 F de votre crédit chez *Atelier Afi* vont à la commande 0045. Reste à payer : 0 F. Reçu R-2026-0005.
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    Commande 0045 : 2 500 F pris sur le crédit du client chez vous, payée à 100 %. Reste 0 F.
    [Voir la commande]
  `));
