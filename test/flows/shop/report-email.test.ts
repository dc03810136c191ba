import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openSmtp, type SmtpStandin } from '../../helpers/smtp.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let smtp: SmtpStandin;
let world: World;
beforeAll(async () => {
  smtp = await openSmtp();
  world = await openWorld({ env: { SMTP_URL: smtp.url, SMTP_FROM: 'Griot <rapports@griot.example>' } });
});
afterAll(async () => {
  await world.close();
  await smtp.close();
});

describe('DIG-32, DIG-40 · Moussa has the synthesis of each month sent by e-mail, too', () => {
  test('he gives an address, sees it, and takes it back', () => play(world, `
    # whatsapp Moussa
    > rapport email
    Aucun e-mail ne part. Pour recevoir la synthèse de chaque mois : *rapport email* et votre adresse.
    [Autre rapport]
    > rapport email moussa@diop
    Cette adresse n'est pas valable. Exemple : *rapport email moussa@diop.sn*
    > rapport email Moussa@Diop.sn
    La synthèse de chaque mois part aussi par e-mail à moussa@diop.sn. Pour arrêter : *rapport email stop*.
    [Autre rapport]
    > rapport email stop
    Aucun e-mail ne part. Pour recevoir la synthèse de chaque mois : *rapport email* et votre adresse.
    [Autre rapport]
    > rapport email moussa@diop.sn
    La synthèse de chaque mois part aussi par e-mail à moussa@diop.sn. Pour arrêter : *rapport email stop*.
    [Autre rapport]
    # sms Moussa
    > rapport email voleur@example.com
    Boutique Diop
    Entrez votre PIN (4 à 6 chiffres) :
    0.Annuler
    > 4321
    La synthèse de chaque mois part aussi à voleur@example.com. Arreter : RAPPORT EMAIL STOP
    1.Autre rapport
    0.Menu
    > rapport email moussa@diop.sn
    La synthèse de chaque mois part aussi à moussa@diop.sn. Arreter : RAPPORT EMAIL STOP
    1.Autre rapport
    0.Menu
    # whatsapp Fatou
    > rapport email fatou@diop.sn
    Vous n'avez pas ce droit. Demandez au patron.
  `));

  test('on the first of the month it comes to both', async () => {
    await play(world, `
    # whatsapp Moussa
    > /wait 11d
    Votre synthèse de 11/2026 (PDF) est prête. Elle s'ouvre pendant 24 heures ici : http://localhost:0/r/… (gardez ce lien pour vous).
  `);
    expect(smtp.letters.map(({ to }) => to)).toEqual(['moussa@diop.sn']);
  });
});

describe('STY-18 · without an SMTP server', () => {
  test('e-mail is not offered', async () => {
    const bare = await openWorld();
    await play(bare, `
    # whatsapp Moussa
    > rapport email moussa@diop.sn
    L'e-mail n'est pas disponible ici. Vos rapports viennent sur ce téléphone.
  `);
    await bare.close();
  });
});
