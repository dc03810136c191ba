import type { AnalysisCommands } from '../../../flows/shop/analysis.ts';
import type { ReportCommands } from '../../../flows/shop/report.ts';
import type { FindGoods } from '../../../flows/which-goods.ts';
import { analyseProduct } from '../../domain/shop/knowing/analyse.ts';
import { addDays } from '../../domain/calendar/day.ts';
import { knownShop } from '../../domain/shop/knowing/know-shop.ts';
import { PERIODS } from '../../domain/shop/knowing/figures.ts';
import { judgedNow, readShelves } from '../../domain/shop/knowing/read-shelves.ts';
import { shownDays } from '../../domain/stock/coverage.ts';
import { tellReport } from '../tell-report.ts';
import type { Handlers } from './handlers.ts';
import { reportEmailCommands } from './report-email.ts';
import { offersFor, reportFileCommands, reportOffers } from './report-files.ts';
import { staffWork } from './staff-work.ts';
import { percent, wordsFor } from './wording.ts';

export const reportCommands: Handlers<ReportCommands & Omit<AnalysisCommands, keyof FindGoods>> = {
  ...reportFileCommands,
  ...reportEmailCommands,
  'report.see': async (scope, { kind }) => {
    const offers = await reportOffers(scope, kind);
    return staffWork(scope, 'shop.figures', async (business, member) => {
      const { products } = await knownShop(business);
      if (products === 0) return { refused: 'none' };
      const named = kind.replace('figures.', '');
      return { offers: offersFor(member, offers), told: await tellReport(business, wordsFor(scope), { kind: kind.split('.')[0] ?? '', period: PERIODS.find((each) => each === named) ?? 'month' }) };
    });
  },
  'analysis.see': (scope, { variantId }) => staffWork(scope, 'shop.figures', async (business) => {
    const { day } = await knownShop(business);
    const [shelf] = await readShelves(business, [variantId]);
    if (shelf === undefined) return { refused: 'unknown' };
    const { since, week, before, month, monthXof, margin, lost, emptyDays, service } = await analyseProduct(business, variantId);
    const { foreseen } = shelf;
    if (foreseen === undefined || since === undefined) return { refused: 'none' };
    const say = wordsFor(scope);
    const cover = judgedNow(shelf, business)?.cover;
    return {
      seen: {
        code: shelf.code, week, month, trend: before === 0 ? say('report.noTrend') : percent(say, week / before - 1, 'signed'), turnover: monthXof, margin: margin === undefined ? say(monthXof === 0 ? 'report.unknown' : 'report.noCost') : say('analysis.margin', { amount: margin.marginXof, pct: percent(say, margin.share) }),
        service: service === undefined ? say('report.unknown') : percent(say, service), lost, emptyDays, perDay: Math.round(foreseen.perDay * 10) / 10, cover: cover === undefined ? say('analysis.noSale') : say('analysis.cover', { days: shownDays(cover) }),
        abc: foreseen.abc, xyz: foreseen.xyz, kind: foreseen.demandClass, reliability: foreseen.reliability, error: foreseen.wape === undefined ? '?' : String(Math.round(foreseen.wape * 100)), day: addDays(day, -1),
      },
    };
  }),
};
