import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { newOrders, ordersOf } from '../../helpers/ordering.ts';
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

describe('E14 · the price changes while a client is ordering', () => {
  test('E14 · on WhatsApp: the new price is said before the yes, and a confirmed order keeps its own', async () => {
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
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > [Plus]
    Autres services
    [Équipe] — Inviter, droits
    [Réglages] — Horaires, capacité, prix, FedaPay
    [Mon code client] — Votre affiche et son lien
    [Clients et mesures] — Chercher, ajouter
    [Parler à une personne] — Une personne vous répond
    [Langue] — Français, English
    [PIN] — Changer votre PIN
    > [Réglages]
    Ouvert aux commandes. Travail : lun-sam. Fermé : aucun jour.
    Commandes par semaine : 12. Acompte : 50 %.
    FedaPay : relié.
    Aussi par écrit : « ferme 24/12 », « capacite 12 ».
    [Ouvert / fermé]
    [Jours fermés]
    [Jours et heures]
    [Capacité]
    [Acompte]
    [Prix et durées]
    [Relier FedaPay]
    [Mes reçus]
    > [Prix et durées]
    Que cousez-vous ? Choisissez un habit pour son prix, sa durée et ses mesures.
    [Boubou] — 25 000 F
    [Robe] — 18 000 F
    [Chemise] — 15 000 F
    [Pantalon] — 10 000 F
    [Ensemble] — sur devis
    [Tenue enfant] — 9 000 F
    [Retouche] — 2 000 F
    [Ajouter un habit]
    > [Boubou]
    *Boubou* : 25 000 F, 7 jours de travail. Mesures : épaule, poitrine, longueur, manche, cou.
    [Prix]
    [Durée]
    [Mesures]
    [Ne plus le coudre]
    > [Prix]
    Quel prix pour *Boubou* ? Écrivez « devis » si vous le dites à chaque fois.
    > 27 000
    *Boubou* : 27 000 F, 7 jours de travail. Mesures : épaule, poitrine, longueur, manche, cou.
    [Prix]
    [Durée]
    [Mesures]
    [Ne plus le coudre]
    # whatsapp Awa
    > [Payer plus tard]
    Le prix est passé à 27 000 F, acompte 13 500 F. *Boubou*, pour le 28/11, chez Atelier Afi.
    [Continuer]
    [Modifier]
    [Annuler]
    > [Continuer]
    Commande *0045* notée chez *Atelier Afi* : Boubou, pour le 28/11. Acompte : 13 500 F, à payer sous 48 heures. Pour payer, écrivez *payer 0045*.
    # whatsapp Afi
    Une nouvelle commande 0045 est arrivée : Awa Dossou, Boubou, à rendre le 28/11. Prix convenu : 27 000 F. Photos et vocaux joints : 0.
    [Voir la commande]
    > [Prix]
    Quel prix pour *Boubou* ? Écrivez « devis » si vous le dites à chaque fois.
    > 30 000
    *Boubou* : 30 000 F, 7 jours de travail. Mesures : épaule, poitrine, longueur, manche, cou.
    [Prix]
    [Durée]
    [Mesures]
    [Ne plus le coudre]
    # whatsapp Awa
    > ou est 45
    *ORD-2026-0045* Boubou, chez Atelier Afi
    *CONFIRMÉE, pour le 28/11*
    Total 27 000 F, reste à payer 27 000 F.
    [Payer 27 000 F]
    [Dire un souci]
    [Appeler l'atelier]
    [Changer la date]
    [Annuler la commande]
  `);
    expect(await placed()).toEqual([{ who: 'Awa Dossou', status: 'confirmed', total: 27_000, deposit: 13_500 }]);
  });

  test('E14 · on USSD, taken up a day later; who does not agree orders nothing', async () => {
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
    > /drop
  `);
    await ordersOf(world).priced('Boubou', 27_000);
    await story(`
    # ussd Jean
    > /wait 26h
    # sms Afi
    Promises aujourd'hui: 1. Aucun retard. Pour la liste: A LIVRER
    # ussd Jean
    > *384*22#
    CON Reprendre: une commande?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Boubou chez Atelier Afi
    Prix 25 000 F pret le 28/11
    Acompte 12 500 F
    1.Valider et payer
    2.Valider, payer plus tard
    0.Annuler
    > 1
    CON Le prix est passe a 27 000 F, acompte 13 500 F.
    1.Continuer
    2.Modifier
    3.Annuler
    0.Retour
    > 3
    CON Rien n est commande.
    Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
    > *384*22#
    CON Bonjour Jean Hounsou
    1.Mes commandes (1)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
  `);
    expect(await placed()).toEqual([]);
  });
});
