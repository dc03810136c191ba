import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld({ cast: false })));
afterAll(() => world.close());

describe('J18 · a stylist joins on WhatsApp', () => {
  test('J18 · from the first word to the code and the poster', async () => {
    await play(world, `
    # whatsapp +2290195000101
    > Bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > [J'ai un commerce]
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    > Yawa Mensah
    Ouvrons votre commerce : c'est gratuit et cela prend 2 minutes. Comment s'appelle-t-il ? Par exemple : Atelier Yawa.
    > Atelier Yawa
    Quel est votre métier ? S'il y en a plusieurs, écrivez-les tous. Par exemple : couture, broderie.
    > couture et broderie
    Dans quelle ville, et quel quartier ? Par exemple : Cotonou, Akpakpa.
    > Cotonou, Akpakpa
    Quand travaillez-vous ? Les dates promises à vos clients en tiennent compte.
    [Lun-sam, 8h-18h]
    [Autres heures]
    > [Lun-sam, 8h-18h]
    Votre code client sera *YAWA*. C'est ce que vos clients écriront pour commander : *commander YAWA*. Il ne changera plus.
    [Prendre ce code]
    [Un autre code]
    > [Prendre ce code]
    Conditions pour les commerces : les données de vos clients ne servent qu'à leurs commandes et paiements. L'argent de vos clients va sur votre compte à vous, jamais chez Griot. Vos reçus ne remplacent pas une facture fiscale. Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Choisissez votre PIN : 4 à 6 chiffres, que vous seul connaissez. Il ouvre votre commerce sur tout téléphone et confirme ce qui touche à l'argent.
    > 1234
    Ce PIN se devine : prenez 4 à 6 chiffres, pas 1234, ni 0000, ni une année.
    > 7391
    Le même PIN, encore une fois ?
    > 7392
    Les deux PIN ne sont pas les mêmes. Choisissez votre PIN de nouveau : 4 à 6 chiffres.
    > 7391
    Le même PIN, encore une fois ?
    > 7391
    *Atelier Yawa* est ouvert 🎉 Votre code client : *YAWA*.
    Vos clients écrivent *commander YAWA* à ce numéro, touchent ce lien ou composent *384*22# :
    https://wa.me/2290190000000?text=commander%20YAWA
    Voici votre affiche à imprimer et à montrer. Il reste à fixer vos prix et à relier FedaPay pour être payé : *menu*, Plus, Réglages.
    [link: Ouvrir http://localhost:0/r/…]
  `);
    const tenant = await world.db.tenant.findUniqueOrThrow({ where: { code: 'YAWA' }, include: { members: true } });
    expect(tenant).toMatchObject({ name: 'Atelier Yawa', country: 'BJ', timezone: 'Africa/Porto-Novo', capabilities: ['tailoring'], isActive: true });
    expect(tenant.settings).toEqual({ depositPct: 50, town: 'Cotonou, Akpakpa', workdays: [1, 2, 3, 4, 5, 6], hours: { opens: '08:00', closes: '18:00' } });
    expect(tenant.members).toMatchObject([{ role: 'owner', status: 'active', pinHash: expect.stringMatching(/^scrypt\$/) }]);
    const garments = await world.db.garmentType.findMany({ where: { tenantId: tenant.id }, orderBy: { position: 'asc' } });
    expect(garments.map(({ name }) => name)).toEqual(['Boubou', 'Robe', 'Chemise', 'Pantalon', 'Ensemble', 'Tenue enfant', 'Retouche']);
    expect(await world.db.shortLink.findMany({ where: { kind: 'poster' }, select: { target: true } })).toEqual([{ target: tenant.id }]);
    expect(await world.db.auditLog.findMany({ where: { tenantId: tenant.id }, select: { action: true } })).toEqual([{ action: 'business.opened' }]);
  });

  test('J18 · another trade leaves a lead, and is told so', async () => {
    await play(world, `
    # whatsapp +2290195000104
    > Bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > [J'ai un commerce]
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    > Fifa Dossa
    Ouvrons votre commerce : c'est gratuit et cela prend 2 minutes. Comment s'appelle-t-il ? Par exemple : Atelier Yawa.
    > Salon Fifa
    Quel est votre métier ? S'il y en a plusieurs, écrivez-les tous. Par exemple : couture, broderie.
    > coiffure
    Pour l'instant, seuls les ateliers de couture s'ouvrent tout de suite. C'est noté : *Salon Fifa*, coiffure. Une personne de Griot vous rappelle à ce numéro sous 2 jours ouvrés. En attendant, écrivez *menu*.
  `);
    expect(await world.db.lead.findMany({ where: { kind: 'business' }, select: { trade: true } })).toEqual([{ trade: 'Salon Fifa : coiffure' }]);
  });

  test('J18 · from a country that we do not serve, too', () => play(world, `
    # whatsapp +33612345678
    > Bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > [J'ai un commerce]
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    > Aminata Sow
    Ouvrons votre commerce : c'est gratuit et cela prend 2 minutes. Comment s'appelle-t-il ? Par exemple : Atelier Yawa.
    > Atelier Sow
    Quel est votre métier ? S'il y en a plusieurs, écrivez-les tous. Par exemple : couture, broderie.
    > couture
    Griot n'ouvre encore seul que les commerces dont le numéro est du Bénin, du Burkina Faso, de Côte d'Ivoire, de Guinée-Bissau, du Mali, du Niger, du Sénégal ou du Togo. C'est noté : *Atelier Sow*, couture. Une personne de Griot vous répond sous 2 jours ouvrés.
  `));
});
