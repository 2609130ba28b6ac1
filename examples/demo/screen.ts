import { styleText } from 'node:util';

/** Returns a text with a style. `styleText` omits colours if the terminal does not support them, with `NO_COLOR`, and in a pipe. */
const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
  styleText(style, text, { stream: process.stdout });

export const title = (text: string): void =>
  console.log(`\n${styled(['bold', 'cyan'], `━━ ${text} ${'━'.repeat(Math.max(0, 76 - text.length))}`)}`);
export const code = (text: string): void =>
  console.log(
    text
      .split('\n')
      .map((line) => `  ${styled('yellow', line)}`)
      .join('\n'),
  );
export const note = (text: string): void => console.log(`  ${styled('gray', text)}`);
export const good = (text: string): void => console.log(`  ${styled('green', '✔')} ${text}`);
export const bad = (text: string): void => console.log(`  ${styled('red', '✘')} ${text}`);

/** A line that is rewritten in a terminal. In other outputs, each change is a new line. */
export const liveLine = (): { show(text: string): void; end(): void } => {
  const live = process.stdout.isTTY && !process.env['CI'];
  let shown = '';
  let next: NodeJS.Immediate | undefined;
  const write = (text: string): void => {
    if (text === shown) return;
    shown = text;
    if (live) process.stdout.write(`\r\u001b[2K  ${styled('magenta', '◌')} ${text}`);
    else console.log(`  … ${text}`);
  };
  return {
    // Only the last text of a turn of the event loop is written.
    show: (text) => {
      clearImmediate(next);
      next = setImmediate(write, text);
    },
    end: () => {
      clearImmediate(next);
      if (live && shown) process.stdout.write('\r\u001b[2K');
      shown = '';
    },
  };
};

/** Prints rows as a table. */
export const table = (rows: readonly Readonly<Record<string, unknown>>[]): void => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? '')));
  const widths = names.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(`  ${styled('bold', line(names))}`);
  for (const row of cells) console.log(`  ${line(row)}`);
};
