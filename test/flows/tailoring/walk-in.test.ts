import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('J5 · who walks in', () => {
  test('J5, E22 · on USSD: an old number is offered in ten digits, the client is asked for a yes by SMS', () => play(world, `
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
    > 5
    CON Tel du client (0 = sans tel):
    0.Sans tel
    > 12
    CON Numero incomplet. Tel du client (0 = sans tel):
    0.Sans tel
    > 96000007
    CON Numero en 10 chiffres:
    01 96 00 00 07?
    1.Oui
    2.Autre numero
    0.Annuler
    > 1
    CON Nom du client:
    0.Retour
    > Rosine Ahoyo
    CON Rosine Ahoyo: quel habit?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    0.Annuler
    > 1
    CON Pas de mesures.
    1.Dicter
    2.Plus tard
    0.Retour
    > 2
    CON Boubou: bareme 25 000 F. Prix?
    1.25 000 F
    2.Autre prix
    3.Prix plus tard
    0.Retour
    > 1
    CON Pret le 28/11?
    1.Le 28/11
    2.Autre jour
    0.Retour
    > 1
    CON Rosine Ahoyo Boubou
    25 000 F pour 28/11
    Places cette semaine: 1/12
    1.Enregistrer
    2.Urgent (delai x0.5)
    0.Annuler
    > 2
    CON Rosine Ahoyo Boubou
    25 000 F pour 25/11
    Places cette semaine: 1/12
    1.Enregistrer
    2.Urgent (delai x0.5)
    0.Annuler
    > 1
    END 0045 notee: 25 000 F pour 25/11. Le client recoit le prix et repond.
    # sms +2290196000007
    Atelier Afi: 0045 Boubou 25 000 F pour le 25/11. Repondez OUI 0045 ou NON 0045
  `));

  test('J5 · without a phone, dictated, at a price of its own, for a day that is typed: the owner says yes and writes the number on paper', () => play(world, `
    # whatsapp Afi
    > nouveau
    Téléphone du client ? (0 = sans téléphone)
    > 0
    Quel est le nom du client ?
    > 7
    Écrivez un nom, de 2 à 40 lettres.
    Quel est le nom du client ?
    > Maman Cica
    Quel habit pour Maman Cica ?
    [Boubou]
    [Robe]
    [Chemise]
    [Pantalon]
    [Ensemble]
    [Tenue enfant]
    [Retouche]
    > 1
    Aucune mesure de Maman Cica ici. Les prendre maintenant ?
    [Dicter]
    [Plus tard]
    > Dicter
    Dictez les mesures en cm, dans cet ordre : épaule, poitrine, longueur, manche, cou. x pour ce qui manque.
    > ep45 po98 zz
    Je n'ai pas pu lire ces mesures. Dans cet ordre, en cm : épaule, poitrine, longueur, manche, cou.
    > 45 98 140 60 40
    Boubou pour Maman Cica : 25 000 F au barème. Quel prix ?
    [25 000 F]
    [Autre prix]
    [Prix plus tard]
    > Autre prix
    Écrivez le prix, par exemple 25k ou *25000*.
    > cher
    « cher » n'est pas un prix. Par exemple : *25000*
    > 25k
    Prêt le *28/11* ? C'est le premier jour libre.
    [Le 28/11]
    [Autre jour]
    > Autre jour
    Pour quel jour ? Par exemple : 28/12, samedi.
    > 28/12
    *Maman Cica*, Boubou. 25 000 F pour le 28/12. Places cette semaine : 0/12.
    [Enregistrer]
    [Urgent]
    > Enregistrer
    *0046* est notée pour Maman Cica, sans téléphone. Accepte-t-on devant vous 25 000 F pour le 28/12 ?
    [Oui]
    [Plus tard]
    > oui
    *0046* est confirmée. Donnez le numéro 0046 sur un papier à Maman Cica.
  `));

  test('J5 · known by the phone, with measures; the price comes later', () => play(world, `
    # sms Afi
    > nouveau
    Téléphone du client ? (0 = sans)
    0.Sans téléphone
    > 01 96 00 00 01
    01 96 00 00 01 : qui est là ?
    1.Awa Dossou
    2.Une autre personne
    0.Retour
    > 1
    Quel habit pour Awa Dossou ?
    1.Boubou
    2.Robe
    3.Chemise
    4.Pantalon
    5.Ensemble
    6.Tenue enfant
    7.Retouche
    0.Annuler
    > 1
    Mesures du 12/03 :
    1.Garder
    2.Dicter
    3.Plus tard
    0.Retour
    > 1
    Boubou : barème 25 000 F. Quel prix ?
    1.25 000 F
    2.Autre prix
    3.Prix plus tard
    0.Retour
    > 3
    Pret le 28/11 ?
    1.Le 28/11
    2.Autre jour
    0.Retour
    > 1
    Awa Dossou Boubou, prix plus tard, pour 28/11. Places : 1/12
    1.Enregistrer
    2.Urgent
    0.Annuler
    > 1
    0047 notée sans prix. Ensuite : devis, le numéro, le prix.
    # whatsapp Afi
    > ou est 47
    *0047* Awa Dossou, Boubou : *devis*.
    Promis le 28/11 · tél. 01 96 00 00 01
    Prix à fixer
    Mesures du 12/03 · photos : 0
    Étapes : pas commencées.
    [Prix]
    [Photo]
    [Annuler]
  `));

  test('J5 · who was never here is shown by initials: any number could be tried', () => play(world, `
    # whatsapp Afi
    > nouveau
    Téléphone du client ? (0 = sans téléphone)
    > 0196000010
    Le 01 96 00 00 10 est connu. Qui est là ?
    [K. A.]
    [Une autre personne]
    > annuler
    Annulé.
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
  `));
});
