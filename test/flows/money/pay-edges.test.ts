import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rest } from '../../helpers/momo.ts';
import { tillOf } from '../../helpers/paying.ts';
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
const order = async (seq = 42) => world.db.order.findFirstOrThrow({ where: { seq } });
const asked = () => world.standins.fedapay?.transactions() ?? [];
const payments = () => world.db.payment.findMany({ where: { accountId: { not: null } }, orderBy: { createdAt: 'asc' } });

describe('money never moves on a word', () => {
  test('E8 · « Vérifier », « j’ai payé », a second request: nothing is credited, and one request is asked', async () => {
    await story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > j'ai payé
    Je n'ai pas compris « j'ai payé ».
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > [Vérifier]
    Toujours en attente chez MTN MoMo : 12 500 F pour la commande 0042. Validez sur le téléphone qui paie.
    [Vérifier]
    [Changer de moyen]
    > payer 42
    Toujours en attente chez MTN MoMo : 12 500 F pour la commande 0042. Validez sur le téléphone qui paie.
    [Vérifier]
    [Changer de moyen]
    > [Vérifier]
    Toujours en attente chez MTN MoMo : 12 500 F pour la commande 0042. Validez sur le téléphone qui paie.
    [Vérifier]
    [Changer de moyen]
  `);
    await rest(world);
    expect(asked()).toHaveLength(1);
    expect(await order()).toMatchObject({ paidXof: 12_500n, status: 'ready' });
  });

  test('the page one comes back to after paying credits nothing: only what is seen at the provider does', async () => {
    await tillOf(world).ask((await order()).id, { method: 'link' });
    await rest(world);
    const [link] = await payments();
    expect(link).toMatchObject({ method: 'link', status: 'pending' });
    const answers = await Promise.all(['', `?id=${link?.providerId ?? ''}&status=approved`, '?status=approved&close=true'].map((query) => fetch(`${world.local}/${query}`)));
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    await rest(world);
    expect(await order()).toMatchObject({ paidXof: 12_500n });
  });

  test('a signed event that claims what is not so: looked at, and nothing is credited', async () => {
    await story(`
    # sms Awa
    > payer 42 12500
    Payer 12 500 F pour 0042 avec le 01 96 00 00 01 ?
    1.MTN MoMo
    2.Moov Money
    3.Celtiis Cash
    4.Autre numéro
    5.Payer une partie
    6.Carte, Wave, Orange
    0.Annuler
    > 1
    Validez 12 500 F: code MTN MoMo sur le telephone, pas par SMS.
    1.Vérifier
    2.Changer de moyen
    0.Menu
  `);
    await rest(world);
    world.standins.fedapay?.claim(String(asked()[0]?.id), 'approved');
    await rest(world);
    expect(await order()).toMatchObject({ paidXof: 12_500n });
  });
});

describe('one request at a time', () => {
  test('E4 · the operator tapped twice in one second asks once', async () => {
    await story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > 2x [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
  `);
    await rest(world);
    expect(asked()).toHaveLength(1);
    expect(await payments()).toHaveLength(1);
  });

  test('E8 · another way: the first is given up after a look; approved all the same, it is credited and no more is', async () => {
    await story(`
    # whatsapp Awa
    > payer 42
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo look
    MoMo: Atelier Afi 0042, 12500 F, mtn_open
    > [Changer de moyen]
    Payer *12 500 F* pour la commande 0042 (Boubou bazin, Atelier Afi) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [Moov Money]
    Validez *12 500 F* avec votre code Moov Money dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo look
    MoMo: Atelier Afi 0042, 12500 F, moov
  `);
    const [first] = asked();
    world.standins.fedapay?.approve(String(first?.id));
    await rest(world);
    expect(await order()).toMatchObject({ paidXof: 25_000n });
    expect((await payments()).map(({ status }) => status)).toEqual(['approved', 'pending']);
  });
});
