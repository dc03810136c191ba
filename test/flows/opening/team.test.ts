import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  // What the cast waits for is another story.
  await world.db.due.deleteMany();
});
afterAll(() => world.close());

describe('J18 · an owner and the people who work there', () => {
  test('J18 · invites Sessi, who agrees with a PIN of her own; her rights change, and she is removed', async () => {
    await play(world, `
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
    > [Équipe]
    Votre équipe. Choisissez une personne, ou invitez-en une.
    [Koffi Mensah] — aucun droit
    [Inviter]
    > [Inviter]
    Le nom et prénom de la personne ?
    > Sessi Hounkpe
    Le téléphone de *Sessi Hounkpe* ?
    > 01 95 00 02 01
    Que peut faire *Sessi Hounkpe* ? Écrivez les numéros : 1 marquer prêt, 2 argent, 3 mesures, 4 commandes, 5 rien de cela. Par exemple : 1 3.
    > 1 3
    Atelier Afi
    Entrez votre PIN (4 à 6 chiffres) :
  `);
    await world.standins.graph?.userSends('+2290197000001', { type: 'text', text: '4321' });
    await world.quiet();
    world.post.ring();
    await world.quiet();
    expect(await world.db.message.findFirst({ where: { kind: 'reply', direction: 'out' }, orderBy: { id: 'desc' } })).toMatchObject({ text: '*Sessi Hounkpe* est prévenu et travaillera chez vous dès son accord. Droits : marquer prêt, mesures.' });
    expect(await world.db.message.findFirst({ where: { kind: 'notice' }, orderBy: { id: 'desc' } })).toMatchObject({ channel: 'sms', text: 'Atelier Afi vous invite a travailler avec Griot. Repondez: rejoindre AFI' });
    await play(world, `
    # sms +2290195000201
    > rejoindre AFI
    Atelier Afi vous invite à travailler. Ce que vous y faites est noté à votre nom. D'accord ?
    1.J'accepte
    2.Non, merci
    0.Annuler
    > 1
    Choisissez un PIN : 4 à 6 chiffres, à vous seul.
    0.Annuler
    > 1111
    Ce PIN se devine : 4 à 6 chiffres, pas 1234, 0000 ni une année.
    0.Annuler
    > 3698
    Le meme PIN, encore une fois ?
    0.Annuler
  `);
    await world.standins.phones?.userSmsSends('+2290195000201', '3698');
    await world.quiet();
    const told = await world.db.message.findMany({ where: { direction: 'out' }, orderBy: { id: 'desc' }, take: 2, select: { text: true } });
    expect(told.map(({ text }) => text).sort()).toEqual(['Bienvenue chez Atelier Afi. Droits : marquer pret, mesures. Répondez MENU.', 'Votre invitation est acceptée : *Sessi Hounkpe* travaille maintenant chez *Atelier Afi* avec vous.']);
    world.post.ring();
    await world.quiet();
    await play(world, `
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
    > [Équipe]
    Votre équipe. Choisissez une personne, ou invitez-en une.
    [Sessi Hounkpe] — marquer prêt, mesures
    [Koffi Mensah] — aucun droit
    [Inviter]
    > [Sessi Hounkpe]
    *Sessi Hounkpe*, 01 95 00 02 01, travaille chez vous. Droits : marquer prêt, mesures.
    [Ses droits]
    [Retirer]
    > [Ses droits]
    Que peut faire *Sessi Hounkpe* ? Écrivez les numéros : 1 marquer prêt, 2 argent, 3 mesures, 4 commandes, 5 vendre, 6 stock, 7 rien de cela. Par exemple : 1 3.
    > 2
    *Sessi Hounkpe*, 01 95 00 02 01, travaille chez vous. Droits : argent.
    [Ses droits]
    [Retirer]
    > [Retirer]
    *Sessi Hounkpe* ne travaillera plus chez vous et n'y verra plus rien. C'est bien cela ?
    [Oui, retirer]
    [Non, garder]
    > [Oui, retirer]
    Votre équipe. Choisissez une personne, ou invitez-en une.
    [Koffi Mensah] — aucun droit
    [Inviter]
    # sms +2290195000201
    > menu
    Bonjour Sessi Hounkpe. Écrivez aussi LANGUE, HUMAIN, MES DONNÉES.
    1.Mes commandes (0)
    2.Commander un habit
    4.Payer
    6.Mes mesures
    7.Boutique
    8.Plus
    0.Quitter
    > rejoindre AFI
    Aucune invitation ne vous attend ici. Demandez-en une au propriétaire.
  `);
    const member = await world.db.member.findFirstOrThrow({ where: { person: { fullName: 'Sessi Hounkpe' } } });
    expect(member).toMatchObject({ status: 'left', permissions: [], pinHash: null });
    const acts = await world.db.auditLog.findMany({ where: { entity: 'Member' }, orderBy: { id: 'asc' }, select: { action: true } });
    expect(acts.map(({ action }) => action)).toEqual(['member.invited', 'member.joined', 'member.rights', 'member.removed']);
  });

  test('J18 · changes the PIN, having proven the one before', async () => {
    const hashOf = async () => (await world.db.member.findFirstOrThrow({ where: { role: 'owner', tenant: { code: 'AFI' } } })).pinHash;
    const before = await hashOf();
    await play(world, `
    # ussd Afi
    > *384*22#
    CON Reprendre: votre equipe?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 2
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
    > 8
    CON Autres services
    1.Employes
    4.Ouvert / ferme
    5.Mon code client
    6.Clients
    7.Parler a une personne
    8.Langue
    9.PIN
    0.Retour
    > 9
    CON Nouveau PIN (4 a 6 chiffres):
    0.Annuler
    > 7531
    CON Le meme PIN, encore une fois:
    0.Annuler
    > 7531
    END Votre PIN est change.
  `);
    expect(await hashOf()).not.toBe(before);
  });

  test('J18 · who already has a business is told so, and led there', () => play(world, `
    # whatsapp Afi
    > ouvrir un commerce
    Vous tenez déjà *Atelier Afi* (code AFI). Une personne tient un seul commerce sur ce téléphone.
    [Mon commerce]
    > [Mon commerce]
    *Atelier Afi* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
  `));
});
