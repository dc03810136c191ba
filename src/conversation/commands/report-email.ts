import type { ReportCommands } from '../../../flows/shop/report.ts';
import { changeSettings } from '../../domain/tenants/change-settings.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';

const NONE = 'stop';

export const reportEmailCommands: Handlers<Pick<ReportCommands, 'report.email'>> = {
  'report.email': (scope, { email }) => staffWork(scope, 'report.email', async (business) => {
    if (!scope.mails) return { refused: 'off' };
    if (email !== '') {
      const changed = await changeSettings(business, { reportEmail: email === NONE ? null : email });
      if ('refused' in changed) return { refused: 'unread' };
    }
    const kept = business.settings.reportEmail;
    return { email: kept ?? '', which: kept === null ? 'none' : 'kept' };
  }),
};
