import { escaped, HEAD } from './xml.ts';

/** Cells, and what stands in them. */
export interface Reference<Value> {
  cells: string;
  values: readonly Value[];
}
export interface ChartPlan {
  kind: 'line' | 'bars';
  title: string;
  series: string;
  names: Reference<string | number>;
  values: Reference<number>;
  /** From which column and row it stands, from nought. */
  at: { column: number; row: number };
}

const SPACES = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const WIDE = 9;
const TALL = 20;
const BRAND = '<a:solidFill><a:srgbClr val="0B6B4F"/></a:solidFill>';
const [NAMES_AXIS, VALUES_AXIS] = [111, 222];

const points = (values: readonly (string | number)[]): string => `<c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${escaped(String(value))}</c:v></c:pt>`).join('')}`;
const numbers = ({ cells, values }: Reference<number>, format: string): string => `<c:numRef><c:f>${escaped(cells)}</c:f><c:numCache><c:formatCode>${format}</c:formatCode>${points(values)}</c:numCache></c:numRef>`;
const words = ({ cells, values }: Reference<string | number>): string => `<c:strRef><c:f>${escaped(cells)}</c:f><c:strCache>${points(values)}</c:strCache></c:strRef>`;
const isNumbers = (reference: Reference<string | number>): reference is Reference<number> => typeof reference.values[0] === 'number';
const label = (text: string, size: number): string => `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="1"/></a:pPr><a:r><a:rPr sz="${size}" b="1"/><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

/** A chart of the spreadsheet itself: it follows the cells that it names. */
export function chartXml({ kind, title, series, names, values }: ChartPlan): string {
  const look = kind === 'line' ? `<c:spPr><a:ln w="28575">${BRAND}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>` : `<c:spPr>${BRAND}</c:spPr><c:invertIfNegative val="0"/>`;
  const told = `<c:cat>${isNumbers(names) ? numbers(names, 'dd/mm') : words(names)}</c:cat><c:val>${numbers(values, '#,##0')}</c:val>`;
  const one = `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>${escaped(series)}</c:v></c:tx>${look}${told}${kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`;
  const axes = `<c:axId val="${NAMES_AXIS}"/><c:axId val="${VALUES_AXIS}"/>`;
  const plot = kind === 'line'
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${one}<c:marker val="1"/>${axes}</c:lineChart>`
    : `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${one}<c:gapWidth val="50"/>${axes}</c:barChart>`;
  return `${HEAD}<c:chartSpace ${SPACES}><c:roundedCorners val="0"/><c:chart>${label(title, 1200)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${axesXml(kind, isNumbers(names))}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

/** The first of a list stands on top, and its amounts below. */
function axesXml(kind: ChartPlan['kind'], areDays: boolean): string {
  const [order, sideOfNames, sideOfValues, cross] = kind === 'line' ? ['minMax', 'b', 'l', 'autoZero'] : ['maxMin', 'l', 'b', 'max'];
  const format = areDays ? '<c:numFmt formatCode="dd/mm" sourceLinked="0"/>' : '';
  return `<c:catAx><c:axId val="${NAMES_AXIS}"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${sideOfNames}"/>${format}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${VALUES_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`
    + `<c:valAx><c:axId val="${VALUES_AXIS}"/><c:scaling><c:orientation val="minMax"/>${kind === 'bars' ? '<c:min val="0"/>' : ''}</c:scaling><c:delete val="0"/><c:axPos val="${sideOfValues}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="C9D6D0"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${NAMES_AXIS}"/><c:crosses val="${cross}"/></c:valAx>`;
}

/** Where on its sheet the chart stands. */
export const drawingXml = ({ at: { column, row }, title }: ChartPlan): string =>
  `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from>${corner(column, row)}</xdr:from><xdr:to>${corner(column + WIDE, row + TALL)}</xdr:to>`
  + `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const corner = (column: number, row: number): string => `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
