import { text, z } from '@arch/core/builder';
import { glacierId, vaultAccountId, vaultName } from '@arch/services/glacier';
import { bucketName } from '@arch/services/s3';

import { type ArchiveClass, archiveClasses } from '../../../s3/archives/index.js';
import { type ObjectLockMode, objectLockModes } from '../../../s3/object-settings.js';
import { type Retain, retain } from '../../../s3/retain.js';
import type { InventoriedArchive } from '../../inventories/index.js';
import { type RetrievalTier, retrievalTiers } from '../../jobs/index.js';
import type { VaultCopyProgress } from './vault-copy.js';

export interface CopyVaultToBucketInput {
  /** The name of the vault. */
  readonly vaultName: string;
  /** The ID of the account that owns the vault, 12 digits. Default: `-`, the account of the credentials. */
  readonly accountId?: string | undefined;
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /**
   * The beginning of the keys, at most 768 characters: the key of an object is the prefix and the ID of the archive. A `/` is added at the end of
   * the prefix if it lacks one. Default: the keys are the IDs.
   */
  readonly prefix?: string | undefined;
  /**
   * The archives to copy, from `getVaultInventory`. Default: all archives of the last inventory, for which the function starts a job and waits
   * 3–5 hours.
   */
  readonly archives?: readonly InventoriedArchive[] | undefined;
  /** The storage class of the objects. AWS bills at least 90 days, for `DEEP_ARCHIVE` at least 180. Default: `DEEP_ARCHIVE`. */
  readonly storageClass?: ArchiveClass | undefined;
  /**
   * The retention, during which the objects cannot be deleted: `{ years: 7 }`, `{ days: 30 }` or `{ until: date }`. Requires a bucket with Object
   * Lock. Default: the default retention of the bucket.
   */
  readonly retain?: Retain | undefined;
  /**
   * The mode of `retain`. `GOVERNANCE`: a user with the permission `s3:BypassGovernanceRetention` can delete the objects before the retention
   * ends. `COMPLIANCE`: nobody can, not even the root user or AWS, and AWS bills the objects until then. Default: `GOVERNANCE`.
   */
  readonly mode?: ObjectLockMode | undefined;
  /**
   * The duration of `retain` in words, required for `COMPLIANCE` because nobody can shorten it: `7 years` for `{ years: 7 }`, `30 days` for
   * `{ days: 30 }`, and `until 2033-12-31` for `{ until: date }`, with the date in UTC.
   */
  readonly confirmRetention?: string | undefined;
  /**
   * The speed of the retrieval: `Bulk` (5–12 hours, the cheapest), `Standard` (3–5 hours) or `Expedited` (1–5 minutes, archives up to 250 MB).
   * Jobs that exist already are used whatever their speed is. Default: `Bulk`.
   */
  readonly tier?: RetrievalTier | undefined;
  /** The maximum number of archives that are being retrieved, or are retrieved and not yet copied, 1–1,000. Default: 100. */
  readonly maxJobs?: number | undefined;
  /**
   * The maximum number of archives that are copied at the same time, 1–32. Each needs about 100 MiB of memory, one of 1 TiB about 800 MiB.
   * Default: 4.
   */
  readonly concurrency?: number | undefined;
  /** The first pause between two checks of a job in milliseconds, 1–3,600,000. Default: 60,000. */
  readonly pollMs?: number | undefined;
  /** A function that receives the progress during the copy. */
  readonly onProgress?: ((progress: VaultCopyProgress) => void) | undefined;
}

const inventoriedArchive = (): z.ZodMiniType<InventoriedArchive> =>
  z.object({
    archiveId: glacierId(),
    archiveDescription: z.optional(text(0, 1_024)),
    creationDate: z.date(),
    sizeBytes: z.int().check(z.gte(1)),
    sha256TreeHash: z.string().check(z.regex(/^[\da-f]{64}$/i, 'a SHA-256 tree hash of 64 hexadecimal digits')),
  });

/** Checks a {@link CopyVaultToBucketInput}. */
export const copyVaultToBucketInput = (): z.ZodMiniType<CopyVaultToBucketInput> =>
  z
    .strictObject({
      vaultName: vaultName(),
      accountId: z.optional(vaultAccountId()),
      bucket: bucketName(),
      prefix: z.optional(text(0, 768)),
      archives: z.optional(z.array(inventoriedArchive())),
      storageClass: z.optional(z.enum(archiveClasses)),
      retain: z.optional(retain()),
      mode: z.optional(z.enum(objectLockModes)),
      confirmRetention: z.optional(text(1, 100)),
      tier: z.optional(z.enum(retrievalTiers)),
      maxJobs: z.optional(z.int().check(z.gte(1), z.lte(1_000))),
      concurrency: z.optional(z.int().check(z.gte(1), z.lte(32))),
      pollMs: z.optional(z.int().check(z.gte(1), z.lte(3_600_000))),
      onProgress: z.optional(
        z.custom<(progress: VaultCopyProgress) => void>((value) => typeof value === 'function', 'a function'),
      ),
    })
    .check(
      z.refine(({ mode, retain: retention }) => mode === undefined || retention !== undefined, {
        error: 'mode only together with retain',
      }),
      z.refine(({ mode, confirmRetention }) => confirmRetention === undefined || mode === 'COMPLIANCE', {
        error: "confirmRetention only together with mode: 'COMPLIANCE'",
      }),
    );
