import { readConfig } from '../config.ts';
import type { Command } from './command.ts';
import { africasTalking } from './doctor/africastalking.ts';
import type { Check, Finding } from './doctor/check.ts';
import { configuration } from './doctor/configuration.ts';
import { database } from './doctor/database.ts';
import { fedapay } from './doctor/fedapay.ts';
import { folder } from './doctor/folder.ts';
import { reach } from './doctor/reach.ts';
import { redis } from './doctor/redis.ts';
import { whatsapp } from './doctor/whatsapp.ts';

/** In the order of docs/going-live.md. */
const CHECKS: Check[] = [configuration, folder, database, redis, reach, whatsapp, africasTalking, fedapay];
const MARKS: Record<Finding['is'], string> = { right: 'ok     ', note: 'note   ', missing: 'MISSING' };

export const doctor: Command = {
  name: 'doctor',
  does: 'Checks the configuration, the database and the networks, and says what is missing and where to set it.',
  usage: '',
  options: {},
  explains: {},
  async run({ say }) {
    const config = readConfig();
    const wrong: string[] = [];
    for (const { about, look } of CHECKS) {
      say(about);
      for (const { is, says } of await look(config)) {
        say(`  ${MARKS[is]}  ${says}`);
        if (is === 'missing') wrong.push(says);
      }
    }
    say(wrong.length === 0 ? '\nNothing is missing.' : `\n${wrong.length} to mend.`);
    return wrong.length === 0 ? 0 : 1;
  },
};
