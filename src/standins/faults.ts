/** Switches that make a provider misbehave, for everybody or for one phone; a phone's own switch wins. */
export type Faults<Fault extends { times?: number }> = {
  set: (fault: Fault, who?: string) => void;
  clear: (who?: string) => void;
  of: (who: string) => Fault;
  /** What is switched on for exactly this phone, or for everybody, as `set` left it. */
  own: (who?: string) => Fault | undefined;
  /** Counts one use of the switch `of` would give; after `times` uses it is off. */
  use: (who: string) => void;
};

const EVERYBODY = '*';

export function createFaults<Fault extends { times?: number }>(none: Fault): Faults<Fault> {
  const switches = new Map<string, Fault>();

  const inForce = (who: string) => (switches.has(who) ? who : EVERYBODY);

  return {
    set: (fault, who = EVERYBODY) => void switches.set(who, { ...fault }),
    clear: (who) => (who === undefined ? switches.clear() : void switches.delete(who)),
    of: (who) => switches.get(inForce(who)) ?? none,
    own: (who = EVERYBODY) => switches.get(who),
    use: (who) => {
      const key = inForce(who);
      const fault = switches.get(key);
      if (fault?.times === undefined) return;
      if (fault.times <= 1) switches.delete(key);
      else fault.times -= 1;
    },
  };
}
