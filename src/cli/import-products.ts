import { readFile } from 'node:fs/promises';
import { readConfig } from '../config.ts';
import { reportImport } from '../conversation/import-report.ts';
import { openDatabase } from '../db/open-database.ts';
import { importProducts } from '../domain/shop/import-products.ts';
import { inBusiness } from '../domain/tenants/business.ts';
import { loadTexts, sayer } from '../i18n.ts';
import { readTable } from '../media/read-table.ts';
import { sniff } from '../media/sniff.ts';
import { CliError, type Command } from './command.ts';

const TIMEOUT_MS = 60_000;

export const importProductsCommand: Command = {
  name: 'import-products',
  does: 'Puts a CSV or XLSX list of goods into a shop: all of it, or nothing and what is wrong with which line.',
  usage: '<business> <file>',
  takes: ['business', 'file'],
  options: {},
  explains: {},
  async run({ positionals: [code = '', file = ''], say }) {
    const bytes = await readFile(file).catch(() => { throw new CliError(`${file} cannot be read.`); });
    const table = await readTable(bytes, sniff(bytes) ?? '');
    const database = await openDatabase(readConfig());
    try {
      const tenant = await database.prisma.tenant.findUnique({ where: { code: code.toUpperCase() }, select: { id: true } });
      if (tenant === null) throw new CliError(`There is no business ${code}.`);
      const acting = { now: new Date(), actor: 'system', role: 'owner', channel: 'system' } as const;
      const outcome = 'refused' in table ? table : await database.prisma.$transaction((tx) => inBusiness(tx, tenant.id, acting, (business) => importProducts(business, table)), { timeout: TIMEOUT_MS });
      say(reportImport(sayer(loadTexts(), 'en', 'whatsapp'), outcome));
      return 'refused' in outcome || 'errors' in outcome ? 1 : 0;
    } finally {
      await database.close();
    }
  },
};
