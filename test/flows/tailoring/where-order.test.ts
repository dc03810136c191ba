import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

describe('ou est 42 · what it says to whom', () => {
  test('ou est 42 · « Voir la commande » under a notice shows the owner the card of the order', () => play(world, `
    # whatsapp Afi
    > menu
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    # whatsapp Jean
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
    L'atelier n'a pas encore vos mesures.
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > [L'atelier me mesure]
    *Boubou* chez Atelier Afi, votre tissu, pour le 28/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : à prendre à l'atelier. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > [Payer plus tard]
    # whatsapp Afi
    Une nouvelle commande 0045 est arrivée : Jean Hounsou, Boubou, à rendre le 28/11. Prix convenu : 25 000 F. Photos et vocaux joints : 0.
    [Voir la commande]
    # whatsapp Jean
    Commande *0045* notée chez *Atelier Afi* : Boubou, pour le 28/11. Acompte : 12 500 F, à payer sous 48 heures. Pour payer, écrivez *payer 0045*.
    # whatsapp Afi
    # whatsapp Jean
    # whatsapp Afi
    > [Voir la commande]
    *0045* Jean Hounsou, Boubou : *confirmée, pas commencée*.
    Promis le 28/11 · tél. 01 96 00 00 02
    Total 25 000 F · payé 0 F · *reste 25 000 F*
    Pas de mesures · photos : 0
    Étapes : pas commencées.
    [Démarrer]
    [Date]
    [Prix]
    [Photo]
    [Employé]
    [En pause]
    [Annuler]
    > ou est 77
    Je ne trouve pas 0077 chez vous. Laquelle ?
    [Autre numéro]
    > 1
    Quel est le numéro de la commande ? Par exemple : *42*
    > 42
    *0042* Awa Dossou, Boubou bazin : *PRÊTE*.
    Promis le 21/11 · tél. 01 96 00 00 01
    Total 25 000 F · payé 12 500 F · *reste 12 500 F*
    Pas de mesures · photos : 0
    Rien à coudre.
    [Livré]
    [Retouche]
    [Photo]
    [Annuler]
    > 0
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
    [0045 Jean H. Boubou] — 28/11
    > ou est 44
    *0044* Jean Hounsou, Chemise : *en cours*.
    Promis le 24/11 · tél. 01 96 00 00 02
    Total 15 000 F · payé 7 500 F · *reste 7 500 F*
    Pas de mesures · photos : 0
    Reste à faire : coupe, couture, finition, contrôle.
    [Étape finie]
    [Prêt]
    [Date]
    [Photo]
    [Employé]
    [Essayage]
    [En pause]
    [Annuler]
    > [En pause]
    Mettre *0044* Jean Hounsou en pause : écrivez pourquoi, le motif est gardé. La personne est prévenue.
    > client absent
    *0044* Jean Hounsou : en pause.
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
    [0045 Jean H. Boubou] — 28/11
    # whatsapp Jean
    Ici *Atelier Afi* : votre commande 0044 (Chemise) est en pause. Nous vous écrirons dès qu'elle reprend.
    [Voir la commande]
    # whatsapp Afi
    > ou est
    Quel est le numéro de la commande ? Par exemple : *42*
    > 0
    *À livrer* : 0 en retard, 0 aujourd'hui.
    [0042 Awa D. Boubou bazin] — 21/11
    [0044 Jean H. Chemise] — 24/11
    [0045 Jean H. Boubou] — 28/11
  `));

  test('ou est 42 · who works here and is a client elsewhere speaks as they were last, or of the business they name', async () => {
    const [{ id: tenantId }, { id: personId }] = await Promise.all([world.db.tenant.findUniqueOrThrow({ where: { code: 'BINTOU' } }), world.db.person.findFirstOrThrow({ where: { fullName: 'Afi Kossou' } })]);
    await world.db.client.create({ data: { tenantId, personId, tags: [], firstSource: 'test', createdAt: world.now() } });
    await play(world, `
    # sms Afi
    > english
    We go on in English.
    To deliver (late 0)
    1.0042 Awa D. Boubou bazin 21/11
    2.0044 Jean H. Chemise 24/11
    3.0045 Jean H. Boubou 28/11
    0.Back
    > where is 42
    0042 Awa Dossou Boubou bazin READY, promised 21/11. 01 96 00 00 01. Total 25,000 F Left 12,500 F
    1.Delivered
    2.Alteration
    3.Photo
    4.Cancel
    0.Back
    > profile
    Who is using this phone?
    1.Afi Kossou
    2.Atelier Afi
    3.Another person
    0.Quit
    > 1
    0042 Awa Dossou Boubou bazin READY, promised 21/11. 01 96 00 00 01. Total 25,000 F Left 12,500 F
    1.Delivered
    2.Alteration
    3.Photo
    4.Cancel
    0.Back
    > where is 42
    I find no 0042 of yours. Which one?
    1.See my orders
    2.Another number
    0.Back
    > where is 42 AFI
    0042 Awa Dossou Boubou bazin READY, promised 21/11. 01 96 00 00 01. Total 25,000 F Left 12,500 F
    1.Delivered
    2.Alteration
    3.Photo
    4.Cancel
    0.Back
  `);
  });
});
