import type { Refused } from '../../scope.ts';
import { fullNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import { holdOrder } from './change-status.ts';
import { record } from './history.ts';
import type { OrderStatus } from './lifecycle.ts';
import { planTasks } from './plan-tasks.ts';
import { STAGES, type Stage } from './stage-names.ts';
import { tellMember, tellOwners } from './tell-about.ts';

/** While this is sewn, stages of it are done. */
const SEWN: readonly OrderStatus[] = ['in_progress', 'fitting'];
const NOT_BEGUN: readonly OrderStatus[] = ['quote', 'confirmed', 'on_hold'];
const SEWERS_MAX = 8;

/** Whose work it is: `memberId` does it, and who answers for the whole workshop does anybody's. */
export type Sewer = { memberId: string; answersForAll: boolean };

export type NotDone = Refused<'unknown' | 'notBegun' | 'sewn'> | (Refused<'already' | 'others'> & { whose: string });

/** A stage of the work is done. One that nobody had planned is planned by being done. */
export async function finishStage(business: Business, orderId: string, stage: Stage, { memberId, answersForAll }: Sewer): Promise<{ rest: Stage[] } | NotDone> {
  const { db, id: tenantId, now, actor } = business;
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  const status = order.status as OrderStatus;
  if (!SEWN.includes(status)) return { refused: NOT_BEGUN.includes(status) ? 'notBegun' : 'sewn' };
  await planTasks(business, orderId);
  const tasks = await db.orderTask.findMany({ where: { orderId }, orderBy: { position: 'asc' } });
  const task = tasks.find((each) => each.stage === stage);
  if (task?.doneAt != null) return { refused: 'already', whose: await nameOf(business, task.doneBy) };
  const other = whoSews(tasks);
  if (other !== null && other !== memberId && !answersForAll) return { refused: 'others', whose: await nameOf(business, actorOf(other)) };

  const done = { doneAt: now, doneBy: actor };
  await db.orderTask.upsert({
    where: { orderId_stage: { orderId, stage } }, update: done,
    create: { tenantId, orderId, stage, position: STAGES.indexOf(stage), memberId: other, ...done },
  });
  await record(business, orderId, [{ change: 'stage', field: stage, after: 'done' }]);
  return { rest: tasks.filter((each) => each.doneAt === null && each.stage !== stage).map((each) => each.stage as Stage) };
}

/** Gives the work that is left on an order to somebody, who is told. */
export async function assignOrder(business: Business, orderId: string, memberId: string): Promise<{ name: string } | Refused<'unknown' | 'sewn'>> {
  const { db, actor } = business;
  const order = await holdOrder(business, orderId);
  const member = await db.member.findFirst({ where: { id: memberId, status: 'active' }, select: { id: true } });
  if (order === null || member === null) return { refused: 'unknown' };
  if (![...SEWN, ...NOT_BEGUN].includes(order.status as OrderStatus)) return { refused: 'sewn' };
  await planTasks(business, orderId);
  const before = whoSews(await db.orderTask.findMany({ where: { orderId } }));
  await db.orderTask.updateMany({ where: { orderId, doneAt: null }, data: { memberId } });
  await record(business, orderId, [{ change: 'assigned', field: 'memberId', before, after: memberId }]);
  if (actor !== actorOf(memberId)) await tellMember(business, order, memberId, { what: 'assigned', episode: business.now });
  return { name: await nameOf(business, actorOf(memberId)) };
}

/** Who works here and may be given something to sew. */
export const listSewers = ({ db, id }: Business) => db.$queryRaw<{ memberId: string; name: string }[]>`
  SELECT m.id::text AS "memberId", p."fullName" AS name FROM "Member" m JOIN "Person" p ON p.id = m."personId"
  WHERE m."tenantId" = ${id}::uuid AND m.status = 'active' ORDER BY m."createdAt", m.id LIMIT ${SEWERS_MAX}`;

/** Whether it is given to somebody else. */
export async function othersOrder({ db }: Business, orderId: string, memberId: string): Promise<boolean> {
  const sewer = whoSews(await db.orderTask.findMany({ where: { orderId } }));
  return sewer !== null && sewer !== memberId;
}

/** Somebody who works on it cannot go on: the owners are told in their words. */
export async function reportProblem(business: Business, orderId: string, words: string): Promise<object | Refused<'unknown'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  await record(business, orderId, [{ change: 'problem', reason: words }]);
  await tellOwners(business, order, { what: 'problem', episode: business.now, values: { name: await nameOf(business, business.actor), words } });
  return {};
}

/** To whom an order is given. */
export const whoSews = (tasks: { memberId: string | null; doneAt: Date | null }[]): string | null => (tasks.find(({ doneAt }) => doneAt === null) ?? tasks[0])?.memberId ?? null;

export const actorOf = (memberId: string): string => `member:${memberId}`;

/** Empty for who is no member. */
export async function nameOf({ db }: Business, actor: string | null): Promise<string> {
  const [kind, id] = (actor ?? '').split(':');
  const member = kind === 'member' && id !== undefined ? await db.member.findFirst({ where: { id }, select: { personId: true } }) : null;
  return member === null ? '' : (await db.person.findUniqueOrThrow({ where: { id: member.personId }, select: { fullName: true } })).fullName;
}

/** « 0044 Jean H. Chemise »: an order with work left on it, and the stage that comes next. */
export type OpenTask = { year: number; seq: number; name: string; description: string; stage: Stage };

/** What somebody has to sew: what is theirs, and what is given to nobody. By the day it is promised. */
export const listTasks = ({ db, id }: Pick<Business, 'db' | 'id'>, memberId: string, limit: number) => db.$queryRaw<OpenTask[]>`
  SELECT o.year, o.seq, p."fullName" AS name, o.description, t.stage
  FROM (
    SELECT DISTINCT ON (k."orderId") k."orderId", k.stage FROM "OrderTask" k
    WHERE k."tenantId" = ${id}::uuid AND k."doneAt" IS NULL AND (k."memberId" = ${memberId}::uuid OR k."memberId" IS NULL) ORDER BY k."orderId", k.position
  ) t JOIN "Order" o ON o.id = t."orderId" JOIN "Client" c ON c.id = o."clientId" JOIN "Person" p ON p.id = c."personId"
  WHERE o.status = ANY(${[...SEWN]}) ORDER BY o."promisedOn", o.id LIMIT ${limit}`;

export async function countTasks({ db, id }: Pick<Business, 'db' | 'id'>, memberId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT k."orderId")::int AS count FROM "OrderTask" k JOIN "Order" o ON o.id = k."orderId"
    WHERE k."tenantId" = ${id}::uuid AND k."doneAt" IS NULL AND (k."memberId" = ${memberId}::uuid OR k."memberId" IS NULL) AND o.status = ANY(${[...SEWN]})`;
  return row?.count ?? 0;
}

/** Whoever sewed it thinks that it is ready: the owners decide. */
export async function proposeReady(business: Business, orderId: string): Promise<object | Refused<'unknown'>> {
  const order = await holdOrder(business, orderId);
  if (order === null) return { refused: 'unknown' };
  await tellOwners(business, order, { what: 'proposed', episode: business.now, values: { name: await nameOf(business, business.actor) }, offers: [{ verb: 'ready', line: `pret ${fullNumber(order)}` }] });
  return {};
}
