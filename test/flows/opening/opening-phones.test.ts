import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld({ cast: false })));
afterAll(() => world.close());

/** Rows of any table in which a code stands by itself. */
async function leaked(code: number): Promise<string[]> {
  const tables = await world.db.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const rows = await world.db.$queryRawUnsafe<{ row: string }[]>(tables.map(({ name }) => `SELECT '${name} ' || t::text AS row FROM "${name}" t`).join(' UNION ALL '));
  return rows.map(({ row }) => row).filter((row) => new RegExp(`(?<![0-9a-f.:-])${code}(?![0-9a-f.-])`).test(row));
}

describe('J18 · a stylist joins without internet', () => {
  test('J18 · on USSD, cut off on the way and taken up again', () => play(world, `
    # ussd +2290195000102
    > *384*22*2*1#
    CON Votre nom et prenom:
    0.Annuler
    > Ama Lawson
    CON Le nom de votre commerce:
    ex: Atelier Yawa
    0.Annuler
    > Chez Ama
    CON Votre metier:
    ex: couture, broderie
    0.Retour
    > tailleur
    CON Votre ville et quartier:
    ex: Cotonou Akpakpa
    0.Retour
    > /drop
    > *384*22#
    CON Reprendre: ouvrir votre commerce?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Votre ville et quartier:
    ex: Cotonou Akpakpa
    0.Retour
    > Cotonou
    CON Quand travaillez-vous?
    1.Lun-sam, 8h-18h
    2.Autres heures
    0.Retour
    > 2
    CON Vos jours et heures:
    ex: lun-ven 9h-17h
    0.Retour
    > 9h
    CON Non compris. Les jours puis les heures:
    ex: mar-sam 9h-17h30
    0.Retour
    > lun-ven 9h-17h30
    CON Votre code: AMA
    Ils ecriront: commander AMA
    1.Prendre ce code
    2.Un autre code
    0.Retour
    > 2
    CON Votre code: 3 a 10 lettres, sans O ni I
    0.Retour
    > AFI
    CON O et I se lisent 0 et 1. Il reste AMA
    1.Prendre ce code
    2.Un autre code
    0.Retour
    > 2
    CON Votre code: 3 a 10 lettres, sans O ni I
    0.Retour
    > ama
    CON L argent de vos clients va chez vous, leurs donnees ne servent qu a eux.
    1.Accepter
    0.Retour
    > 1
    CON Choisissez un PIN (4 a 6 chiffres, a vous seul):
    0.Retour
    > 2580
    CON Le meme PIN, encore une fois:
    0.Retour
    > /drop
    > *384*22#
    CON Reprendre: ouvrir votre commerce?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Le meme PIN, encore une fois:
    0.Retour
    > 2580
    END Chez Ama est ouvert. Code AMA. Vos clients composent *384*22# ou ecrivent: commander AMA. Affiche par SMS.
    # sms +2290195000102
    Chez Ama est ouvert. Code client : AMA. Votre affiche :
    http://localhost:0/r/…
    # ussd +2290195000102
    > *384*22#
    CON Chez Ama
    Entrez votre PIN (4 a 6 chiffres):
    0.Annuler
  `).then(() => expect(leaked(2580)).resolves.toEqual([])));

  test('J18 · by SMS in English, with a code that another has', () => play(world, `
    # sms +2280195000103
    > Hello
    Bonjour, ici Griot. Qui etes-vous ?
    1.Je suis client
    2.J'ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 4
    Hello, this is Griot. Who are you?
    1.I am a client
    2.I have a business
    3.Refer and earn
    4.Francais
    9.Terms and STOP
    0.Quit
    > 2
    Your data is used for orders, appointments and payments. Do you accept?
    1.Accept
    0.Back
    > 1
    Your first and last name?
    0.Cancel
    > Rachida Sanni
    Let us open your business. Its name? Example: Atelier Yawa
    0.Cancel
    > Ama
    Your trade? Example: tailoring, embroidery
    0.Back
    > fashion designer
    Your town and district? Example: Cotonou Akpakpa
    0.Back
    > Lome
    When do you work?
    1.Mon-Sat, 8h-18h
    2.Other hours
    0.Back
    > 1
    Your client code: AMAA. Your clients will write: order AMAA. It will not change.
    1.Take this code
    2.Another code
    0.Back
    > 2
    Which code? 3 to 10 letters, without O and I.
    0.Back
    > ama
    AMA is already taken. There is AMAA.
    1.Take this code
    2.Another code
    0.Back
    > 1
    Your clients' data is only used for their orders. Their money goes to your account, never to Griot. Do you accept?
    1.Accept
    0.Back
    > 1
    Choose a PIN: 4 to 6 digits, yours alone. It confirms what concerns money.
    0.Back
    > 864213
    The same PIN, once more?
    0.Back
    > 864213
    Ama is open. Client code: AMAA. Your poster:
    http://localhost:0/r/…
  `));
});
