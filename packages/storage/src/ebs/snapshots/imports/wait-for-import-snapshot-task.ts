import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';

import { describeImportSnapshotTask } from './describe-import-snapshot-task.js';
import type { ImportSnapshotTask } from './import-snapshot-task.js';
import { importTaskId } from './import-task-id.js';

export interface WaitForImportSnapshotTaskInput {
  /** The ID of the import, e.g. `import-snap-0123456789abcdef0`. */
  readonly importTaskId: string;
  /** The goal of the wait. */
  readonly state: 'completed';
}

/**
 * Waits until the import of a disk image as a snapshot is complete. `onProgress` receives the percentage. An import can take hours: pass a larger
 * `timeoutMs`, and keep the object in S3 until then.
 *
 * @example
 * const { snapshotId } = await waitForImportSnapshotTask({ importTaskId, state: 'completed' }, { timeoutMs: 3 * 3_600_000 });
 * @throws {WaitError} the import has failed or was cancelled, with AWS's reason.
 * @throws {DeadlineError} the import was not complete within an hour, or `timeoutMs`. It continues.
 * @throws {NotFoundError} there is no such import in this region.
 * @see https://docs.aws.amazon.com/vm-import/latest/userguide/vmimport-import-snapshot.html
 */
export const waitForImportSnapshotTask: Waiter<WaitForImportSnapshotTaskInput, ImportSnapshotTask> = waiter(() => ({
  name: 'waitForImportSnapshotTask',
  key: 'importTaskId',
  input: input<WaitForImportSnapshotTaskInput>({ importTaskId: importTaskId(), state: z.literal('completed') }),
  uses: [describeImportSnapshotTask],
  timeoutMs: 3_600_000,
  pollMs: 15_000,
  look: async ({ importTaskId }, options): Promise<Observation<ImportSnapshotTask>> => {
    const value = await describeImportSnapshotTask(importTaskId, options);
    const { status = 'pending', statusMessage: reason, progress } = value;
    if (status === 'completed') return { verdict: 'reached', state: status, value };
    if (['deleting', 'deleted', 'error'].includes(status)) return { verdict: 'failed', state: status, reason, value };
    const state = progress === undefined ? status : `${status}, ${progress}%`;
    return { verdict: 'pending', state, reason, value };
  },
}));
