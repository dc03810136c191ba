const TAP_ID = /^s(\d{1,9}):(.*)$/s;

/** The id of a button tells the step it was shown at: a tap on an old screen is recognised as such. */
export const tapId = (step: number, option: string): string => `s${step}:${option}`;

/** Ids that are not ours (templates, old versions) name the option alone. */
export function parseTapId(id: string): { step?: number; option: string } {
  const [, step, option] = TAP_ID.exec(id) ?? [];
  return step === undefined || option === undefined ? { option: id } : { step: Number(step), option };
}
