import type { Nightly } from '../backup/nightly.ts';
import { tellEvening } from './evening-closes.ts';
import { expireHandoff } from './expire-handoff.ts';
import { askPayment } from './ask-payment.ts';
import { fetchMedia, type MediaTools } from './fetch-media.ts';
import { forgetOld, planForgettingTomorrow } from './forget-old.ts';
import { importGoods } from './import-goods.ts';
import type { Job } from './job.ts';
import { lookAtPayment } from './look-at-payment.ts';
import { planMornings, tellMorning } from './morning-briefs.ts';
import { nightlyBackup } from './nightly-backup.ts';
import { mailReport } from './mail-report.ts';
import type { Mailer } from '../providers/email/mailer.ts';
import { makeReport } from './make-report.ts';
import { orderTimer } from './order-timer.ts';
import type { PaymentTools } from './payment-work.ts';
import { refreshDashboards } from './refresh-dashboards.ts';
import { shopNight, tellForecast } from './shop-night.ts';
import { sweepMedia } from './sweep-media.ts';
import { planPaymentSweep, sweepPayments } from './sweep-payments.ts';
import { lookAtShop, planLooks, sweepAlerts, tendShop } from './tend-alerts.ts';
import { wake } from './wake.ts';

/** What can be due. A new one is a file and a line here. */
export const jobs = (tools: MediaTools & PaymentTools & { nightly?: Nightly | undefined; mailer?: Mailer | undefined }): Record<string, Job> => ({
  'alert.look': lookAtShop(tools.voice),
  'alert.plan': planLooks,
  'alert.sweep': sweepAlerts,
  'alert.tend': tendShop(tools.voice),
  'backup.nightly': nightlyBackup(tools.nightly),
  'brief.plan': planMornings,
  'brief.tell': tellMorning(tools.voice),
  'dashboards.refresh': refreshDashboards(tools.db),
  'evening.tell': tellEvening(tools.voice),
  'goods.import': importGoods(tools),
  'handoff.expire': { apply: expireHandoff },
  'forget.old': { apply: forgetOld, failed: (tx, _job, now) => planForgettingTomorrow(tx, now) },
  'media.fetch': fetchMedia(tools),
  'media.sweep': sweepMedia(tools.files),
  'order.timer': orderTimer(tools.voice),
  'forecast.night': shopNight(tools.db),
  'forecast.tell': tellForecast(tools.voice),
  'payment.ask': askPayment(tools),
  'payment.look': lookAtPayment(tools),
  'payment.sweep': { apply: sweepPayments, failed: (tx, _job, now) => planPaymentSweep(tx, now) },
  'report.mail': mailReport(tools),
  'report.make': makeReport(tools),
  wake,
});
