/** Replaces the text between two offsets with `text`. */
export interface SqlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface RewrittenSql {
  readonly sql: string;
  /** Converts a position in this SQL (in characters, beginning with 1) to the position in the original SQL. */
  readonly originalPosition: (position: number) => number;
}

/** Applies edits, which must not overlap. */
export function rewriteSql(original: string, edits: readonly SqlEdit[]): RewrittenSql {
  const inOrder = edits.toSorted((one, other) => one.start - other.start);
  let sql = '';
  let copied = 0;
  const shifts: { readonly from: number; readonly to: number; readonly original: number }[] = [];
  for (const { start, end, text } of inOrder) {
    sql += original.slice(copied, start);
    shifts.push({ from: sql.length, to: sql.length + text.length, original: start });
    sql += text;
    shifts.push({ from: sql.length, to: Infinity, original: end });
    copied = end;
  }
  sql += original.slice(copied);
  const originalOffset = (offset: number): number => {
    const shift = shifts.findLast(({ from }) => from <= offset);
    if (shift === undefined) return offset;
    // A position inside a replacement is converted to the start of the replaced text.
    return shift.to === Infinity ? shift.original + offset - shift.from : shift.original;
  };
  const originalPosition = (position: number): number =>
    charactersIn(original.slice(0, originalOffset(unitsOf(sql, position - 1)))) + 1;
  return { sql, originalPosition };
}

/** Postgres counts code points, JavaScript code units. */
function unitsOf(text: string, characters: number): number {
  return [...text].slice(0, characters).join('').length;
}

function charactersIn(text: string): number {
  return [...text].length;
}
