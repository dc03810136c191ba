/** BC-12, as it is said and written everywhere. */
export const purchaseNumber = (seq: number): string => `BC-${String(seq)}`;
/** BC-12-DIOP: as a supplier names it, who sells to several. */
export const purchaseRef = (seq: number, code: string): string => `${purchaseNumber(seq)}-${code}`;
