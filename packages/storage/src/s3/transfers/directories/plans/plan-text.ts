import type { FailedFile, SkippedFile } from './directory-transfer.js';
import { fileActions, type PlannedAction } from './planned-item.js';

interface Contents {
  readonly actions: readonly PlannedAction[];
  readonly unchangedFiles: number;
  readonly failed: readonly FailedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly refusal?: string | undefined;
}

type Line = readonly [word: string, size: string, path: string, note: string];

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

const sizeText = (bytes: number): string => {
  const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
};

const notes: Partial<Readonly<Record<PlannedAction['reason'], string>>> = {
  size: 'another size',
  time: 'another time',
  checksum: 'another checksum',
  'not-compared': '',
  'not-in-source': 'not in the source',
};

/** Control characters in a name must not reach a terminal. */
// oxlint-disable-next-line no-control-regex -- These characters are what is replaced.
const printable = (path: string): string => path.replace(/[\u0000-\u001F\u007F-\u009F]/g, '\uFFFD');

/** Returns the table of a plan. */
export const planText = (title: string, { actions, unchangedFiles, failed, skipped, refusal }: Contents): string => {
  const lines: Line[] = [
    ...actions.map(({ action, sizeBytes, path, reason }): Line => [
      action,
      sizeText(sizeBytes),
      path,
      notes[reason] ?? reason,
    ]),
    ...skipped.map(({ path, reason }): Line => ['skip', '', path, reason.replaceAll('-', ' ')]),
    ...failed.map(({ path, error }): Line => ['fail', '', path, error.message]),
  ];
  const width = lines.reduce((most, [, size]) => Math.max(most, size.length), 0);
  const rows = lines.map(([word, size, path, note]) =>
    `${word.padEnd(8)}  ${size.padStart(width)}  ${printable(path)}${note && `  (${note})`}`.trimEnd(),
  );
  return [
    title,
    ...rows,
    summary(actions, unchangedFiles),
    ...(refusal === undefined ? [] : [`Refused: ${refusal}`]),
  ].join('\n');
};

const summary = (actions: readonly PlannedAction[], unchangedFiles: number): string => {
  const parts = fileActions.flatMap((word) => {
    const own = actions.filter(({ action }) => action === word);
    const bytes = own.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    return own.length === 0 ? [] : [`${own.length} to ${word} (${sizeText(bytes)})`];
  });
  return [...(parts.length === 0 ? ['nothing to do'] : parts), `${unchangedFiles} unchanged`].join(', ');
};
