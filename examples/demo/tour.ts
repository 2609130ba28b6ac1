import { type ArchEvent, ArchError } from '@arch/core';

import { bad, code, good, liveLine, note, table } from './screen.ts';

/** What the calls of a tour have cost. */
export interface Cost {
  calls: number;
  requests: number;
  milliseconds: number;
}

/** Shows what it runs: the code, what it waits for, what came back and what was sent. */
export const tour = () => {
  const total: Cost = { calls: 0, requests: 0, milliseconds: 0 };
  let sent: string[] = [];
  let depth = 0;
  const live = liveLine();
  const onEvent = (event: ArchEvent): void => {
    if (event.type === 'call-start' && depth++ === 0) total.calls++;
    if (event.type === 'call-end') depth--;
    if (event.type === 'attempt') sent.push(event.awsOperation);
    if (event.type === 'poll') live.show(`${event.id} is ${event.state}${event.reason ? ` (${event.reason})` : ''}, ${(event.elapsedMs / 1_000).toFixed(1)} s`);
  };
  /** Runs one step; the text that is printed is the text that runs. */
  const step = async <Result>(work: () => Promise<Result>, show?: (result: Result) => readonly Readonly<Record<string, unknown>>[]): Promise<Result> => {
    code(sourceOf(work));
    sent = [];
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
      total.requests += sent.length;
      total.milliseconds += performance.now() - start;
      console.log();
    }
  };
  return { step, onEvent, total, note };
};

/** `() => work` without what is only there to pass it on. */
const sourceOf = (work: () => unknown): string => {
  const lines = work.toString().replace(/^(async )?\(\) =>\s*/, '').split('\n');
  const indent = Math.min(...lines.slice(1).filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  return ['await ' + lines[0], ...lines.slice(1).map((line) => line.slice(Number.isFinite(indent) ? indent : 0))].join('\n');
};

const summary = (sent: readonly string[], milliseconds: number): string => {
  const counts = new Map<string, number>();
  for (const name of sent) counts.set(name, (counts.get(name) ?? 0) + 1);
  const list = [...counts].map(([name, count]) => (count > 1 ? `${count} × ${name}` : name)).join(', ');
  return `${sent.length} ${sent.length === 1 ? 'request' : 'requests'} in ${milliseconds.toFixed(0)} ms${list ? `: ${list}` : ''}`;
};
