export type AbcClass = 'A' | 'B' | 'C';
type Earner = { code: string; revenueXof: number };

const A_SHARE = 0.8;
const B_SHARE = 0.95;

/** A brings in the first four fifths, B up to 95 %, C the rest; who crosses a line belongs above it. What brings in nothing is C. */
export function abcClasses(products: readonly Earner[]): Map<string, AbcClass> {
  const total = products.reduce((sum, { revenueXof }) => sum + revenueXof, 0);
  let before = 0;
  return new Map(products.toSorted(byRevenue).map(({ code, revenueXof }) => {
    const share = before / total;
    before += revenueXof;
    return [code, revenueXof <= 0 || share >= B_SHARE ? 'C' : share >= A_SHARE ? 'B' : 'A'];
  }));
}

const byRevenue = (one: Earner, other: Earner): number => other.revenueXof - one.revenueXof || (one.code < other.code ? -1 : 1);
