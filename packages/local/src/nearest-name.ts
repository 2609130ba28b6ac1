/** Returns the name that is most similar to a text. Returns `undefined` if more than half of its letters would have to be changed. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, distance: distanceOf(text.slice(0, 100).toLowerCase(), name) }))
    .filter(({ name, distance }) => distance <= Math.ceil(name.length / 2))
    .toSorted((one, other) => one.distance - other.distance);
  return nearest?.name;
}

/** Returns the Levenshtein distance, row by row. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, letter] of Array.from(one).entries()) {
    const next = [line + 1];
    for (const [column, otherLetter] of Array.from(other).entries()) {
      const replaced = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
