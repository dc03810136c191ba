/** Carries a session of a retired version to the one in force: `migrations[flow][old version]`. Without one, we apologise and start again. */
export type Migration = (session: { state: string; context: Record<string, unknown> }) => { state: string; context: Record<string, unknown> };
export type Migrations = Record<string, Record<string, Migration>>;

export const migrations: Migrations = {};
