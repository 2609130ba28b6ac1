/** The columns of the terminal. Without a terminal, e.g. in a file, lines are as long as in most editors. */
export const columns = (): number => Math.max(40, process.stdout.columns ?? 120);

export interface WrapOptions {
  /** The start of each line. */
  readonly indent?: string;
  /** The start of the first line. */
  readonly first?: string;
  /** Breaks after commas if it can, as code is broken. */
  readonly afterCommas?: boolean;
}

/** Breaks a text, so that no line is longer than the terminal is wide. */
export const wrapped = (
  text: string,
  { indent = '  ', first = indent, afterCommas = false }: WrapOptions = {},
): readonly string[] => {
  const room = columns() - indent.length;
  const lines: string[] = [];
  let line = first;
  for (const part of parts(text, room, afterCommas)) {
    const isEmpty = line === first || line === indent;
    if (!isEmpty && line.length + 1 + part.length > columns()) {
      lines.push(line);
      line = indent + part;
    } else line += isEmpty ? part : ` ${part}`;
  }
  return [...lines, line];
};

const parts = (text: string, room: number, afterCommas: boolean): readonly string[] =>
  (afterCommas ? text.split(/(?<=,) /) : [text]).flatMap((piece) =>
    afterCommas && piece.length <= room ? [piece] : piece.split(' ').flatMap((word) => slices(word, room)),
  );

const slices = (word: string, room: number): readonly string[] =>
  word.length <= room ? [word] : [word.slice(0, room), ...slices(word.slice(room), room)];
