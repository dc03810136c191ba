import { expect, test } from '@jest/globals';
import { sentencesIn } from './find-sentences.ts';
import { filesUnder, read } from './project.ts';

const FOLDERS = ['flows', 'templates', 'src/conversation', 'src/domain', 'src/channels', 'src/sending', 'src/jobs', 'src/web', 'src/db'];
/** Letters as such, and places and names that a person sends: none of them is our word. */
const OTHERS_WORDS = ['src/channels/gsm7.ts', 'src/web/simulator/phone-acts.ts'];

test('every sentence that a person reads stands in locales', () => {
  const files = filesUnder(FOLDERS, /\.[jt]s$/).filter((file) => !OTHERS_WORDS.includes(file));
  expect(files.flatMap((file) => sentencesIn(file, read(file)))).toEqual([]);
});

test.each([
  ["await speak('Votre commande est prête')"],
  ["const said = `Bonjour ${name}`"],
  ["const said = 'Merci de patienter.'"],
  ["const said = 'vous avez un message !'"],
  ["const said = 'annulé'"],
  ["return { id: 'yes', label: 'Oui' }"],
  ['const page = html`<p>${name}, Bonjour</p>`'],
  ['const page = html`<button aria-label="Fermer">×</button>`'],
  ['const page = html`<h1>Orders</h1>`'],
])('%s is found', (source) => {
  expect(sentencesIn('there.ts', source)).toHaveLength(1);
});

test.each([
  ["throw new Error('The database is ahead of this build.')"],
  ["logger.warn('Nobody answered for an hour.')"],
  ["const told = say('home.client', { name })"],
  ["return { outcome: 'failed', reason: 'refused without a reason' }"],
  ['await db.$queryRaw`SELECT count(*) FROM "Contact"`'],
  ['const page = html`<h1>Griot</h1><p class="small">${say(\'admin.home\')}</p>`'],
  ["res.setHeader('Content-Security-Policy', \"default-src 'none'\")"],
])('%s is let pass', (source) => {
  expect(sentencesIn('there.ts', source)).toEqual([]);
});
