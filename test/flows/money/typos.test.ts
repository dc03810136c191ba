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

const paid = async (seq: number) => (await world.db.order.findFirstOrThrow({ where: { seq } })).paidXof;

describe('E32 · a figure too many', () => {
  test('E32 · more money than is due, in the hand', async () => {
    await story(`
    # whatsapp Afi
    > recu 44 75000 especes
    75 000 F, c'est trop : il reste 7 500 F à payer pour *0044* (Jean Hounsou). Rien n'est enregistré.
    [Noter 7 500 F]
    [Autre montant]
    > 0
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    # sms Afi
    > recu 44 75000 especes
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    75 000 F, c'est trop : reste 7 500 F pour 0044. Rien n'est enregistré.
    1.Noter 7 500 F
    2.Autre montant
    0.Annuler
    > 0
    Atelier Afi
    1.A livrer (0)
    2.Marquer pret
    3.Encaisser
    5.Nouvelle commande
    8.Plus
    0.Quitter
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
    > 44
    CON 0044 Jean Hounsou
    Reste 7 500 F. Montant recu?
    0.Retour
    > 75000
    CON 75 000 F: trop. Reste 7 500 F pour 0044.
    1.Noter ce reste
    2.Autre montant
    0.Annuler
  `);
    expect(await paid(44)).toBe(7_500n);
  });

  test('E32 · a price ten times that of the list is asked again; so is a tenth of it', async () => {
    await story(`
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
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
    > Robe
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
    *Robe* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 18 000 F, acompte : 9 000 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > [Payer plus tard]
    # whatsapp Afi
    Une nouvelle commande 0045 est arrivée : Awa Dossou, Robe, à rendre le 28/11. Prix convenu : 18 000 F. Photos et vocaux joints : 0.
    [Voir la commande]
    # whatsapp Awa
    Commande *0045* notée chez *Atelier Afi* : Robe, pour le 28/11. Acompte : 9 000 F, à payer sous 48 heures. Pour payer, écrivez *payer 0045*.
    # whatsapp Afi
    > devis 45 180000 30/11
    *180 000 F* pour *0045* Awa Dossou, Robe ? D'habitude 18 000 F.
    [Oui]
    [Autre prix]
    > [Autre prix]
    *0045* Awa Dossou, Robe, pour le 30/11. Quel prix ? Par exemple : *25000*, ou 25k 28/12.
    > 1800
    *1 800 F* pour *0045* Awa Dossou, Robe ? D'habitude 18 000 F.
    [Oui]
    [Autre prix]
    > [Autre prix]
    *0045* Awa Dossou, Robe, pour le 30/11. Quel prix ? Par exemple : *25000*, ou 25k 28/12.
    > 19 000
    *19 000 F* pour *0045* Awa Dossou, Robe, prêt le *30/11*, acompte : 9 500 F. La personne avait dit oui à autre chose : un nouvel accord lui est demandé.
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Robe) coûte 19 000 F et sera prête le 30/11. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # sms Afi
    > devis 45 190000 30/11
    190 000 F pour 0045 Awa Dossou ? D'habitude 18 000 F.
    1.Oui
    2.Autre prix
    0.Annuler
    > 1
    # whatsapp Awa
    Ici *Atelier Afi* : votre commande 0045 (Robe) coûte 190 000 F et sera prête le 30/11. Acceptez-vous ce prix et cette date ?
    [J'accepte]
    [Négocier]
    [Non merci]
    # sms Afi
    0045 Awa Dossou : 190 000 F pour le 30/11. Le client recoit le prix.
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
    > devis
    CON Numero de la commande (prix):
    ex: 42
    0.Retour
    > 45
    CON 0045 Awa Dossou pour 30/11
    Etait 190 000 F. Nouveau prix?
    ex: 25000 28/12
    0.Annuler
    > 1900
    CON 1 900 F pour 0045? D habitude 18 000 F.
    1.Oui
    2.Autre prix
    0.Annuler
    > 2
    CON 0045 Awa Dossou pour 30/11
    Etait 190 000 F. Nouveau prix?
    ex: 25000 28/12
    0.Annuler
    > 19000
    CON 0045 Awa Dossou
    19 000 F pour 30/11
    1.Oui
    2.Autre date
    3.Autre prix
    0.Annuler
  `);
  });
});
