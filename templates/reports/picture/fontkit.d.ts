/** What of fontkit is used here; it brings no types of its own. */
declare module 'fontkit' {
  interface Glyph {
    path: { commands: { command: string; args: number[] }[] };
  }
  interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(point: number): boolean;
    layout(text: string): { glyphs: Glyph[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[]; advanceWidth: number };
  }
  function openSync(file: string): Font;
}
