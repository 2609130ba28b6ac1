/** Numbers that are the same for the same seed, so that a failure can be repeated. */
export interface Random {
  /** One of the choices. */
  pick<Choice>(choices: readonly Choice[]): Choice;
}

/** The seed of this run: ARCH_SEED, or a new one. */
export const seed: string = process.env['ARCH_SEED'] ?? String(Date.now() % 1_000_000);

/** The choices for one test: they depend on the seed and the test's name, not on the tests before it. */
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
