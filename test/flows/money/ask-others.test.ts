import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await rest(world);
  await world.db.member.updateMany({ where: { role: 'employee', tenant: { code: 'AFI' } }, data: { permissions: ['money', 'work'] } });
});
afterAll(() => world.close());

describe('somebody else is asked to pay', () => {
  test('E13 · three times in vain, and not a fourth within the hour', async () => {
    await play(world, `
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Autre numéro]
    Quel numéro Mobile Money doit payer ? Par exemple : 01 97 00 00 00
    > 01 96 00 00 02
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 02. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    # sms Jean
    > /momo refuse
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    # whatsapp Awa
    12 500 F non débités : la demande a été refusée sur le téléphone. La commande 0042 chez *Atelier Afi* reste à payer.
    [Réessayer]
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Autre numéro]
    Quel numéro Mobile Money doit payer ? Par exemple : 01 97 00 00 00
    > 01 96 00 00 02
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 02. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    # sms Jean
    > /momo refuse
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    # whatsapp Awa
    12 500 F non débités : la demande a été refusée sur le téléphone. La commande 0042 chez *Atelier Afi* reste à payer.
    [Réessayer]
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Autre numéro]
    Quel numéro Mobile Money doit payer ? Par exemple : 01 97 00 00 00
    > 01 96 00 00 02
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 02. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    # sms Jean
    > /momo refuse
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    # whatsapp Awa
    12 500 F non débités : la demande a été refusée sur le téléphone. La commande 0042 chez *Atelier Afi* reste à payer.
    [Réessayer]
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Autre numéro]
    Quel numéro Mobile Money doit payer ? Par exemple : 01 97 00 00 00
    > 01 96 00 00 02
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Commande *0042* : ce numéro a été sollicité trois fois sans suite. Attendez une heure, ou payez avec un autre.
    > /wait 61min
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Autre numéro]
    Quel numéro Mobile Money doit payer ? Par exemple : 01 97 00 00 00
    > 01 96 00 00 02
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 02 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 02. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    # sms Jean
    > /momo refuse
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    # whatsapp Awa
    12 500 F non débités : la demande a été refusée sur le téléphone. La commande 0042 chez *Atelier Afi* reste à payer.
    [Réessayer]
  `);
  });
});

describe('O6 · money asked for at the counter', () => {
  test('O6 · who asked is told when it comes, and so is the owner', async () => {
    await play(world, `
    # whatsapp Koffi
    > recu 42 12500 momo
    *12 500 F* pour *0042* Awa Dossou, Boubou bazin. Reste après : 0 F. Comment ?
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > [Demander par MoMo]
    # whatsapp Awa
    *Atelier Afi* : payez 12 500 F pour votre commande 0042 ici : http://localhost:0/r/…
    Carte, Wave, Orange Money. Le lien vit 24 h.
    # whatsapp Koffi
    Demande envoyée à Awa Dossou : payer 12 500 F par Mobile Money pour *0042*. Vous serez prévenu dès que l'argent arrive ; rien n'est encore reçu.
  `);
    const asked = world.standins.fedapay?.transactions().at(-1);
    world.standins.fedapay?.approve(String(asked?.id));
    await world.standins.fedapay?.idle();
    await play(world, `
    # whatsapp Koffi
    > /wait 1min
    # whatsapp Awa
    12 500 F reçus par *Atelier Afi* : la commande 0042 est entièrement payée, merci. Reçu R-2026-0003.
    [Mon reçu]
    [Voir la commande]
    # whatsapp Koffi
    Commande 0042 : 12 500 F reçus, payée à 100 %. Reste 0 F.
    [Voir la commande]
    # sms Afi
    Commande 0042: 12 500 F recus, payee a 100%. Reste 0 F.
  `);
  });

  test('O6 · who has no phone is asked nothing, and that is said', async () => {
    const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { phone: '+2290196000002' } });
    await world.db.contactPerson.deleteMany({ where: { contactId } });
    await play(world, `
    # whatsapp Afi
    > recu 44 7500 momo
    *7 500 F* pour *0044* Jean Hounsou, Chemise. Reste après : 0 F. Comment ?
    [Demander par MoMo]
    [Déjà reçu par MoMo]
    > [Demander par MoMo]
    *0044* : rien n'est demandé, cette personne n'a pas de téléphone chez vous. Notez-le par « client », ou prenez des espèces.
    # sms Afi
    > recu 44 7500 momo
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    7 500 F pour 0044 Jean Hounsou, reste après 0 F. Comment ?
    1.Demander par MoMo
    2.Déjà recu par MoMo
    0.Annuler
    > 1
    0044 : rien n'est demandé, pas de telephone. Notez-le: client.
  `);
  });
});
