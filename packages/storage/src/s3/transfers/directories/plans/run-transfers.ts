import { ArchError, ConflictError, CredentialsError, InvalidInputError, LocalError, NotFoundError } from '@arch/core';
import { asStepOf, type CallOptions, sessionTime } from '@arch/core/builder';

import { type ProgressCounter, progressCounter } from './directory-progress.js';
import type { DirectoryTransfer, FailedFile, SkippedFile } from './directory-transfer.js';
import { readAhead } from '../files/index.js';
import type { PlannedAction, PlannedItem } from './planned-item.js';
import type { TransferJob } from './transfer-job.js';
import { type TransferSlots, transferSlots } from '../../../transfer-slots.js';

/** The number of items that are compared ahead of the transfers. */
const itemsAhead = 10_000;

/** The number of failures for reasons outside of the files, without a success, after which the other files are not attempted. */
const mostFirstFailures = 20;

/** The state of the transfers of a directory. */
interface TransferRun {
  readonly job: TransferJob;
  readonly options: CallOptions;
  readonly progress: ProgressCounter;
  readonly slots: TransferSlots;
  readonly running: Set<Promise<void>>;
  /** Aborted after an error that ends the whole transfer. */
  readonly stop: AbortController;
  readonly signal: AbortSignal;
  readonly failed: FailedFile[];
  readonly skipped: SkippedFile[];
  readonly deletions: PlannedAction[];
  counts: { files: number; bytes: number; unchanged: number };
  isSourceUnknown: boolean;
  hasFailedTransfer: boolean;
  /** The number of failures for reasons outside of the file, e.g. a missing permission. */
  outsideFailures: number;
  fatal: { readonly error: unknown } | undefined;
}

/**
 * Executes planned items while they are compared. A file that fails is listed, and the others continue. Deletes after all transfers, and only
 * if none has failed. Rejects, when everything in progress has ended, after an abort, an error that concerns all files, or if no file succeeds.
 */
export const runTransfers = async (
  job: TransferJob,
  itemsOf: (options: CallOptions) => AsyncIterable<PlannedItem>,
  options: CallOptions,
): Promise<DirectoryTransfer> => {
  const run = startRun(job, options);
  const own = { ...options, signal: run.signal };
  try {
    for await (const item of readAhead(itemsOf(own), itemsAhead, totalsOf(run))) await handle(run, item);
  } catch (error) {
    end(run, error);
  }
  await Promise.all(run.running);
  if (run.fatal) throw run.fatal.error;
  const { counts, failed, skipped, deletions } = run;
  const keptFiles = run.hasFailedTransfer || run.isSourceUnknown ? deletions.length : 0;
  const undeleted = keptFiles > 0 || deletions.length === 0 ? [] : await job.destination.remove(deletions, own);
  failed.push(...undeleted);
  const deletedFiles = keptFiles > 0 ? 0 : deletions.length - undeleted.length;
  if (counts.files + counts.unchanged + deletedFiles === 0 && failed[0]) throw failed[0].error;
  return {
    transferredFiles: counts.files,
    transferredBytes: counts.bytes,
    unchangedFiles: counts.unchanged,
    deletedFiles,
    keptFiles,
    failed,
    skipped,
  };
};

const startRun = (job: TransferJob, options: CallOptions): TransferRun => {
  const stop = new AbortController();
  return {
    job,
    options,
    stop,
    signal: options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal,
    progress: progressCounter(job.onProgress, () => sessionTime(options).getTime()),
    slots: transferSlots(job.concurrency),
    running: new Set(),
    failed: [],
    skipped: [],
    deletions: [],
    counts: { files: 0, bytes: 0, unchanged: 0 },
    isSourceUnknown: false,
    hasFailedTransfer: false,
    outsideFailures: 0,
    fatal: undefined,
  };
};

const totalsOf = ({
  progress,
}: TransferRun): { readonly onItem: (item: PlannedItem) => void; readonly onEnd: () => void } => ({
  onItem: (item) => {
    if (item.kind === 'action' && item.action.action !== 'delete') progress.find(item.action.sizeBytes);
  },
  onEnd: progress.complete,
});

const handle = async (run: TransferRun, item: PlannedItem): Promise<void> => {
  run.signal.throwIfAborted();
  if (item.kind === 'unchanged') run.counts.unchanged += item.files;
  else if (item.kind === 'skipped') run.skipped.push({ path: item.path, reason: item.reason });
  else if (item.kind === 'failure') {
    const { path, action, error } = item;
    run.failed.push({ path, action, error });
    if (item.isUnknownSource) run.isSourceUnknown = true;
  } else if (item.action.action === 'delete') run.deletions.push(item.action);
  else await startTransfer(run, item.action);
};

/** Waits for free slots, one for each part of the file, and starts the transfer. */
const startTransfer = async (run: TransferRun, action: PlannedAction): Promise<void> => {
  const { concurrency, partSizeBytes } = run.job;
  const taken = Math.min(concurrency, Math.max(1, Math.ceil(action.sizeBytes / partSizeBytes)));
  await run.slots.take(taken, run.signal);
  const work = transferOne(run, action, taken).finally(() => {
    run.running.delete(work);
    run.slots.give(taken);
  });
  run.running.add(work);
};

const transferOne = async (run: TransferRun, action: PlannedAction, concurrency: number): Promise<void> => {
  const { job, progress, options, signal, counts } = run;
  let bytes = 0;
  const onBytes = (more: number): void => {
    bytes += more;
    progress.addBytes(more);
  };
  try {
    await job.destination.transfer(action, { concurrency, onBytes }, { ...options, signal });
    counts.files++;
    counts.bytes += bytes;
    progress.addFile();
  } catch (error) {
    progress.addBytes(-bytes);
    fail(run, action, error);
  }
};

const fail = (run: TransferRun, { path, action }: PlannedAction, thrown: unknown): void => {
  if (run.signal.aborted || !(thrown instanceof ArchError) || concernsAll(thrown)) return end(run, thrown);
  const error = asStepOf({ name: run.job.operation, signal: run.options.signal }, thrown) as ArchError;
  run.failed.push({ path, action, error });
  run.hasFailedTransfer = true;
  if (!concernsFile(error)) run.outsideFailures++;
  if (run.counts.files === 0 && run.outsideFailures >= mostFirstFailures) end(run, error);
};

/** Whether the same error is certain for every other file. */
const concernsAll = (error: ArchError): boolean =>
  error instanceof CredentialsError || (error instanceof NotFoundError && error.resource === 'bucket');

/** Whether the error is about this file, e.g. because it vanished or is archived. */
const concernsFile = (error: ArchError): boolean =>
  [LocalError, InvalidInputError, ConflictError, NotFoundError].some((each) => error instanceof each);

/** Ends the whole transfer with its first error. */
const end = (run: TransferRun, error: unknown): void => {
  run.fatal ??= { error };
  run.stop.abort(error);
};
