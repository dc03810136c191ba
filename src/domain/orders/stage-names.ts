/** The stages of sewing that there are, in the order in which they are done. */
export const STAGES = ['cut', 'sew', 'embroider', 'finish', 'check'] as const;
export type Stage = (typeof STAGES)[number];
