import { z } from 'zod';

/** Ids and codes come as strings or as numbers, depending on who relays them. */
export const idText = z.union([z.string().min(1), z.number().transform(String)]);
export const amount = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/).transform(Number)]);

/** An optional field of a wrong shape counts as absent: it must not cost the message it stands in. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
/** The items of a list that have the right shape. */
export const listOf = <S extends z.ZodType>(schema: S) =>
  z.array(z.unknown()).catch([]).transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []));

export const anyObject = z.record(z.string(), z.unknown());

export const contactSchema = z.looseObject({
  wa_id: maybe(idText),
  user_id: maybe(idText),
  parent_user_id: maybe(idText),
  profile: maybe(z.looseObject({ name: maybe(z.string()) })),
});
export type Contact = z.output<typeof contactSchema>;

/** What is no trace of theirs is not kept: it could be anything. */
const TRACE = /^[\w+/=-]{1,64}$/;

export const errorSchema = z.looseObject({
  code: maybe(amount.or(z.string())),
  title: maybe(z.string()),
  message: maybe(z.string()),
  details: maybe(z.string()),
  error_data: maybe(z.looseObject({ details: maybe(z.string()) })),
  error_subcode: maybe(amount),
  fbtrace_id: maybe(z.string().regex(TRACE)),
});
export type MetaError = z.output<typeof errorSchema>;

/** What each item of a change needs to know about the change it came in. */
export type Delivery = {
  field: string;
  account: string;
  /** `entry.time`, as received. */
  time: unknown;
  phoneNumberId: string | undefined;
  contacts: Contact[];
  errors: MetaError[];
  value: Record<string, unknown>;
  receivedAt: string;
};
