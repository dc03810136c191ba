/** `KES 0.8000`, `XOF 25.00`, `0` and `0.00` of Africa's Talking. The amount stays decimal text: it has four places, and none of ours. */
export function parseCost(cost: string): { currency?: string; amount: string } | undefined {
  const [, currency, amount] = /^(?:([A-Z]{3}) )?(\d+(?:\.\d+)?)$/.exec(cost.trim()) ?? [];
  if (amount === undefined) return undefined;
  return { ...(currency !== undefined && { currency }), amount };
}
