/** The content of a documentation comment. */
export interface DocComment {
  /** The text before the first tag, with its paragraphs. */
  readonly text: string;
  readonly example?: string | undefined;
  readonly throws: readonly { readonly error: string; readonly when: string }[];
  readonly see: readonly string[];
}

/** Reads a documentation comment with its marks. */
export const readDocComment = (comment: string): DocComment => {
  const lines = comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (/^@\w/.test(line.trimStart())) sections.push([]);
    sections.at(-1)?.push(line);
  }
  const [text = [], ...tags] = sections;
  const tagged = (name: string): string[] =>
    tags
      .map((tag) => tag.join('\n').trim())
      .filter((tag) => new RegExp(`^@${name}\\b`).test(tag))
      .map((tag) => tag.slice(name.length + 1).trim());
  return {
    text: joined(text),
    example: tagged('example')[0],
    throws: tagged('throws').map(readThrows),
    see: tagged('see').map((tag) => joined(tag.split('\n'))),
  };
};

const readThrows = (tag: string): { readonly error: string; readonly when: string } => {
  const [, error = '', when = ''] = /^\{(\w+)\}\s*([\s\S]*)$/.exec(tag) ?? [];
  return { error, when: joined(when.split('\n')) };
};

/** Joins lines to paragraphs and converts `{@link X}` to code. */
const joined = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '))
    .join('\n\n')
    .replace(/\{@link (\w+)\}/g, '`$1`');
