import { ConflictError } from '@arch/core';
import { type CallOptions, input, type Operation, sessionFor, task, z } from '@arch/core/builder';

import { deletionRefusal } from './deletion-refusal.js';
import type { DirectoryTransfer, FailedFile, SkippedFile } from './directory-transfer.js';
import { planText } from './plan-text.js';
import type { PlannedAction, PlannedItem } from './planned-item.js';
import { runTransfers } from './run-transfers.js';
import type { TransferJob } from './transfer-job.js';

/** The result of a dry run: what a transfer would do. `String(plan)` is a table. */
export interface TransferPlan {
  /** The files that would be transferred or deleted, in the order of their keys. */
  readonly actions: readonly PlannedAction[];
  /** The number of files that are equal on both sides. */
  readonly unchangedFiles: number;
  /** The paths that cannot be transferred, each with its error. */
  readonly failed: readonly FailedFile[];
  /** The paths that are not transferred, e.g. symbolic links. */
  readonly skipped: readonly SkippedFile[];
  /** The reason for which `execute` would reject: too much would be deleted. Absent if it would not. */
  readonly refusal?: string | undefined;
  /** Returns a table with a line for each file. */
  toString(): string;
  /**
   * Transfers and deletes the files of the plan. Uploads a file as it is now; a local file that has changed since the dry run is not deleted.
   * Default of the session: that of the dry run.
   *
   * @throws {ConflictError} `refusal` is present. Nothing was transferred or deleted.
   */
  execute(options?: CallOptions): Promise<DirectoryTransfer>;
}

/** Compares source and destination, and returns the plan. */
export const makePlan = async (job: TransferJob, options: CallOptions): Promise<TransferPlan> => {
  const items: PlannedItem[] = [];
  let [unchangedFiles, sourceFiles, destinationFiles] = [0, 0, 0];
  for await (const item of job.items(options)) {
    if (item.kind === 'unchanged') unchangedFiles += item.files;
    else items.push(item);
    if (isIn(item, 'source')) sourceFiles++;
    if (isIn(item, 'destination')) destinationFiles++;
  }
  const actions = items.flatMap((item) => (item.kind === 'action' ? [item.action] : []));
  const failures = items.flatMap((item) => (item.kind === 'failure' ? [item] : []));
  const skipped = items.flatMap((item) => (item.kind === 'skipped' ? [{ path: item.path, reason: item.reason }] : []));
  const failed = failures.map(({ path, action, error }) => ({ path, action, error }));
  const deletions = actions.filter(({ action }) => action === 'delete').length;
  const unknownPaths = failures.flatMap(({ path, isUnknownSource }) => (isUnknownSource ? [path] : []));
  const refusal =
    job.deletions && deletionRefusal({ sourceFiles, destinationFiles, deletions, unknownPaths }, job.deletions);
  const session = sessionFor(options);
  const plan = { actions, unchangedFiles, failed, skipped, ...(refusal !== undefined && { refusal }) };
  return {
    ...plan,
    toString: () => planText(job.title, plan),
    execute: async (own = {}) =>
      executionOf(job.operation)(
        { work: (merged: CallOptions) => executeItems(job, { items, unchangedFiles, refusal }, merged) },
        own.profile === undefined ? { session, ...own } : own,
      ),
  };
};

/** Whether a file exists on a side, as far as it is known. */
const isIn = (item: PlannedItem, side: 'source' | 'destination'): boolean => {
  if (item.kind === 'unchanged') return true;
  if (item.kind === 'skipped') return false;
  if (item.kind === 'failure') return side === 'source' && item.action !== 'read';
  const { reason } = item.action;
  return side === 'source' ? reason !== 'not-in-source' : reason !== 'new' && reason !== 'not-compared';
};

interface Work {
  readonly work: (options: CallOptions) => Promise<DirectoryTransfer>;
}

/** Returns a task that executes a plan under the name of the function that made it. */
const executionOf = (name: string): Operation<Work, DirectoryTransfer> =>
  task(() => ({
    name,
    input: input<Work>({ work: z.custom<Work['work']>() }),
    uses: [],
    timeoutMs: directoryTimeoutMs,
    run: ({ work }, options) => work(options),
  }));

/** The default deadline of a transfer: seven days. */
export const directoryTimeoutMs = 604_800_000;

interface Plan {
  readonly items: readonly PlannedItem[];
  readonly unchangedFiles: number;
  readonly refusal: string | undefined;
}

const executeItems = async (
  job: TransferJob,
  { items, unchangedFiles, refusal }: Plan,
  options: CallOptions,
): Promise<DirectoryTransfer> => {
  if (refusal !== undefined) throw refused(job.operation, refusal);
  const itemsOf = async function* (): AsyncGenerator<PlannedItem, void, undefined> {
    yield { kind: 'unchanged', files: unchangedFiles };
    yield* items;
  };
  return runTransfers(job, itemsOf, options);
};

const refused = (operation: string, refusal: string): ConflictError =>
  new ConflictError(`${operation}: ${refusal} Nothing was transferred or deleted.`, { operation });

/** Returns a plan for a dry run. Otherwise transfers, and checks the deletions first if there are any. */
export const planOrRun = async (
  job: TransferJob,
  dryRun: boolean | undefined,
  options: CallOptions,
): Promise<TransferPlan | DirectoryTransfer> => {
  if (dryRun) return makePlan(job, options);
  // Without deletions, files are transferred while they are compared, and no plan is in memory.
  if (!job.deletions) return runTransfers(job, job.items, options);
  const { execute, refusal } = await makePlan(job, options);
  if (refusal !== undefined) throw refused(job.operation, refusal);
  return execute(options);
};
