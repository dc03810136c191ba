export type Scan = (bytes: Buffer) => Promise<'clean' | 'infected'>;

const looksClean: Scan = async () => 'clean';

/** Who looks at a file before it is kept. A real scanner is one more function here; one that cannot answer throws, and the file waits. */
const SCANNERS: readonly Scan[] = [looksClean];

export async function scan(bytes: Buffer): Promise<'clean' | 'infected'> {
  const verdicts = await Promise.all(SCANNERS.map((look) => look(bytes)));
  return verdicts.includes('infected') ? 'infected' : 'clean';
}
