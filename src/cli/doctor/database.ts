import { inspectServer, type ServerState } from '../../db/inspect-server.ts';
import { missing, note, right, type Check, type Finding } from './check.ts';

const VERSION_MIN = 15;

export const database: Check = {
  about: 'Database',
  async look({ databaseUrl, production }) {
    if (databaseUrl === undefined) {
      const says = 'DATABASE_URL is unset: PostgreSQL runs inside Griot, for one small shop on one machine; a power cut may lose the last seconds.';
      return [production ? missing(`${says} Set DATABASE_URL to a PostgreSQL server and run npm run griot -- move-to-postgres.`) : note(says)];
    }
    const state = await inspectServer(databaseUrl);
    return 'unreachable' in state ? [missing(`PostgreSQL does not let us in at DATABASE_URL (${state.unreachable}). Start it, and see user, password, host and name.`)] : about(state);
  },
};

function about({ version, missing: behind, ahead, businessRole, fsync, synchronousCommit, login }: ServerState): Finding[] {
  return [
    version >= VERSION_MIN ? right(`PostgreSQL ${version} answers.`) : missing(`PostgreSQL ${version} is too old: take ${VERSION_MIN} or later.`),
    ahead.length > 0 ? missing(`The database is ahead of this build (${ahead.join(', ')}): start the newer build.`) : behind.length > 0 ? note(`${behind.length} migrations are not applied yet: the next start applies them.`) : right('All migrations are applied.'),
    ...(businessRole === 'absent' ? [note('The role griot_business is not there yet: the first start makes it, if the login may create roles (else: CREATE ROLE griot_business NOLOGIN NOINHERIT).')] : []),
    ...(businessRole === 'forbidden' ? [missing(`The login ${login} may not become griot_business. As a superuser: ${version >= 16 ? `GRANT griot_business TO ${login} WITH SET TRUE` : `GRANT griot_business TO ${login}`}`)] : []),
    ...(businessRole === 'allowed' ? [right('The login may become griot_business: the wall between businesses stands.')] : []),
    ...(fsync ? [] : [missing('fsync is off: a crash of the server loses orders. Set fsync = on in postgresql.conf.')]),
    ...(synchronousCommit === 'off' ? [missing('synchronous_commit is off: a crash of the server loses the last orders. Set it to on.')] : []),
  ];
}
