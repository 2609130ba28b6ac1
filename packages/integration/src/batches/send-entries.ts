import { ServiceError } from '@arch/core';
import { addNote, type CallOptions, retryWhile } from '@arch/core/builder';

/** The reason why AWS has rejected an entry. */
export interface EntryFailure {
  readonly code: string;
  readonly message: string | undefined;
  readonly retryable: boolean;
}

/** The result or the failure of an entry. */
export type EntryOutcome<Result> = { readonly result: Result } | { readonly failure: EntryFailure };

/** Entries for batch requests. A batch request contains up to ten entries, and its response has a result for each. */
export interface Entries<Entry, Result> {
  readonly operation: string;
  /** The input member that contains the entries, e.g. `messages`. Errors name an entry `messages[3]`. */
  readonly member: string;
  readonly entries: readonly Entry[];
  /** Returns the size of an entry in bytes, as AWS calculates it. */
  readonly bytesOf: (entry: Entry) => number;
  /** Maximum size of a request, in bytes. */
  readonly maxBytes: number;
  /** Number of requests that are sent in parallel. 1 keeps the order of the entries. */
  readonly concurrentRequests: number;
  /** Sends up to ten entries. Returns their outcomes in the same order. */
  readonly send: (entries: readonly Entry[]) => Promise<readonly EntryOutcome<Result>[]>;
}

interface Waiting<Entry> {
  readonly entry: Entry;
  readonly index: number;
}

/** AWS's limit of entries in a request. It is the same for SQS, SNS and EventBridge. */
const maxEntries = 10;

/**
 * Sends all entries in requests of the maximum size, and retries rejected entries if possible. Returns the results in the order of the
 * entries.
 */
export const sendEntries = async <Entry, Result>(
  batch: Entries<Entry, Result>,
  options: CallOptions,
): Promise<readonly Result[]> => {
  const outcomes = await sendForOutcomes(batch, options);
  const failures = outcomes.flatMap((outcome, index) => {
    const failure = failureOf(outcome);
    return failure ? [{ ...failure, index }] : [];
  });
  if (failures.length > 0) throw failed(batch, failures);
  return outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
};

/** Sends entries like `sendEntries`, but returns failures instead of throwing an error for them. */
export const sendForOutcomes = async <Entry, Result>(
  batch: Entries<Entry, Result>,
  options: CallOptions,
): Promise<readonly EntryOutcome<Result>[]> => {
  const outcomes = new Map<number, EntryOutcome<Result>>();
  const { maxAttempts = 3 } = options;
  let left: readonly Waiting<Entry>[] = batch.entries.map((entry, index) => ({ entry, index }));
  const phase = `pausing before a retry of rejected ${batch.member}`;
  await retryWhile({ whenResult: () => left.length > 0, maxAttempts, pauseMs, phase }, options, async () => {
    await sendOnce(batch, left, outcomes);
    left = left.filter(({ index }) => failureOf(outcomes.get(index))?.retryable);
  });
  return batch.entries.map((_entry, index) => outcomes.get(index) ?? noOutcome);
};

/** Pauses 200–400 ms before the first retry, and twice as long before each further retry. */
const pauseMs = (retry: number): number => 100 * 2 ** retry * (1 + Math.random());

const failureOf = (outcome: EntryOutcome<unknown> | undefined): EntryFailure | undefined =>
  outcome && 'failure' in outcome ? outcome.failure : undefined;

const sendOnce = async <Entry, Result>(
  batch: Entries<Entry, Result>,
  left: readonly Waiting<Entry>[],
  outcomes: Map<number, EntryOutcome<Result>>,
): Promise<void> => {
  const packs = toPacks(batch, left);
  let firstFailure: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    for (let pack = packs.shift(); pack && !firstFailure; pack = packs.shift()) {
      try {
        const received = await batch.send(pack.map(({ entry }) => entry));
        for (const [at, { index }] of pack.entries()) outcomes.set(index, received[at] ?? noOutcome);
      } catch (error) {
        firstFailure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: batch.concurrentRequests }, worker));
  if (!firstFailure) return;
  const { error } = firstFailure;
  const accepted = [...outcomes.values()].filter((outcome) => 'result' in outcome).length;
  throw accepted === 0
    ? error
    : addNote(error, `AWS accepted ${accepted} of the ${batch.entries.length} ${batch.member} before this error.`);
};

const noOutcome = { failure: { code: 'NoAnswer', message: "AWS's response does not contain it", retryable: false } };

/** Splits entries into packs, one for each request: up to ten entries and `maxBytes`. */
const toPacks = <Entry>(
  { bytesOf, maxBytes }: Pick<Entries<Entry, unknown>, 'bytesOf' | 'maxBytes'>,
  entries: readonly Waiting<Entry>[],
): Waiting<Entry>[][] => {
  const packs: Waiting<Entry>[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const waiting of entries) {
    const own = bytesOf(waiting.entry);
    const last = packs.at(-1);
    if (last && last.length < maxEntries && bytes + own <= maxBytes) {
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
      return new ServiceError(`${id} was rejected: ${why}`, { operation, id, code, retryable });
    });
  const named = errors.slice(0, 5).map((error) => error.message.replace(' was rejected', ''));
  const more = errors.length > named.length ? `; and ${errors.length - named.length} more` : '';
  return new ServiceError(
    `${operation}: AWS rejected ${errors.length} of ${entries.length} ${member}: ${named.join('; ')}${more}. cause.errors contains an error for each.`,
    {
      operation,
      code: errors[0]?.code,
      retryable: errors.every(({ retryable }) => retryable),
      cause: new AggregateError(errors, `${errors.length} ${member} were rejected`),
    },
  );
};
