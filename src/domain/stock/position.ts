export type OnHand = { onHand: number; reserved: number };

/** What can be sold. */
export const available = ({ onHand, reserved }: OnHand): number => onHand - reserved;
/** What can be sold once all that is ordered has come. */
export const position = ({ onHand, reserved, onOrder }: OnHand & { onOrder: number }): number => onHand - reserved + onOrder;
