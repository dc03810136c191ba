/** One page of a list read by key: `next` is the key of its last row when more follow. */
export type ListPage<Row> = { rows: Row[]; next: string | undefined };
export type PageAsk = { after?: string | undefined; limit: number };

/** For queries that read one row more than the page takes. */
export function pageOf<Row extends { id: string }>(read: Row[], limit: number): ListPage<Row> {
  const rows = read.slice(0, limit);
  return { rows, next: read.length > limit ? rows.at(-1)?.id : undefined };
}
