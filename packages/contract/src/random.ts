/** Random choices that are the same for the same seed, so that a failure can be repeated. */
export interface Random {
  /** Returns one of the choices. */
  pick<Choice>(choices: readonly Choice[]): Choice;
}

/** Whether every case runs, as in CI, instead of a sample: ARCH_MATRIX=full. */
export const isFull: boolean = process.env['ARCH_MATRIX'] === 'full';

/** The `path` of sessions: ARCH_PATH=sdk runs the tests over all functions with the SDK's own middleware, as CI also does. */
export const path: 'sdk' | undefined = process.env['ARCH_PATH'] === 'sdk' ? 'sdk' : undefined;

/** The seed of this run: ARCH_SEED, or a new seed. */
export const seed: string = process.env['ARCH_SEED'] ?? String(Date.now() % 1_000_000);

/** Returns the random choices for one test. They depend on the seed and the name of the test, not on the tests before it. */
export const randomFor = (name: string): Random => {
  let state = [...`${seed}/${name}`].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193),
    0x811c9dc5,
  );
  // Mulberry32.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return { pick: (choices) => choices[Math.floor(next() * choices.length)]! };
};

/** Returns some of the cases, which depend on the seed; with ARCH_MATRIX=full all of them. */
export const sampleOf = <Case>(name: string, cases: readonly Case[], count: number): readonly Case[] => {
  if (isFull) return cases;
  const random = randomFor(name);
  const left = [...cases];
  return Array.from({ length: Math.min(count, cases.length) }, () => {
    const chosen = random.pick(left);
    left.splice(left.indexOf(chosen), 1);
    return chosen;
  });
};
