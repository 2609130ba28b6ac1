/** Up to three of `names` that are similar to `name`, the nearest first. */
export const nearestNames = (name: string, names: readonly string[]): readonly string[] =>
  names
    .map((candidate) => ({
      candidate,
      distance: distanceOf(name.slice(0, 100).toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);

// The Levenshtein distance, row by row.
const distanceOf = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of Array.from(one).entries()) {
    const next = [line + 1];
    for (const [column, otherLetter] of Array.from(other).entries()) {
      const replaced = (row[column] as number) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] as number) + 1, (next[column] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
};
