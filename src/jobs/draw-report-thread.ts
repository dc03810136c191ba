import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { drawBankReport } from '../../templates/reports/bank.ts';
import type { SoldLine } from '../../templates/reports/figures.ts';
import { writeInventory } from '../../templates/reports/inventory.ts';
import { drawMonthly } from '../../templates/reports/monthly.ts';
import { writeSales } from '../../templates/reports/sales.ts';
import { loadTexts } from '../i18n.ts';
import type { Drawing, FromThread } from './draw-report-aside.ts';

const port = parentPort;
if (port === null) throw new Error('this is the other end of draw-report-aside.ts');
const say = (said: FromThread): void => { port.postMessage(said); };

async function draw({ of, read }: Drawing): Promise<Buffer> {
  const texts = loadTexts();
  switch (read.kind) {
    case 'inventory': return writeInventory(texts, { ...of, ...read });
    case 'monthly': return drawMonthly(texts, { ...of, ...read });
    case 'bank': return drawBankReport(texts, { ...of, ...read });
    case 'sales': return writeSales(texts, { ...of, ...read, lines: soldLines() });
  }
}

async function* soldLines(): AsyncGenerator<SoldLine> {
  for (;;) {
    say('more');
    const [page] = (await once(port as NonNullable<typeof port>, 'message')) as [string | undefined];
    if (page === undefined) return;
    yield* JSON.parse(page) as SoldLine[];
  }
}

say(await draw(workerData as Drawing));
