import type { StageCommands } from '../../../flows/tailoring/stage.ts';
import { STAGES } from '../../domain/orders/stage-names.ts';
import { finishStage, proposeReady } from '../../domain/orders/tasks.ts';
import { may } from '../acts.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { wordsFor } from './wording.ts';

export const stageCommands: Handlers<Omit<StageCommands, 'order.find'>> = {
  'stage.finish': (scope, { orderId, stage: named }) => staffWork(scope, 'order.stage', async (business, member) => {
    const stage = STAGES.find((each) => each === named);
    if (stage === undefined) return { refused: 'unknown' } as const;
    const done = await finishStage(business, orderId, stage, { memberId: member.id, answersForAll: may(member, 'order.assign') });
    if ('refused' in done) return done;
    const say = wordsFor(scope);
    return { rest: done.rest.map((each) => say(`stage.name.${each}`)).join(', '), mayReady: may(member, 'order.ready') };
  }),
  'ready.propose': (scope, { orderId }) => staffWork(scope, 'order.stage', (business) => proposeReady(business, orderId)),
};
