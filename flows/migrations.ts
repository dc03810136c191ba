/** Carries a session of a retired version to the one in force: `migrations[flow][old version]`. Without one, we apologise and start again. */
export type Migration = (session: { state: string; context: Record<string, unknown> }) => { state: string; context: Record<string, unknown> };
export type Migrations = Record<string, Record<string, Migration>>;

export const migrations: Migrations = {
  // A report is also made as a file.
  report: { '1': ({ state, context }) => ({ state, context: { ...context, offers: [{ id: 'other' }], file: '', by: '', email: '', which: 'none' } }) },
  // Staff dictate too, for a client of theirs.
  tailoredOrder: { '1': ({ state, context }) => ({ state, context: { ...context, clientId: '' } }) },
};
