import { arn, type InputFields, tagRecord, type Tags, text, z } from '@arch/core/builder';

/** The settings of a snapshot that is written without a volume. */
export interface SnapshotSettings {
  /** A description of the snapshot, at most 255 characters. */
  readonly description?: string | undefined;
  /** Whether the snapshot is encrypted. Default: `true`. A snapshot with a parent has the encryption of its parent, and does not accept this. */
  readonly encrypted?: boolean | undefined;
  /** The ARN of the KMS key for the encryption. Not accepted with a parent. Default that AWS applies: the account's default key for EBS. */
  readonly kmsKeyArn?: string | undefined;
  /** The minutes without a written block after which AWS cancels the snapshot, 10–4,320. Default that AWS applies: 60. */
  readonly timeoutMinutes?: number | undefined;
  /** Tags of the snapshot, at most 50. */
  readonly tags?: Tags | undefined;
}

/** Checks the members of {@link SnapshotSettings}. */
export const snapshotSettings = (): InputFields<SnapshotSettings> => ({
  description: z.optional(text(0, 255)),
  encrypted: z.optional(z.boolean()),
  kmsKeyArn: z.optional(arn('kms')),
  timeoutMinutes: z.optional(z.int().check(z.gte(10), z.lte(4_320))),
  tags: z.optional(tagRecord()),
});

/** Checks the size of a volume in GiB. */
export const volumeSize = (): z.ZodMiniType<number> => z.int().check(z.gte(1), z.lte(65_536));

interface Encryption extends Pick<SnapshotSettings, 'encrypted' | 'kmsKeyArn'> {
  readonly parentSnapshotId?: string | undefined;
}

/** Checks the encryption of a new snapshot. */
export const encryptionChecks = (): z.Check<Encryption>[] => [
  z.refine(
    ({ parentSnapshotId, encrypted, kmsKeyArn }) =>
      parentSnapshotId === undefined || (encrypted ?? kmsKeyArn) === undefined,
    {
      error: 'encrypted and kmsKeyArn only without parentSnapshotId',
    },
  ),
  z.refine(({ encrypted, kmsKeyArn }) => encrypted !== false || kmsKeyArn === undefined, {
    path: ['encrypted'],
    error: 'true with a kmsKeyArn',
  }),
];
