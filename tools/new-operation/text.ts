/** The words by which the checks find what a person still has to decide. */
export const open = 'FILL IN:';

/** A documentation comment, wrapped. */
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

/** The beginning of a text, up to the end of a sentence where one is near. */
export const beginning = (text: string, length = 300): string => {
  if (text.length <= length) return text;
  const end = text.slice(0, length).lastIndexOf('. ');
  return end > length / 3 ? text.slice(0, end + 1) : `${text.slice(0, length)}…`;
};

/** What AWS says, as a sentence of a comment; a comment of its own cannot end it. */
export const said = (text: string): string =>
  text === '' ? '' : ` AWS says: ${beginning(text).replaceAll('*/', '*\\/')}`;

/** The imports of a file, a line for each module: packages first, then the layer's own. */
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
