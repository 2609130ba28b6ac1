import { styleText } from 'node:util';

import { columns, wrapped } from './wrap.ts';

/**
 * How a piece of text is shown. Only colours that are readable on dark and on light backgrounds: text has the terminal's own colour.
 * `styleText` omits all of it if the terminal, `NO_COLOR` or a pipe does not want it.
 */
const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
  styleText(style, text, { stream: process.stdout });

const print = (lines: readonly string[], mark: string, style: Parameters<typeof styleText>[0]): void => {
  const [sign = ''] = mark;
  for (const [index, line] of lines.entries())
    console.log(index === 0 ? line.replace(mark, styled(style, mark)) : line.replace(sign, styled(style, sign)));
};

export const title = (text: string): void => {
  const rule = '━'.repeat(Math.max(2, columns() - text.length - 4));
  console.log(`\n${styled('magenta', '━━')} ${styled('bold', text)} ${styled('magenta', rule)}`);
};

/** Code in bold; a line that is too long continues with a deeper indentation. */
export const code = (text: string): void => {
  for (const line of text.split('\n')) {
    const [own = ''] = /^ */.exec(line) ?? [];
    const lines = wrapped(line.trimStart(), { first: `  ${own}`, indent: `  ${own}    `, afterCommas: true });
    for (const each of lines) console.log(styled('bold', each));
  }
};

/** An explanation of the next step. */
export const note = (text: string): void => print(wrapped(text, { first: '  │ ', indent: '  │ ' }), '│', 'magenta');
/** Says that the local AWS invents the next response. */
export const canned = (text: string): void =>
  print(wrapped(text, { first: '  ▒ canned: ', indent: '  ▒ ' }), '▒ canned:', ['bold', 'magenta']);
export const good = (text: string): void => print(wrapped(text, { first: '  ✔ ', indent: '    ' }), '✔', 'green');
export const bad = (text: string): void => print(wrapped(text, { first: '  ✘ ', indent: '    ' }), '✘', 'red');

/** A line that is rewritten in a terminal, with the elapsed time; elsewhere it is written once per change. */
export const liveLine = (): { show(text: string): void; end(): void } => {
  const live = process.stdout.isTTY && !process.env['CI'];
  let shown = '';
  let since = 0;
  let next: NodeJS.Immediate | undefined;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    const elapsed = `${((performance.now() - since) / 1_000).toFixed(1)} s`;
    const text = shown.slice(0, columns() - elapsed.length - 6);
    process.stdout.write(`\r\u001B[2K  ${styled('magenta', '◌')} ${text}  ${elapsed}`);
  };
  const write = (text: string): void => {
    if (text === shown) return;
    since ||= performance.now();
    shown = text;
    if (!live) console.log(`  … ${text}`);
    else {
      draw();
      timer ??= setInterval(draw, 100);
    }
  };
  return {
    // Only the last text of a turn of the event loop is written.
    show: (text) => {
      clearImmediate(next);
      next = setImmediate(write, text);
    },
    end: () => {
      clearImmediate(next);
      clearInterval(timer);
      if (live && shown) process.stdout.write('\r\u001B[2K');
      [shown, since, timer] = ['', 0, undefined];
    },
  };
};

type Row = Readonly<Record<string, unknown>>;

/** Rows with the same members as a table, or below each other if the terminal is too narrow. */
export const table = (rows: readonly Row[]): void => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? '')));
  const widths = names.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  if (widths.reduce((sum, width) => sum + width + 2, 0) > columns()) {
    for (const row of rows) record(row, Math.max(...names.map(({ length }) => length)));
    return;
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(`  ${styled('underline', line(names))}`);
  for (const row of cells) console.log(`  ${line(row)}`);
};

const record = (row: Row, width: number): void => {
  const filled = Object.entries(row).filter(([, value]) => value !== undefined);
  for (const [index, [name, value]] of filled.entries()) {
    const first = `  ${index === 0 ? '•' : ' '} ${name.padEnd(width)}  `;
    for (const line of wrapped(String(value), { first, indent: ' '.repeat(first.length) })) console.log(line);
  }
};

/** A tree, e.g. of a query plan. */
export interface Branch {
  readonly text: string;
  readonly children: readonly Branch[];
}

export const tree = ({ text, children }: Branch, first = '  ', indent = '  '): void => {
  for (const line of wrapped(text, { first, indent: `${indent}${children.length > 0 ? '│' : ' '}    ` }))
    console.log(line);
  for (const [index, child] of children.entries()) {
    const isLast = index === children.length - 1;
    tree(child, `${indent}${isLast ? '└─ ' : '├─ '}`, `${indent}${isLast ? '   ' : '│  '}`);
  }
};
