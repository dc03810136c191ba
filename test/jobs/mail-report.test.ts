import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openMailer } from '../../src/providers/email/mailer.ts';
import { openSmtp, type SmtpStandin } from '../helpers/smtp.ts';
import { openReportedShop, type ReportedShop } from './reported-shop.ts';

const ADDRESS = 'moussa@diop.sn';
const SIX = '2026-11-01T06:00:00Z';
const after = (minutes: number): string => new Date(Date.parse(SIX) + minutes * 60_000).toISOString();

let smtp: SmtpStandin;
let shop: ReportedShop;
beforeEach(async () => {
  smtp = await openSmtp();
  shop = await openReportedShop({ begins: '2026-10-30T09:00:00Z', mailer: openMailer({ url: smtp.url, from: 'Griot <rapports@griot.example>' }) });
  await shop.db.tenant.update({ where: { id: shop.tenantId }, data: { settings: { reportEmail: ADDRESS } } });
  await shop.plan();
  await shop.wakeAt('2026-10-31T00:00:00Z');
});
afterEach(async () => {
  await shop.close();
  await smtp.close();
});

const mail = () => shop.db.due.findFirst({ where: { kind: 'report.mail' } });
const told = async () => (await shop.letters()).filter(({ key }) => key.startsWith('report:mail:')).map(({ text }) => text);
const WRONG = `Synthese de 10/2026: adresse ${ADDRESS} refusee. Ecrivez RAPPORT EMAIL et la bonne adresse`;
const FAILED = `Synthese de 10/2026: e-mail pas parti a ${ADDRESS}, panne d'envoi. Rien a faire pour vous`;
const ALL_DAY = [0, 2, 15, 80, 450];

describe('DIG-32, DIG-40, STY-18 · the synthesis of a month by e-mail, where the owner has given an address', () => {
  test('goes once, with the file that the phone was given', async () => {
    await shop.wakeAt(SIX);
    await shop.wakeAt(after(1));
    await shop.wakeAt(after(600));
    const [report] = await shop.reports();
    const [letter, ...others] = smtp.letters;
    expect([others, letter?.to, await told()]).toEqual([[], ADDRESS, []]);
    const kept = await shop.files.get(report?.sha256 ?? '');
    const sent = letter?.text.replaceAll('\n', '') ?? '';
    expect(sent).toContain(kept?.toString('base64'));
    for (const part of ['From: Griot <rapports@griot.example>', `To: ${ADDRESS}`, `Message-ID: <${report?.id ?? ''}@griot.example>`, 'synthese-DIOP-2026-10.pdf', 'Content-Type: application/pdf']) expect(letter?.text).toContain(part);
  });

  test('that the server cannot take now is tried again, under the same Message-ID', async () => {
    smtp.say(() => '451 later');
    await shop.wakeAt(SIX);
    expect([smtp.letters, (await mail())?.status, await told()]).toEqual([[], 'waiting', []]);
    smtp.say(() => '250 fine');
    await shop.wakeAt(after(2));
    expect([smtp.letters.length, (await mail())?.status, await told()]).toEqual([1, 'done', []]);
  });

  test.each(['550 nobody', '550 No such user here', '550 Requested action not taken: mailbox unavailable', '550 5.1.1 The email account that you tried to reach does not exist', '553 5.1.3 no valid address'])('to an address where nobody is (%s): the owner is told, and nothing is tried again', async (said) => {
    smtp.say((address) => (address === ADDRESS ? said : '250 fine'));
    await shop.wakeAt(SIX);
    await shop.wakeAt(after(600));
    expect([smtp.letters, (await mail())?.status, await told()]).toEqual([[], 'done', [WRONG]]);
  });

  test.each(['550 5.7.1 Relaying denied', '554 5.7.1 blocked, your server is on a list', '550 relay not permitted', '550 5.1.8 Sender address rejected', '552 5.2.2 mailbox full', '550 Sender address rejected: user unknown'])('that the server refuses for no fault of the address (%s): the owner has nothing to mend, an operator finds it', async (said) => {
    smtp.say(() => said);
    for (const minutes of ALL_DAY) await shop.wakeAt(after(minutes));
    expect([smtp.letters, (await mail())?.status, await told()]).toEqual([[], 'parked', [FAILED]]);
  });

  test('of a server that is away all day: the owner is told, an operator finds it', async () => {
    await smtp.close();
    for (const minutes of ALL_DAY) await shop.wakeAt(after(minutes));
    expect([(await mail())?.status, (await mail())?.attempts, await told()]).toEqual(['parked', 5, [FAILED]]);
    expect(await shop.reports()).toHaveLength(1);
    smtp = await openSmtp();
  });

  test('leaves alone who has taken the address back meanwhile', async () => {
    smtp.say(() => '451 later');
    await shop.wakeAt(SIX);
    await shop.db.tenant.update({ where: { id: shop.tenantId }, data: { settings: {} } });
    smtp.say(() => '250 fine');
    await shop.wakeAt(after(2));
    expect([smtp.letters, (await mail())?.status, await told()]).toEqual([[], 'done', []]);
  });
});
