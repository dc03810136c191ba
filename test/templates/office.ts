import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openZip } from '../../templates/reports/workbook/zip.ts';
import { unzipped } from './read-workbook.ts';

export const installed = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice reads on each sheet once it has counted all formulas anew: its own words, row by row. */
export async function recounted(workbook: Buffer): Promise<Map<string, string[][]>> {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), await withoutCounts(workbook));
    // Comma, double quotes, UTF-8, from the first line, as it stands and not as it is shown, every sheet.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')], { stdio: 'pipe' });
    return new Map(readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => [name.slice('book-'.length, -'.csv'.length).normalize('NFC'), lines(readFileSync(join(folder, name), 'utf8'))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So that it cannot be shown what is only remembered. */
async function withoutCounts(workbook: Buffer): Promise<Buffer> {
  const zip = openZip(new Date('2026-11-21T00:00:00Z'));
  for (const [name, xml] of unzipped(workbook)) await zip.add(name, xml.replace(/<\/f><v>.*?<\/v>/gs, '</f>'));
  return zip.finish();
}

function lines(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}
