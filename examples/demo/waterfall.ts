import { columns } from './wrap.ts';

/** One request to AWS. */
export interface Sent {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

const most = 5;

/** When requests were in progress: a line for each of AWS's operations that took the most time, from the first request to the last. */
export const waterfall = (requests: readonly Sent[]): readonly string[] => {
  const begin = Math.min(...requests.map(({ startMs }) => startMs));
  const length = Math.max(...requests.map(({ endMs }) => endMs)) - begin;
  const groups = [...Map.groupBy(requests, ({ name }) => name)]
    .sort(([, one], [, other]) => timeOf(other) - timeOf(one))
    .slice(0, most)
    .sort(([, [one]], [, [other]]) => (one?.startMs ?? 0) - (other?.startMs ?? 0));
  const labels = groups.map(([name, { length: count }]) => (count > 1 ? `${count} × ${name}` : name));
  const width = Math.max(...labels.map((label) => label.length));
  const room = columns() - width - 6;
  const column = (atMs: number): number => Math.min(room - 1, Math.floor(((atMs - begin) / length) * room));
  const bar = (sent: readonly Sent[]): string => {
    const cells = Array.from({ length: room }, () => '·');
    for (const { startMs, endMs } of sent) cells.fill('█', column(startMs), column(endMs) + 1);
    return cells.join('');
  };
  return groups.map(([, sent], index) => `  ${labels[index]?.padEnd(width)}  ${bar(sent)}`);
};

const timeOf = (requests: readonly Sent[]): number =>
  requests.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
