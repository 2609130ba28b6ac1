import type { CallOptions } from '@arch/core/builder';

import type { ObjectLockMode } from '../../../s3/object-settings.js';
import type { TransferSlots } from '../../../s3/transfer-slots.js';
import type { InventoriedArchive } from '../../inventories/index.js';
import type { CopyVaultToBucketInput } from './copy-vault-to-bucket-input.js';

/** The default deadline of a copy, and of each of its uploads: seven days. */
export const copyTimeoutMs = 604_800_000;

/** The copy of the archives of a vault. */
export interface ArchiveCopy extends CopyVaultToBucketInput {
  readonly archives: readonly InventoriedArchive[];
  /** The IDs of jobs that exist already, by the ID of the archive. */
  readonly jobs: ReadonlyMap<string, string>;
  readonly objectLockMode?: ObjectLockMode | undefined;
  readonly objectLockRetainUntilDate?: Date | undefined;
}

/** An archive and the key of its copy. */
export interface ArchiveWithKey extends InventoriedArchive {
  readonly key: string;
}

/** What one archive shares with the others. */
export interface SharedByArchives {
  readonly slots: TransferSlots;
  readonly onBytes: (bytes: number) => void;
  readonly options: CallOptions & { readonly signal: AbortSignal };
}
