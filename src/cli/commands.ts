import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { importProductsCommand } from './import-products.ts';
import { moveToPostgres } from './move-to-postgres.ts';
import { money } from './money.ts';
import { restore } from './restore.ts';
import { templates } from './templates.ts';

/** In the order of `npm run griot -- --help`. */
export const commands: Command[] = [doctor, backup, restore, moveToPostgres, templates, money, importProductsCommand];
