import { type ArchEvent, ArchError } from '@arch/core';

import { bad, code, good, liveLine, table } from './screen.ts';

/** Shows what it runs: the code, what it waits for, what came back and what was sent. */
export const tour = () => {
  let sent: string[] = [];
  let states = new Map<string, string>();
  const live = liveLine();
  const onEvent = (event: ArchEvent): void => {
    if (event.type === 'attempt') sent.push(event.awsOperation);
    if (event.type === 'poll') {
      states.set(event.id, event.state);
      live.show(`${counted([...states.values()])} after ${(event.elapsedMs / 1_000).toFixed(1)} s`);
    }
  };
  /** Runs one step; the text that is printed is the text that runs. */
  const step = async <Result>(
    work: () => Promise<Result>,
    show?: (result: Result) => readonly Readonly<Record<string, unknown>>[],
  ): Promise<Result> => {
    code(sourceOf(work));
    sent = [];
    states = new Map();
    const start = performance.now();
    try {
      const result = await work();
      live.end();
      if (show) table(show(result));
      good(summary(sent, performance.now() - start));
      return result;
    } catch (error) {
      live.end();
      bad(error instanceof ArchError ? `${error.name}: ${error.message}` : String(error));
      throw error;
    } finally {
      console.log();
    }
  };
  return { step, onEvent };
};

/** `() => work` without what is only there to pass it on. */
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

/** `3 pending, 22 running` for a list of words. */
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
