import type { ArchError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import type { TransferCounter } from '../../../transfer-progress.js';
import type { ProgressListener } from './directory-progress.js';
import type { FailedFile } from './directory-transfer.js';
import type { DeletionLimits } from './deletion-refusal.js';
import type { PlannedAction, PlannedItem } from './planned-item.js';

/** How one file is transferred. */
export interface FileTransferSettings {
  /** The maximum number of parts in progress at the same time. */
  readonly concurrency: number;
  readonly onBytes: TransferCounter;
}

/** The destination of a transfer. */
export interface TransferDestination {
  readonly transfer: (action: PlannedAction, settings: FileTransferSettings, options: CallOptions) => Promise<void>;
  /** Deletes files. Returns those that could not be deleted. */
  readonly remove: (actions: readonly PlannedAction[], options: CallOptions) => Promise<readonly FailedFile[]>;
}

/** The result for one file. */
export interface FileResult extends PlannedAction {
  /** The reason why the file was not transferred or deleted. Absent after success. */
  readonly error?: ArchError | undefined;
}

/** The transfer of a directory. */
export interface TransferJob {
  /** The function that the user called. */
  readonly operation: string;
  /** The source and the destination in words, for the first line of a plan. */
  readonly title: string;
  readonly concurrency: number;
  readonly partSizeBytes: number;
  readonly onProgress: ProgressListener;
  /** Receives the result for each file that is transferred or deleted. */
  readonly onResult?: ((result: FileResult) => void) | undefined;
  /** Limits of the deletions. `undefined` if nothing is deleted. */
  readonly deletions: DeletionLimits | undefined;
  readonly destination: TransferDestination;
  /** Compares source and destination. */
  readonly items: (options: CallOptions) => AsyncIterable<PlannedItem>;
}
