const LENGTH = 3;

/** How much of what was said stands in the words of a product, letter by letter, from 0 to 1: « rizz parfumé » in « riz parfume sac 25kg ». */
export function alike(said: string, words: string): number {
  const known = words.split(' ').map(trigramsOf);
  const shares = said.split(' ').map((word) => {
    const mine = trigramsOf(word);
    return Math.max(0, ...known.map((other) => share(mine, other)));
  });
  return shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((gram) => b.has(gram)).length;
  return both / (a.size + b.size - both);
}

function trigramsOf(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - LENGTH + 1 }, (_, at) => padded.slice(at, at + LENGTH)));
}
