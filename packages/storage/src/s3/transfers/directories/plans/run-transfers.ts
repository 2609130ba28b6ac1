import { ArchError } from '@arch/core';
import { asStepOf, callListener, type CallOptions, sessionTime } from '@arch/core/builder';

import type { TransferCounter } from '../../../transfer-progress.js';
import { type ProgressCounter, progressCounter } from './directory-progress.js';
import type { DirectoryTransfer, FailedFile, SkippedFile } from './directory-transfer.js';
import { concernsAll } from '../../../concerns-all.js';
import { concernsFile } from './concerns-file.js';
import { readAhead } from '../files/index.js';
import type { PlannedAction, PlannedItem } from './planned-item.js';
import type { TransferJob } from './transfer-job.js';
import { adaptiveSlots, type AdaptiveSlots } from '../../../adaptive-slots.js';

/** The number of items that are compared ahead of the transfers. */
const itemsAhead = 10_000;

/** The number of failures for reasons outside of the files, without a success, after which the other files are not attempted. */
const mostFirstFailures = 20;

/** The state of the transfers of a directory. */
interface TransferRun {
  readonly job: TransferJob;
  readonly options: CallOptions;
  readonly progress: ProgressCounter;
  readonly slots: AdaptiveSlots;
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
  const own = { ...run.options, signal: run.signal };
  try {
    for await (const item of readAhead(itemsOf(own), itemsAhead, totalsOf(run))) await handle(run, item);
  } catch (error) {
    end(run, error);
  }
  await Promise.all(run.running);
  if (run.fatal) throw run.fatal.error;
  const { counts, failed, skipped, deletions } = run;
  const keptFiles = run.hasFailedTransfer || run.isSourceUnknown ? deletions.length : 0;
  const deletedFiles = keptFiles > 0 ? 0 : await deleteFiles(run, own);
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

/** Deletes the files that the source lacks. Returns their number. */
const deleteFiles = async ({ job, deletions, failed }: TransferRun, options: CallOptions): Promise<number> => {
  if (deletions.length === 0) return 0;
  const undeleted = await job.destination.remove(deletions, options);
  failed.push(...undeleted);
  const errors = new Map(undeleted.map(({ path, error }) => [path, error]));
  for (const action of deletions) report(job, action, errors.get(action.path));
  return deletions.length - undeleted.length;
};

const report = ({ onResult }: TransferJob, action: PlannedAction, error?: ArchError): void => {
  if (onResult) callListener(onResult, { ...action, ...(error && { error }) });
};

const startRun = (job: TransferJob, options: CallOptions): TransferRun => {
  const stop = new AbortController();
  const slots = adaptiveSlots(job.concurrency);
  return {
    job,
    options: slots.observing(options),
    stop,
    signal: options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal,
    progress: progressCounter(job.onProgress, { now: () => sessionTime(options).getTime(), concurrency: slots.total }),
    slots,
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
  const taken = Math.min(run.slots.total(), Math.max(1, Math.ceil(action.sizeBytes / run.job.partSizeBytes)));
  await run.slots.take(taken, run.signal);
  const work = transferOne(run, action, taken).finally(() => {
    run.running.delete(work);
    run.slots.give(taken);
  });
  run.running.add(work);
};

const transferOne = async (run: TransferRun, action: PlannedAction, concurrency: number): Promise<void> => {
  const { job, progress, options, signal, counts } = run;
  let [bytes, resumed] = [0, 0];
  const onBytes: TransferCounter = (more, kind) => {
    bytes += more;
    if (kind === 'resumed') resumed += more;
    progress.addBytes(more, kind);
  };
  try {
    await job.destination.transfer(action, { concurrency, onBytes }, { ...options, signal });
    counts.files++;
    counts.bytes += bytes;
    progress.addFile();
    report(job, action);
  } catch (error) {
    if (resumed > 0) progress.addBytes(-resumed, 'resumed');
    progress.addBytes(resumed - bytes);
    fail(run, action, error);
  }
};

const fail = (run: TransferRun, planned: PlannedAction, thrown: unknown): void => {
  if (run.signal.aborted || !(thrown instanceof ArchError) || concernsAll(thrown)) return end(run, thrown);
  const error = asStepOf({ name: run.job.operation, signal: run.options.signal }, thrown) as ArchError;
  run.failed.push({ path: planned.path, action: planned.action, error });
  run.hasFailedTransfer = true;
  report(run.job, planned, error);
  if (!concernsFile(error)) run.outsideFailures++;
  if (run.counts.files === 0 && run.outsideFailures >= mostFirstFailures) end(run, error);
};

/** Ends the whole transfer with its first error. */
const end = (run: TransferRun, error: unknown): void => {
  run.fatal ??= { error };
  run.stop.abort(error);
};
