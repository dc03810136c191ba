/** Pieces of at most `room` characters, cut at white space; a word longer than a piece is cut where it must be. At least one piece. */
export function cutAtWords(text: string, room: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const space = rest.slice(0, room + 1).search(/\s\S*$/);
    const end = space > 0 ? space : room;
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}
