/** What was made and must not stay: taken away newest first, also when somebody presses Ctrl-C. */
export type Undo = {
  /** Gives back what takes only this away, earlier than the rest. What comes too late is taken away at once. */
  add: (what: () => unknown) => () => Promise<void>;
  all: () => Promise<void>;
  /** Nothing may be made any more. */
  isOver: () => boolean;
};

export function openUndo(): Undo {
  const made: (() => Promise<void>)[] = [];
  let over = false;

  return {
    add(what) {
      let undone: Promise<void> | undefined;
      const once = () => (undone ??= Promise.resolve(what()).then(() => undefined).catch(complain));
      if (over) void once();
      else made.push(once);
      return async () => {
        await once();
        made.splice(made.indexOf(once), made.includes(once) ? 1 : 0);
      };
    },
    async all() {
      over = true;
      for (let undo = made.pop(); undo !== undefined; undo = made.pop()) await undo();
    },
    isOver: () => over,
  };
}

const complain = (error: unknown): void => console.error('could not be taken away:', error);

const INTERRUPTED = 130;

/** Also when this program itself has a fault that nobody caught. */
export function undoWhenInterrupted(undo: Undo): void {
  const leave = (code: number) => void undo.all().then(() => process.exit(code));
  process.once('SIGINT', () => leave(INTERRUPTED));
  process.once('SIGTERM', () => leave(INTERRUPTED));
  process.once('uncaughtException', (error) => {
    console.error(error);
    leave(1);
  });
}
