import { afterAll, beforeEach, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World | undefined;
beforeEach(async () => {
  await world?.close();
  world = await openWorld();
  await rest(world);
});
afterAll(() => world?.close());
const story = (script: string) => play(world as World, script);

describe('BEA-01, J11 · the shop on USSD', () => {
  test('J11, C7 · on USSD: from the menu to the prompt; the owner hears of it and hands it over', () => story(`
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
    > 7
    CON Code de la boutique (sur son affiche):
    ex: Diop
    0.Retour
    > Diop
    CON Boutique Diop: quel rayon?
    1.Boissons
    2.Frais
    3.Hygiene et maison
    4.Riz et cereales
    5.Epicerie
    0.Retour
    > 2
    CON Boutique Diop
    1.Beurre 250g 1 250F (12)
    2.Fromage portions x8 1 000F (16)
    3.Lait 1L 1 000F (24)
    4.Lait concentre 750F (48)
    9.Suite
    0.Retour
    > 1
    CON Beurre 250g
    1 250 F, reste 12
    Combien?
    0.Retour
    > 2
    CON 2 Beurre 250g
    Total 2 500 F
    1.Commander
    2.Ajouter
    3.Modifier
    4.Vider
    0.Menu
    > 1
    CON 0001 garde 15 min.
    Payer 2 500 F pour ORD-2026-0001
    Tel: +229 01 96 00 00 02
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numero
    9.Suite
    0.Annuler
    > 1
    CON Payer 2 500 F avec MTN MoMo +229 01 96 00 00 02
    1.Oui
    2.Changer de numero
    0.Annuler
    > 1
    END Demande MTN de 2 500 F en route. Validez avec votre code secret sous 5 min. Rien recu? *384*22# puis Payer. Jamais de code par SMS.
    > /wait 5s
    > /momo approve
    MoMo: Boutique Diop 0001, 2500 F, mtn_open
    # sms Jean
    Boutique Diop: 2 500 F recus, 0001 est entierement payee, merci. Recu R-2026-0001.
    # sms Moussa
    Nouvelle commande 0001 2 Beurre 250g: 2 500 F recus, payee a 100%. Prete? Repondez PRET 0001
    > PRET 1
    0001 Jean Hounsou est PRET, reste 0 F. Client prevenu dans 60 s.
    1.Annuler
    0.Menu
    > /wait 2min
    # sms Jean
    Boutique Diop: 0001 2 Beurre 250g est PRET. Tout est paye, merci.
    # sms Moussa
    # ussd Moussa
    > *384*22#
    CON Boutique Diop
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
    > 4321
    CON Boutique Diop
    1.Vendre
    2.Stock d un produit
    3.Entree de stock
    4.Ruptures (0)
    5.A commander (26)
    6.Rapport
    7.Carnet credit
    8.Plus
    0.Quitter
    > 8
    CON Autres services
    1.Inventaire
    2.Manque
    3.Annuler
    4.Caisse
    5.Fiche produit
    7.Parler a une personne
    8.Langue
    6.Savoir
    0.Retour
    > 6
    CON Savoir et prevoir
    1.Prevision
    2.Analyse
    3.Dormants
    4.Alertes
    5.Commandes fournis.
    6.A livrer (1)
    7.Objectifs
    0.Retour
    > 6
    CON A livrer (retard 0)
    1.0001 Jean H. 2 Beurre 250g AUJ
    0.Retour
    > 1
    CON 0001 Jean Hounsou 2 Beurre 250g
    PRET
    Total 2 500 F Reste 0 F
    1.Livre
    2.Annuler
    0.Retour
    > 1
    END 0001 Jean Hounsou: LIVRE. Remerciements envoyes.
    # sms Jean
    Boutique Diop: 0001 2 Beurre 250g est livre. Merci de votre confiance.
  `));
});
