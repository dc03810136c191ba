import pg from 'pg';

export type BenchDatabase = { url: string; settings: string; version: string; sql: (text: string) => Promise<unknown>; drop: () => Promise<void> };

/** A database of the bench's own beside the one that was given, dropped when it is done. */
export async function makeDatabase(adminUrl: string): Promise<BenchDatabase> {
  const name = `griot_bench_${process.pid}_${Math.round(performance.now())}`;
  const url = new URL(adminUrl);
  url.pathname = name;
  await asked(adminUrl, `CREATE DATABASE "${name}"`);
  const [row] = await asked(url.href, `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`);
  return {
    url: url.href,
    version: String(row?.['version']),
    settings: `fsync ${String(row?.['fsync'])}, synchronous_commit ${String(row?.['commit'])}`,
    sql: (text) => asked(url.href, text),
    drop: async () => {
      await asked(adminUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function asked(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
