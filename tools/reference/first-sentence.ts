/** The first sentence of a text: up to a point that a capital letter or the end follows. */
export const firstSentence = (text: string): string =>
  /^[\s\S]*?(?<!\be\.g|\bi\.e)\.(?=\s+[A-Z`]|$)/.exec(text)?.[0] ?? text;
