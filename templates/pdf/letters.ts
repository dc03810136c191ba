/** WinAnsi: what the fonts that every reader brings can write, French and English with all their marks. */
const COMMON = /^[ -~\u00a0-ÿ€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Pictures, flags, and marks that only steer a screen: a paper has no letter for them. */
const UNWRITTEN = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|\u20e3|\p{C}/gu;

export const isCommon = (text: string): boolean => COMMON.test(text);
export const runsLeft = (text: string): boolean => LEFTWARD.test(text);

/** One line of letters, whatever was typed into a name; a dash when nothing of it can be written. */
export const written = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').replace(UNWRITTEN, '').replace(/ +/g, ' ').trim() || '–';

/** As it is read from left to right: words of Arabic, Hebrew or N’Ko that follow one another change places. */
export function inReadingPlaces(line: string): string[] {
  const places: string[] = [];
  let leftward = 0;
  for (const word of line.split(' ')) {
    leftward = runsLeft(word) ? leftward + 1 : 0;
    places.splice(leftward > 0 ? places.length - leftward + 1 : places.length, 0, word);
  }
  return places;
}
