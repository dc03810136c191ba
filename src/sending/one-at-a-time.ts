/** Work that is never done twice at once; asked for meanwhile, or with more to do, it is done once more. */
export function oneAtATime(work: () => Promise<{ more: boolean }>) {
  let running: Promise<void> | undefined;
  let asked = false;

  async function run(): Promise<void> {
    try {
      while (asked) {
        asked = false;
        const { more } = await work();
        asked ||= more;
      }
    } finally {
      running = undefined; // at once: whoever asks after the last look must start the next
    }
  }

  return {
    ask: (): void => {
      asked = true;
      running ??= run();
    },
    /** Undefined when nothing is under way. */
    running: (): Promise<void> | undefined => running,
  };
}
