/** The words with which checks find decisions that the author must still make. */
export const open = 'FILL IN:';

/** Returns a documentation comment with line breaks. */
export const comment = (text: string, indent = ''): string => {
  const width = 118 - indent.length;
  if (text.length + 7 <= width && !text.includes('\n')) return `${indent}/** ${text} */`;
  const lines = text.split('\n').flatMap((line) => wrap(line, width - 3));
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
};

const wrap = (line: string, width: number): readonly string[] => {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && !line.startsWith('@') && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
};

/** Returns the beginning of a text, if possible up to the end of a sentence. */
export const beginning = (text: string, length = 300): string => {
  if (text.length <= length) return text;
  const end = text.slice(0, length).lastIndexOf('. ');
  return end > length / 3 ? text.slice(0, end + 1) : `${text.slice(0, length)}…`;
};

/** Returns AWS's text as a sentence of a comment. An end of a comment in the text is escaped. */
export const said = (text: string): string =>
  text === '' ? '' : ` AWS says: ${beginning(text).replaceAll('*/', '*\\/')}`;

/** Returns the imports of a file, one line per module: first packages, then modules of the layer. */
export const importLines = (names: readonly (readonly [name: string, from: string])[]): readonly string[] => {
  const lines = [...Map.groupBy(names, ([, from]) => from)].map(([from, all]) => ({
    from,
    line: `import { ${all
      .map(([name]) => name)
      .sort((one, other) => bareName(one).localeCompare(bareName(other), 'en'))
      .join(', ')} } from '${from}';`,
  }));
  const sorted = lines.sort((one, other) => one.from.localeCompare(other.from, 'en'));
  const own = sorted.filter(({ from }) => from.startsWith('.'));
  return [...sorted.filter(({ from }) => !from.startsWith('.')), ...(own.length > 0 ? [{ line: '' }] : []), ...own].map(
    ({ line }) => line,
  );
};

const bareName = (name: string): string => name.replace('type ', '');
