import { type ArchEvent, ArchError } from '@arch/core';

import { bad, code, good, liveLine, table } from './screen.ts';
import type { Sent } from './waterfall.ts';

/** The figures of one layer's part of the demo. */
export interface Totals {
  readonly steps: number;
  readonly calls: number;
  readonly requests: readonly Sent[];
  readonly milliseconds: number;
}

/** Shows what it runs: the code, what it waits for, the result and the requests. */
export interface Tour {
  /** Runs one step. The printed code is the source of `work`. */
  step<Result>(
    work: () => Promise<Result>,
    show?: (result: Result) => readonly Readonly<Record<string, unknown>>[],
  ): Promise<Result>;
  /** A step that has to fail: shows its error. */
  rejected(work: () => Promise<unknown>): Promise<void>;
  /** Shows the progress of a step in the line that is rewritten. */
  progress(text: string): void;
  readonly onEvent: (event: ArchEvent) => void;
  totals(): Totals;
}

/** Creates the tour of one layer. */
export const tour = (): Tour => {
  let sent: string[] = [];
  let states = new Map<string, string>();
  const total = { steps: 0, calls: 0 };
  const requests: Sent[] = [];
  const begin = performance.now();
  const live = liveLine();
  const onEvent = (event: ArchEvent): void => {
    if (event.type === 'call-start') total.calls++;
    if (event.type === 'attempt') {
      sent.push(event.awsOperation);
      requests.push({ name: event.awsOperation, startMs: event.atMs - event.durationMs, endMs: event.atMs });
    }
    if (event.type === 'poll') {
      states.set(event.id, event.state);
      live.show(`waiting: ${counted([...states.values()])}`);
    }
  };
  const run: Tour['step'] = async (work, show) => {
    code(sourceOf(work));
    sent = [];
    states = new Map();
    const start = performance.now();
    try {
      const result = await work();
      live.end();
      const rows = show?.(result) ?? [];
      if (rows.length > 0) table(rows);
      good(summary(sent, performance.now() - start));
      return result;
    } finally {
      live.end();
      total.steps++;
    }
  };
  return {
    onEvent,
    progress: (text) => live.show(text),
    totals: () => ({ ...total, requests, milliseconds: performance.now() - begin }),
    step: async (work, show) => {
      const result = await run(work, show);
      console.log();
      return result;
    },
    rejected: async (work) => {
      const error = await run(work).then(
        () => new Error('This step should have failed.'),
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof ArchError)) throw error;
      bad(`${error.name}: ${error.message}`);
      console.log();
    },
  };
};

/** Returns the source of a function without `() =>`. */
const sourceOf = (work: () => unknown): string => {
  const lines = work
    .toString()
    .replace(/^(async )?\(\) =>\s*/, '')
    .split('\n');
  const indent = Math.min(
    ...lines
      .slice(1)
      .filter((line) => line.trim())
      .map((line) => line.length - line.trimStart().length),
  );
  return ['await ' + lines[0], ...lines.slice(1).map((line) => line.slice(Number.isFinite(indent) ? indent : 0))].join(
    '\n',
  );
};

/** Counts equal words, e.g. `3 pending, 22 running`. */
const counted = (words: readonly string[]): string =>
  [...Map.groupBy(words, (word) => word)]
    .map(([word, { length }]) => (words.length > 1 ? `${length} ${word}` : word))
    .join(', ');

const summary = (sent: readonly string[], milliseconds: number): string => {
  const list = [...Map.groupBy(sent, (name) => name)]
    .map(([name, { length }]) => (length > 1 ? `${length} × ${name}` : name))
    .join(', ');
  return `${sent.length} ${sent.length === 1 ? 'request' : 'requests'} in ${milliseconds.toFixed(0)} ms${list ? `: ${list}` : ''}`;
};
