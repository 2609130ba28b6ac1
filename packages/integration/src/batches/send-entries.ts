import { ServiceError } from '@arch/core';
import { addNote, type CallOptions, retryWhile } from '@arch/core/builder';

/** Why AWS has not taken one entry of a request. */
export interface EntryFailure {
  readonly code: string;
  readonly message: string | undefined;
  readonly retryable: boolean;
}

/** What became of one entry of a request. */
export type EntryOutcome<Result> = { readonly result: Result } | { readonly failure: EntryFailure };

/** Many things, of which AWS takes ten in a request and answers for each. */
export interface Entries<Entry, Result> {
  readonly operation: string;
  /** The member of the input that holds them: the fourth is named `messages[3]`. */
  readonly member: string;
  readonly entries: readonly Entry[];
  /** Bytes of an entry, as AWS counts them. */
  readonly bytesOf: (entry: Entry) => number;
  /** Bytes of a request at most. */
  readonly mostBytes: number;
  /** Requests under way at once: one where the order counts. */
  readonly sideBySide: number;
  /** Sends up to ten. Gives what became of each, in their order. */
  readonly send: (entries: readonly Entry[]) => Promise<readonly EntryOutcome<Result>[]>;
}

interface Waiting<Entry> {
  readonly entry: Entry;
  readonly index: number;
}

/** AWS's limit, for all services that take entries. */
const mostEntries = 10;

/** Sends all entries in requests as large as AWS allows, and those again that may succeed then. Gives the results in the entries' order. */
export const sendEntries = async <Entry, Result>(
  batch: Entries<Entry, Result>,
  options: CallOptions,
): Promise<readonly Result[]> => {
  const outcomes = await outcomesOf(batch, options);
  const failures = outcomes.flatMap((outcome, index) => {
    const failure = failureOf(outcome);
    return failure ? [{ ...failure, index }] : [];
  });
  if (failures.length > 0) throw failed(batch, failures);
  return outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
};

/** Sends as `sendEntries` does, and says of each entry what became of it. */
export const outcomesOf = async <Entry, Result>(
  batch: Entries<Entry, Result>,
  options: CallOptions,
): Promise<readonly EntryOutcome<Result>[]> => {
  const outcomes = new Map<number, EntryOutcome<Result>>();
  const { maxAttempts = 3 } = options;
  let left: readonly Waiting<Entry>[] = batch.entries.map((entry, index) => ({ entry, index }));
  const phase = `waiting to send ${batch.member} again`;
  await retryWhile({ whenResult: () => left.length > 0, maxAttempts, pauseMs, phase }, options, async () => {
    await sendOnce(batch, left, outcomes);
    left = left.filter(({ index }) => failureOf(outcomes.get(index))?.retryable);
  });
  return batch.entries.map((_entry, index) => outcomes.get(index) ?? unanswered);
};

/** From 200 to 400 ms at random before the first repeat, and twice as long before each further one. */
const pauseMs = (repeat: number): number => 100 * 2 ** repeat * (1 + Math.random());

const failureOf = (outcome: EntryOutcome<unknown> | undefined): EntryFailure | undefined =>
  outcome && 'failure' in outcome ? outcome.failure : undefined;

const sendOnce = async <Entry, Result>(
  batch: Entries<Entry, Result>,
  left: readonly Waiting<Entry>[],
  outcomes: Map<number, EntryOutcome<Result>>,
): Promise<void> => {
  const packs = toPacks(batch, left);
  let refused: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    for (let pack = packs.shift(); pack && !refused; pack = packs.shift()) {
      try {
        const answered = await batch.send(pack.map(({ entry }) => entry));
        for (const [at, { index }] of pack.entries()) outcomes.set(index, answered[at] ?? unanswered);
      } catch (error) {
        refused ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: batch.sideBySide }, worker));
  if (!refused) return;
  const done = [...outcomes.values()].filter((outcome) => 'result' in outcome).length;
  throw done === 0
    ? refused.error
    : addNote(refused.error, `Of the ${batch.entries.length} ${batch.member}, ${done} had been taken.`);
};

const unanswered = { failure: { code: 'NoAnswer', message: "AWS's answer does not name it", retryable: false } };

/** Packs of up to ten, and of no more bytes than a request may have. */
const toPacks = <Entry>(
  { bytesOf, mostBytes }: Pick<Entries<Entry, unknown>, 'bytesOf' | 'mostBytes'>,
  entries: readonly Waiting<Entry>[],
): Waiting<Entry>[][] => {
  const packs: Waiting<Entry>[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const waiting of entries) {
    const own = bytesOf(waiting.entry);
    const last = packs.at(-1);
    if (last && last.length < mostEntries && bytes + own <= mostBytes) {
      last.push(waiting);
      bytes += own;
    } else {
      packs.push([waiting]);
      bytes = own;
    }
  }
  return packs;
};

const failed = (
  { operation, member, entries }: Pick<Entries<unknown, unknown>, 'operation' | 'member' | 'entries'>,
  failures: readonly (EntryFailure & { readonly index: number })[],
): ServiceError => {
  const errors = failures
    .toSorted((one, other) => one.index - other.index)
    .map(({ index, code, message, retryable }) => {
      const id = `${member}[${index}]`;
      const why = `${code}${message ? `: ${message.replace(/\.$/, '')}` : ''}`;
      return new ServiceError(`${id} was not taken: ${why}`, { operation, id, code, retryable });
    });
  const named = errors.slice(0, 5).map((error) => error.message.replace(' was not taken', ''));
  const more = errors.length > named.length ? `; and ${errors.length - named.length} more` : '';
  return new ServiceError(
    `${operation}: AWS has not taken ${errors.length} of ${entries.length} ${member}: ${named.join('; ')}${more}. All are in the cause's errors.`,
    {
      operation,
      code: errors[0]?.code,
      retryable: errors.every(({ retryable }) => retryable),
      cause: new AggregateError(errors, `${errors.length} ${member} were not taken`),
    },
  );
};
