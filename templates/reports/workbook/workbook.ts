import { quoted, type Rows } from './cells.ts';
import { chartXml, drawingXml, type ChartPlan } from './chart.ts';
import { HEADS, sheetXml, type SheetPlan } from './sheet.ts';
import { STYLES } from './styles.ts';
import { escaped, HEAD } from './xml.ts';
import { openZip } from './zip.ts';

export interface WorkbookMeta {
  title: string;
  author: string;
  at: Date;
}
interface Written {
  name: string;
  /** Where it stands among the sheets. */
  place: number;
  hasChart: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'application/vnd.openxmlformats-officedocument.drawing';

/** An XLSX file: sheets are written as they come, in any order, and no more of them is held than what the file holds. */
export function openWorkbook({ title, author, at }: WorkbookMeta) {
  const zip = openZip(at);
  const sheets: Written[] = [];

  /** Answers the rows that something stands in. The chart is of the sheet whose rows are known once it is written. */
  async function sheet<Row>(place: number, plan: SheetPlan<Row>, chart?: (rows: Rows) => ChartPlan): Promise<Rows | undefined> {
    const number = sheets.length + 1;
    const found: Rows[] = [];
    await zip.add(`xl/worksheets/sheet${number}.xml`, sheetXml(plan, { isDrawn: chart !== undefined, found: (rows) => found.push(rows) }));
    const [rows] = found;
    const drawn = rows && chart?.(rows);
    if (drawn !== undefined) await addChart(number, drawn);
    sheets.push({ name: plan.name, place, hasChart: drawn !== undefined });
    return rows;
  }

  async function addChart(number: number, plan: ChartPlan): Promise<void> {
    await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations([[`${OFFICE}/drawing`, `../drawings/drawing${number}.xml`]]));
    await zip.add(`xl/drawings/drawing${number}.xml`, drawingXml(plan));
    await zip.add(`xl/drawings/_rels/drawing${number}.xml.rels`, relations([[`${OFFICE}/chart`, `../charts/chart${number}.xml`]]));
    await zip.add(`xl/charts/chart${number}.xml`, chartXml(plan));
  }

  async function finish(): Promise<Buffer> {
    await zip.add('[Content_Types].xml', contentTypes(sheets));
    await zip.add('_rels/.rels', relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml'], [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']]));
    await zip.add('docProps/core.xml', `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString()}</dcterms:created></cp:coreProperties>`);
    await zip.add('xl/styles.xml', STYLES);
    await zip.add('xl/workbook.xml', workbookXml(sheets));
    await zip.add('xl/_rels/workbook.xml.rels', relations([...sheets.map((_, at): [string, string] => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`]), [`${OFFICE}/styles`, 'styles.xml']]));
    return zip.finish();
  }

  return { sheet, finish };
}

const relations = (targets: readonly [type: string, target: string][]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** What a cell comes to is written beside its formula; who can count does so again. */
function workbookXml(sheets: readonly Written[]): string {
  const shown = sheets.map((sheet, at) => ({ ...sheet, id: at + 1 })).sort((one, other) => one.place - other.place);
  const tabs = shown.map(({ name, id }) => `<sheet name="${escaped(name)}" sheetId="${id}" r:id="rId${id}"/>`).join('');
  const titles = shown.map(({ name }, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(quoted(name))}!${HEADS}</definedName>`).join('');
  return `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${tabs}</sheets><definedNames>${titles}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

function contentTypes(sheets: readonly Written[]): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const parts = sheets.flatMap(({ hasChart }, at) => [
    override(`xl/worksheets/sheet${at + 1}.xml`, `${MAIN}.worksheet+xml`),
    ...(hasChart ? [override(`xl/charts/chart${at + 1}.xml`, `${DRAWING}ml.chart+xml`), override(`xl/drawings/drawing${at + 1}.xml`, `${DRAWING}+xml`)] : []),
  ]);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[override('xl/workbook.xml', `${MAIN}.sheet.main+xml`), override('xl/styles.xml', `${MAIN}.styles+xml`), override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'), ...parts].join('')}</Types>`;
}
