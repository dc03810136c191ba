import { collectPerson } from '../../domain/identity/collect-person.ts';
import { languageOf } from '../../i18n.ts';
import { dataPage } from '../../../templates/links.ts';
import type { LinkPage } from './link-page.ts';

/** Somebody's own data, as a page or as a file. */
export const ownData: LinkPage = async ({ db, texts }, { target, contactId }, { req, res }) => {
  const data = await collectPerson(db, target, contactId);
  if (data === undefined) return false;
  if (req.query['format'] === 'json') res.attachment('griot.json').json(data);
  else res.type('html').send(dataPage(texts, languageOf(data.person.language), data));
  return true;
};
