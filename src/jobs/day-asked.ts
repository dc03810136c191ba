import { z } from 'zod';

/** What a job is told that does something for one business on one of its days. */
export const dayAsked = z.object({ tenantId: z.uuid(), day: z.templateLiteral([z.number(), '-', z.number(), '-', z.number()]) });
