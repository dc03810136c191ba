import { randomUUID } from 'node:crypto';
import express, { type Router } from 'express';
import { contactPage, type ContactDetails } from '../../../templates/admin/contact.ts';
import { COUNTRY } from '../../../templates/admin/view.ts';
import { answerAsHuman, ANSWER_CHARS_MAX } from '../../domain/operators/answer-as-human.ts';
import { findContact } from '../../domain/operators/find-contact.ts';
import { handBack } from '../../domain/operators/hand-back.ts';
import { lastAddress } from '../../domain/operators/last-address.ts';
import { readTranscript } from '../../domain/operators/read-transcript.ts';
import { sameContact } from '../../domain/operators/same-contact.ts';
import { seeContact } from '../../domain/operators/see-contact.ts';
import { whySilent } from '../../domain/operators/why-silent.ts';
import type { Admin } from './admin.ts';
import { redirectDone, type Flash } from './flash.ts';
import { field, rowId, uuid } from './form.ts';
import { ROWS_PER_PAGE } from './list-routes.ts';
import { shapeAnswer } from './shape-answer.ts';
import { notFound, show, signedIn, type Visit } from './visit.ts';

const PHONE_CHARS_MAX = 30;
const UUID_CHARS = 36;
/** A browser sends each line feed as two characters, and the limit is counted with one. */
const TEXT_CHARS_MAX = 2 * ANSWER_CHARS_MAX.whatsapp;

export function contactRoutes(admin: Admin): Router {
  const router = express.Router();
  router.post('/contacts/find', signedIn(admin, find));
  router.get('/contacts/:id', signedIn(admin, showContact));
  router.post('/contacts/:id/answers', signedIn(admin, (visit) => answer(admin, visit)));
  router.post('/contacts/:id/hand-back', signedIn(admin, giveBack));
  return router;
}

/** Posted, so that the number stays out of addresses and of what is logged of them. */
async function find({ req, res, acting }: Visit): Promise<void> {
  const id = await findContact(acting.db, field(req, 'phone', PHONE_CHARS_MAX), COUNTRY);
  if (id === undefined) return redirectDone(res, '/admin', 'unknownPhone');
  res.redirect(303, `/admin/contacts/${id}#answer`);
}

async function showContact(visit: Visit): Promise<void> {
  const { acting: { db }, req, res, view } = visit;
  const contact = await contactOf(visit);
  if (contact === undefined) return notFound(visit);
  if (contact.mergedIntoId !== null) return res.redirect(303, `/admin/contacts/${contact.mergedIntoId}`);

  const contactIds = await sameContact(db, contact.id);
  const after = rowId.safeParse(req.query['after']).data;
  const said = await readTranscript(db, contactIds, { after, limit: ROWS_PER_PAGE });
  show(visit, contactPage(view, { contact, after, said, silence: await whySilent(db, contactIds), answer: await answerOf(visit, contact.id) }));
}

async function answerOf({ acting: { db, now } }: Visit, contactId: string): Promise<ContactDetails['answer']> {
  const address = await lastAddress(db, contactId);
  if (address === undefined) return undefined;
  const isWindowOpen = address.channel !== 'whatsapp' || (address.windowExpiresAt !== null && address.windowExpiresAt > now);
  return { address, isWindowOpen, charsMax: ANSWER_CHARS_MAX[address.channel], formKey: randomUUID() };
}

async function answer(admin: Admin, visit: Visit): Promise<void> {
  const contact = await contactOf(visit);
  const formKey = uuid.safeParse(field(visit.req, 'key', UUID_CHARS)).data;
  if (contact === undefined || formKey === undefined) return notFound(visit);
  const answered = await answerAsHuman(visit.acting, { contactId: contact.id, formKey, text: field(visit.req, 'text', TEXT_CHARS_MAX), shape: shapeAnswer });
  if ('refused' in answered) return toAnswer(visit, contact.id, answered.refused);
  admin.ring(contact.id);
  toAnswer(visit, contact.id, 'answered');
}

async function giveBack(visit: Visit): Promise<void> {
  const contact = await contactOf(visit);
  if (contact === undefined) return notFound(visit);
  const closed = await handBack(visit.acting, { contactId: contact.id });
  toAnswer(visit, contact.id, 'refused' in closed ? closed.refused : 'handedBack');
}

async function contactOf({ req, acting }: Visit) {
  const id = uuid.safeParse(req.params['id']).data;
  return id === undefined ? undefined : seeContact(acting.db, id);
}

const toAnswer = ({ res }: Visit, contactId: string, flash: Flash): void => redirectDone(res, `/admin/contacts/${contactId}`, flash, '#answer');
